#pragma once

#include <vector>

#include "term/Json.h"
#include "term/detail/Storage.h"

namespace nodescope::term::detail {

class TextParts;

/// Writes one term as JSON. `parts`, if given, is told where each value stands; it must outlive the machine.
class JsonMachine
{
public:
    JsonMachine(const Storage *storage, const JsonOptions &options, TextParts *parts = nullptr);

    [[nodiscard]] QByteArray run(const Cell &root);
    /// After run(): it was ended by JsonOptions::maxBytes.
    [[nodiscard]] bool isTruncated() const { return m_truncated; }

private:
    enum class Style : quint8 {
        Array,  ///< parts one after the other
        Object, ///< text keys and values
        Pairs,  ///< [key,value] each
        Record, ///< [field,value] each
    };
    struct Open
    {
        Cell container;
        const Cell *parts;
        quint64 next = 0;
        quint64 end = 0;
        Style style = Style::Array;
        bool improper = false;
        QByteArrayView closing;
        bool wrapper = false; // not a value: the bracket around a pair's second half
        quint64 number = 0;   // of that half
    };

    void value(const Cell &cell, quint64 part = 0);
    void write(const Cell &cell);
    void noteBegin(quint64 part);
    void noteEnd();
    void newLine(std::size_t depth);
    void wrap(const Cell &part, quint64 number);
    [[nodiscard]] bool isFull() const { return m_options.maxBytes > 0 && m_out.size() > m_options.maxBytes; }
    void step();
    void close();
    void stepRecord(Open &open);
    void openList(const Cell &cell);
    void openMap(const Cell &cell);
    void openRecord(const Cell &cell);
    void push(const Cell &cell, Style style, quint64 end, QByteArrayView closing);

    void integer(const Cell &cell);
    void real(double value);
    void atom(const Cell &cell);
    void binary(const Cell &cell);
    void byteList(const Cell &cell);
    void key(const Cell &cell);
    /// `{"$name":"text"}`, or the text alone if plain.
    void tagged(QByteArrayView name, const QString &text);
    void quoted(const QString &text);
    void atomText(const Cell &cell);

    [[nodiscard]] bool isObject(const Cell &map) const;
    [[nodiscard]] QString printed(const Cell &cell) const;
    [[nodiscard]] const Cell *parts(const Cell &cell) const { return m_storage->children(cell); }

    const Storage *m_storage;
    JsonOptions m_options;
    TextParts *m_parts;
    QByteArray m_out;
    bool m_truncated = false;
    std::vector<Open> m_stack;
};

} // namespace nodescope::term::detail
