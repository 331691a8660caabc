#include "doctor/CauseText.h"
#include "doctor/CauseWords.h"

#include "doctor/RemedyParts.h"
#include "doctor/SettingText.h"

namespace nodescope::doctor {

using cluster::Cause;
using cluster::Diagnosis;

namespace {
QString cookieExplanation(bool ours, const QString &from, const QString &to)
{
    if (ours)
        return CauseWords::tr(
                   "Nodes never exchange cookies. Each proves that it has the cookie by a digest of the "
                   "other’s challenge. %1 read our digest and hung up, which is what a node does when its "
                   "cookie is another one.")
            .arg(to);
    return CauseWords::tr(
               "%1 proved itself with a digest, and %2 hung up, which is what a node does when its cookie "
               "for the other is another one. Both ends must hold the same cookie for each other.")
        .arg(from, to);
}

QString unregistered(const Diagnosis &diagnosis)
{
    const QString host = diagnosis.to.host();
    const QString name = diagnosis.to.name();
    if (const quint16 other = otherEpmdPort(diagnosis); other != 0)
        return CauseWords::tr(
                   "%1 runs, and uses EPMD at port %2 (ERL_EPMD_PORT), while %3 asks EPMD at port %4, which "
                   "has no such name. Both must use one port.")
            .arg(diagnosis.to.text())
            .arg(other)
            .arg(diagnosis.from.text())
            .arg(epmdPortOr(diagnosis.epmdPort));
    return CauseWords::
        tr("EPMD on %1 answers at port %3, and has no node %2. The node is down, runs under another name, "
           "is registered at another EPMD (another ERL_EPMD_PORT, or another host), was started without "
           "listening (-dist_listen false), or EPMD was restarted and the node has not registered again.")
            .arg(host, name)
            .arg(epmdPortOr(diagnosis.epmdPort));
}

// By the detail that TlsVerdict gives.
QString certificateExplanation(const QString &fault, const QString &to, const QString &host)
{
    if (fault == QLatin1String("host_mismatch"))
        return CauseWords::tr(
                   "The certificate of %1 is not for the host %2. A certificate must name the part behind "
                   "the @ among its alternative names.")
            .arg(to, host);
    if (fault == QLatin1String("common_name_only"))
        return CauseWords::tr(
                   "The certificate of %1 names the host %2 in its subject alone. Only alternative names "
                   "count.")
            .arg(to, host);
    if (fault == QLatin1String("unknown_issuer"))
        return CauseWords::tr(
                   "The certificate of %1 was issued by an authority that is not among those we trust "
                   "(cacertfile).")
            .arg(to);
    if (fault == QLatin1String("self_signed"))
        return CauseWords::tr(
                   "The certificate of %1 signs itself, and is not among those we trust (cacertfile).")
            .arg(to);
    if (fault == QLatin1String("expired") || fault == QLatin1String("not_yet_valid"))
        return CauseWords::tr(
                   "Today lies outside the dates of a certificate that %1 shows. If the dates are right, "
                   "look at the clock of this machine.")
            .arg(to);
    if (fault == QLatin1String("issuer_no_ca"))
        return CauseWords::tr(
                   "A certificate in the chain of %1 was used to sign another, and is no authority "
                   "(CA:TRUE is missing).")
            .arg(to);
    if (fault == QLatin1String("own_missing"))
        return CauseWords::tr("%1 demands a certificate of whoever calls, and we showed none.").arg(to);
    if (fault == QLatin1String("own_unknown_issuer"))
        return CauseWords::tr(
                   "%1 refused our certificate: it was issued by an authority that the node does not "
                   "trust.")
            .arg(to);
    if (fault == QLatin1String("own_refused"))
        return CauseWords::tr("%1 refused our certificate. The alert names the reason; its log tells more.")
            .arg(to);
    return CauseWords::tr("The certificate of %1 cannot be accepted. The evidence names the reason.").arg(to);
}
} // namespace

QString explanationOf(const Diagnosis &diagnosis)
{
    const QString to = diagnosis.to.text();
    const QString host = diagnosis.to.host();
    switch (diagnosis.cause) {
    case Cause::None:
    case Cause::Cancelled:
        return {};
    case Cause::Unknown:
        return CauseWords::tr(
            "The rungs below show how far it went. What came back matches none of the patterns that "
            "this program recognises; the bytes are there to be read.");
    case Cause::CookieMismatch:
        return cookieExplanation(isOurs(diagnosis), diagnosis.from.text(), to);
    case Cause::NotAllowedByList:
        if (!diagnosis.from.isNull() && diagnosis.detail == diagnosis.from.text())
            return CauseWords::tr(
                       "%1 keeps a list of nodes (net_kernel:allow/1), and %2 is not on it. A node dials "
                       "nobody who is not on its own list; nothing was sent.")
                .arg(diagnosis.detail, to);
        return CauseWords::tr(
                   "%1 keeps a list of nodes that may connect (net_kernel:allow/1), and the caller is not on "
                   "it. The cookie was never looked at.")
            .arg(to);
    case Cause::FlagsMissing:
        return CauseWords::tr(
            "Each release demands abilities of its peers, as flags. One side lacks a flag that the "
            "other demands. OTP promises that nodes at most two releases apart understand each other.");
    case Cause::EpmdUnreachable:
        return CauseWords::tr(
                   "Before nodes meet, EPMD of the host tells at which port a node listens. Nothing answered "
                   "at EPMD’s port on %1: it does not run there, listens at another port or address, or a "
                   "firewall stands between.")
            .arg(host);
    case Cause::HostUnresolvable:
        return CauseWords::tr(
                   "The part behind the @ must be a name that this machine can turn into an address. %1 is "
                   "not known here, neither in DNS nor in the hosts file.")
            .arg(host);
    case Cause::NotRegistered:
        return unregistered(diagnosis);
    case Cause::DistPortBlocked:
        return CauseWords::tr(
                   "EPMD says where %1 listens, but connections to that port get no answer. Most often a "
                   "firewall lets EPMD’s port through and not the node’s, which is another at each start "
                   "unless it is pinned.")
            .arg(to);
    case Cause::NotANode:
        return CauseWords::tr(
            "Something accepted the connection and answered in a way that no Erlang node does. Another "
            "program holds the port.");
    case Cause::TlsPlainMixed:
        return CauseWords::tr(
            "Whether a link is encrypted is not negotiated: both nodes must be started with the same "
            "-proto_dist. Here one of the two speaks TLS and the other does not.");
    case Cause::TlsCertificate:
        return certificateExplanation(diagnosis.detail, to, host);
    case Cause::TlsFailed:
        return CauseWords::tr("Both sides speak TLS, or tried to, and found nothing to agree on: no common "
                              "version or cipher, or "
                              "settings that one side cannot use. The evidence says how far it went.");
    case Cause::OtherNameAnswers:
        return CauseWords::tr(
            "A node answered, but it calls itself otherwise than it was called. A name must be dialled "
            "exactly as the node calls itself, host part included: EPMD compares only what stands "
            "before the @.");
    case Cause::NameInUse:
        return CauseWords::tr(
            "The peer already has, or is setting up, a link to a node of the caller’s name. Two nodes "
            "must not have one name; after a broken link the old one may live on until its tick time "
            "runs out.");
    case Cause::PeerSilent:
        return CauseWords::tr(
            "The connection was accepted, and no answer came. The node is frozen or overloaded, its "
            "machine is suspended, or something between lets connections through and swallows what is "
            "said.");
    case Cause::PeerBrokeProtocol:
        return CauseWords::tr(
            "The peer speaks the handshake, but said something that is not allowed at that point. The "
            "bytes below show what.");
    case Cause::ReflectionRefused:
        return CauseWords::tr(
            "The peer sent us the very challenge that we had given to somebody else. Signing it would "
            "have let an intruder in without the cookie, so the link was closed. Find out what runs "
            "there before trying again.");
    case Cause::EpmdDefect:
        return CauseWords::
            tr("Something accepted the connection at EPMD’s port on %1 and did not speak EPMD’s protocol.")
                .arg(host);
    case Cause::AddressUnreachable:
        return CauseWords::tr(
                   "The name %1 leads to an address that this machine has no way to: another network, a VPN "
                   "that is down, or an internal address.")
            .arg(host);
    case Cause::StalePort:
        return CauseWords::tr(
                   "EPMD still lists %1, but nobody listens at its port. The node has just died, or the "
                   "name leads to another machine or container than the one where EPMD runs.")
            .arg(to);
    case Cause::ConnectionLost:
        return CauseWords::tr(
            "The link was up and went down. The reason is in the words of the node that noticed.");
    case Cause::NoCookie:
        return CauseWords::
            tr("A cookie is needed to prove ourselves to %1, and none was given for the node, its host or "
               "its cluster.")
                .arg(to);
    default:
        break;
    }
    return explanationOfSetting(diagnosis);
}

} // namespace nodescope::doctor
