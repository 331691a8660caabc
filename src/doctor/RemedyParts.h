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

[[nodiscard]] Snippet elixir(const QString &where, const QString &code);
[[nodiscard]] Snippet erlang(const QString &where, const QString &code);
[[nodiscard]] Snippet shell(const QString &where, const QString &code);
[[nodiscard]] Snippet vmArgs(const QString &where, const QString &code);

/// Whether this program dialled.
[[nodiscard]] bool isOurs(const cluster::Diagnosis &diagnosis);

} // namespace nodescope::doctor
