#include "cluster/Cause.h"

#include <array>

namespace nodescope::cluster {

namespace {
struct Named
{
    Cause cause;
    const char16_t *identifier;
};

constexpr std::array Table{
    Named{Cause::None, u"none"},
    Named{Cause::Unknown, u"unknown"},
    Named{Cause::CookieMismatch, u"cookie_mismatch"},
    Named{Cause::NotAllowedByList, u"not_allowed_by_list"},
    Named{Cause::FlagsMissing, u"flags_missing"},
    Named{Cause::EpmdUnreachable, u"epmd_unreachable"},
    Named{Cause::HostUnresolvable, u"host_unresolvable"},
    Named{Cause::NotRegistered, u"not_registered"},
    Named{Cause::DistPortBlocked, u"dist_port_blocked"},
    Named{Cause::NotANode, u"not_a_node"},
    Named{Cause::TlsPlainMixed, u"tls_plain_mixed"},
    Named{Cause::TlsCertificate, u"tls_certificate"},
    Named{Cause::TlsFailed, u"tls_failed"},
    Named{Cause::OtherNameAnswers, u"other_name_answers"},
    Named{Cause::NameInUse, u"name_in_use"},
    Named{Cause::PeerSilent, u"peer_silent"},
    Named{Cause::PeerBrokeProtocol, u"peer_broke_protocol"},
    Named{Cause::ReflectionRefused, u"reflection_refused"},
    Named{Cause::EpmdDefect, u"epmd_defect"},
    Named{Cause::AddressUnreachable, u"address_unreachable"},
    Named{Cause::StalePort, u"epmd_stale_port"},
    Named{Cause::ConnectionLost, u"connection_lost"},
    Named{Cause::Cancelled, u"cancelled"},
    Named{Cause::NoCookie, u"no_cookie"},
};
} // namespace

QString identifierOf(Cause cause)
{
    for (const Named &entry : Table) {
        if (entry.cause == cause)
            return QString::fromUtf16(entry.identifier);
    }
    return QStringLiteral("unknown");
}

Cause causeFromIdentifier(QStringView identifier)
{
    for (const Named &entry : Table) {
        if (identifier == entry.identifier)
            return entry.cause;
    }
    return Cause::Unknown;
}

QList<Cause> allCauses()
{
    QList<Cause> causes;
    for (const Named &entry : Table)
        causes.append(entry.cause);
    return causes;
}

QString identifierOf(Certainty certainty)
{
    switch (certainty) {
    case Certainty::Certain:
        return QStringLiteral("certain");
    case Certainty::AlmostCertain:
        return QStringLiteral("almost_certain");
    case Certainty::CannotDistinguish:
        break;
    }
    return QStringLiteral("cannot_distinguish");
}

} // namespace nodescope::cluster
