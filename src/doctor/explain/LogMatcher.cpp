#include "doctor/explain/LogMatcher.h"

#include <cctype>
#include <cstring>

#include "doctor/explain/LogFields.h"

namespace nodescope::doctor {

namespace {
constexpr qsizetype MaxGap = 400;
constexpr int MaxGapLines = 4;
constexpr quint64 PrefixEffort = 40;
constexpr qsizetype MaxName = 300;
constexpr int MaxNameBreaks = 3;
constexpr qsizetype MaxText = 300;

bool isQuote(char c)
{
    return c == '\'' || c == '"' || c == '`';
}
// The host of a bare name may be an IPv6 address; a colon behind the name is none of it.
bool isWithinAddress(const QByteArray &name, char next)
{
    return name.contains('@') && (next == ':' || std::isxdigit(uchar(next)));
}
} // namespace

bool LogMatcher::match(const LogPattern &pattern, qsizetype at)
{
    m_captures = {};
    if (!matchHere(pattern.text, at))
        return false;
    if (pattern.traits & LogPattern::OwnBefore)
        m_captures.own = nameBefore(at);
    return true;
}

bool LogMatcher::matchHere(const char *pattern, qsizetype at)
{
    for (; *pattern; ++pattern) {
        ++m_effort;
        // `<0.1.0>` and its like are fields, so a bracket in a pattern is always one.
        if (*pattern == '<')
            return matchField(pattern, at);
        if (*pattern == ' ') {
            at = skipGap(at);
            continue;
        }
        if (charAt(at) == '\\' && isQuote(*pattern) && charAt(at + 1) == *pattern)
            ++at; // within JSON
        if (charAt(at) != *pattern)
            at = skipBreak(at);
        if (charAt(at) != *pattern || at >= m_text.size())
            return false;
        ++at;
    }
    m_end = at;
    return true;
}

bool LogMatcher::matchField(const char *pattern, qsizetype at)
{
    const char *close = std::strchr(pattern, '>');
    const QByteArrayView field(pattern + 1, close);
    const qsizetype space = field.indexOf(' ');
    const QByteArrayView kind = space < 0 ? field : field.first(space);
    const QByteArrayView fact = space < 0 ? QByteArrayView() : field.sliced(space + 1);
    const char *rest = close + 1;
    if (kind == QByteArrayView("own"))
        return matchNode(rest, at, m_captures.own);
    if (kind == QByteArrayView("peer"))
        return matchNode(rest, at, m_captures.peer);
    if (kind == QByteArrayView("text"))
        return matchText(rest, at, fact);
    if (kind == QByteArrayView("alert"))
        return matchAlert(rest, at, fact);
    return matchRun(kind[0], rest, at, fact);
}

bool LogMatcher::matchNode(const char *rest, qsizetype at, base::NodeName &into)
{
    if (charAt(at) == ':')
        ++at; // Elixir
    const bool escaped = charAt(at) == '\\' && isQuote(charAt(at + 1));
    if (escaped)
        ++at;
    const char quote = isQuote(charAt(at)) ? charAt(at++) : '\0';
    QByteArray name;
    for (int breaks = 0; name.size() <= MaxName;) {
        ++m_effort;
        const char c = charAt(at);
        const bool closed = quote && (c == quote || (escaped && c == '\\'));
        const bool within = quote ? uchar(c) > 0x20 && !closed
                                  : log::isNameChar(c) || (c == ':' && isWithinAddress(name, charAt(at + 1)));
        if (within) {
            name.append(c);
            ++at;
            continue;
        }
        if (endsName(name, quote, at + (closed && escaped ? 2 : closed ? 1 : 0), closed, rest, into))
            return true;
        // Perhaps the line was cut within the name.
        const qsizetype next = skipBreak(at);
        if (closed || next == at || ++breaks > MaxNameBreaks)
            return false;
        at = next;
    }
    return false;
}

// Whether the name is whole with what was read, and the pattern goes on behind it.
bool LogMatcher::endsName(QByteArray name, char quote, qsizetype behind, bool closed, const char *rest,
                          base::NodeName &into)
{
    if (quote && !closed)
        return false;
    // A bare name may end a sentence.
    while (!quote && name.endsWith('.')) {
        name.chop(1);
        --behind;
    }
    const auto node = base::NodeName::parse(QString::fromUtf8(name));
    if (!node || node->text() == QLatin1String("nonode@nohost") || !matchHere(rest, behind))
        return false;
    into = *node;
    return true;
}

bool LogMatcher::matchText(const char *rest, qsizetype at, QByteArrayView fact)
{
    const char *literal = rest;
    while (*literal == ' ')
        ++literal;
    const qsizetype limit = qMin(m_text.size(), at + MaxText + 1);
    for (qsizetype end = at; end < limit; ++end) {
        ++m_effort;
        if (*literal != '<' && m_text[end] != *literal && m_text[end] != '\\')
            continue;
        if (!matchHere(rest, end))
            continue;
        if (!fact.isEmpty()) {
            const QByteArray value = m_text.sliced(at, end - at).toByteArray().simplified();
            m_captures.facts.prepend({QString::fromLatin1(fact), QString::fromUtf8(value)});
        }
        return true;
    }
    return false;
}

bool LogMatcher::matchAlert(const char *rest, qsizetype at, QByteArrayView fact)
{
    for (const char *alert : log::tlsAlerts()) {
        const qsizetype end = skipWords(alert, at);
        if (end >= 0)
            return keepFact(fact, alert, rest, end);
    }
    return false;
}

bool LogMatcher::matchRun(char kind, const char *rest, qsizetype at, QByteArrayView fact)
{
    const qsizetype end = log::runEnd(kind, m_text, at);
    m_effort += quint64(qMax<qsizetype>(0, end - at));
    if (end <= at)
        return false;
    QByteArray value = m_text.sliced(at, end - at).toByteArray().simplified();
    if (kind == 'w' && value.startsWith(':'))
        value = value.sliced(1);
    if (kind == 'f')
        value = log::flagNames(value);
    return keepFact(fact, value, rest, end);
}

// Facts are kept from the last to the first, once all of the pattern fits: so none stays of an attempt that
// failed.
bool LogMatcher::keepFact(QByteArrayView fact, const QByteArray &value, const char *rest, qsizetype at)
{
    if (!matchHere(rest, at))
        return false;
    if (!fact.isEmpty())
        m_captures.facts.prepend({QString::fromLatin1(fact), QString::fromUtf8(value)});
    return true;
}

qsizetype LogMatcher::skipGap(qsizetype at)
{
    const qsizetype begin = at;
    const qsizetype limit = qMin(m_text.size(), at + MaxGap);
    int lines = 0;
    while (at < limit) {
        ++m_effort;
        const char c = m_text[at];
        if (c == ' ' || c == '\t' || c == '\r' || c == '\0') {
            ++at;
        } else if (c == '\n') {
            if (++lines > MaxGapLines)
                break;
            at = skipLinePrefix(m_text, at + 1);
            m_effort += PrefixEffort;
        } else if (c == '\x1b' && charAt(at + 1) == '[') {
            qsizetype end = at + 2;
            while (end < limit && (log::isDigit(m_text[end]) || m_text[end] == ';'))
                ++end;
            at = end + 1;
        } else if (c == '\\' && (charAt(at + 1) == 'n' || charAt(at + 1) == 'r' || charAt(at + 1) == 't')) {
            at += 2;
            // The end of a line in docker's json-file: {"log":"…\n","stream":"stderr","time":"…"}
            if (m_text.sliced(at).startsWith("\",\"stream\":")) {
                while (at < limit && m_text[at] != '\n')
                    ++at;
            }
        } else {
            break;
        }
    }
    return at > begin ? qMin(at, m_text.size()) : begin;
}

// Only where a line was cut, or a colour changes.
qsizetype LogMatcher::skipBreak(qsizetype at)
{
    const char c = charAt(at);
    if (at >= m_text.size() || (c != '\n' && c != '\r' && c != '\x1b' && c != '\0'))
        return at;
    return skipGap(at);
}

qsizetype LogMatcher::skipWords(const char *literal, qsizetype at)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; };
    for (; *literal; ++literal) {
        ++m_effort;
        if (*literal == ' ') {
            at = skipGap(at);
            continue;
        }
        if (lower(charAt(at)) != lower(*literal))
            at = skipBreak(at);
        if (at >= m_text.size() || lower(charAt(at)) != lower(*literal))
            return -1;
        ++at;
    }
    return at;
}

base::NodeName LogMatcher::nameBefore(qsizetype at) const
{
    const auto before = [this](qsizetype i) { return i > 0 ? m_text[i - 1] : '\0'; };
    qsizetype end = at;
    while (before(end) == ' ' || before(end) == '\n' || before(end) == '\r')
        --end;
    if (before(end) == ':')
        --end;
    const char quote = isQuote(before(end)) ? before(end) : '\0';
    if (quote)
        --end;
    if (quote && before(end) == '\\')
        --end;
    qsizetype begin = end;
    while (begin > 0 && end - begin < MaxName && log::isNameChar(m_text[begin - 1]))
        --begin;
    const auto name = base::NodeName::parse(QString::fromUtf8(m_text.sliced(begin, end - begin)));
    return name && name->text() != QLatin1String("nonode@nohost") ? *name : base::NodeName();
}

} // namespace nodescope::doctor
