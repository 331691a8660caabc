#pragma once

#include <QObject>

#include "dist/LocalNode.h"

namespace nodescope::lab {

class PracticeNode;

/// What our watch expression (resources/probes/watch.erl) does on a BEAM node, done natively: monitors
/// the observer, tells it the node's visible and hidden peers, then each nodeup and nodedown, and ends
/// with the observer or its link.
///
/// The messages have the forms that `net_kernel:monitor_nodes(true, [{node_type, all},
/// nodedown_reason])` brings. A child of the process that it is.
class Watcher final : public QObject
{
    Q_OBJECT

public:
    Watcher(PracticeNode &node, dist::LocalProcess &process, const term::Pid &observer,
            const base::NodeName &peer);

private:
    void sayHello();
    void report(const term::Term &event);
    void onLinkUp(const dist::LinkInfo &link);
    void onLinkDown(const dist::LinkInfo &link, const dist::link_down::Reason &reason);

    PracticeNode &m_node;
    dist::LocalProcess &m_process;
    const term::Pid m_observer;
    const base::NodeName m_peer;
};

} // namespace nodescope::lab
