#include "dist/DialReport.h"

#include <algorithm>

namespace nodescope::dist {

const char *reasonName(const dial_end::Reason &reason)
{
    static constexpr const char *Names[] = {
        "connected",         "probed",           "already_connected",
        "already_dialling",  "own_name",         "no_cookie",
        "host_unresolvable", "epmd_unreachable", "epmd_silent",
        "epmd_broken",       "epmd_lost",        "not_registered",
        "port_unreachable",  "handshake_failed", "transport_failed",
        "timed_out",         "cancelled",        "gave_way_to_incoming",
        "tls_failed",
    };
    static_assert(std::size(Names) == std::variant_size_v<dial_end::Reason>);
    return Names[reason.index()];
}

const DialStep *DialReport::step(DialStage stage) const
{
    const auto found = std::find_if(steps.begin(), steps.end(),
                                    [stage](const DialStep &step) { return step.stage == stage; });
    return found == steps.end() ? nullptr : &*found;
}

} // namespace nodescope::dist
