#include "cluster/Disagreement.h"

namespace nodescope::cluster {

std::optional<Disagreement> disagreementOf(const Node &node)
{
    Disagreement result;
    result.node = node.name;
    result.connected = node.state == NodeState::Up || node.state == NodeState::Frozen;
    for (const Sighting &sighting : node.sightings) {
        if (sighting.kind == SourceKind::Person || sighting.kind == SourceKind::Profile)
            continue;
        (sighting.present ? result.present : result.absent).append(sighting);
    }
    if (result.absent.isEmpty() || (result.present.isEmpty() && !result.connected))
        return std::nullopt;
    return result;
}

} // namespace nodescope::cluster
