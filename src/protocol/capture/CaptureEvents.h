#pragma once

#include <variant>
#include <vector>

#include "protocol/capture/CaptureReader.h"
#include "protocol/capture/PacketParser.h"
#include "protocol/dissect/Dissector.h"
#include "protocol/dissect/EpmdDissector.h"

namespace nodescope::protocol::capture {

/// A connection that turned out to be one of ours.
struct StreamFound
{
    enum class Kind : quint8 { Distribution, Epmd };
    Kind kind = Kind::Distribution;
    Endpoint client; ///< the initiator
    Endpoint server; ///< the acceptor
    /// The name (the part before `@`) of the node at `server`, if a port mapper told; else empty.
    QString node;
};

/// Something in a capture, with the connection to which it belongs.
struct CaptureEvent
{
    using What = std::variant<StreamFound, DissectorEvent, EpmdEvent, CaptureProblem>;

    base::Instant at; ///< since 1970, in UTC
    bool timed = true;
    int stream = 0; ///< counted from 1 as they are found; 0: none
    What what;

    /// The event as that type, or null.
    template<class T>
    [[nodiscard]] const T *as() const
    {
        return std::get_if<T>(&what);
    }
};
using CaptureEvents = std::vector<CaptureEvent>;

} // namespace nodescope::protocol::capture
