#include "doctor/explain/LogSentences.h"
#include "doctor/explain/LogWords.h"

namespace nodescope::doctor {

namespace {
using enum LogWording;

QString tlsSentence(const LogFinding &finding)
{
    const QString alert = finding.fact(u"alert");
    const QString reason = finding.fact(u"reason");
    if (finding.cause == cluster::Cause::TlsPlainMixed &&
        finding.certainty != cluster::Certainty::CannotDistinguish)
        return LogWords::tr(
            "A TLS listener of this node was sent bytes that are no TLS, and begin as a plain "
            "handshake of a node does. If it is the distribution’s port, the caller lacks "
            "-proto_dist inet_tls.");
    if (finding.wording == TlsHandshake)
        return LogWords::tr("The TLS part of a link failed (%1).").arg(alert.isEmpty() ? reason : alert);
    return LogWords::tr(
               "A TLS handshake of this node ended with the alert “%1”. Whether it was the distribution’s or "
               "that of another service of the node, the text does not say.")
        .arg(alert);
}
} // namespace

QString handshakeSentence(const LogFinding &finding)
{
    const QString node = nodeWord(finding);
    const QString peer = peerWord(finding);
    switch (finding.wording) {
    case ChallengeReplyInvalid:
        return LogWords::tr(
                   "%1 dialled, and proved another cookie than the one that %2 uses for it. What %1 saw is a "
                   "connection that closes; only here does it say why.")
            .arg(peer, node);
    case ChallengeAckInvalid:
        return LogWords::tr(
                   "%1 accepted the digest of %2, and then proved itself with another cookie. Stock nodes do "
                   "not: look for a proxy, or for a node that is not OTP’s.")
            .arg(peer, node);
    case ClosedAfterDigest:
        return LogWords::
            tr("%1 closed the connection when it had read the digest of %2. That is what a node does when "
               "the cookies differ; its log has “Invalid challenge reply”.")
                .arg(peer, node);
    case DisallowedNode:
        if (finding.certainty == cluster::Certainty::Certain)
            return LogWords::tr(
                       "%1 keeps a list of nodes that may connect (net_kernel:allow/1), and %2 is not on it. "
                       "The cookie was never looked at.")
                .arg(node, peer);
        return LogWords::tr(
                   "Since OTP 21 these words mean the list of net_kernel:allow/1. Older releases said the "
                   "same when the cookie was wrong. The release of %1 tells the two apart.")
            .arg(node);
    case DisallowedOwn:
        return LogWords::tr(
                   "%1 wanted to dial %2, and its own list of net_kernel:allow/1 keeps it from that. Nothing "
                   "was sent.")
            .arg(node, peer);
    case DisallowedAddress:
        return LogWords::
            tr("%1 refused a caller by its address (%2), since the kernel parameter check_ip lets in only "
               "those of its own networks.")
                .arg(node, finding.fact(u"address"));
    case StatusNotAllowed:
        return LogWords::tr(
                   "%1 answered not_allowed. Its log tells which it is: “disallowed node” is its allow list, "
                   "“cannot handle” are missing flags.")
            .arg(peer);
    case CannotHandle:
        return LogWords::tr(
                   "%1 lacks what %2 demands: %3. OTP promises that nodes at most two releases apart "
                   "understand each other.")
            .arg(peer, node, finding.fact(u"flags"));
    case OtherName:
        return LogWords::tr(
            "The node that answered calls itself otherwise than it was dialled. EPMD compares only "
            "what stands before the @, so the host part, or short against long, differs.");
    case StatusClosed:
        return LogWords::tr(
            "The connection was closed before any answer to the name. A node that speaks TLS, one "
            "that is being dialled under the same name twice, and no node at all look like this.");
    case SetupTimedOut:
        return LogWords::tr(
            "A set-up took longer than net_setuptime (7 s): the connection was accepted, and what was "
            "expected did not come. A TLS node that dials a plain one sees this, too.");
    case AddressType:
        return LogWords::tr(
                   "Nothing on %1 can dial the host of %2: it does not resolve, or only to addresses of the "
                   "other IP version.")
            .arg(node, peer);
    case PendingNok:
        return LogWords::tr(
                   "%1 and %2 dialled each other at once, and the attempt of %1 gave way. That is as it "
                   "should be.")
            .arg(peer, node);
    case TableFull:
        return LogWords::tr(
                   "%1 has no place for another node: tables of the emulator are full, most often that of "
                   "atoms or ports.")
            .arg(node);
    case SetupInternal:
        return LogWords::tr("The set-up of a link broke within %1, not on the wire.").arg(node);
    case LongDialsShort:
        return LogWords::tr(
                   "%1 has a long name (-name) and was asked to dial a host without a dot: %2. It refuses by "
                   "itself, and nothing was sent.")
            .arg(node, finding.fact(u"host"));
    case ShortDialsLong:
        return LogWords::tr(
                   "%1 has a short name (-sname) and was asked to dial a host with a dot: %2. It refuses by "
                   "itself, and nothing was sent.")
            .arg(node, finding.fact(u"host"));
    case Unauthorized:
        return LogWords::tr("%1 says that what this node sent bore no valid cookie, and dropped the link.")
            .arg(peer);
    case TlsOptions:
        return LogWords::tr(
                   "%1 cannot use its own TLS options for dialling (%2). Since OTP 26 a node verifies the "
                   "other by default, and needs cacertfile for that; without it nothing is sent and false is "
                   "returned at once.")
            .arg(node, finding.fact(u"reason"));
    case TlsAccept:
        return LogWords::tr("%1 cannot use its TLS options for accepting: %2")
            .arg(node, finding.fact(u"reason"));
    case TlsHandshake:
    case TlsAlert:
        return tlsSentence(finding);
    default:
        return {};
    }
}

} // namespace nodescope::doctor
