#include "dist/RemoteCall.h"

namespace nodescope::dist {

const char *reasonName(const call_end::Reason &reason)
{
    static constexpr const char *Names[] = {
        "returned", "raised", "badrpc", "timed_out", "no_connection", "not_supported", "cancelled",
    };
    static_assert(std::size(Names) == std::variant_size_v<call_end::Reason>);
    return Names[reason.index()];
}

} // namespace nodescope::dist
