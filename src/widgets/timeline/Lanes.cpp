#include "widgets/timeline/Lanes.h"

#include <algorithm>

namespace nodescope::widgets {

using cluster::ClusterStore;

Lanes::Lanes(const ClusterStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    connect(&store, &ClusterStore::nodeAdded, this, &Lanes::note);
    connect(&store, &ClusterStore::nodeChanged, this, &Lanes::note);
    connect(&store, &ClusterStore::nodeRemoved, this, &Lanes::remove);
    connect(&store, &ClusterStore::batchEnded, this, &Lanes::flush);
    connect(&store, &ClusterStore::reset, this, &Lanes::reload);
    reload();
}

void Lanes::note(const base::NodeName &name)
{
    const cluster::Node *node = m_store.cluster().node(name);
    if (!node || node->kind == cluster::NodeKind::Self)
        return;
    const auto at = std::lower_bound(m_nodes.begin(), m_nodes.end(), name);
    if (at == m_nodes.end() || *at != name) {
        m_nodes.insert(at, name);
        ++m_generation;
    }
    QList<Span> &spans = m_spans[name];
    const QDateTime since = node->since.isValid() ? node->since : QDateTime::currentDateTimeUtc();
    const qint64 from = since.toMSecsSinceEpoch();
    if (!spans.isEmpty() && spans.constLast().state == node->state)
        return;
    // A wall clock may jump back: spans never do.
    spans.append({spans.isEmpty() ? from : std::max(from, spans.constLast().from), node->state});
    if (spans.size() > MaxSpans)
        spans.removeFirst();
    m_begin = m_begin == 0 ? from : std::min(m_begin, from);
    m_dirty = true;
}

void Lanes::remove(const base::NodeName &name)
{
    if (m_spans.remove(name)) {
        m_nodes.removeOne(name);
        ++m_generation;
        m_dirty = true;
    }
}

void Lanes::reload()
{
    m_nodes.clear();
    ++m_generation;
    m_spans.clear();
    m_begin = 0;
    for (const cluster::Node &node : m_store.cluster().sortedNodes())
        note(node.name);
    m_dirty = true;
    flush();
}

void Lanes::flush()
{
    if (!m_dirty)
        return;
    m_dirty = false;
    Q_EMIT changed();
}

} // namespace nodescope::widgets
