#pragma once

#include <vector>

#include "term/Printer.h"
#include "term/detail/Storage.h"

namespace nodescope::term::detail {

class TextParts;

/// Deeper than this no line is indented any further.
inline constexpr std::size_t DeepestIndent = 40;

/// Prints one term. `parts`, if given, is told where each value stands; it must outlive the machine.
class PrinterMachine
{
public:
    PrinterMachine(const Storage *storage, const PrintOptions &options, TextParts *parts = nullptr);

    [[nodiscard]] Printed run(const Cell &root);

private:
    enum class Style : quint8 {
        List,
        Tuple,
        Map,        ///< key => value
        KeywordMap, ///< %{key: value}, %Struct{key: value}
        Keywords,   ///< [key: value]
        Record,
    };
    /// A container whose parts are being printed.
    struct Open
    {
        Cell container;
        const Cell *parts;
        quint64 next = 0;
        quint64 end = 0;
        Style style = Style::List;
        bool broken = false;  // one part a line
        bool printed = false; // a part stands already
        bool inPair = false;  // of Keywords, whose pairs are values, too
    };

    void value(const Cell &cell, quint64 part = 0);
    void write(const Cell &cell);
    void noteBegin(quint64 part);
    void noteEnd();
    void endPair(Open &open);
    void openContainer(const Cell &cell);
    void openList(const Cell &cell);
    void openMap(const Cell &cell);
    void openRecord(const Cell &cell);
    void push(const Cell &cell, Style style, quint64 end);
    void step();
    void stepMap(Open &open);
    void stepKeywords(Open &open);
    void stepRecord(Open &open);
    void separate(Open &open);
    void newLine(std::size_t depth);
    void close();
    [[nodiscard]] bool fits(const Cell &cell) const;

    void integer(const Cell &cell);
    void real(double value);
    void binary(const Cell &cell);
    void bitSegments(const Cell &cell);
    void byteList(const Cell &cell);
    void charlist(const Cell &cell);
    void identifier(const Cell &cell);
    void exported(const Cell &cell);
    void fun(const Cell &cell);

    [[nodiscard]] quint32 looked(const Cell &cell) const;
    [[nodiscard]] bool isCharlist(const Cell &cell) const;
    [[nodiscard]] bool isKeywords(const Cell &cell) const;
    [[nodiscard]] bool hasAtomKeys(const Cell &map) const;
    [[nodiscard]] const Cell *structName(const Cell &map) const;
    [[nodiscard]] bool isElixir() const { return m_options.syntax == Syntax::Elixir; }
    [[nodiscard]] bool isFull() const { return m_limit > 0 && m_text.size() > m_limit; }
    [[nodiscard]] const Cell *parts(const Cell &cell) const { return m_storage->children(cell); }
    void put(QLatin1String text) { m_text += text; }
    void comma() { put(QLatin1String(isElixir() ? ", " : ",")); }

    const Storage *m_storage;
    PrintOptions m_options;
    TextParts *m_parts;
    qsizetype m_limit;
    QString m_text;
    std::vector<Open> m_stack;
};

} // namespace nodescope::term::detail
