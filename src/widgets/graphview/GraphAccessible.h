#pragma once

namespace nodescope::widgets {

/// Tells Qt how a GraphView is read out: a list of its nodes, each with name and state. May be
/// called more than once.
void installGraphAccessibility();

} // namespace nodescope::widgets
