#pragma once

#include <QByteArrayView>

#include "protocol/handshake/HandshakeMessage.h"

namespace nodescope::protocol::capture {

/// What the first bytes of one direction look like.
enum class Opening : quint8 {
    Unclear,     ///< too few bytes
    Name,        ///< a handshake, from the initiator
    Status,      ///< a handshake, from the acceptor
    EpmdRequest, ///< to a port mapper
    Other
};

/// So many bytes decide in every case.
inline constexpr qsizetype OpeningBytes = 4096;

/// Recognises distribution and EPMD by content, on any port: a whole first packet or request must be well
/// formed, lengths and names included.
[[nodiscard]] Opening recognise(QByteArrayView head);

} // namespace nodescope::protocol::capture
