#include "cluster/Node.h"

namespace nodescope::cluster {

QString identifierOf(NodeKind kind)
{
    switch (kind) {
    case NodeKind::Unknown:
        break;
    case NodeKind::Beam:
        return QStringLiteral("beam");
    case NodeKind::CNode:
        return QStringLiteral("c_node");
    case NodeKind::Practice:
        return QStringLiteral("practice");
    case NodeKind::Self:
        return QStringLiteral("self");
    }
    return QStringLiteral("unknown");
}

QString identifierOf(NodeState state)
{
    switch (state) {
    case NodeState::Known:
        break;
    case NodeState::Connecting:
        return QStringLiteral("connecting");
    case NodeState::Up:
        return QStringLiteral("up");
    case NodeState::Reported:
        return QStringLiteral("reported");
    case NodeState::Failed:
        return QStringLiteral("failed");
    case NodeState::Down:
        return QStringLiteral("down");
    case NodeState::Expected:
        return QStringLiteral("expected");
    case NodeState::Frozen:
        return QStringLiteral("frozen");
    }
    return QStringLiteral("known");
}

QString identifierOf(Watched watched)
{
    switch (watched) {
    case Watched::Not:
        break;
    case Watched::Push:
        return QStringLiteral("push");
    case Watched::Poll:
        return QStringLiteral("poll");
    case Watched::Hearsay:
        return QStringLiteral("hearsay");
    }
    return QStringLiteral("none");
}

const base::NodeName &selfName()
{
    static const base::NodeName name = base::NodeName::literal(u"nodescope@self");
    return name;
}

} // namespace nodescope::cluster
