#include "widgets/mainwindow/SessionState.h"

#include <algorithm>

#include <QCoreApplication>

namespace nodescope::widgets {

using namespace cluster;

namespace {
class StateText
{
    Q_DECLARE_TR_FUNCTIONS(SessionState)
};

bool isConnected(const Cluster &cluster)
{
    const auto &nodes = cluster.nodes();
    return std::any_of(nodes.begin(), nodes.end(), [](const Node &node) {
        return node.state == NodeState::Up && node.kind != NodeKind::Self;
    });
}
} // namespace

SessionState sessionStateOf(const Cluster &cluster, bool isNow)
{
    switch (cluster.session().source) {
    case SessionInfo::Source::Replay:
        return SessionState::Replay;
    case SessionInfo::Source::Simulated:
        return SessionState::Simulation;
    case SessionInfo::Source::None:
        return isNow ? SessionState::NotConnected : SessionState::Past;
    case SessionInfo::Source::Live:
        break;
    }
    if (!isNow)
        return SessionState::Past;
    return isConnected(cluster) ? SessionState::Live : SessionState::NotConnected;
}

QString wordFor(SessionState state)
{
    switch (state) {
    case SessionState::NotConnected:
        break;
    case SessionState::Live:
        return StateText::tr("live");
    case SessionState::Past:
        return StateText::tr("past");
    case SessionState::Replay:
        return StateText::tr("replay");
    case SessionState::Simulation:
        return StateText::tr("simulation");
    }
    return StateText::tr("not connected");
}

} // namespace nodescope::widgets
