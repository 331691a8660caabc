#pragma once

#include <QMetaType>

namespace nodescope::graph {

/// How nodes are arranged.
enum class LayoutKind {
    Force,     ///< by distance in the graph; nodes of one host stay together
    Circle,    ///< all on one circle, by host and name
    Host,      ///< a circle per host, the hosts on a grid
    Partition, ///< as Host, by who reaches whom
};

} // namespace nodescope::graph

Q_DECLARE_METATYPE(nodescope::graph::LayoutKind)
