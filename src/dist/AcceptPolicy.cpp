#include "dist/AcceptPolicy.h"

namespace nodescope::dist {

namespace {

bool isAllowed(const protocol::Caller &caller, const QStringList &allowed)
{
    if (allowed.isEmpty() || allowed.contains(caller.name))
        return true;
    return allowed.contains(caller.name.section(u'@', -1)); // the name of a dynamic caller is its host
}

} // namespace

protocol::HandshakeStatus statusFor(const protocol::Caller &caller, const CallerSituation &situation)
{
    using Status = protocol::HandshakeStatus;
    if (!isAllowed(caller, situation.allowed) || !situation.haveCookie)
        return Status::NotAllowed;
    if (caller.wantsName)
        return Status::Named;
    const auto name = base::NodeName::parse(caller.name);
    if (!name || !name->isStartable() || *name == situation.ownName)
        return Status::Nok;
    if (situation.linked)
        return Status::Alive;
    if (situation.dialling)
        return situation.ownName.text() > caller.name ? Status::Nok : Status::OkSimultaneous;
    return Status::Ok;
}

bool newerStands(const base::NodeName &ownName, const base::NodeName &peer, bool newerIncoming,
                 bool olderIncoming)
{
    const bool ownIsGreater = ownName.text() > peer.text();
    return newerIncoming != olderIncoming && newerIncoming != ownIsGreater;
}

} // namespace nodescope::dist
