#include "cluster/happenings/Happening.h"

#include <algorithm>

namespace nodescope::cluster {

QString identifierOf(HappeningKind kind)
{
    switch (kind) {
    case HappeningKind::Split:
        break;
    case HappeningKind::NodesLost:
        return QStringLiteral("nodes_lost");
    case HappeningKind::Flapping:
        return QStringLiteral("flapping");
    }
    return QStringLiteral("split");
}

QString hostOf(const QList<base::NodeName> &group)
{
    if (group.isEmpty())
        return {};
    const QString host = group.constFirst().host();
    const bool one = std::all_of(group.begin(), group.end(),
                                 [&host](const base::NodeName &node) { return node.host() == host; });
    return one ? host : QString();
}

} // namespace nodescope::cluster
