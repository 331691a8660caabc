#pragma once

#include "graph/LayoutInput.h"

namespace nodescope::graph {

/// Pushes the hosts (each as the circle around its nodes) apart until there is `gap` between them.
/// Nodes of no host are circles of their own. A host with a fixed node stays.
void separateGroups(const LayoutInput &input, Positions &positions, double gap);

/// Pushes nodes apart until no two footprints overlap (or the rounds are used up), moving each as
/// little as it can. Fixed nodes stay.
void separateBoxes(const LayoutInput &input, Positions &positions, int rounds = 80);

/// Pushes nodes off links that pass through them. For small graphs; in a dense mesh there is no way
/// around, and nothing is done.
void separateFromLinks(const LayoutInput &input, Positions &positions, double clearance);

/// Pushes apart nodes whose shapes or names lie over each other, with the smallest moves: first those that
/// are not `settled`, and those that are only as far as that does not do. Fixed nodes stay. Arrangements that
/// are merely close stay as they are: less room is asked for than by a layout.
[[nodiscard]] Positions makeRoom(const Positions &positions, const std::vector<bool> &fixed,
                                 const std::vector<bool> &settled);

/// How many pairs of footprints overlap by more than a pixel.
[[nodiscard]] int overlaps(const LayoutInput &input, const Positions &positions);

} // namespace nodescope::graph
