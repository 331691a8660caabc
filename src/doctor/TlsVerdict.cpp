#include "doctor/TlsVerdict.h"

namespace nodescope::doctor {

using namespace cluster;
using dist::TlsCertificate;
using dist::TlsFailure;
using dist::TlsProblem;

namespace {

// Alerts (RFC 8446, 6.2) that speak of the certificate which we showed.
enum Alert {
    HandshakeFailure = 40,
    BadCertificate = 42,
    CertificateUnknown = 46,
    UnknownCa = 48,
    AccessDenied = 49,
    CertificateRequired = 116
};

Verdict verdict(Cause cause, Certainty certainty, const QString &evidence, const QString &detail,
                const QList<Cause> &candidates = {})
{
    return {cause, certainty, Rung::TransportAsExpected, evidence, detail, candidates};
}

QString dateText(const QDateTime &time)
{
    return time.toString(Qt::ISODate);
}

// What the certificate at fault says about the fault.
QString certificateEvidence(const TlsFailure &failure)
{
    const QString problem = QLatin1String(dist::problemName(failure.problem));
    const std::optional<TlsCertificate> certificate = failure.offending ? failure.offending
                                                      : failure.peerChain.isEmpty()
                                                          ? std::nullopt
                                                          : std::optional(failure.peerChain.front());
    if (!certificate)
        return problem;
    switch (failure.problem) {
    case TlsProblem::HostMismatch:
        return QStringLiteral("%1: %2 not among [%3], subject %4")
            .arg(problem, failure.host, certificate->names.join(QStringLiteral(", ")), certificate->subject);
    case TlsProblem::Expired:
        return QStringLiteral("%1: %2 until %3")
            .arg(problem, certificate->subject, dateText(certificate->notAfter));
    case TlsProblem::NotYetValid:
        return QStringLiteral("%1: %2 from %3")
            .arg(problem, certificate->subject, dateText(certificate->notBefore));
    default:
        return QStringLiteral("%1: %2, issuer %3").arg(problem, certificate->subject, certificate->issuer);
    }
}

Verdict refusedByUs(const TlsFailure &failure)
{
    const bool commonName = failure.problem == TlsProblem::HostMismatch && failure.commonNameOnly;
    const QString detail =
        commonName ? QStringLiteral("common_name_only") : QLatin1String(dist::problemName(failure.problem));
    return verdict(Cause::TlsCertificate, Certainty::Certain, certificateEvidence(failure), detail);
}

Verdict refusedByPeer(const TlsFailure &failure)
{
    const int alert = failure.received ? failure.received->number : 0;
    const QString evidence = QStringLiteral("tls alert %1 (%2)")
                                 .arg(alert)
                                 .arg(failure.received ? failure.received->name() : QString());
    if (alert == CertificateRequired)
        return verdict(Cause::TlsCertificate, Certainty::Certain, evidence, QStringLiteral("own_missing"));
    if (alert == HandshakeFailure && !failure.ownCertificate) {
        // TLS 1.2 has no alert of its own for it.
        return verdict(Cause::TlsCertificate, Certainty::AlmostCertain, evidence,
                       QStringLiteral("own_missing"));
    }
    if (alert == HandshakeFailure) {
        return verdict(Cause::TlsFailed, Certainty::CannotDistinguish, evidence, evidence,
                       {Cause::TlsFailed, Cause::TlsCertificate});
    }
    const bool ofCertificate = (alert >= BadCertificate && alert <= CertificateUnknown) ||
                               alert == UnknownCa || alert == AccessDenied;
    if (ofCertificate && failure.ownCertificate) {
        return verdict(Cause::TlsCertificate, Certainty::Certain, evidence,
                       alert == UnknownCa ? QStringLiteral("own_unknown_issuer")
                                          : QStringLiteral("own_refused"));
    }
    return verdict(Cause::TlsFailed, Certainty::Certain, evidence, evidence);
}

} // namespace

Verdict verdictOf(const TlsFailure &failure)
{
    if (failure.refusedByUs())
        return refusedByUs(failure);
    const QString problem = QLatin1String(dist::problemName(failure.problem));
    switch (failure.problem) {
    case TlsProblem::AlertReceived:
        return refusedByPeer(failure);
    case TlsProblem::PlainPeer: {
        const QString evidence = QStringLiteral("answers without TLS");
        return verdict(Cause::TlsPlainMixed, Certainty::Certain, evidence, evidence);
    }
    case TlsProblem::NotTls:
        return verdict(Cause::NotANode, Certainty::AlmostCertain, problem, {});
    case TlsProblem::Silent:
        // It did not answer a plain name either: what is left is a peer that does not answer.
        return verdict(Cause::PeerSilent, Certainty::AlmostCertain, problem, problem);
    case TlsProblem::Closed:
        return verdict(Cause::TlsFailed, Certainty::CannotDistinguish, problem, problem,
                       {Cause::TlsFailed, Cause::NotANode, Cause::TlsPlainMixed});
    case TlsProblem::ProtocolVersion:
    case TlsProblem::NoUsableSettings:
        return verdict(Cause::TlsFailed, Certainty::Certain, problem, problem);
    default:
        return verdict(Cause::TlsFailed, Certainty::AlmostCertain, failure.detail.left(160), problem);
    }
}

} // namespace nodescope::doctor
