#pragma once

#include <memory>
#include <vector>

#include <QByteArray>
#include <QSharedData>
#include <QVarLengthArray>

#include "term/Term.h"
#include "term/detail/Cell.h"

namespace nodescope::term::detail {

/// The text of an interned atom, UTF-8, in the frame or in the storage's pool.
struct AtomText
{
    const char *data = nullptr;
    quint16 size = 0;
    quint32 hash = 0; ///< of the AtomIndex that put it there

    [[nodiscard]] QByteArrayView view() const { return {data, size}; }
};

/// The arena of one term: its cells in one allocation, the distinct atoms, and the bytes that cells point
/// to. Written by one decoder or builder, then shared and constant.
class Storage : public QSharedData
{
public:
    Storage() = default;
    ~Storage();
    Storage(const Storage &) = delete;
    Storage &operator=(const Storage &) = delete;

    [[nodiscard]] const Cell *cells() const { return m_cells; }
    [[nodiscard]] Cell *cells() { return m_cells; }
    [[nodiscard]] quint64 cellCount() const { return m_cellCount; }
    /// The parts of `cell`. Null for a container without any that is a whole term: such a one has no cells.
    [[nodiscard]] const Cell *children(const Cell &cell) const
    {
        return m_cells ? m_cells + cell.first : nullptr;
    }

    /// Adds `count` cells, not yet set, and gives the first one's index. Moves all cells.
    quint64 allocate(quint64 count)
    {
        const quint64 first = m_cellCount;
        if (count > m_capacity - first) [[unlikely]]
            grow(first + count);
        m_cellCount = first + count;
        return first;
    }
    void reserve(quint64 capacity);
    /// Begins in memory of the caller's, which must last until shrink(): most terms are small, and then take
    /// exactly what they need.
    void beginIn(Cell *scratch, quint64 capacity);
    /// Gives memory back that growing took in advance. What `root` alone says needs no cells.
    void shrink(const Cell &root);

    /// Bytes whose address stays, for as long as the storage lives.
    [[nodiscard]] uchar *allocateBytes(qsizetype size);
    [[nodiscard]] const uchar *copyBytes(const void *bytes, qsizetype size);
    /// Keeps `buffer` alive and gives the address of its bytes. Raw views are copied.
    const uchar *keep(QByteArray buffer);
    /// Keeps alive what `other` points to.
    void keepBuffersOf(const Storage &other);

    [[nodiscard]] QByteArrayView atomText(quint32 number) const { return m_atoms[number].view(); }
    [[nodiscard]] std::vector<AtomText> &atoms() { return m_atoms; }
    [[nodiscard]] const std::vector<AtomText> &atoms() const { return m_atoms; }

    [[nodiscard]] qsizetype heldBytes() const;

private:
    void grow(quint64 needed);
    void resizeTo(quint64 capacity);

    Cell *m_cells = nullptr;
    quint64 m_cellCount = 0;
    quint64 m_capacity = 0;
    bool m_scratch = false; // the cells are not ours
    std::vector<AtomText> m_atoms;
    // One of each, as most messages have it, takes no memory elsewhere.
    /// Frames and large binaries.
    QVarLengthArray<QByteArray, 1> m_buffers;
    /// Small bytes. Shared with the storages that were copied from this one.
    QVarLengthArray<std::shared_ptr<uchar[]>, 1> m_pool;
    uchar *m_poolNext = nullptr;
    qsizetype m_poolLeft = 0;
    qsizetype m_poolBytes = 0;
};

/// Gives the files of this folder the inside of a Term.
struct Access
{
    [[nodiscard]] static const Cell &cell(const Term &term) { return term.m_cell; }
    [[nodiscard]] static const Storage *storage(const Term &term) { return term.m_storage.data(); }
    [[nodiscard]] static Term make(const Cell &cell, const Storage *storage) { return {cell, storage}; }
};

} // namespace nodescope::term::detail
