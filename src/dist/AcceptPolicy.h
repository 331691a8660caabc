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
    bool linked = false;   ///< a link to this name is up
    bool dialling = false; ///< we are dialling this name
};

/// What an acceptor answers a caller (erl_dist_protocol, status message; the rules that OTP follows
/// where the text is silent are in the design notes on the protocol, 1.4 and 1.5). A pure function.
///
/// Names compare as text. With two attempts crossing, the node with the greater name lets its own stand.
///
/// Other callers of the same name that are in their handshake do not count, unlike at OTP: they have
/// proved nothing, and whoever likes could keep a node out by calling under its name.
[[nodiscard]] protocol::HandshakeStatus statusFor(const protocol::Caller &caller,
                                                  const CallerSituation &situation);

/// Two links to one peer came up by attempts that crossed. Whether the newer one stands, and the older one
/// goes: the one that the greater name dialled, so that both ends keep the same. Of two that the same end
/// dialled, the older.
[[nodiscard]] bool newerStands(const base::NodeName &ownName, const base::NodeName &peer, bool newerIncoming,
                               bool olderIncoming);

} // namespace nodescope::dist
