#pragma once

#include "support/PeerCommand.h"

/// The nodes of ours that are no BEAM. For this machine they are built with the tests. For another root the C
/// node is compiled there, by its own compiler against its own `ei`, and Java's classes run with its own
/// JInterface; the programs lie in a temporary directory until the test ends.
namespace nodescope::test {

/// Without a program where there is no such node; whyNo…() says why.
[[nodiscard]] PeerCommand cNodeCommand();
[[nodiscard]] QString whyNoCNode();
[[nodiscard]] PeerCommand javaNodeCommand();
[[nodiscard]] QString whyNoJavaNode();

} // namespace nodescope::test
