#pragma once

#include <optional>

#include "cluster/Cluster.h"
#include "doctor/EvictionText.h"

namespace nodescope::widgets {

/// The story that a lost link is part of: how `global` disconnected nodes to prevent overlapping partitions,
/// and what set it off. Empty: it is part of none. Looks at the events of a minute around it, no more than
/// some thousands; pure.
[[nodiscard]] std::optional<doctor::EvictionStory> storyOf(const cluster::Cluster &cluster,
                                                           const cluster::Event &lost);

} // namespace nodescope::widgets
