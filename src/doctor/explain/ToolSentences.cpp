#include "doctor/explain/LogSentences.h"
#include "doctor/explain/LogWords.h"

namespace nodescope::doctor {

namespace {
using enum LogWording;
} // namespace

QString toolSentence(const LogFinding &finding)
{
    const QString peer = peerWord(finding);
    switch (finding.wording) {
    case RemoteShell:
        return LogWords::tr(
                   "A tool could not reach %1. It says the same for a node that is down, another cookie, an "
                   "unknown host and a wrong name; the log of %1 tells a wrong cookie from the rest.")
            .arg(peer);
    case CliAuthentication:
        return LogWords::tr(
            "The node closed when it had read the tool’s digest: the tool has another cookie, most "
            "often because it runs as another user.");
    case CliEpmd:
        return finding.cause == cluster::Cause::HostUnresolvable
                   ? LogWords::tr("The host %1 is not known where the tool ran.").arg(finding.fact(u"host"))
                   : LogWords::tr("EPMD on %1 did not answer: %2")
                         .arg(finding.fact(u"host"), finding.fact(u"reason"));
    case CliNotRegistered:
        return LogWords::tr("EPMD answers, and has no node %1.").arg(finding.fact(u"name"));
    case CliOtherName:
        return LogWords::tr(
            "The node that answers calls itself otherwise than the tool called it. A node must be "
            "called exactly as it calls itself, host part included.");
    case CliDistribution:
        return LogWords::tr(
            "The node’s port answers, and the handshake failed. The lines after this one may say more.");
    case CliPort:
        return LogWords::tr("EPMD told the node’s port, and that port does not answer: %1")
            .arg(finding.fact(u"reason"));
    case DnsLookup:
        return LogWords::tr("DNS has no record for %1, from which the cluster’s nodes were to be learned.")
            .arg(finding.fact(u"host"));
    default:
        return {};
    }
}

QString nodeWord(const LogFinding &finding)
{
    return finding.node.isNull() ? LogWords::tr("this node") : finding.node.text();
}

QString peerWord(const LogFinding &finding)
{
    return finding.peer.isNull() ? LogWords::tr("the other node") : finding.peer.text();
}

QString sentenceOf(const LogFinding &finding)
{
    QString sentence;
    for (const auto part : {handshakeSentence, linkSentence, startSentence, toolSentence}) {
        sentence = part(finding);
        if (!sentence.isEmpty())
            break;
    }
    // A name begins a sentence as it is, other words with a capital.
    const bool word = (finding.node.isNull() && sentence.startsWith(nodeWord(finding))) ||
                      (finding.peer.isNull() && sentence.startsWith(peerWord(finding)));
    return word ? sentence.at(0).toUpper() + sentence.mid(1) : sentence;
}

} // namespace nodescope::doctor
