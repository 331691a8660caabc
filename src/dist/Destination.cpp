#include "dist/Destination.h"

namespace nodescope::dist {

QString nodeOf(const Destination &destination)
{
    if (const auto *pid = std::get_if<term::Pid>(&destination))
        return pid->node;
    if (const auto *name = std::get_if<ProcessName>(&destination))
        return name->node.text();
    return std::get<term::Reference>(destination).node();
}

} // namespace nodescope::dist
