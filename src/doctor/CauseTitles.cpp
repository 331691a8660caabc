#include "doctor/CauseText.h"
#include "doctor/CauseWords.h"

namespace nodescope::doctor {

using cluster::Cause;

QString titleOf(Cause cause)
{
    switch (cause) {
    case Cause::None:
        return CauseWords::tr("It worked.");
    case Cause::Unknown:
        return CauseWords::tr("It failed, and the evidence fits no cause that we know.");
    case Cause::CookieMismatch:
        return CauseWords::tr("The cookies differ.");
    case Cause::NotAllowedByList:
        return CauseWords::tr("The node’s allow list excludes the caller.");
    case Cause::FlagsMissing:
        return CauseWords::tr("The releases are too far apart.");
    case Cause::EpmdUnreachable:
        return CauseWords::tr("EPMD does not answer.");
    case Cause::HostUnresolvable:
        return CauseWords::tr("The host is not known.");
    case Cause::NotRegistered:
        return CauseWords::tr("EPMD knows no node of that name.");
    case Cause::DistPortBlocked:
        return CauseWords::tr("The node’s port does not answer.");
    case Cause::NotANode:
        return CauseWords::tr("What listens there is no Erlang node.");
    case Cause::TlsPlainMixed:
        return CauseWords::tr("One side speaks TLS, the other does not.");
    case Cause::TlsCertificate:
        return CauseWords::tr("A certificate was refused.");
    case Cause::TlsFailed:
        return CauseWords::tr("No encrypted connection came about.");
    case Cause::OtherNameAnswers:
        return CauseWords::tr("A node of another name answers.");
    case Cause::NameInUse:
        return CauseWords::tr("The name is in use.");
    case Cause::PeerSilent:
        return CauseWords::tr("The node accepted, and then said nothing.");
    case Cause::PeerBrokeProtocol:
        return CauseWords::tr("The peer broke the handshake.");
    case Cause::ReflectionRefused:
        return CauseWords::tr("The peer tried to have us sign our own challenge.");
    case Cause::EpmdDefect:
        return CauseWords::tr("What answers at EPMD’s port is not EPMD.");
    case Cause::AddressUnreachable:
        return CauseWords::tr("There is no way to the host.");
    case Cause::StalePort:
        return CauseWords::tr("EPMD names a port that nobody listens on.");
    case Cause::ConnectionLost:
        return CauseWords::tr("The link went down.");
    case Cause::Cancelled:
        return CauseWords::tr("The attempt was given up.");
    case Cause::NoCookie:
        return CauseWords::tr("There is no cookie for this node.");
    case Cause::CookieCrossed:
        return CauseWords::tr("Each node was given the other’s cookie, so the two values cross.");
    case Cause::CookieTruncated:
        return CauseWords::tr("The cookie was cut at a # in vm.args.");
    case Cause::CookieFileMode:
        return CauseWords::tr("Others may read the cookie file.");
    case Cause::CookieFileUnreadable:
        return CauseWords::tr("The cookie file cannot be read.");
    case Cause::CookieOfOtherUser:
        return CauseWords::tr("The service runs as another user, with another cookie.");
    case Cause::ShortDialsLong:
        return CauseWords::tr("A node with a short name dials a long one.");
    case Cause::LongDialsShort:
        return CauseWords::tr("A node with a long name dials a short one.");
    case Cause::NoOwnLongName:
        return CauseWords::tr("The node finds no long name for itself.");
    case Cause::EpmdForgotNode:
        return CauseWords::tr("EPMD was restarted and has forgotten the node.");
    case Cause::StrayEpmd:
        return CauseWords::tr("An EPMD answers that the nodes do not use.");
    case Cause::EpmdPortDefect:
        return CauseWords::tr("This release cannot use erl_epmd_port.");
    case Cause::OwnHostChanged:
        return CauseWords::tr("The host’s own name leads nowhere.");
    case Cause::MeshIntercepts:
        return CauseWords::tr("A service mesh stands between the nodes.");
    case Cause::DnsWithoutRecord:
        return CauseWords::tr("DNS has no record for the nodes.");
    case Cause::IpVersionMixed:
        return CauseWords::tr("One side speaks IPv4, the other IPv6.");
    case Cause::DoesNotListen:
        return CauseWords::tr("The node does not listen.");
    case Cause::AutoConnectOff:
        return CauseWords::tr("The node does not connect by itself.");
    case Cause::GlobalEvicted:
        return CauseWords::tr("global dropped the link to prevent overlapping partitions.");
    case Cause::Hidden:
        return CauseWords::tr("The node is hidden.");
    case Cause::GlobalIntroduced:
        return CauseWords::tr("global introduces nodes of another cluster.");
    case Cause::LinkOverloaded:
        return CauseWords::tr("The link is overloaded.");
    case Cause::NetKernelStuck:
        return CauseWords::tr("net_kernel does not answer.");
    case Cause::NotDistributed:
        return CauseWords::tr("The emulator is not a node.");
    case Cause::Simultaneous:
        return CauseWords::tr("Both dialled at once.");
    case Cause::AlreadyConnected:
        return CauseWords::tr("The peer still holds an older link of that name.");
    case Cause::TlsClientOptions:
        return CauseWords::tr("The node’s own TLS options keep it from dialling.");
    case Cause::NativeRecordSent:
        return CauseWords::tr("A native record was sent to an older node.");
    }
    return {};
}

QString briefOf(Cause cause)
{
    switch (cause) {
    case Cause::None:
        return CauseWords::tr("connected");
    case Cause::Unknown:
        return CauseWords::tr("unknown cause");
    case Cause::CookieMismatch:
        return CauseWords::tr("cookie mismatch");
    case Cause::NotAllowedByList:
        return CauseWords::tr("not allowed");
    case Cause::FlagsMissing:
        return CauseWords::tr("flags missing");
    case Cause::EpmdUnreachable:
        return CauseWords::tr("no EPMD");
    case Cause::HostUnresolvable:
        return CauseWords::tr("unknown host");
    case Cause::NotRegistered:
        return CauseWords::tr("not registered");
    case Cause::DistPortBlocked:
        return CauseWords::tr("port blocked");
    case Cause::NotANode:
        return CauseWords::tr("not a node");
    case Cause::TlsPlainMixed:
        return CauseWords::tr("TLS and plain");
    case Cause::TlsCertificate:
        return CauseWords::tr("certificate");
    case Cause::TlsFailed:
        return CauseWords::tr("no TLS");
    case Cause::OtherNameAnswers:
        return CauseWords::tr("other name");
    case Cause::NameInUse:
        return CauseWords::tr("name in use");
    case Cause::PeerSilent:
        return CauseWords::tr("silent");
    case Cause::PeerBrokeProtocol:
        return CauseWords::tr("broken handshake");
    case Cause::ReflectionRefused:
        return CauseWords::tr("reflection refused");
    case Cause::EpmdDefect:
        return CauseWords::tr("not EPMD");
    case Cause::AddressUnreachable:
        return CauseWords::tr("no route");
    case Cause::StalePort:
        return CauseWords::tr("stale port");
    case Cause::ConnectionLost:
        return CauseWords::tr("link lost");
    case Cause::Cancelled:
        return CauseWords::tr("given up");
    case Cause::NoCookie:
        return CauseWords::tr("no cookie");
    case Cause::CookieCrossed:
        return CauseWords::tr("cookies crossed");
    case Cause::CookieTruncated:
        return CauseWords::tr("cookie cut");
    case Cause::CookieFileMode:
        return CauseWords::tr("cookie file mode");
    case Cause::CookieFileUnreadable:
        return CauseWords::tr("cookie file");
    case Cause::CookieOfOtherUser:
        return CauseWords::tr("other user’s cookie");
    case Cause::ShortDialsLong:
        return CauseWords::tr("short dials long");
    case Cause::LongDialsShort:
        return CauseWords::tr("long dials short");
    case Cause::NoOwnLongName:
        return CauseWords::tr("no own long name");
    case Cause::EpmdForgotNode:
        return CauseWords::tr("EPMD forgot it");
    case Cause::StrayEpmd:
        return CauseWords::tr("stray EPMD");
    case Cause::EpmdPortDefect:
        return CauseWords::tr("erl_epmd_port");
    case Cause::OwnHostChanged:
        return CauseWords::tr("own host name");
    case Cause::MeshIntercepts:
        return CauseWords::tr("service mesh");
    case Cause::DnsWithoutRecord:
        return CauseWords::tr("no DNS record");
    case Cause::IpVersionMixed:
        return CauseWords::tr("IPv4 and IPv6");
    case Cause::DoesNotListen:
        return CauseWords::tr("does not listen");
    case Cause::AutoConnectOff:
        return CauseWords::tr("auto-connect off");
    case Cause::GlobalEvicted:
        return CauseWords::tr("dropped by global");
    case Cause::Hidden:
        return CauseWords::tr("hidden");
    case Cause::GlobalIntroduced:
        return CauseWords::tr("introduced by global");
    case Cause::LinkOverloaded:
        return CauseWords::tr("overloaded");
    case Cause::NetKernelStuck:
        return CauseWords::tr("net_kernel stuck");
    case Cause::NotDistributed:
        return CauseWords::tr("not distributed");
    case Cause::Simultaneous:
        return CauseWords::tr("both dial");
    case Cause::AlreadyConnected:
        return CauseWords::tr("older link");
    case Cause::TlsClientOptions:
        return CauseWords::tr("TLS options");
    case Cause::NativeRecordSent:
        return CauseWords::tr("native record");
    }
    return {};
}

} // namespace nodescope::doctor
