// #Pid<node.id.serial.creation> and its like, in both syntaxes.

#include <array>

#include "term/detail/DataParser.h"

namespace nodescope::term::detail {

namespace {

constexpr std::array<QStringView, 7> Names{u"#Pid<",       u"#PID<", u"#Port<",    u"#Ref<",
                                           u"#Reference<", u"#Fun<", u"#Function<"};

/// A node's name as Erlang writes the atom: quoted, or letters, digits, `_` and `@`.
std::optional<QString> readNode(TextCursor &cursor)
{
    if (!cursor.take(u"'")) {
        const QStringView word = cursor.takeWord();
        return word.isEmpty() ? std::nullopt : std::optional(word.toString());
    }
    const std::optional<QuotedText> quoted = readQuoted(cursor, u'\'', Syntax::Erlang);
    return quoted ? std::optional(quoted->toString()) : std::nullopt;
}

bool fits(quint64 number)
{
    return number <= std::numeric_limits<quint32>::max();
}

} // namespace

bool DataParser::isAtIdentifier() const
{
    return std::any_of(Names.begin(), Names.end(), [this](QStringView name) { return m_cursor.isAt(name); });
}

bool DataParser::readIdentifier()
{
    const qsizetype start = m_cursor.position();
    QStringView name;
    for (QStringView candidate : Names) {
        if (name.isEmpty() && m_cursor.take(candidate))
            name = candidate;
    }
    if (name.startsWith(u"#Fun"))
        return m_cursor.fail(Code::FunNotReadable, start);
    const char16_t first = m_cursor.peek();
    if (first >= u'0' && first <= u'9')
        return m_cursor.fail(Code::LocalPid, start);
    const std::optional<QString> node = readNode(m_cursor);
    if (!node || m_cursor.hasFailed() || node->toUcs4().size() > MaxAtomCharacters)
        return m_cursor.fail(Code::BadIdentifier, start);
    std::array<quint64, MaxReferenceWords + 1> numbers{};
    std::size_t count = 0;
    while (count < numbers.size() && m_cursor.take(u".")) {
        const std::optional<quint64> number = readUnsigned(m_cursor);
        if (!number)
            return m_cursor.fail(Code::BadIdentifier, start);
        numbers[count++] = *number;
    }
    if (!m_cursor.take(u">"))
        return m_cursor.fail(Code::BadIdentifier, start);
    return pushIdentifier(name, *node, std::span(numbers.data(), count), start);
}

bool DataParser::pushIdentifier(QStringView name, const QString &node, std::span<const quint64> numbers,
                                qsizetype start)
{
    const bool port = name == u"#Port<";
    const bool pid = name == u"#Pid<" || name == u"#PID<";
    // A reference has at least one word, and the creation.
    bool ok = pid ? numbers.size() == 3 : port ? numbers.size() == 2 : numbers.size() >= 2;
    for (std::size_t i = port ? 1 : 0; i < numbers.size(); ++i)
        ok = ok && fits(numbers[i]);
    if (!ok)
        return m_cursor.fail(Code::BadIdentifier, start);
    const auto number = [numbers](std::size_t i) { return static_cast<quint32>(numbers[i]); };
    if (pid) {
        m_builder.pid({node, number(0), number(1), number(2)});
    } else if (port) {
        m_builder.port({node, numbers[0], number(1)});
    } else {
        std::array<quint32, MaxReferenceWords> words{};
        const std::size_t count = numbers.size() - 1;
        for (std::size_t i = 0; i < count; ++i)
            words[i] = number(i);
        m_builder.reference(Reference(node, number(count), std::span<const quint32>(words.data(), count)));
    }
    return true;
}

} // namespace nodescope::term::detail
