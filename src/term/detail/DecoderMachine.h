#pragma once

#include <array>
#include <optional>

#include "term/Decoder.h"
#include "term/detail/AtomIndex.h"
#include "term/detail/IdBytes.h"
#include "term/detail/Storage.h"

namespace nodescope::term::detail {

/// Reads one term into a storage, its root into cell 0.
///
/// A container's parts get consecutive cells as soon as its header is read, so each value is written where
/// it belongs. What is left to read of the outer containers is remembered in the last cell that each of them
/// has still to fill: nesting costs no memory beyond the cells.
class DecoderMachine
{
public:
    /// `input` without version byte; offsets in errors count from `origin`.
    DecoderMachine(QByteArrayView input, const uchar *origin, const DecodeOptions &options, Storage &storage);

    [[nodiscard]] bool run();
    [[nodiscard]] const uchar *position() const { return m_at; }
    [[nodiscard]] const DecodeError &error() const { return m_error; }
    /// Some list's tail is a list: the storage must be straightened.
    [[nodiscard]] bool hasListTails() const { return m_hasListTails; }
    /// Cells between which all maps of more than one pair stand, first and behind the last.
    [[nodiscard]] std::pair<quint64, quint64> mapRange() const { return {m_firstMap, m_mapsEnd}; }
    /// Cells or atoms point into the input.
    [[nodiscard]] bool borrows() const { return m_borrows; }

private:
    using Code = DecodeError::Code;
    struct Quick;

    /// Reads values as long as they are of the usual kinds and whole; stops before any other.
    void runQuickly();
    [[nodiscard]] bool readValue(Cell &cell);
    [[nodiscard]] bool readRareValue(quint8 tag, Cell &cell);

    [[nodiscard]] bool readAtom(quint8 tag, quint32 &number);
    [[nodiscard]] bool readTaggedAtom(quint32 &number, Code otherwise);
    [[nodiscard]] bool readCachedAtom(quint32 &number);
    [[nodiscard]] bool readBytes(CellType type, quint32 size, Cell &cell);
    [[nodiscard]] bool readByteList(Cell &cell);
    [[nodiscard]] bool readBitstring(Cell &cell);
    [[nodiscard]] bool readFloat(Cell &cell);
    [[nodiscard]] bool readFloatText(Cell &cell);
    [[nodiscard]] bool readBigInteger(quint32 size, Cell &cell);
    [[nodiscard]] bool readIdentifier(CellType type, IdForm form, Cell &cell);
    [[nodiscard]] bool readReference(IdForm form, Cell &cell);
    [[nodiscard]] bool readList(Cell &cell);
    [[nodiscard]] bool readTuple(quint32 size, Cell &cell);
    [[nodiscard]] bool readMap(Cell &cell);
    [[nodiscard]] bool readFun(Cell &cell);
    [[nodiscard]] bool readExport(Cell &cell);
    [[nodiscard]] bool readRecord(Cell &cell);
    [[nodiscard]] bool readShortInteger(Cell &cell);
    [[nodiscard]] bool readSmallInteger(Cell &cell);

    /// Takes cells for the parts of a container and goes on with them.
    [[nodiscard]] bool open(CellType type, quint32 count, quint64 parts, Cell &cell);
    void enter(quint64 first, quint64 parts, bool list);
    void noteMap();
    [[nodiscard]] bool leave();

    [[nodiscard]] bool has(quint64 bytes) const { return bytes <= static_cast<quint64>(m_end - m_at); }
    [[nodiscard]] bool need(quint64 bytes);
    [[nodiscard]] quint8 takeByte() { return *m_at++; }
    [[nodiscard]] quint16 takeShort();
    [[nodiscard]] quint32 takeWord();
    bool fail(Code code, qint64 declared = -1);

    const uchar *m_at;
    const uchar *const m_end;
    quint64 m_next = 0;  // the cell that the next value goes to
    quint64 m_left = 1;  // values until the present container is full
    quint64 m_outer = 0; // where the outer container is remembered: a cell's index plus one
    bool m_inList = false;
    bool m_hasListTails = false;
    quint64 m_firstMap = 0;
    quint64 m_mapsEnd = 0;
    bool m_borrows = false;
    qint64 m_valuesLeft;
    Storage &m_storage;
    AtomIndex m_atoms;
    const uchar *m_valueAt;
    const uchar *const m_origin;
    std::span<const QByteArray> m_headerAtoms;
    /// Numbers of the header's atoms that were met, plus one.
    std::array<quint32, 256> m_headerNumbers;
    DecodeError m_error;
};

} // namespace nodescope::term::detail
