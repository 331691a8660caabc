#pragma once

#include <QByteArray>
#include <QtEndian>

/// What reader and writer of recordings share; README.md has the layout in words.
namespace nodescope::cluster::recording {

/// The first byte is no text, the line end is broken by transfers in text mode.
inline constexpr char Magic[] = "\x89NSCP\r\n\x1a";
inline constexpr qsizetype MagicSize = 8;
/// The magic and the two numbers of the version.
inline constexpr qsizetype HeadSize = MagicSize + 4;
/// Before a record's payload: its length, and its kind; behind it the checksum of all that.
inline constexpr qsizetype RecordHead = 5;
inline constexpr qsizetype RecordTail = 4;

enum class Kind : quint8 {
    Info = 1,   ///< flags, program, when it began
    Stream = 2, ///< entries
    Packed = 3, ///< entries, compressed
    End = 4,    ///< ended in order; how many batches there are
};

inline constexpr quint16 Major = 1;
inline constexpr quint16 Minor = 0;
inline constexpr quint8 RedactedFlag = 1;

template<class Integer>
QByteArray bigEndian(Integer value)
{
    QByteArray bytes(sizeof value, Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

} // namespace nodescope::cluster::recording
