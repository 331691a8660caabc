#pragma once

#include <QString>

#include "cluster/Link.h"
#include "cluster/Node.h"

namespace nodescope::widgets {

/// The facts of a node or a link as a tool tip (rich text, everything foreign escaped).
[[nodiscard]] QString tipOf(const cluster::Node &node);
[[nodiscard]] QString tipOf(const cluster::Link &link);

/// One line for a screen reader: name, state, release.
[[nodiscard]] QString spokenText(const cluster::Node &node);

} // namespace nodescope::widgets
