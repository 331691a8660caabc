#include "cluster/Diagnosis.h"

namespace nodescope::cluster {

QString identifierOf(Rung rung)
{
    switch (rung) {
    case Rung::NameWellFormed:
        return QStringLiteral("name_well_formed");
    case Rung::NameMode:
        return QStringLiteral("name_mode");
    case Rung::HostResolves:
        return QStringLiteral("host_resolves");
    case Rung::EpmdReachable:
        return QStringLiteral("epmd_reachable");
    case Rung::NameRegistered:
        return QStringLiteral("name_registered");
    case Rung::PortReachable:
        return QStringLiteral("port_reachable");
    case Rung::TransportAsExpected:
        return QStringLiteral("transport_as_expected");
    case Rung::Status:
        return QStringLiteral("status");
    case Rung::NameAndFlags:
        return QStringLiteral("name_and_flags");
    case Rung::Challenge:
        return QStringLiteral("challenge");
    case Rung::OurDigest:
        return QStringLiteral("our_digest");
    case Rung::TheirDigest:
        return QStringLiteral("their_digest");
    case Rung::LinkUp:
        return QStringLiteral("link_up");
    case Rung::FirstTick:
        return QStringLiteral("first_tick");
    case Rung::CallsAnswered:
        break;
    }
    return QStringLiteral("calls_answered");
}

QString identifierOf(RungState state)
{
    switch (state) {
    case RungState::NotReached:
        return QStringLiteral("not_reached");
    case RungState::Passed:
        return QStringLiteral("passed");
    case RungState::Failed:
        return QStringLiteral("failed");
    case RungState::Skipped:
        return QStringLiteral("skipped");
    case RungState::Uncertain:
        break;
    }
    return QStringLiteral("uncertain");
}

std::optional<RungResult> Diagnosis::brokenRung() const
{
    for (const RungResult &result : rungs) {
        if (result.state == RungState::Failed)
            return result;
    }
    return std::nullopt;
}

} // namespace nodescope::cluster
