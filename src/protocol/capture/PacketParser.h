#pragma once

#include <array>
#include <variant>

#include <QByteArrayView>
#include <QString>

#include "protocol/capture/CaptureReader.h"

namespace nodescope::protocol::capture {

/// An address, IPv4 or IPv6, with a port. A value; compares.
struct Endpoint
{
    std::array<quint8, 16> address{};
    quint8 addressBytes = 4; ///< 4 or 16
    quint16 port = 0;

    /// `127.0.0.1:4369` or `[::1]:4369`.
    [[nodiscard]] QString text() const;
    // clang-tidy 14 takes the zero of the comparison for a pointer.
    friend auto operator<=>(const Endpoint &, const Endpoint &) = default; // NOLINT(modernize-use-nullptr)
    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};

/// A TCP segment (RFC 9293, 3.1). The payload is a view into the packet.
struct TcpSegment
{
    Endpoint from;
    Endpoint to;
    quint32 sequence = 0;
    quint32 acknowledged = 0;
    bool acknowledges = false;
    bool syn = false;
    bool fin = false;
    bool reset = false;
    QByteArrayView payload;
    qint64 missing = 0; ///< bytes behind the payload that the capture left out
};

/// Why a packet holds no segment for us.
enum class NoSegment : quint8 { UnknownLinkType, NotTcp, IpFragment, Malformed, CutShort };

/// Takes a packet apart: link layer, IPv4 or IPv6, TCP. Link types: Ethernet with VLAN tags, both kinds of
/// Linux "cooked" captures, BSD loopback, raw IP.
[[nodiscard]] std::variant<TcpSegment, NoSegment> parsePacket(const Packet &packet);

} // namespace nodescope::protocol::capture
