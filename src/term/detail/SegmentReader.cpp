#include "term/detail/SegmentReader.h"

#include <algorithm>
#include <cstring>

#include <QStringConverter>
#include <QtEndian>

#include "term/detail/BigInteger.h"

namespace nodescope::term::detail {

using Code = ParseError::Code;

SegmentReader::SegmentReader(TextCursor &cursor, Syntax syntax, const Limits &limits)
    : m_cursor(cursor)
    , m_syntax(syntax)
    , m_limits(limits)
    , m_start(cursor.position() - 2)
{
}

bool SegmentReader::fail()
{
    return m_cursor.fail(Code::BadSegment, m_segmentAt);
}

bool SegmentReader::run()
{
    m_cursor.skipBlanks();
    if (m_cursor.take(u">>"))
        return true;
    while (readSegment()) {
        m_cursor.skipBlanks();
        if (m_cursor.take(u">>"))
            return true;
        if (!m_cursor.take(u","))
            return m_cursor.failHere(m_start);
        m_cursor.skipBlanks();
    }
    return false;
}

bool SegmentReader::readSegment()
{
    m_segmentAt = m_cursor.position();
    std::optional<Number> number;
    std::optional<QuotedText> text;
    if (m_cursor.take(u"\"")) {
        text = readQuoted(m_cursor, u'"', m_syntax);
    } else if (m_cursor.take(m_syntax == Syntax::Erlang ? u"$" : u"?")) {
        if (const std::optional<char32_t> point = readCharacter(m_cursor, m_syntax)) {
            const quint32 bytes = qToLittleEndian(static_cast<quint32>(*point));
            number = WholeNumber{false, QByteArray(reinterpret_cast<const char *>(&bytes), sizeof bytes)};
        }
    } else if (isAtNumber(m_cursor)) {
        number = readNumber(m_cursor, m_syntax, m_limits);
    } else {
        return m_cursor.failHere(m_start);
    }
    Spec spec;
    if (m_cursor.hasFailed() || !readSpec(spec))
        return false;
    if (spec.size.value_or(0) > 0xffffffff) // before it is multiplied
        return fail();
    const quint64 bits = spec.size.value_or(8) * spec.unit;
    const quint64 most = static_cast<quint64>(m_limits.frameBytes) * 8;
    if (bits > most || static_cast<quint64>(m_bits) + bits > most)
        return fail();
    return text ? addText(*text, spec) : addNumber(*number, spec);
}

bool SegmentReader::readSpec(Spec &spec)
{
    m_cursor.skipBlanks();
    if (m_syntax == Syntax::Elixir)
        return !m_cursor.take(u"::") || readElixirSpec(spec);
    if (m_cursor.take(u":")) {
        m_cursor.skipBlanks();
        spec.size = readUnsigned(m_cursor);
        if (!spec.size)
            return fail();
        m_cursor.skipBlanks();
    }
    if (!m_cursor.take(u"/"))
        return true;
    do {
        if (!readSpecWord(spec))
            return false;
    } while (m_cursor.take(u"-"));
    return true;
}

bool SegmentReader::readElixirSpec(Spec &spec)
{
    do {
        m_cursor.skipBlanks();
        if (const std::optional<quint64> size = readUnsigned(m_cursor))
            spec.size = size;
        else if (!readSpecWord(spec))
            return false;
        m_cursor.skipBlanks();
    } while (m_cursor.take(u"-"));
    return true;
}

bool SegmentReader::readSpecWord(Spec &spec)
{
    const QStringView word = m_cursor.takeWord();
    if (word == u"size" || word == u"unit") {
        const bool erlangUnit = word == u"unit" && m_cursor.take(u":");
        if (!erlangUnit && !m_cursor.take(u"("))
            return fail();
        const std::optional<quint64> value = readUnsigned(m_cursor);
        if (!value || *value > 0xffffffff || (!erlangUnit && !m_cursor.take(u")")))
            return fail();
        if (word == u"size")
            spec.size = value;
        else
            spec.unit = *value;
    } else if (word == u"little") {
        spec.little = true;
    } else if (word == u"integer") {
        spec.type = Type::Integer;
    } else if (word == u"float") {
        spec.type = Type::Float;
    } else if (word == u"utf8") {
        spec.type = Type::Utf8;
    } else if (word == u"utf16") {
        spec.type = Type::Utf16;
    } else if (word == u"utf32") {
        spec.type = Type::Utf32;
    } else if (word == u"binary" || word == u"bytes") {
        spec.type = Type::Binary;
    } else if (word != u"big" && word != u"signed" && word != u"unsigned") {
        return fail();
    }
    return true;
}

bool SegmentReader::addText(const QuotedText &text, const Spec &spec)
{
    const bool bytes = spec.type == Type::Binary || (m_syntax == Syntax::Elixir &&
                                                     (spec.type == Type::Default || spec.type == Type::Utf8));
    if (bytes) {
        const QByteArray utf8 = text.toUtf8();
        if (m_syntax == Syntax::Erlang || spec.size)
            return fail();
        addBytes(utf8);
        return true;
    }
    const QList<uint> points = text.toString().toUcs4();
    return std::all_of(points.begin(), points.end(), [&](uint point) {
        if (spec.type == Type::Utf8 || spec.type == Type::Utf16 || spec.type == Type::Utf32)
            return addPoint(point, spec);
        if (point > 0xff && !spec.size)
            return fail(); // would lose its higher bits
        const quint32 little = qToLittleEndian(static_cast<quint32>(point));
        const QByteArray magnitude(reinterpret_cast<const char *>(&little), sizeof little);
        return addNumber(WholeNumber{false, magnitude}, spec);
    });
}

bool SegmentReader::addNumber(const Number &number, const Spec &spec)
{
    const auto *whole = std::get_if<WholeNumber>(&number);
    if (!whole)
        return spec.type == Type::Float || m_syntax == Syntax::Elixir
                   ? addReal(std::get<double>(number), spec)
                   : fail();
    switch (spec.type) {
    case Type::Default:
    case Type::Integer:
        return addInteger(*whole, spec);
    case Type::Float: {
        const Cell cell =
            integerCell(whole->negative, reinterpret_cast<const uchar *>(whole->magnitude.constData()),
                        static_cast<quint32>(whole->magnitude.size()));
        return cell.type == CellType::Integer ? addReal(static_cast<double>(cell.integer), spec) : fail();
    }
    case Type::Binary:
        return fail();
    default: {
        QByteArray magnitude = whole->magnitude.leftJustified(4, '\0');
        return magnitude.size() == 4 && !whole->negative
                   ? addPoint(qFromLittleEndian<quint32>(magnitude.constData()), spec)
                   : fail();
    }
    }
}

bool SegmentReader::addInteger(const WholeNumber &number, const Spec &spec)
{
    const auto bits = static_cast<qsizetype>(spec.size.value_or(8) * spec.unit);
    // Two's complement of as many bytes as the segment takes, little-endian.
    QByteArray bytes = number.magnitude.left((bits + 7) / 8);
    bytes.resize((bits + 7) / 8, '\0');
    int carry = 1;
    for (char &byte : bytes) {
        if (!number.negative)
            break;
        const int value = (~static_cast<uchar>(byte) & 0xff) + carry;
        byte = static_cast<char>(value & 0xff);
        carry = value >> 8;
    }
    const int odd = static_cast<int>(bits % 8);
    if (!spec.little) {
        std::reverse(bytes.begin(), bytes.end());
        if (odd) // the highest byte is the one that is cut
            addBits(static_cast<quint8>(bytes.front()), odd);
        addBytes(odd ? bytes.sliced(1) : bytes);
    } else {
        addBytes(odd ? bytes.chopped(1) : bytes);
        if (odd)
            addBits(static_cast<quint8>(bytes.back()), odd);
    }
    return true;
}

bool SegmentReader::addReal(double value, const Spec &spec)
{
    const quint64 bits = spec.size.value_or(64) * spec.unit;
    QByteArray bytes;
    if (bits == 64) {
        bytes.resize(8);
        qToBigEndian(value, bytes.data());
    } else if (bits == 32) {
        bytes.resize(4);
        qToBigEndian(static_cast<float>(value), bytes.data());
    } else {
        return fail();
    }
    if (spec.little)
        std::reverse(bytes.begin(), bytes.end());
    addBytes(bytes);
    return true;
}

bool SegmentReader::addPoint(char32_t point, const Spec &spec)
{
    if (spec.size || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff))
        return fail();
    const QString text = QString::fromUcs4(&point, 1);
    using Encoding = QStringConverter::Encoding;
    Encoding encoding = Encoding::Utf8;
    if (spec.type == Type::Utf16)
        encoding = spec.little ? Encoding::Utf16LE : Encoding::Utf16BE;
    else if (spec.type == Type::Utf32)
        encoding = spec.little ? Encoding::Utf32LE : Encoding::Utf32BE;
    QStringEncoder encoder(encoding);
    const QByteArray bytes = encoder(text);
    addBytes(bytes);
    return true;
}

void SegmentReader::addBytes(const QByteArray &bytes)
{
    if (m_bits % 8 == 0) {
        m_bytes += bytes;
        m_bits += bytes.size() * 8;
        return;
    }
    for (char byte : bytes)
        addBits(static_cast<quint8>(byte), 8);
}

void SegmentReader::addBits(quint8 value, int count)
{
    for (int bit = count - 1; bit >= 0; --bit, ++m_bits) {
        if (m_bits % 8 == 0)
            m_bytes += '\0';
        if ((value >> bit) & 1)
            m_bytes.back() = static_cast<char>(static_cast<uchar>(m_bytes.back()) | (0x80 >> (m_bits % 8)));
    }
}

} // namespace nodescope::term::detail
