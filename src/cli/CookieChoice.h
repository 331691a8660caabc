#pragma once

#include <optional>

#include <QList>

#include "base/NodeName.h"
#include "base/Secret.h"
#include "cli/Arguments.h"
#include "cli/Console.h"
#include "dist/CookieStore.h"

namespace nodescope::cli {

/// The environment variable that may hold a cookie.
inline constexpr const char *CookieVariable = "NODESCOPE_COOKIE";

/// Finds the cookie for a command that talks to `nodes`: `--cookie-file`, else NODESCOPE_COOKIE, else a
/// question at the terminal, else the user's own `.erlang.cookie`.
///
/// A cookie that was given holds for every node that the named ones lead to; `--cookie-file NODE=FILE`, which
/// may be given several times, holds for one node, and goes before it. The user's own is offered
/// only to the hosts of the named nodes (robustness.md, 17), which a notice says. Nothing: there is no
/// cookie, and the error has been reported; the command ends with WrongUse.
[[nodiscard]] std::optional<dist::CookieStore>
chooseCookie(const Arguments &arguments, const QList<base::NodeName> &nodes, Console &console);

/// The same for a command that can do without: asks nobody, and where there is no cookie the store is empty.
[[nodiscard]] std::optional<dist::CookieStore>
chooseCookieIfAny(const Arguments &arguments, const QList<base::NodeName> &nodes, Console &console);

/// The cookie in a file that somebody named. Nothing: there is none, and the error has been reported.
[[nodiscard]] std::optional<base::Secret> cookieOfFile(const QString &path, Console &console);

} // namespace nodescope::cli
