#include "doctor/explain/LogMatcher.h"

namespace nodescope::doctor {

namespace {
constexpr qsizetype MaxPrefix = 200;
constexpr int MaxParts = 8;

// Takes the parts of a prefix one after the other. Each take… moves on and says whether there was such a
// part.
class Prefix
{
public:
    Prefix(QByteArrayView text, qsizetype begin)
        : m_text(text.first(qMin(text.size(), begin + MaxPrefix)))
        , m_at(begin)
    {
    }

    qsizetype end()
    {
        const qsizetype begin = m_at;
        if (takeLiteral("{\"log\":\"")) // docker's json-file
            return m_at;
        int parts = 0;
        while (parts < MaxParts && takePart())
            ++parts;
        return parts > 0 ? m_at : begin;
    }

private:
    [[nodiscard]] char peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }
    static bool isDigit(char c) { return c >= '0' && c <= '9'; }
    static bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

    bool takeLiteral(QByteArrayView literal)
    {
        if (!m_text.sliced(m_at).startsWith(literal))
            return false;
        m_at += literal.size();
        return true;
    }
    void skipBlanks()
    {
        while (peek() == ' ' || peek() == '\t')
            ++m_at;
    }
    bool takePart()
    {
        const qsizetype before = m_at;
        skipBlanks();
        if (takeTime() || takeMonth() || takeBracket() || takePid() || takeStream() || takeContainer() ||
            takeLiteral("> ") || takeProcess())
            return true;
        m_at = before;
        return false;
    }
    // 2026-11-26T11:18:24.582014+01:00, 11:18:24.582: digits and what stands between them.
    bool takeTime()
    {
        qsizetype n = 0;
        int digits = 0;
        bool colon = false;
        while (isDigit(peek(n)) || (n > 0 && QByteArrayView(":.,-/TZ+").contains(peek(n)))) {
            digits += isDigit(peek(n));
            colon = colon || peek(n) == ':' || peek(n) == '-';
            ++n;
        }
        if (digits < 4 || !colon || (peek(n) != ' ' && peek(n) != '\t'))
            return false;
        m_at += n;
        m_timed = true;
        m_host = m_host || digits >= 14; // a date and a time
        return true;
    }
    // Nov 26
    bool takeMonth()
    {
        if (!isLetter(peek()) || !isLetter(peek(1)) || !isLetter(peek(2)) || peek(3) != ' ')
            return false;
        const qsizetype day = peek(4) == ' ' ? 5 : 4;
        if (!isDigit(peek(day)))
            return false;
        qsizetype n = day;
        while (isDigit(peek(n)))
            ++n;
        if (peek(n) != ' ' || n - day > 2)
            return false;
        m_at += n;
        m_host = true;
        return true;
    }
    // [error], and [<0.1.0>]
    bool takeBracket()
    {
        if (peek() != '[')
            return false;
        for (qsizetype n = 1; n < 40 && peek(n) != '\n'; ++n) {
            const char c = peek(n);
            if (c == ']') {
                m_at += n + 1;
                return true;
            }
            if (!isLetter(c) && !isDigit(c) && !QByteArrayView("<>._-:@").contains(c))
                return false;
        }
        return false;
    }
    bool takePid()
    {
        if (peek() != '<' || !isDigit(peek(1)))
            return false;
        qsizetype n = 1;
        while (n < 30 && (isDigit(peek(n)) || peek(n) == '.'))
            ++n;
        if (peek(n) != '>')
            return false;
        m_at += n + 1;
        return true;
    }
    // Kubernetes: `stdout F `
    bool takeStream()
    {
        return m_timed && (takeLiteral("stdout F") || takeLiteral("stdout P") || takeLiteral("stderr F") ||
                           takeLiteral("stderr P"));
    }
    // docker compose: `web-1  | `
    bool takeContainer()
    {
        qsizetype n = 0;
        while (n < 64 &&
               (isLetter(peek(n)) || isDigit(peek(n)) || peek(n) == '_' || peek(n) == '-' || peek(n) == '.'))
            ++n;
        if (n == 0)
            return false;
        while (n < 80 && peek(n) == ' ')
            ++n;
        if (peek(n) != '|')
            return false;
        m_at += n + 1;
        return true;
    }
    // syslog: `host app[123]:`, behind a time
    bool takeProcess()
    {
        if (!m_timed || !m_host)
            return false;
        int words = 0;
        for (qsizetype n = 0; n < 100 && words < 2; ++n) {
            const char c = peek(n);
            if (c == ':' && peek(n + 1) == ' ') {
                m_at += n + 1;
                m_host = false;
                return words == 1;
            }
            if (c == ' ')
                ++words;
            else if (!isLetter(c) && !isDigit(c) && !QByteArrayView("._/-[]").contains(c))
                return false;
        }
        return false;
    }

    QByteArrayView m_text;
    qsizetype m_at;
    bool m_timed = false;
    bool m_host = false;
};
} // namespace

qsizetype skipLinePrefix(QByteArrayView text, qsizetype lineBegin)
{
    return Prefix(text, lineBegin).end();
}

} // namespace nodescope::doctor
