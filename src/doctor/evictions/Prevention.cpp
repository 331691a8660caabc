#include "doctor/evictions/Prevention.h"

namespace nodescope::doctor {

void Prevention::note(const NodeSettings &settings)
{
    if (!settings.preventsPartitions)
        return;
    const bool takesPart = settings.connectAll != false && settings.isHidden != true;
    m_prevents.insert(settings.node, *settings.preventsPartitions && takesPart);
}

void Prevention::note(const cluster::Node &node)
{
    if (node.preventsPartitions)
        m_prevents.insert(node.name, *node.preventsPartitions);
}

} // namespace nodescope::doctor
