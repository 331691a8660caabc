#include "doctor/explain/LogMatcher.h"

#include <cctype>
#include <cstring>

#include "doctor/explain/LogFields.h"

namespace nodescope::doctor {

namespace {
constexpr qsizetype MaxGap = 400;
constexpr int MaxGapLines = 4;
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
    const char *space = std::strchr(pattern, ' ');
    const QByteArray kind(pattern + 1, qsizetype((space && space < close ? space : close) - pattern - 1));
    const QByteArray fact =
        space && space < close ? QByteArray(space + 1, qsizetype(close - space - 1)) : QByteArray();
    const char *rest = close + 1;
    if (kind == "own")
        return matchNode(rest, at, m_captures.own);
    if (kind == "peer")
        return matchNode(rest, at, m_captures.peer);
    if (kind == "text")
        return matchText(rest, at, fact);
    if (kind == "alert")
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

bool LogMatcher::matchText(const char *rest, qsizetype at, const QByteArray &fact)
{
    const char *literal = rest;
    while (*literal == ' ')
        ++literal;
    for (qsizetype end = at; end < m_text.size() && end - at <= MaxText; ++end) {
        ++m_effort;
        if (*literal != '<' && m_text[end] != *literal && m_text[end] != '\\')
            continue;
        // What the rest reads first must not stay when it fails behind.
        const LogCaptures before = m_captures;
        const QByteArray value = m_text.sliced(at, end - at).toByteArray().simplified();
        if (!fact.isEmpty())
            m_captures.facts.append({QString::fromLatin1(fact), QString::fromUtf8(value)});
        if (matchHere(rest, end))
            return true;
        m_captures = before;
    }
    return false;
}

bool LogMatcher::matchAlert(const char *rest, qsizetype at, const QByteArray &fact)
{
    for (const char *alert : log::tlsAlerts()) {
        const qsizetype end = skipWords(alert, at);
        if (end >= 0)
            return keepFact(fact, alert, rest, end);
    }
    return false;
}

bool LogMatcher::matchRun(char kind, const char *rest, qsizetype at, const QByteArray &fact)
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

bool LogMatcher::keepFact(const QByteArray &fact, const QByteArray &value, const char *rest, qsizetype at)
{
    if (!fact.isEmpty())
        m_captures.facts.append({QString::fromLatin1(fact), QString::fromUtf8(value)});
    return matchHere(rest, at);
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
