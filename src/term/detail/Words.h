#pragma once

#include <cstring>

#include <QtGlobal>

/// Handling short runs of bytes in words: names are short, and a call costs more than they do.
namespace nodescope::term::detail {

template<class T>
[[nodiscard]] Q_ALWAYS_INLINE T load(const void *bytes)
{
    T word;
    std::memcpy(&word, bytes, sizeof word);
    return word;
}

/// All of at most eight bytes, in some arrangement that depends on their number alone.
[[nodiscard]] Q_ALWAYS_INLINE quint64 loadUpTo8(const uchar *bytes, qsizetype size)
{
    if (size >= 4)
        return quint64(load<quint32>(bytes)) << 32 | load<quint32>(bytes + size - 4);
    if (size > 0)
        return quint64(bytes[0]) << 16 | quint64(bytes[size / 2]) << 8 | bytes[size - 1];
    return 0;
}

[[nodiscard]] Q_ALWAYS_INLINE bool equalBytes(const void *a, const void *b, qsizetype size)
{
    const auto *x = static_cast<const uchar *>(a);
    const auto *y = static_cast<const uchar *>(b);
    if (size < 8)
        return loadUpTo8(x, size) == loadUpTo8(y, size);
    quint64 difference = load<quint64>(x + size - 8) ^ load<quint64>(y + size - 8);
    for (; size > 8; size -= 8, x += 8, y += 8)
        difference |= load<quint64>(x) ^ load<quint64>(y);
    return difference == 0;
}

Q_ALWAYS_INLINE void copyBytes(uchar *to, const void *from, qsizetype size)
{
    const auto *bytes = static_cast<const uchar *>(from);
    if (size > 64) {
        std::memcpy(to, bytes, static_cast<std::size_t>(size));
    } else if (size > 16) {
        for (qsizetype i = 0; i < size - 16; i += 16)
            std::memcpy(to + i, bytes + i, 16);
        std::memcpy(to + size - 16, bytes + size - 16, 16);
    } else if (size >= 8) {
        std::memcpy(to, bytes, 8);
        std::memcpy(to + size - 8, bytes + size - 8, 8);
    } else if (size >= 4) {
        std::memcpy(to, bytes, 4);
        std::memcpy(to + size - 4, bytes + size - 4, 4);
    } else if (size > 0) {
        to[0] = bytes[0];
        to[size / 2] = bytes[size / 2];
        to[size - 1] = bytes[size - 1];
    }
}

[[nodiscard]] Q_ALWAYS_INLINE bool isAscii(const uchar *text, qsizetype size)
{
    quint64 bits = 0;
    for (; size > 8; size -= 8, text += 8)
        bits |= load<quint64>(text);
    return ((bits | loadUpTo8(text, size)) & 0x8080808080808080ULL) == 0;
}

/// Both halves of the product take part, so that a secret factor reaches every bit: a peer cannot choose
/// atoms that collide.
[[nodiscard]] Q_ALWAYS_INLINE quint64 mix(quint64 a, quint64 b)
{
    __extension__ using Wide = unsigned __int128;
    const Wide product = static_cast<Wide>(a) * b;
    return static_cast<quint64>(product) ^ static_cast<quint64>(product >> 64);
}

} // namespace nodescope::term::detail
