#pragma once

#include <optional>
#include <vector>

#include <QByteArray>
#include <QHash>

#include "term/TermPath.h"

namespace nodescope::term {

/// Some bytes of an encoded term.
struct ByteRange
{
    qsizetype offset = 0;
    qsizetype size = 0;

    [[nodiscard]] bool contains(qsizetype at) const { return at >= offset && at - offset < size; }
    friend bool operator==(const ByteRange &, const ByteRange &) = default;
};

/// Which bytes of an encoded term are which of its values, in both directions.
///
/// Finds its way by the bytes alone: values in front of the one that is wanted are skipped, and where every
/// 256th part of a container begins is remembered. So the first question costs time linear in what is
/// skipped, later ones next to nothing, and no memory is taken for what nobody asks about. Bytes that are no
/// term end in empty answers. Not thread-safe, since it remembers.
class ByteMap
{
public:
    ByteMap() = default;
    /// Bytes as encode() writes them, with version byte, not compressed.
    explicit ByteMap(QByteArray bytes);

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    /// The bytes of a value, tag and length included. The elements of a list that is written as a string are
    /// one byte each.
    [[nodiscard]] std::optional<ByteRange> rangeOf(const TermPath &path) const;
    /// The innermost value that this byte belongs to; empty outside the term.
    [[nodiscard]] std::optional<TermPath> pathAt(qsizetype offset) const;

private:
    /// What stands at the beginning of a value.
    struct Head
    {
        qsizetype size = 0;  ///< bytes before the first part; of a value without parts, all
        qsizetype parts = 0; ///< as TermPath counts them, and the end of a list
        bool bytes = false;  ///< a list as a string: parts of one byte
        bool record = false; ///< names first, then values
        bool list = false;   ///< the last part is the tail
    };

    [[nodiscard]] std::optional<Head> headAt(qsizetype at) const;
    [[nodiscard]] std::optional<Head> funHeadAt(qsizetype at) const;
    /// Where the value ends that begins here; -1 if it does not.
    [[nodiscard]] qsizetype skip(qsizetype at) const;
    /// Where the so-many-th part of a container begins, in the order of the bytes.
    [[nodiscard]] qsizetype partBegin(qsizetype container, const Head &head, qsizetype number) const;
    /// A container that is gone through, and the number of its part that comes next.
    struct Level
    {
        qsizetype container = 0;
        Head head;
        qsizetype next = 0;
    };
    void mark(qsizetype container, qsizetype number, qsizetype at) const;
    /// Where to go on in a container to get to `offset`: at a mark, if there is one in front of it.
    [[nodiscard]] qsizetype enter(Level &level, qsizetype offset) const;
    [[nodiscard]] static TermPath pathOf(const std::vector<Level> &levels);
    [[nodiscard]] qsizetype atomEnd(qsizetype at) const;
    [[nodiscard]] qsizetype identifierEnd(qsizetype at) const;
    [[nodiscard]] quint8 byteAt(qsizetype at) const;
    [[nodiscard]] quint32 wordAt(qsizetype at) const;
    [[nodiscard]] quint16 shortAt(qsizetype at) const;

    QByteArray m_bytes;
    /// By container: where its parts 0, 256, 512 … begin, as far as anybody came.
    mutable QHash<qsizetype, std::vector<qsizetype>> m_marks;
};

} // namespace nodescope::term
