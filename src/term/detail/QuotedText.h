#pragma once

#include <optional>
#include <string>

#include <QByteArray>
#include <QString>

#include "term/detail/TextCursor.h"

namespace nodescope::term::detail {

/// What stands in quotes: code points, and the bytes that Elixir's `\xff` means.
class QuotedText
{
public:
    void add(char32_t point) { m_points.push_back(point); }
    void addByte(quint8 byte) { m_points.push_back(FirstByte + byte); }
    void append(const QuotedText &more) { m_points += more.m_points; }

    [[nodiscard]] const std::u32string &points() const { return m_points; }
    [[nodiscard]] bool isEmpty() const { return m_points.empty(); }
    /// As characters; bytes count as those of Latin-1.
    [[nodiscard]] QString toString() const;
    /// As UTF-8; bytes as they are.
    [[nodiscard]] QByteArray toUtf8() const;

private:
    static constexpr char32_t FirstByte = 0x110000;
    std::u32string m_points;
};

/// Reads from behind the opening quote to behind the closing one.
[[nodiscard]] std::optional<QuotedText> readQuoted(TextCursor &cursor, char16_t closing, Syntax syntax);
/// The same without escapes, as Elixir's ~S.
[[nodiscard]] std::optional<QuotedText> readRaw(TextCursor &cursor, char16_t closing);
/// Up to the next closing mark, whatever stands before it: as Erlang's ~S.
[[nodiscard]] std::optional<QuotedText> readVerbatim(TextCursor &cursor, char16_t closing);
/// Elixir's text over several lines, from behind its three opening quotes to behind the closing ones, which
/// stand in a line of their own and whose indentation is taken off all lines. `raw`: without escapes.
[[nodiscard]] std::optional<QuotedText> readHeredoc(TextCursor &cursor, char16_t quote, bool raw);
/// The mark that closes a sigil which this one opens; 0: none does.
[[nodiscard]] char16_t closingOf(char16_t opening);
/// Reads a character behind `$` or `?`.
[[nodiscard]] std::optional<char32_t> readCharacter(TextCursor &cursor, Syntax syntax);

} // namespace nodescope::term::detail
