#include "term/TermSearch.h"

#include "term/Printer.h"

namespace nodescope::term {

namespace {

/// Of longer text only so much is looked at, and of larger numbers so many digits are compared.
constexpr qsizetype LongestText = qsizetype(1) << 24;
constexpr qsizetype LongestNumber = 4096;

/// The text of a proper list of characters; empty if it is none.
QString charactersOf(const Term &list)
{
    if (!list.isProperList() || list.size() > LongestText)
        return {};
    QString text;
    for (const Term &element : list.elements()) {
        const qint64 point = element.toInteger().value_or(-1);
        const bool blank = point == '\n' || point == '\t' || point == '\r';
        if ((point < 0x20 && !blank) || point > 0x10ffff || (point >= 0xd800 && point < 0xe000))
            return {};
        const auto character = static_cast<char32_t>(point);
        text += QString::fromUcs4(&character, 1);
    }
    return text;
}

} // namespace

TermSearch::TermSearch(const Term &term, QString text, Qt::CaseSensitivity sensitivity)
    : m_root(term)
    , m_text(std::move(text))
    , m_sensitivity(sensitivity)
    , m_ended(m_text.isEmpty() || !term.isValid())
{
}

TermSearch::State TermSearch::advance(qsizetype values)
{
    for (; values > 0; --values) {
        if (m_ended || !step()) {
            m_ended = true;
            return State::Ended;
        }
        m_whole = false;
        if (matches(m_at, &m_whole))
            return State::Found;
    }
    return State::More;
}

bool TermSearch::step()
{
    if (!m_started) {
        m_started = true;
        m_at = m_root;
        return true;
    }
    if (const qsizetype parts = m_whole ? 0 : partCount(m_at); parts > 0)
        m_open.push_back({m_at, 0, parts});
    while (!m_open.empty() && m_open.back().next == m_open.back().end)
        m_open.pop_back();
    if (m_open.empty())
        return false;
    m_at = partAt(m_open.back().container, m_open.back().next++);
    return true;
}

bool TermSearch::matches(const Term &value, bool *whole) const
{
    switch (value.kind()) {
    case Kind::Atom:
        return has(value.atomText());
    case Kind::Binary:
        return has(QString::fromUtf8(value.bytes().first(std::min(value.bytes().size(), LongestText))));
    case Kind::List: {
        const QString text = charactersOf(value);
        *whole = !text.isEmpty();
        return *whole && has(text);
    }
    case Kind::Record:
        return has(value.recordName()) || has(value.module());
    case Kind::Nil:
    case Kind::Tuple:
    case Kind::Map:
    case Kind::Bitstring:
    case Kind::Invalid:
        return false;
    default:
        return has(toErlang(value, LongestNumber));
    }
}

TermPath TermSearch::path() const
{
    TermPath path;
    path.reserve(static_cast<qsizetype>(m_open.size()));
    for (const Open &open : m_open)
        path.append(open.next - 1);
    return path;
}

} // namespace nodescope::term
