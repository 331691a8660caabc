#pragma once

#include "base/NodeName.h"
#include "dist/RemoteCall.h"

namespace nodescope::doctor {

/// Has `a` try to connect to `b`: `net_kernel:connect_node/1` there. Acting: only with a person's consent.
[[nodiscard]] inline dist::CallRequest connectRequest(const base::NodeName &a, const base::NodeName &b)
{
    dist::CallRequest request;
    request.node = a;
    request.module = QStringLiteral("net_kernel");
    request.function = QStringLiteral("connect_node");
    request.arguments = {term::Term::atom(b.text())};
    return request;
}

} // namespace nodescope::doctor
