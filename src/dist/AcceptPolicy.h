#pragma once

#include <QStringList>

#include "base/NodeName.h"
#include "protocol/handshake/Handshake.h"

namespace nodescope::dist {

/// What is the case when a caller has said its name.
struct CallerSituation
{
    base::NodeName ownName;
    QStringList allowed; ///< names or hosts; empty: everybody
    bool haveCookie = false;
    bool linked = false;    ///< a link to this name is up
    bool dialling = false;  ///< we are dialling this name
    bool accepting = false; ///< another caller with this name is in its handshake
};

/// What an acceptor answers a caller (erl_dist_protocol, status message; the rules that OTP follows
/// where the text is silent are in the design notes on the protocol, 1.4 and 1.5). A pure function.
///
/// Names compare as text. With two attempts crossing, the node with the greater name lets its own stand.
[[nodiscard]] protocol::HandshakeStatus statusFor(const protocol::Caller &caller,
                                                  const CallerSituation &situation);

} // namespace nodescope::dist
