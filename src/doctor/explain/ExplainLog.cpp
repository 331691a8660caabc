#include "doctor/explain/ExplainLog.h"

#include <algorithm>
#include <cstring>
#include <vector>

#include <QHash>
#include <QSet>

#include "doctor/explain/LogMatcher.h"
#include "doctor/explain/LogRules.h"
#include "doctor/explain/LogTimes.h"
#include "doctor/explain/Redaction.h"

namespace nodescope::doctor {

using base::NodeName;

namespace {
// Characters that may be looked at for each one of the text, on average: what keeps the time linear. Logs
// need fewer than two.
constexpr quint64 MaxEffort = 100;
constexpr quint64 FreeEffort = 10'000'000;
constexpr qsizetype MaxExcerpt = 400;

// All patterns by their first byte.
class PatternIndex
{
public:
    PatternIndex()
    {
        for (const auto table : {handshakePatterns(), startPatterns(), linkPatterns(), toolPatterns()}) {
            for (const LogPattern &pattern : table)
                m_byFirst[uchar(pattern.text[0])].push_back(&pattern);
        }
    }
    [[nodiscard]] const std::vector<const LogPattern *> &of(char first) const
    {
        return m_byFirst[uchar(first)];
    }

private:
    std::array<std::vector<const LogPattern *>, 256> m_byFirst;
};

bool isAlphanumeric(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

class Reader
{
public:
    explicit Reader(QByteArrayView text)
        : m_text(text)
        , m_matcher(text)
    {
    }

    QList<LogFinding> read()
    {
        qsizetype at = 0;
        while (at < m_text.size() && m_findings.size() < MaxFindings) {
            const qsizetype end = m_index.of(m_text[at]).empty() ? at : readAt(at);
            at = qMax(end, at + 1);
            if (m_matcher.effort() > MaxEffort * quint64(m_text.size()) + FreeEffort)
                break;
        }
        nameTheLog();
        relateFindings(m_findings);
        return m_findings;
    }

private:
    // Behind the message that stands at `at`; `at` if there is none.
    qsizetype readAt(qsizetype at)
    {
        if (!beginsWord(at))
            return at;
        for (const LogPattern *pattern : m_index.of(m_text[at])) {
            if ((pattern->traits & LogPattern::LineStart) && !beginsLine(at))
                continue;
            if (!m_matcher.match(*pattern, at))
                continue;
            if (pattern->traits & LogPattern::Context)
                m_contexts.insert(m_matcher.captures().own);
            else if (!(pattern->traits & LogPattern::Repeated))
                add(*pattern, at, m_matcher.end());
            return m_matcher.end();
        }
        return at;
    }

    // Words of a pattern must not be the end of longer ones; an escaped line end within JSON is no letter.
    [[nodiscard]] bool beginsWord(qsizetype at) const
    {
        if (at == 0 || !isAlphanumeric(m_text[at]) || !isAlphanumeric(m_text[at - 1]))
            return true;
        return at > 1 && m_text[at - 2] == '\\' && std::strchr("nrt", m_text[at - 1]);
    }
    [[nodiscard]] bool beginsLine(qsizetype at) const
    {
        while (at > 0 && (m_text[at - 1] == ' ' || m_text[at - 1] == '\t'))
            --at;
        return at == 0 || m_text[at - 1] == '\n' || m_text[at - 1] == '|';
    }

    void add(const LogPattern &pattern, qsizetype begin, qsizetype end)
    {
        const LogCaptures &captures = m_matcher.captures();
        LogFinding finding;
        finding.wording = pattern.wording;
        finding.cause = pattern.cause;
        finding.certainty = pattern.certainty;
        for (const cluster::Cause cause : pattern.candidates) {
            if (cause != cluster::Cause::None)
                finding.candidates.append(cause);
        }
        finding.node = captures.own;
        finding.peer = captures.peer;
        finding.peerDialled = pattern.traits & LogPattern::PeerDialled;
        finding.facts = captures.facts;
        for (LogFact &fact : finding.facts)
            fact.value = redacted(fact.value);
        const QByteArrayView matched = m_text.sliced(begin, end - begin);
        applyRules(finding, writtenName(matched, finding.peer));
        finding.firstLine = lineOf(begin);
        finding.lineCount = 1 + std::count(matched.begin(), matched.end(), '\n');
        finding.first = timeOf(m_text, begin);
        keep(std::move(finding), matched);
    }

    // The name as it stands there, from its quote on.
    static QByteArrayView writtenName(QByteArrayView matched, const NodeName &name)
    {
        if (name.isNull())
            return {};
        qsizetype at = matched.indexOf(name.text().toUtf8());
        if (at < 0)
            return {};
        if (at > 0 && (matched[at - 1] == '\'' || matched[at - 1] == '"' || matched[at - 1] == ':'))
            --at;
        return matched.sliced(at);
    }

    void keep(LogFinding finding, QByteArrayView matched)
    {
        const QString key = keyOf(finding);
        const auto known = m_known.constFind(key);
        if (known == m_known.constEnd()) {
            finding.excerpt = redacted(excerptOf(matched));
            finding.last = finding.first;
            finding.lastLine = finding.firstLine;
            m_known.insert(key, m_findings.size());
            m_findings.append(std::move(finding));
            return;
        }
        LogFinding &same = m_findings[*known];
        ++same.count;
        same.last = finding.first;
        same.lastLine = finding.firstLine;
    }

    static QString keyOf(const LogFinding &finding)
    {
        QStringList parts{identifierOf(finding.wording), cluster::identifierOf(finding.cause),
                          cluster::identifierOf(finding.certainty), finding.node.text(), finding.peer.text()};
        for (const LogFact &fact : finding.facts) {
            // These differ each time that the same thing is said.
            if (fact.name != QLatin1String("tick") && fact.name != QLatin1String("ticks"))
                parts.append(fact.value);
        }
        return parts.join(QChar(u'\x1f'));
    }

    static QString excerptOf(QByteArrayView matched)
    {
        QString text = QString::fromUtf8(matched.first(qMin(matched.size(), 2 * MaxExcerpt)));
        text.replace(QLatin1String("\\n"), QLatin1String(" "));
        text = text.simplified();
        if (text.size() > MaxExcerpt || matched.size() > 2 * MaxExcerpt)
            text = text.left(MaxExcerpt - 1) + u'…';
        return text;
    }

    qsizetype lineOf(qsizetype at)
    {
        m_line += std::count(m_text.begin() + m_counted, m_text.begin() + at, '\n');
        m_counted = at;
        return m_line;
    }

    // A prompt or a report that names its node names it for all that is said, unless several are named.
    void nameTheLog()
    {
        QSet<NodeName> names = m_contexts;
        for (const LogFinding &finding : std::as_const(m_findings)) {
            if (!finding.node.isNull())
                names.insert(finding.node);
        }
        if (m_contexts.size() != 1 || names.size() != 1)
            return;
        for (LogFinding &finding : m_findings)
            finding.node = *names.cbegin();
    }

    QByteArrayView m_text;
    LogMatcher m_matcher;
    PatternIndex m_index;
    QList<LogFinding> m_findings;
    QHash<QString, qsizetype> m_known;
    QSet<NodeName> m_contexts;
    qsizetype m_line = 1;
    qsizetype m_counted = 0;
};
} // namespace

QList<LogFinding> explainLog(QByteArrayView utf8)
{
    return Reader(utf8).read();
}

QList<LogFinding> explainLog(QStringView text)
{
    return explainLog(QByteArrayView(text.toUtf8()));
}

} // namespace nodescope::doctor
