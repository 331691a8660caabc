#pragma once

#include <QHash>
#include <QPointF>

#include "base/NodeName.h"

namespace nodescope::widgets {

/// Where a node stands, in the scene, and whether a person has put it there.
struct Placement
{
    QPointF position;
    bool pinned = false;
};
using Placements = QHash<base::NodeName, Placement>;

} // namespace nodescope::widgets
