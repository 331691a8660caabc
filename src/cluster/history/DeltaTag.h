#pragma once

#include <QtGlobal>

namespace nodescope::cluster {

/// What each kind of delta is called in histories and recordings. The numbers never change.
enum class DeltaTag : quint8 {
    Node = 1,
    NodeRemoved = 2,
    Link = 3,
    LinkRemoved = 4,
    Host = 5,
    Event = 6,
    Session = 7,
    Figures = 8,
    Traffic = 9,
    Message = 10,
};

} // namespace nodescope::cluster
