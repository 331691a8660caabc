#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include "doctor/explain/LogPattern.h"

namespace nodescope::doctor {

/// What a pattern read.
struct LogCaptures
{
    base::NodeName own;
    base::NodeName peer;
    QList<LogFact> facts;
};

/// Compares patterns with the bytes of a log in their place, without copying them. Each comparison takes
/// bounded time: fields and gaps have limits, and nothing is tried twice but a name at the end of a line.
///
/// The text must outlive the matcher. Not thread-safe; one for each text.
class LogMatcher
{
public:
    explicit LogMatcher(QByteArrayView text)
        : m_text(text)
    {
    }

    /// Whether the pattern fits at `at`. If so, end() and captures() are its.
    [[nodiscard]] bool match(const LogPattern &pattern, qsizetype at);
    [[nodiscard]] qsizetype end() const { return m_end; }
    [[nodiscard]] const LogCaptures &captures() const { return m_captures; }
    /// Characters looked at so far: what all this has cost.
    [[nodiscard]] quint64 effort() const { return m_effort; }

    /// Behind the white space, line ends and prefixes of lines that begin at `at`; `at` if there are none.
    [[nodiscard]] qsizetype skipGap(qsizetype at);

private:
    [[nodiscard]] bool matchHere(const char *pattern, qsizetype at);
    [[nodiscard]] bool matchField(const char *pattern, qsizetype at);
    [[nodiscard]] bool matchNode(const char *rest, qsizetype at, base::NodeName &into);
    [[nodiscard]] bool endsName(QByteArray name, char quote, qsizetype behind, bool closed, const char *rest,
                                base::NodeName &into);
    [[nodiscard]] bool matchText(const char *rest, qsizetype at, QByteArrayView fact);
    [[nodiscard]] bool matchAlert(const char *rest, qsizetype at, QByteArrayView fact);
    [[nodiscard]] bool matchRun(char kind, const char *rest, qsizetype at, QByteArrayView fact);
    [[nodiscard]] bool keepFact(QByteArrayView fact, const QByteArray &value, const char *rest, qsizetype at);
    [[nodiscard]] qsizetype skipBreak(qsizetype at);
    /// Behind `literal` without regard to case; -1 if it does not stand there.
    [[nodiscard]] qsizetype skipWords(const char *literal, qsizetype at);
    [[nodiscard]] base::NodeName nameBefore(qsizetype at) const;
    [[nodiscard]] char charAt(qsizetype at) const { return at < m_text.size() ? m_text[at] : '\0'; }

    QByteArrayView m_text;
    LogCaptures m_captures;
    qsizetype m_end = 0;
    quint64 m_effort = 0;
};

/// Behind what logging puts before each line (time, host, level, process, container …), from the line's
/// begin; the line's begin if there is nothing of the kind.
[[nodiscard]] qsizetype skipLinePrefix(QByteArrayView text, qsizetype lineBegin);

} // namespace nodescope::doctor
