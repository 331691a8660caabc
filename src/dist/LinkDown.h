#pragma once

#include <variant>

#include <QMetaType>

#include "base/Clock.h"
#include "dist/Transport.h"
#include "protocol/handshake/HandshakeError.h"
#include "protocol/link/Signal.h"

namespace nodescope::dist {

/// Why a link is down, with the evidence.
namespace link_down {
/// It never came up.
struct HandshakeFailed
{
    protocol::HandshakeError error;
};
/// A probe is over; we closed.
struct ProbeOver
{
};
/// The peer closed an established link; OTP calls it `connection_closed`.
struct PeerClosed
{
};
/// The peer gave no sign of life for the whole tick time; OTP calls it `net_tick_timeout`.
struct PeerSilent
{
    int intervals = 0;
    base::Duration silence{};
};
/// The network broke the connection.
struct NetworkFailed
{
    TransportError error;
    protocol::HandshakeStep step = protocol::HandshakeStep::Up; ///< where the handshake stood
};
/// The peer sent what no peer may send.
struct PeerBrokeProtocol
{
    protocol::SignalError error;
    quint64 offset = 0; ///< bytes read from the connection before it was found
};
/// We closed it.
struct ClosedByUs
{
    enum class Why : quint8 {
        Asked,      ///< somebody called disconnect
        Replaced,   ///< a newer connection of the same peer took its place
        GaveWay,    ///< the peer's simultaneous attempt won
        NodeStopped ///< our LocalNode ended
    };
    Why why = Why::Asked;
};
using Reason = std::variant<HandshakeFailed, ProbeOver, PeerClosed, PeerSilent, NetworkFailed,
                            PeerBrokeProtocol, ClosedByUs>;
} // namespace link_down

/// A stable identifier for logs, recordings and tests, e.g. `peer_silent`.
[[nodiscard]] const char *reasonName(const link_down::Reason &reason);

} // namespace nodescope::dist

Q_DECLARE_METATYPE(nodescope::dist::link_down::Reason)
