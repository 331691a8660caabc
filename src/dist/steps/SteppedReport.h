#pragma once

#include <optional>
#include <vector>

#include "dist/DialReport.h"
#include "protocol/handshake/SteppedHandshake.h"

namespace nodescope::dist {

/// A handshake in steps, as far as it is. A value; holds digests within `messages`, so it stays in memory.
struct SteppedReport
{
    protocol::Role role = protocol::Role::Initiator; ///< ours
    base::NodeName target;                           ///< whom we dial; null as acceptor
    base::NodeName ownName;
    quint32 ownCreation = 0;
    protocol::Flags ownFlags;
    QDateTime wall; ///< when it began, UTC
    base::Instant began;
    base::Duration elapsed{};
    quint16 port = 0;                   ///< as acceptor: where we listen
    bool registered = false;            ///< as acceptor: EPMD lists us
    std::optional<Endpoints> endpoints; ///< once there is a connection
    std::optional<TlsSession> tls;
    std::vector<protocol::SteppedMessage> messages;
    std::optional<protocol::HandshakeProposal> proposal; ///< what waits to be released
    QString peerName;                                    ///< as it calls itself
    std::optional<protocol::Flags> peerFlags;
    std::optional<protocol::DigestProof> proof;

    bool over = false; ///< nothing follows
    bool up = false;   ///< both proved the cookie: the peer takes us for connected until it is over
    bool endedByUs = false;
    std::optional<protocol::HandshakeError> error; ///< of the handshake
    quint16 epmdPort = 0; ///< as caller: of EPMD that was asked for the target; 0: none
    /// With an error: what still waited to be released when the peer closed.
    std::optional<protocol::HandshakeProposal> unreleased;
    std::optional<dial_end::Reason> obstacle; ///< why it did not come to a handshake
    QByteArray framesIn;                      ///< the first bytes after the switch to four bytes of length
    QByteArray framesOut;                     ///< likewise, ours: a tick
    /// With `up`: the peer closed by itself, so long after.
    std::optional<base::Duration> closedAfter;
};

} // namespace nodescope::dist

Q_DECLARE_METATYPE(nodescope::dist::SteppedReport)
