#include "widgets/common/HostMask.h"

#include <algorithm>

#include <QRegularExpression>

namespace nodescope::widgets {

namespace {
/// Without one of these a host's name may be any word of a sentence.
bool isAddress(const QString &host)
{
    return host.contains(u'.') || host.contains(u':');
}
} // namespace

HostMask &HostMask::instance()
{
    static HostMask mask;
    return mask;
}

void HostMask::activate(const QStringList &hosts, const Words &words)
{
    m_active = true;
    m_words = words;
    m_numbers.clear();
    for (const QString &host : hosts)
        (void)wordsFor(host);
}

void HostMask::deactivate()
{
    m_active = false;
    m_words = {};
    m_numbers.clear();
}

QString HostMask::wordsFor(const QString &host)
{
    auto known = m_numbers.find(host);
    if (known == m_numbers.end())
        known = m_numbers.insert(host, static_cast<int>(m_numbers.size()) + 1);
    return m_words(*known);
}

QString HostMask::masked(const QString &text)
{
    if (!m_active || text.isEmpty())
        return text;
    if (m_numbers.contains(text))
        return wordsFor(text);
    static const QRegularExpression behindName(
        QStringLiteral("(?<=[\\w\\-…'])@([A-Za-z0-9][A-Za-z0-9._:\\-]*[A-Za-z0-9])"));
    QString out;
    qsizetype end = 0;
    for (auto found = behindName.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        out += text.mid(end, match.capturedStart(1) - end) + wordsFor(match.captured(1));
        end = match.capturedEnd(1);
    }
    out += text.mid(end);
    // The longest first: one may begin with another.
    QStringList hosts = m_numbers.keys();
    std::sort(hosts.begin(), hosts.end(),
              [](const QString &x, const QString &y) { return x.size() > y.size(); });
    for (const QString &host : std::as_const(hosts)) {
        if (!isAddress(host) || !out.contains(host))
            continue;
        const QRegularExpression alone(QStringLiteral("(?<![\\w.\\-])") + QRegularExpression::escape(host) +
                                       QStringLiteral("(?![\\w\\-])(?!\\.\\w)"));
        out.replace(alone, wordsFor(host));
    }
    return out;
}

} // namespace nodescope::widgets
