#pragma once

#include <QString>

#include "cluster/Link.h"
#include "cluster/Node.h"
#include "models/Trends.h"

namespace nodescope::widgets {

/// The facts of a node or a link as a tool tip (rich text, everything foreign escaped); with `trends` its
/// figures too; `silent`: LinkLook::silent.
[[nodiscard]] QString tipOf(const cluster::Node &node, const models::Trends *trends);
[[nodiscard]] QString tipOf(const cluster::Link &link, const models::Trends *trends, int silent = 0);

/// One line for a screen reader: name, state, release.
[[nodiscard]] QString spokenText(const cluster::Node &node);

} // namespace nodescope::widgets
