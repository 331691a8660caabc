#pragma once

#include <QtGlobal>

#include "base/Clock.h"

namespace nodescope::protocol {

/// What this end accepts from a peer before it takes memory for it. Plain values: copy, change a
/// field, hand in. Every length field of the wire is checked against one of these first.
struct Limits
{
    /// Bytes of one handshake packet. The longest that a node sends is a challenge with a name of 255
    /// characters, under 300 bytes; the rest is room for fields that later releases may append. It must
    /// stay below 0x1503 (5379), so that a TLS record, HTTP, SSH or SMTP read as a length is over it.
    quint32 handshakePacket = 4096;
    /// Bytes of one frame after the handshake. A longer one is drained and reported as a placeholder.
    quint32 frame = 64u * 1024u * 1024u;
    /// Bytes of one message put together from fragments.
    qsizetype fragmentedMessage = 64 * 1024 * 1024;
    /// Bytes held by all unfinished fragment sequences of a link together, the atoms of their headers
    /// among them.
    qsizetype openFragmentBytes = 80 * 1024 * 1024;
    /// Fragment sequences that may be unfinished on a link at one time.
    qsizetype openFragmentSequences = 4096;
    /// How long a fragment sequence may stay without a new fragment before it is given up.
    base::Duration fragmentAge = std::chrono::seconds(60);

    /// Silence allowed at one step of the handshake (OTP's `net_setuptime`, kernel(6)).
    base::Duration handshakeStep = std::chrono::seconds(7);
    /// Time allowed for a whole handshake, whatever the steps take.
    base::Duration handshakeTotal = std::chrono::seconds(10);

    /// Bytes of one request to an EPMD server.
    qsizetype epmdRequest = 2048;
    /// Bytes of one reply of an EPMD server.
    qsizetype epmdReply = 4 * 1024 * 1024;
    /// Names in one NAMES or DUMP reply.
    qsizetype epmdNames = 65535;
    /// Bytes of one line of a NAMES or DUMP reply.
    qsizetype epmdLine = 1024;
};

/// How many bytes of what a peer sent are kept as evidence in an error.
inline constexpr qsizetype EvidenceBytes = 64;

} // namespace nodescope::protocol
