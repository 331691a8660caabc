#pragma once

#include <optional>

#include "term/detail/NumberText.h"
#include "term/detail/QuotedText.h"

namespace nodescope::term::detail {

/// Reads the segments of a binary or bitstring, from behind `<<` to behind `>>`.
class SegmentReader
{
public:
    SegmentReader(TextCursor &cursor, Syntax syntax, const Limits &limits);

    [[nodiscard]] bool run();
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    [[nodiscard]] qsizetype bits() const { return m_bits; }

private:
    enum class Type : quint8 { Default, Integer, Float, Utf8, Utf16, Utf32, Binary };
    struct Spec
    {
        Type type = Type::Default;
        std::optional<quint64> size;
        quint64 unit = 1;
        bool little = false;
    };

    [[nodiscard]] bool readSegment();
    [[nodiscard]] bool readSpec(Spec &spec);
    [[nodiscard]] bool readElixirSpec(Spec &spec);
    [[nodiscard]] bool readSpecWord(Spec &spec);
    [[nodiscard]] bool addText(const QuotedText &text, const Spec &spec);
    [[nodiscard]] bool addNumber(const Number &number, const Spec &spec);
    [[nodiscard]] bool addInteger(const WholeNumber &number, const Spec &spec);
    [[nodiscard]] bool addReal(double value, const Spec &spec);
    [[nodiscard]] bool addPoint(char32_t point, const Spec &spec);
    void addBytes(const QByteArray &bytes);
    void addBits(quint8 value, int count);
    bool fail();

    TextCursor &m_cursor;
    Syntax m_syntax;
    const Limits &m_limits;
    qsizetype m_start;
    qsizetype m_segmentAt = 0;
    QByteArray m_bytes;
    qsizetype m_bits = 0;
};

} // namespace nodescope::term::detail
