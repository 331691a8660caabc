#pragma once

#include <QByteArray>

#include "base/NodeName.h"
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

/// MD5 over the cookie that the node holds for a peer and a nonce: compares two cookies without moving
/// either (protocol.md 1.7).
[[nodiscard]] term::Term cookieDigestForms();
[[nodiscard]] term::Term cookieDigestBindings(const base::NodeName &peer, const QByteArray &nonce);

} // namespace nodescope::session::probes
