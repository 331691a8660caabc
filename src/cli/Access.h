#pragma once

#include <optional>

#include <QList>

#include "base/NodeName.h"
#include "cli/Arguments.h"
#include "cli/Console.h"
#include "dist/CookieStore.h"
#include "dist/tls/TlsSettings.h"

namespace nodescope::cli {

/// What it takes to connect to nodes.
struct Access
{
    dist::CookieStore cookies;
    std::optional<dist::TlsRole> tls; ///< as the one who dials
};

/// Chooses both, as chooseCookie() and chooseTls() say. Nothing: an error has been reported, and the command
/// ends with WrongUse.
[[nodiscard]] std::optional<Access> chooseAccess(const Arguments &arguments,
                                                 const QList<base::NodeName> &nodes, Console &console);

} // namespace nodescope::cli
