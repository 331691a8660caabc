#pragma once

#include "doctor/CauseText.h"

/// What remedies are made of: where to paste something, and what.
namespace nodescope::doctor {

/// `in the shell of cache@web2`; of a node that is not known, of the node.
[[nodiscard]] QString inShellOf(const base::NodeName &node);
/// `on web2`.
[[nodiscard]] QString onHostOf(const base::NodeName &node);
/// `where cache@web2 is started`.
[[nodiscard]] QString whenStarting(const base::NodeName &node);

/// Of EPMD's command line, at the port in question: `epmd -names`, `epmd -port 4711 -names`. 0 is the usual
/// port.
[[nodiscard]] QString epmdCommand(quint16 port, const QString &arguments);
/// Before a command line that starts a node which is to use that port: empty, or `ERL_EPMD_PORT=4711 `.
[[nodiscard]] QString epmdVariable(quint16 port);
/// The same as a line of vm.args, behind others: empty, or `\n-epmd_port 4711`.
[[nodiscard]] QString epmdArgument(quint16 port);
/// Of any node that asks at that port: only there is it EPMD in question that answers.
[[nodiscard]] QString inAnyShell(quint16 port);
/// The port itself, where one must be written.
[[nodiscard]] quint16 epmdPortOr(quint16 port);

[[nodiscard]] Snippet elixir(const QString &where, const QString &code);
[[nodiscard]] Snippet erlang(const QString &where, const QString &code);
[[nodiscard]] Snippet shell(const QString &where, const QString &code);
[[nodiscard]] Snippet vmArgs(const QString &where, const QString &code);

/// Whether this program dialled.
/// Where the node itself is registered, if that is known and is another EPMD than the one that was asked;
/// else 0.
[[nodiscard]] quint16 otherEpmdPort(const cluster::Diagnosis &diagnosis);
[[nodiscard]] bool isOurs(const cluster::Diagnosis &diagnosis);

} // namespace nodescope::doctor
