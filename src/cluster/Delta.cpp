#include "cluster/Delta.h"

#include <QSet>

namespace nodescope::cluster {

namespace {
/// Walks a batch from its end and says of each delta whether a later one replaces it.
class Newest
{
public:
    bool keep(const NodeChanged &delta) { return firstTime(m_nodes, delta.node.name); }
    bool keep(const NodeRemoved &delta)
    {
        // What came before the removal is another life of the name: it must not be merged with ours.
        m_nodes.remove(delta.name);
        m_links.removeIf([&](const LinkKey &key) { return key.contains(delta.name); });
        m_figures.remove(delta.name);
        m_traffic.removeIf([&](const LinkKey &key) { return key.contains(delta.name); });
        return true;
    }
    bool keep(const LinkChanged &delta) { return firstTime(m_links, delta.link.key); }
    bool keep(const LinkRemoved &delta)
    {
        m_links.remove(delta.key);
        m_traffic.remove(delta.key);
        return true;
    }
    bool keep(const HostChanged &delta) { return firstTime(m_hosts, delta.host.host); }
    bool keep(const EventHappened &) { return true; }
    bool keep(const MessageHappened &) { return true; }
    bool keep(const SessionChanged &)
    {
        const bool first = !m_session;
        m_session = true;
        return first;
    }
    bool keep(const IntentFailed &) { return true; }
    bool keep(const ExaminationChanged &delta) { return firstTime(m_examinations, delta.examination.id); }
    bool keep(const VisitChanged &delta) { return firstTime(m_visits, delta.visit.id); }
    bool keep(const ErrandChanged &delta) { return firstTime(m_errands, delta.report.errand.id); }
    bool keep(const HandshakeChanged &delta) { return firstTime(m_handshakes, delta.record.id); }
    bool keep(const CookieShown &) { return true; }
    bool keep(const FiguresChanged &delta) { return firstTime(m_figures, delta.figures.node); }
    bool keep(const TrafficChanged &delta) { return firstTime(m_traffic, delta.traffic.key); }
    bool keep(const PostChanged &)
    {
        const bool first = !m_post;
        m_post = true;
        return first;
    }
    bool keep(const SourceChanged &delta) { return firstTime(m_sources, delta.source.id); }
    bool keep(const SourceRemoved &delta)
    {
        m_sources.remove(delta.id);
        return true;
    }
    bool keep(const LintChanged &)
    {
        const bool first = !m_lint;
        m_lint = true;
        return first;
    }

private:
    template<class Set, class Key>
    static bool firstTime(Set &set, const Key &key)
    {
        if (set.contains(key))
            return false;
        set.insert(key);
        return true;
    }

    QSet<base::NodeName> m_nodes;
    QSet<LinkKey> m_links;
    QSet<QString> m_hosts;
    QSet<quint64> m_examinations;
    QSet<quint64> m_visits;
    QSet<quint64> m_errands;
    QSet<quint64> m_handshakes;
    QSet<base::NodeName> m_figures;
    QSet<LinkKey> m_traffic;
    QSet<QString> m_sources;
    bool m_post = false;
    bool m_session = false;
    bool m_lint = false;
};
} // namespace

bool isMoment(const Delta &delta)
{
    return std::holds_alternative<EventHappened>(delta) || std::holds_alternative<MessageHappened>(delta);
}

Deltas coalesced(const Deltas &deltas)
{
    Newest newest;
    Deltas kept;
    for (auto it = deltas.crbegin(); it != deltas.crend(); ++it) {
        if (std::visit([&](const auto &one) { return newest.keep(one); }, *it))
            kept.append(*it);
    }
    std::reverse(kept.begin(), kept.end());
    return kept;
}

} // namespace nodescope::cluster
