#include "doctor/explain/LogFinding.h"
#include "doctor/explain/LogWords.h"

#include "doctor/explain/LogSentences.h"

namespace nodescope::doctor {

using base::NodeName;
using cluster::Cause;
using cluster::Certainty;

namespace {
// The fault that the words for certificates know, of an alert or a reason of OTP's.
QString certificateFault(const LogFinding &finding)
{
    const QString reason = finding.fact(u"reason");
    const QString alert = finding.fact(u"alert");
    if (reason.contains(QLatin1String("hostname_check_failed")))
        return QStringLiteral("host_mismatch");
    if (reason.contains(QLatin1String("selfsigned_peer")))
        return QStringLiteral("self_signed");
    if (reason.contains(QLatin1String("no_client_certificate")) ||
        alert == QLatin1String("Certificate Required"))
        return QStringLiteral("own_missing");
    if (alert == QLatin1String("Unknown CA"))
        return QStringLiteral("unknown_issuer");
    if (alert == QLatin1String("Certificate Expired") || reason.contains(QLatin1String("cert_expired")))
        return QStringLiteral("expired");
    return {};
}

QString findingTitle(const LogFinding &finding)
{
    return finding.cause == Cause::Unknown
               ? LogWords::tr("A known message, which is none of the numbered causes.")
               : doctor::titleOf(diagnosisOf(finding));
}

QString certaintyOf(const LogFinding &finding)
{
    if (finding.certainty == Certainty::Certain)
        return LogWords::tr("Certain: the log says so.");
    if (finding.certainty == Certainty::AlmostCertain)
        return LogWords::tr("Almost certain, by these words alone.");
    return doctor::certaintyOf(diagnosisOf(finding));
}
} // namespace

cluster::Diagnosis diagnosisOf(const LogFinding &finding)
{
    // Remedies are to be pasted, so a name must stand in them. These are plain enough to be replaced.
    const NodeName node = finding.node.isNull() ? NodeName::literal(u"this_node@its_host") : finding.node;
    const NodeName peer = finding.peer.isNull() ? NodeName::literal(u"other_node@its_host") : finding.peer;
    cluster::Diagnosis diagnosis;
    // An allow list is repaired where it is: with DisallowedOwn that is the node that dialled.
    const bool inward = finding.peerDialled || finding.wording == LogWording::DisallowedOwn;
    diagnosis.from = inward ? peer : node;
    diagnosis.to = inward ? node : peer;
    // A name that is taken at the start is the node's own, and nobody has dialled.
    if (finding.cause == Cause::NameInUse && finding.peer.isNull()) {
        diagnosis.from = NodeName();
        diagnosis.to = node;
    }
    if (finding.wording == LogWording::CliEpmd)
        diagnosis.epmdPort = finding.fact(u"port").toUShort();
    diagnosis.cause = finding.cause;
    diagnosis.certainty = finding.certainty;
    diagnosis.candidates = finding.candidates;
    diagnosis.detail =
        finding.cause == Cause::TlsCertificate ? certificateFault(finding) : finding.fact(u"flags");
    diagnosis.time = finding.first.at;
    return diagnosis;
}

CauseText textOf(const LogFinding &finding)
{
    CauseText text;
    text.title = findingTitle(finding);
    text.certainty = certaintyOf(finding);
    text.explanation = sentenceOf(finding);
    if (finding.cause != Cause::Unknown)
        text.remedies = remediesOf(diagnosisOf(finding));
    return text;
}

} // namespace nodescope::doctor
