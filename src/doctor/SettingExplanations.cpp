#include "doctor/CauseWords.h"
#include "doctor/SettingText.h"

#include "doctor/RemedyParts.h"

namespace nodescope::doctor {

using cluster::Cause;
using cluster::Diagnosis;

namespace {
// Names are not always known: a line of a log may speak of its own node without naming it.
QString callerOf(const Diagnosis &diagnosis)
{
    if (isOurs(diagnosis))
        return CauseWords::tr("the dialling node");
    return diagnosis.from.text();
}

QString targetOf(const Diagnosis &diagnosis)
{
    return diagnosis.to.isNull() ? CauseWords::tr("the other node") : diagnosis.to.text();
}

QString cookieSetting(const Diagnosis &diagnosis)
{
    switch (diagnosis.cause) {
    case Cause::CookieCrossed:
        return CauseWords::tr(
            "A node uses one cookie for a peer in both directions. Here each of the two was "
            "given the other’s own cookie for the other, so the two values still differ, only "
            "the other way round. It must be done on one side only.");
    case Cause::CookieTruncated:
        return CauseWords::tr("In vm.args everything behind a # is a comment, also within a cookie. The node "
                              "runs with the part before it, and says nothing about it.");
    case Cause::CookieFileMode:
        return CauseWords::tr("A node refuses a cookie file that its group or others may read, and ends.");
    case Cause::CookieFileUnreadable:
        return CauseWords::tr(
            "The node found no cookie file that it may read, and could not make one: the file "
            "belongs to another user, or its home directory is missing or cannot be written.");
    default:
        break;
    }
    return CauseWords::tr(
        "Each user has a cookie file of their own. The service runs as one user, the command "
        "line as another, so the two hold different cookies.");
}

QString nameSetting(const Diagnosis &diagnosis)
{
    const QString from = callerOf(diagnosis);
    const QString to = targetOf(diagnosis);
    switch (diagnosis.cause) {
    case Cause::ShortDialsLong:
        return CauseWords::tr(
                   "Nodes with short names (-sname) and nodes with long ones (-name) do not mix. %1 "
                   "has a short name and refuses by itself to dial a host with a dot in it, as in "
                   "%2. Nothing was sent.")
            .arg(from, to);
    case Cause::LongDialsShort:
        return CauseWords::tr(
                   "Nodes with long names (-name) and nodes with short ones (-sname) do not mix. %1 "
                   "has a long name and refuses by itself to dial a host without a dot, as in %2. "
                   "Nothing was sent.")
            .arg(from, to);
    case Cause::NoOwnLongName:
        return CauseWords::tr(
            "With -name and no host part, a node asks its machine for a full name. The machine "
            "has none with a dot in it, so the node does not start.");
    case Cause::OwnHostChanged:
        return CauseWords::tr(
            "The machine’s own name leads to no address of this machine any more, as after a "
            "change of network or VPN. EPMD takes registrations from the machine itself only.");
    case Cause::DnsWithoutRecord:
        return CauseWords::tr(
            "The nodes look each other up in DNS, and DNS has no record of the kind they ask "
            "for. In Kubernetes only a headless service names each pod, and a record of type "
            "SRV is there only for a port with a name.");
    default:
        break;
    }
    return CauseWords::tr(
        "The emulator was started without a name. It is called nonode@nohost, and can neither "
        "dial nor be dialled.");
}

QString epmdSetting(const Diagnosis &diagnosis)
{
    const QString to = targetOf(diagnosis);
    switch (diagnosis.cause) {
    case Cause::EpmdForgotNode:
        return CauseWords::tr(
                   "%1 is alive, but EPMD on its host was started anew and does not list it. Nodes of "
                   "OTP 25 and later register again by themselves within seconds; older ones never "
                   "do.")
            .arg(to);
    case Cause::StrayEpmd:
        return CauseWords::tr("The nodes of this host do without EPMD (their ports are fixed), yet an EPMD "
                              "answers there. Whoever asks it is told that they do not exist.");
    case Cause::EpmdPortDefect:
        return CauseWords::tr(
            "With erl_epmd_port set, OTP 23 and 24 take every peer for an old one and open the "
            "handshake in the old way. OTP 25.0 to 25.2 hang up on that; the defect was mended in "
            "OTP 25.3.");
    default:
        break;
    }
    return CauseWords::tr("%1 was started with -dist_listen false: it dials others, nobody can dial it, and "
                          "EPMD does not list it.")
        .arg(to);
}

QString networkSetting(const Diagnosis &diagnosis)
{
    switch (diagnosis.cause) {
    case Cause::MeshIntercepts:
        return CauseWords::tr(
            "The connection is accepted by the proxy of a service mesh, which does not know "
            "the distribution protocol. EPMD’s port and the nodes’ ports must bypass it.");
    case Cause::IpVersionMixed:
        return CauseWords::tr(
            "One of the two uses IPv4 for its distribution and the other IPv6. A node listens "
            "in one of the two only, as its -proto_dist says.");
    case Cause::LinkOverloaded:
        return CauseWords::tr(
            "More is sent than the link carries. Senders are held up (busy_dist_port), ticks "
            "wait behind the data, and in the end the link is given up as silent.");
    case Cause::TlsClientOptions:
        return CauseWords::tr(
            "OTP 26 and later check the certificate of whom they dial unless told otherwise. "
            "Without authorities to trust (cacertfile) the dialling node gives up before it "
            "sends a byte, and logs nothing.");
    default:
        break;
    }
    return CauseWords::tr(
        "OTP 29 has native records. A node of an older release cannot read one: it takes the "
        "term for corrupted and drops the link.");
}

QString linkSetting(const Diagnosis &diagnosis)
{
    const QString from = callerOf(diagnosis);
    const QString to = targetOf(diagnosis);
    switch (diagnosis.cause) {
    case Cause::AutoConnectOff:
        return CauseWords::tr(
                   "With dist_auto_connect set to never (or once, after a loss) %1 sets up no link on "
                   "its own: a message to %2 is dropped without a word.")
            .arg(from, to);
    case Cause::GlobalEvicted:
        return CauseWords::tr(
            "A mesh that lost one of its links is no longer a full mesh. From OTP 25 on, "
            "global then disconnects nodes until each that is left sees all others. The lost "
            "link is the cause; this disconnection is its consequence.");
    case Cause::Hidden:
        return CauseWords::tr(
            "The link is there. Hidden nodes are not listed by nodes(), only by nodes(hidden), "
            "and other nodes do not connect to them by themselves.");
    case Cause::GlobalIntroduced:
        return CauseWords::tr("Two nodes that are connected introduce all their peers to each other through "
                              "global. Here the peers hold other cookies, so each introduction ends in a "
                              "rejection, again and again.");
    case Cause::NetKernelStuck:
        return CauseWords::tr(
            "The process that sets up all links of a node does not answer, so every attempt to "
            "connect waits behind it.");
    case Cause::Simultaneous:
        return CauseWords::tr(
            "Both nodes dialled each other in the same moment. The attempt of the one whose "
            "name sorts higher goes on, the other is told so and waits for it.");
    default:
        break;
    }
    return CauseWords::tr(
               "%1 believes that its link to a node of the caller’s name is still up. It will find "
               "out otherwise when its tick time has passed, or when a caller of that name takes the "
               "link over.")
        .arg(to);
}
} // namespace

QString explanationOfSetting(const Diagnosis &diagnosis)
{
    switch (diagnosis.cause) {
    case Cause::CookieCrossed:
    case Cause::CookieTruncated:
    case Cause::CookieFileMode:
    case Cause::CookieFileUnreadable:
    case Cause::CookieOfOtherUser:
        return cookieSetting(diagnosis);
    case Cause::ShortDialsLong:
    case Cause::LongDialsShort:
    case Cause::NoOwnLongName:
    case Cause::OwnHostChanged:
    case Cause::DnsWithoutRecord:
    case Cause::NotDistributed:
        return nameSetting(diagnosis);
    case Cause::EpmdForgotNode:
    case Cause::StrayEpmd:
    case Cause::EpmdPortDefect:
    case Cause::DoesNotListen:
        return epmdSetting(diagnosis);
    case Cause::MeshIntercepts:
    case Cause::IpVersionMixed:
    case Cause::LinkOverloaded:
    case Cause::TlsClientOptions:
    case Cause::NativeRecordSent:
        return networkSetting(diagnosis);
    case Cause::AutoConnectOff:
    case Cause::GlobalEvicted:
    case Cause::Hidden:
    case Cause::GlobalIntroduced:
    case Cause::NetKernelStuck:
    case Cause::Simultaneous:
    case Cause::AlreadyConnected:
        return linkSetting(diagnosis);
    default:
        return {};
    }
}

} // namespace nodescope::doctor
