#pragma once

#include "term/Term.h"

/// What is evaluated on a watched node: small expressions, parsed beforehand, that `erl_eval:exprs/2`
/// runs. Their source stands in resources/probes/*.erl; a test with a real node checks that the parsed
/// form (*.forms) is what its compiler makes of it. Nothing is installed, loaded or left there.
namespace nodescope::session::probes {

/// The watcher: sends what the node sees, then each change, and ends with our process or our link.
/// Invalid only if the program's resources are damaged.
[[nodiscard]] term::Term watchForms();
/// `[{'P', Pid}]`: where the watcher sends to.
[[nodiscard]] term::Term watchBindings(const term::Pid &receiver);

/// What a node says of its load and of what its connections carried, once (resources/probes/figures.erl);
/// binds nothing. Practice nodes know this expression too.
[[nodiscard]] term::Term figuresForms();

/// A process that sends for us over its node's links (resources/probes/relay.erl); binds `P`, whom it serves,
/// and `T`, the mark of orders. Practice nodes know this expression too.
[[nodiscard]] term::Term relayForms();
/// Some processes of a node (resources/probes/processes.erl), one with its ties (process.erl), and the
/// supervision trees of its applications (supervision.erl). Practice nodes know the three, too.
[[nodiscard]] term::Term processesForms();
[[nodiscard]] term::Term processForms();
[[nodiscard]] term::Term supervisionForms();

} // namespace nodescope::session::probes
