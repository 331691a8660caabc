#pragma once

#include <QByteArrayView>

namespace nodescope::term::detail {

/// Reads one code point of at most `size` bytes and moves on. Negative if it is malformed: overlong,
/// a surrogate, beyond 10FFFF, or cut.
inline qint32 nextCodePoint(const uchar *&text, const uchar *end)
{
    const quint32 lead = *text++;
    if (lead < 0x80)
        return static_cast<qint32>(lead);
    const int more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
    if (lead < 0xc2 || lead > 0xf4 || end - text < more)
        return -1;
    quint32 point = lead & (0x3fU >> more);
    for (int i = 0; i < more; ++i) {
        if ((*text & 0xc0) != 0x80)
            return -1;
        point = point << 6 | (*text++ & 0x3fU);
    }
    const bool overlong = (more == 2 && point < 0x800) || (more == 3 && point < 0x10000);
    if (overlong || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff))
        return -1;
    return static_cast<qint32>(point);
}

/// Characters of a UTF-8 text, or -1 if it is malformed.
inline qsizetype utf8Length(const uchar *text, qsizetype size)
{
    qsizetype characters = 0;
    for (const uchar *end = text + size; text < end; ++characters) {
        if (nextCodePoint(text, end) < 0)
            return -1;
    }
    return characters;
}

[[nodiscard]] inline bool isUtf8(QByteArrayView text)
{
    return utf8Length(reinterpret_cast<const uchar *>(text.data()), text.size()) >= 0;
}

} // namespace nodescope::term::detail
