#pragma once

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QSet>

#include "base/Clock.h"
#include "cluster/Delta.h"

namespace nodescope::cli {

/// Turns deltas into the lines of `watch`; what each line holds is described in nodescope-cli(1).
///
/// Links of our own are left out, but for failed attempts. Of attempts at one node that fail for the same
/// cause one after the other, the first is told.
class EventLines
{
public:
    /// `clock` must outlive this object.
    explicit EventLines(const base::Clock &clock);
    [[nodiscard]] QList<QJsonObject> take(const cluster::Deltas &deltas);

private:
    void add(const cluster::NodeChanged &delta);
    void add(const cluster::NodeRemoved &delta);
    void add(const cluster::LinkChanged &delta);
    void add(const cluster::LinkRemoved &delta);
    void add(const cluster::EventHappened &delta);
    void add(const cluster::IntentFailed &delta);
    template<class Other>
    void add(const Other &)
    {
    }
    void addFailure(const cluster::Event &event);

    const base::Clock &m_clock;
    QList<QJsonObject> m_lines;
    QHash<cluster::LinkKey, cluster::LinkState> m_states;
    QSet<cluster::LinkKey> m_news; ///< pairs of which one has just reported the other
    QHash<base::NodeName, QString> m_failures;
};

} // namespace nodescope::cli
