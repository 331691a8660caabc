#include "dist/LinkDown.h"

namespace nodescope::dist {

const char *reasonName(const link_down::Reason &reason)
{
    static constexpr const char *Names[] = {
        "handshake_failed", "probe_over",          "peer_closed",  "peer_silent",
        "network_failed",   "peer_broke_protocol", "closed_by_us",
    };
    static_assert(std::size(Names) == std::variant_size_v<link_down::Reason>);
    return Names[reason.index()];
}

} // namespace nodescope::dist
