#include "cli/WatchOptions.h"

#include "cli/CommonOptions.h"

namespace nodescope::cli {

using namespace std::chrono_literals;

base::Result<WatchOptions, QString> watchOptionsOf(const Arguments &arguments, const QStringList &nodes,
                                                   bool follow)
{
    const auto names = nodesOf(nodes);
    if (!names.ok())
        return base::Failure{names.error()};
    const auto ports = portsOf(arguments);
    if (!ports.ok())
        return base::Failure{ports.error()};
    const auto duration = secondsOf(arguments, QStringLiteral("for"), 0s);
    if (!duration.ok())
        return base::Failure{duration.error()};
    const auto patience = secondsOf(arguments, QStringLiteral("timeout"), 10s);
    if (!patience.ok())
        return base::Failure{patience.error()};
    WatchOptions options;
    options.nodes = *names;
    options.session.epmdPort = ports->epmd;
    options.session.distPort = ports->dist;
    options.session.follow = follow;
    options.duration = *duration;
    options.patience = *patience;
    return options;
}

} // namespace nodescope::cli
