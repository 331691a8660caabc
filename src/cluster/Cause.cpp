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
    Named{Cause::CookieCrossed, u"cookie_crossed"},
    Named{Cause::CookieTruncated, u"cookie_truncated"},
    Named{Cause::CookieFileMode, u"cookie_file_mode"},
    Named{Cause::CookieFileUnreadable, u"cookie_file_unreadable"},
    Named{Cause::CookieOfOtherUser, u"cookie_of_other_user"},
    Named{Cause::ShortDialsLong, u"short_dials_long"},
    Named{Cause::LongDialsShort, u"long_dials_short"},
    Named{Cause::NoOwnLongName, u"no_own_long_name"},
    Named{Cause::EpmdForgotNode, u"epmd_forgot_node"},
    Named{Cause::StrayEpmd, u"stray_epmd"},
    Named{Cause::EpmdPortDefect, u"epmd_port_defect"},
    Named{Cause::OwnHostChanged, u"own_host_changed"},
    Named{Cause::MeshIntercepts, u"mesh_intercepts"},
    Named{Cause::DnsWithoutRecord, u"dns_without_record"},
    Named{Cause::IpVersionMixed, u"ip_version_mixed"},
    Named{Cause::DoesNotListen, u"does_not_listen"},
    Named{Cause::AutoConnectOff, u"auto_connect_off"},
    Named{Cause::GlobalEvicted, u"global_evicted"},
    Named{Cause::Hidden, u"hidden"},
    Named{Cause::GlobalIntroduced, u"global_introduced"},
    Named{Cause::LinkOverloaded, u"link_overloaded"},
    Named{Cause::NetKernelStuck, u"net_kernel_stuck"},
    Named{Cause::NotDistributed, u"not_distributed"},
    Named{Cause::Simultaneous, u"simultaneous"},
    Named{Cause::AlreadyConnected, u"already_connected"},
    Named{Cause::TlsClientOptions, u"tls_client_options"},
    Named{Cause::NativeRecordSent, u"native_record_sent"},
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
