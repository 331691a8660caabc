#pragma once

#include <optional>

#include "cluster/Node.h"

namespace nodescope::cluster {

/// Sources that could both tell of a node say different things of it: "in DNS, not in EPMD".
struct Disagreement
{
    base::NodeName node;
    QList<Sighting> present;
    QList<Sighting> absent;
    bool connected = false; ///< we are connected to it, whatever they say

    friend bool operator==(const Disagreement &, const Disagreement &) = default;
};

/// Nothing where its sources agree. What a person typed is no claim, and the list of a profile says what
/// should be, not what is: neither disagrees with anybody.
[[nodiscard]] std::optional<Disagreement> disagreementOf(const Node &node);

} // namespace nodescope::cluster
