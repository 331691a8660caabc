#pragma once

#include <QByteArray>
#include <QList>

#include "base/NodeName.h"
#include "term/Term.h"

/// What is evaluated once on a node to learn how it is set: small expressions, parsed beforehand, that
/// `erl_eval:exprs/2` runs. Their source stands in resources/probes/*.erl; a test with a real node checks
/// that the parsed form (*.forms) is what its compiler makes of it. Nothing is installed or left there.
namespace nodescope::doctor::probes {

/// The settings of the node; see resources/probes/settings.erl. Invalid only if the program's resources
/// are damaged.
[[nodiscard]] term::Term settingsForms();
/// `peers`: whose cookies are wanted as digests over the nonce. `outside`: whether it tries EPMD at the
/// other addresses of its host.
[[nodiscard]] term::Term settingsBindings(const QList<base::NodeName> &peers, const QByteArray &nonce,
                                          bool outside);

/// What the node sees of another: its resolver, EPMD there, and with `knock` the port.
[[nodiscard]] term::Term viewForms();
[[nodiscard]] term::Term viewBindings(const base::NodeName &other, bool knock);

/// MD5 over the cookie that the node holds for a peer and a nonce: compares two cookies without moving
/// either (protocol.md 1.7). Practice nodes know this one expression.
[[nodiscard]] term::Term cookieDigestForms();
[[nodiscard]] term::Term cookieDigestBindings(const base::NodeName &peer, const QByteArray &nonce);

} // namespace nodescope::doctor::probes
