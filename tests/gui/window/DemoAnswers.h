#pragma once

#include "cluster/Intent.h"
#include "cluster/Report.h"

/// What nodes of demoCluster() would say when the window asks them, made up for pictures.
namespace nodescope::test {

/// Messages as they lie in an inbox: small and large, from named and unnamed senders, with text of every
/// kind.
[[nodiscard]] cluster::Reports demoMails();

/// The answer to a question for processes, for one of them, or for supervision trees; empty for all else.
[[nodiscard]] cluster::Reports demoAnswer(const cluster::Intent &question);

} // namespace nodescope::test
