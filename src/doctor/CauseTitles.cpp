#include "doctor/CauseText.h"

#include <QCoreApplication>

namespace nodescope::doctor {

using cluster::Cause;

namespace {
class Words
{
    Q_DECLARE_TR_FUNCTIONS(CauseText)
};
} // namespace

QString titleOf(Cause cause)
{
    switch (cause) {
    case Cause::None:
        return Words::tr("It worked.");
    case Cause::Unknown:
        return Words::tr("It failed, and the evidence fits no cause that we know.");
    case Cause::CookieMismatch:
        return Words::tr("The cookies differ.");
    case Cause::NotAllowedByList:
        return Words::tr("The node’s allow list excludes the caller.");
    case Cause::FlagsMissing:
        return Words::tr("The releases are too far apart.");
    case Cause::EpmdUnreachable:
        return Words::tr("EPMD does not answer.");
    case Cause::HostUnresolvable:
        return Words::tr("The host is not known.");
    case Cause::NotRegistered:
        return Words::tr("EPMD knows no node of that name.");
    case Cause::DistPortBlocked:
        return Words::tr("The node’s port does not answer.");
    case Cause::NotANode:
        return Words::tr("What listens there is no Erlang node.");
    case Cause::TlsPlainMixed:
        return Words::tr("One side speaks TLS, the other does not.");
    case Cause::TlsCertificate:
        return Words::tr("A certificate was refused.");
    case Cause::TlsFailed:
        return Words::tr("No encrypted connection came about.");
    case Cause::OtherNameAnswers:
        return Words::tr("A node of another name answers.");
    case Cause::NameInUse:
        return Words::tr("The name is in use.");
    case Cause::PeerSilent:
        return Words::tr("The node accepted, and then said nothing.");
    case Cause::PeerBrokeProtocol:
        return Words::tr("The peer broke the handshake.");
    case Cause::ReflectionRefused:
        return Words::tr("The peer tried to have us sign our own challenge.");
    case Cause::EpmdDefect:
        return Words::tr("What answers at EPMD’s port is not EPMD.");
    case Cause::AddressUnreachable:
        return Words::tr("There is no way to the host.");
    case Cause::StalePort:
        return Words::tr("EPMD names a port that nobody listens on.");
    case Cause::ConnectionLost:
        return Words::tr("The link went down.");
    case Cause::Cancelled:
        return Words::tr("The attempt was given up.");
    case Cause::NoCookie:
        return Words::tr("There is no cookie for this node.");
    case Cause::CookieCrossed:
        return Words::tr("Each node was given the other’s cookie, so the two values cross.");
    case Cause::CookieTruncated:
        return Words::tr("The cookie was cut at a # in vm.args.");
    case Cause::CookieFileMode:
        return Words::tr("Others may read the cookie file.");
    case Cause::CookieFileUnreadable:
        return Words::tr("The cookie file cannot be read.");
    case Cause::CookieOfOtherUser:
        return Words::tr("The service runs as another user, with another cookie.");
    case Cause::ShortDialsLong:
        return Words::tr("A node with a short name dials a long one.");
    case Cause::LongDialsShort:
        return Words::tr("A node with a long name dials a short one.");
    case Cause::NoOwnLongName:
        return Words::tr("The node finds no long name for itself.");
    case Cause::EpmdForgotNode:
        return Words::tr("EPMD was restarted and has forgotten the node.");
    case Cause::StrayEpmd:
        return Words::tr("An EPMD answers that the nodes do not use.");
    case Cause::EpmdPortDefect:
        return Words::tr("This release cannot use erl_epmd_port.");
    case Cause::OwnHostChanged:
        return Words::tr("The host’s own name leads nowhere.");
    case Cause::MeshIntercepts:
        return Words::tr("A service mesh stands between the nodes.");
    case Cause::DnsWithoutRecord:
        return Words::tr("DNS has no record for the nodes.");
    case Cause::IpVersionMixed:
        return Words::tr("One side speaks IPv4, the other IPv6.");
    case Cause::DoesNotListen:
        return Words::tr("The node does not listen.");
    case Cause::AutoConnectOff:
        return Words::tr("The node does not connect by itself.");
    case Cause::GlobalEvicted:
        return Words::tr("global dropped the link to prevent overlapping partitions.");
    case Cause::Hidden:
        return Words::tr("The node is hidden.");
    case Cause::GlobalIntroduced:
        return Words::tr("global introduces nodes of another cluster.");
    case Cause::LinkOverloaded:
        return Words::tr("The link is overloaded.");
    case Cause::NetKernelStuck:
        return Words::tr("net_kernel does not answer.");
    case Cause::NotDistributed:
        return Words::tr("The emulator is not a node.");
    case Cause::Simultaneous:
        return Words::tr("Both dialled at once.");
    case Cause::AlreadyConnected:
        return Words::tr("The peer still holds an older link of that name.");
    case Cause::TlsClientOptions:
        return Words::tr("The node’s own TLS options keep it from dialling.");
    case Cause::NativeRecordSent:
        return Words::tr("A native record was sent to an older node.");
    }
    return {};
}

QString briefOf(Cause cause)
{
    switch (cause) {
    case Cause::None:
        return Words::tr("connected");
    case Cause::Unknown:
        return Words::tr("unknown cause");
    case Cause::CookieMismatch:
        return Words::tr("cookie mismatch");
    case Cause::NotAllowedByList:
        return Words::tr("not allowed");
    case Cause::FlagsMissing:
        return Words::tr("flags missing");
    case Cause::EpmdUnreachable:
        return Words::tr("no EPMD");
    case Cause::HostUnresolvable:
        return Words::tr("unknown host");
    case Cause::NotRegistered:
        return Words::tr("not registered");
    case Cause::DistPortBlocked:
        return Words::tr("port blocked");
    case Cause::NotANode:
        return Words::tr("not a node");
    case Cause::TlsPlainMixed:
        return Words::tr("TLS and plain");
    case Cause::TlsCertificate:
        return Words::tr("certificate");
    case Cause::TlsFailed:
        return Words::tr("no TLS");
    case Cause::OtherNameAnswers:
        return Words::tr("other name");
    case Cause::NameInUse:
        return Words::tr("name in use");
    case Cause::PeerSilent:
        return Words::tr("silent");
    case Cause::PeerBrokeProtocol:
        return Words::tr("broken handshake");
    case Cause::ReflectionRefused:
        return Words::tr("reflection refused");
    case Cause::EpmdDefect:
        return Words::tr("not EPMD");
    case Cause::AddressUnreachable:
        return Words::tr("no route");
    case Cause::StalePort:
        return Words::tr("stale port");
    case Cause::ConnectionLost:
        return Words::tr("link lost");
    case Cause::Cancelled:
        return Words::tr("given up");
    case Cause::NoCookie:
        return Words::tr("no cookie");
    case Cause::CookieCrossed:
        return Words::tr("cookies crossed");
    case Cause::CookieTruncated:
        return Words::tr("cookie cut");
    case Cause::CookieFileMode:
        return Words::tr("cookie file mode");
    case Cause::CookieFileUnreadable:
        return Words::tr("cookie file");
    case Cause::CookieOfOtherUser:
        return Words::tr("other user’s cookie");
    case Cause::ShortDialsLong:
        return Words::tr("short dials long");
    case Cause::LongDialsShort:
        return Words::tr("long dials short");
    case Cause::NoOwnLongName:
        return Words::tr("no own long name");
    case Cause::EpmdForgotNode:
        return Words::tr("EPMD forgot it");
    case Cause::StrayEpmd:
        return Words::tr("stray EPMD");
    case Cause::EpmdPortDefect:
        return Words::tr("erl_epmd_port");
    case Cause::OwnHostChanged:
        return Words::tr("own host name");
    case Cause::MeshIntercepts:
        return Words::tr("service mesh");
    case Cause::DnsWithoutRecord:
        return Words::tr("no DNS record");
    case Cause::IpVersionMixed:
        return Words::tr("IPv4 and IPv6");
    case Cause::DoesNotListen:
        return Words::tr("does not listen");
    case Cause::AutoConnectOff:
        return Words::tr("auto-connect off");
    case Cause::GlobalEvicted:
        return Words::tr("dropped by global");
    case Cause::Hidden:
        return Words::tr("hidden");
    case Cause::GlobalIntroduced:
        return Words::tr("introduced by global");
    case Cause::LinkOverloaded:
        return Words::tr("overloaded");
    case Cause::NetKernelStuck:
        return Words::tr("net_kernel stuck");
    case Cause::NotDistributed:
        return Words::tr("not distributed");
    case Cause::Simultaneous:
        return Words::tr("both dial");
    case Cause::AlreadyConnected:
        return Words::tr("older link");
    case Cause::TlsClientOptions:
        return Words::tr("TLS options");
    case Cause::NativeRecordSent:
        return Words::tr("native record");
    }
    return {};
}

} // namespace nodescope::doctor
