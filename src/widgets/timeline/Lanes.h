#pragma once

#include <QHash>
#include <QObject>

#include "cluster/ClusterStore.h"

namespace nodescope::widgets {

/// The past of each node as spans of time in one state, made from what the store tells. Bounded: per
/// node the latest spans only. The painter reads it.
class Lanes : public QObject
{
    Q_OBJECT

public:
    /// A span ends where the next one begins; the last one goes on.
    struct Span
    {
        qint64 from = 0; ///< milliseconds since the epoch
        cluster::NodeState state = cluster::NodeState::Known;
    };
    /// Older spans of a node are dropped beyond this.
    static constexpr qsizetype MaxSpans = 512;

    /// The store must outlive the lanes.
    explicit Lanes(const cluster::ClusterStore &store, QObject *parent = nullptr);

    /// Nodes in the order of their names; this program is not among them.
    [[nodiscard]] const QList<base::NodeName> &nodes() const { return m_nodes; }
    [[nodiscard]] QList<Span> spansOf(const base::NodeName &node) const { return m_spans.value(node); }
    /// Another number each time a node came or went.
    [[nodiscard]] quint64 generation() const { return m_generation; }
    /// When the first span began; 0 when there is none.
    [[nodiscard]] qint64 begin() const { return m_begin; }

Q_SIGNALS:
    /// Once per batch in which something changed.
    void changed();

private:
    void note(const base::NodeName &name);
    void remove(const base::NodeName &name);
    void reload();
    void flush();

    const cluster::ClusterStore &m_store;
    QList<base::NodeName> m_nodes;
    QHash<base::NodeName, QList<Span>> m_spans;
    qint64 m_begin = 0;
    quint64 m_generation = 1;
    bool m_dirty = false;
};

} // namespace nodescope::widgets
