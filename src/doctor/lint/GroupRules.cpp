#include <algorithm>
#include <numeric>

#include "doctor/lint/LintRules.h"
#include "doctor/pairs/PairEvidence.h"

namespace nodescope::doctor::lint_rules {

using namespace cluster;

namespace {

// OTP promises that nodes of releases so far apart understand each other.
constexpr int ReleasesApart = 2;

/// Whether two nodes hold the same cookie for each other; empty: not known.
std::optional<bool> match(const NodeSettings &x, const NodeSettings &y)
{
    PairEvidence evidence;
    evidence.a = x.node;
    evidence.b = y.node;
    evidence.ofA.cookieDigests = x.cookieDigests;
    evidence.ofB.cookieDigests = y.cookieDigests;
    return evidence.cookiesEqual();
}

/// Nodes that are joined by matching pairs, numbered: the same number, the same set.
class Sets
{
public:
    explicit Sets(qsizetype size)
        : m_parents(std::size_t(size))
    {
        std::iota(m_parents.begin(), m_parents.end(), 0);
    }
    std::size_t find(std::size_t one)
    {
        while (m_parents[one] != one)
            one = m_parents[one] = m_parents[m_parents[one]];
        return one;
    }
    void join(std::size_t x, std::size_t y) { m_parents[find(x)] = find(y); }

private:
    std::vector<std::size_t> m_parents;
};

/// One number for each, in the order of their appearance: `1`, `2` …
class Numbers
{
public:
    template<typename Key>
    static QString of(QList<Key> &known, const Key &key)
    {
        if (!known.contains(key))
            known.append(key);
        return QString::number(known.indexOf(key) + 1);
    }
};

} // namespace

Found mixedNameModes(const LintInput &input)
{
    Grouping modes;
    for (const NodeSettings &node : input.nodes) {
        if (node.nameMode != NodeSettings::NameMode::Unknown)
            modes.add(identifierOf(node.nameMode), node.node);
    }
    if (!modes.differs())
        return std::nullopt;
    return finding(LintRule::MixedNameModes, LintSeverity::Warning, modes);
}

Found tickTimesDiffer(const LintInput &input)
{
    Grouping times;
    int least = 0;
    int most = 0;
    for (const NodeSettings &node : input.nodes) {
        if (!node.netTickTime)
            continue;
        times.add(QString::number(*node.netTickTime), node.node);
        least = least == 0 ? *node.netTickTime : qMin(least, *node.netTickTime);
        most = qMax(most, *node.netTickTime);
    }
    if (!times.differs())
        return std::nullopt;
    // A node ticks every quarter of its own time, and is given up after three quarters of the other's.
    const LintSeverity severity = most >= 3 * least ? LintSeverity::Danger : LintSeverity::Warning;
    return finding(LintRule::TickTimesDiffer, severity, times,
                   QStringLiteral("%1 s, %2 s").arg(least).arg(most));
}

Found cookieGroups(const LintInput &input)
{
    Sets sets(input.nodes.size());
    QString apart;
    const auto size = std::size_t(input.nodes.size());
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t k = i + 1; k < size; ++k) {
            const NodeSettings &x = input.nodes.at(qsizetype(i));
            const NodeSettings &y = input.nodes.at(qsizetype(k));
            const std::optional<bool> same = match(x, y);
            if (same == true)
                sets.join(i, k);
            else if (same == false && apart.isEmpty())
                apart = x.node.text() + QStringLiteral(", ") + y.node.text();
        }
    }
    if (apart.isEmpty())
        return std::nullopt;
    Grouping bySets;
    Grouping byOwn;
    QList<std::size_t> roots;
    QList<QByteArray> digests;
    for (std::size_t i = 0; i < size; ++i) {
        const NodeSettings &node = input.nodes.at(qsizetype(i));
        if (node.cookieDigests.isEmpty())
            continue;
        bySets.add(Numbers::of(roots, sets.find(i)), node.node);
        byOwn.add(Numbers::of(digests, node.cookieDigest), node.node);
    }
    // With a cookie for each pair, all may be joined and two still not match.
    const Grouping &shown = bySets.differs() ? bySets : byOwn;
    return finding(LintRule::CookieGroups, LintSeverity::Warning, shown, apart);
}

Found releasesTooFarApart(const LintInput &input)
{
    Grouping releases;
    const NodeSettings *oldest = nullptr;
    const NodeSettings *newest = nullptr;
    for (const NodeSettings &node : input.nodes) {
        const int release = node.releaseNumber();
        if (release == 0)
            continue;
        releases.add(node.release, node.node);
        if (!oldest || release < oldest->releaseNumber())
            oldest = &node;
        if (!newest || release > newest->releaseNumber())
            newest = &node;
    }
    if (!oldest || newest->releaseNumber() - oldest->releaseNumber() <= ReleasesApart)
        return std::nullopt;
    const protocol::Flags lacking =
        oldest->flags ? protocol::mandatoryFlags(newest->releaseNumber()).without(*oldest->flags)
                      : protocol::Flags();
    if (lacking.isEmpty())
        return finding(LintRule::ReleasesTooFarApart, LintSeverity::Warning, releases,
                       oldest->release + QStringLiteral(", ") + newest->release);
    return finding(LintRule::ReleasesTooFarApart, LintSeverity::Danger, releases,
                   protocol::flagNames(lacking).join(QLatin1String(", ")));
}

Found preventionDiffers(const LintInput &input)
{
    Grouping groups;
    for (const NodeSettings &node : input.nodes) {
        if (node.preventsPartitions && isOfTheMesh(node))
            groups.add(*node.preventsPartitions ? QStringLiteral("true") : QStringLiteral("false"),
                       node.node);
    }
    if (!groups.differs())
        return std::nullopt;
    return finding(LintRule::PreventionDiffers, LintSeverity::Warning, groups);
}

Found connectAllDiffers(const LintInput &input)
{
    Grouping groups;
    for (const NodeSettings &node : input.nodes) {
        if (node.connectAll && node.isHidden == false)
            groups.add(*node.connectAll ? QStringLiteral("true") : QStringLiteral("false"), node.node);
    }
    if (!groups.differs())
        return std::nullopt;
    return finding(LintRule::ConnectAllDiffers, LintSeverity::Warning, groups);
}

Found transportsDiffer(const LintInput &input)
{
    Grouping groups;
    for (const NodeSettings &node : input.nodes) {
        if (node.usesTls())
            groups.add(*node.usesTls() ? QStringLiteral("tls") : QStringLiteral("tcp"), node.node);
    }
    if (!groups.differs())
        return std::nullopt;
    return finding(LintRule::TransportsDiffer, LintSeverity::Warning, groups);
}

} // namespace nodescope::doctor::lint_rules
