#include "cli/Access.h"

#include "cli/CookieChoice.h"
#include "cli/TlsChoice.h"

namespace nodescope::cli {

std::optional<Access> chooseAccess(const Arguments &arguments, const QList<base::NodeName> &nodes,
                                   Console &console)
{
    auto cookies = chooseCookie(arguments, nodes, console);
    if (!cookies)
        return std::nullopt;
    auto tls = chooseTls(arguments, console);
    if (!tls.ok())
        return std::nullopt;
    return Access{*std::move(cookies), tls.value()};
}

} // namespace nodescope::cli
