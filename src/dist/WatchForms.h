#pragma once

namespace nodescope::dist {

/// The file resources/probes/watch.forms as it is: what ClusterWatch has a node evaluate.
extern const char *const WatchForms;

} // namespace nodescope::dist
