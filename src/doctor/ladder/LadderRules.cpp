// What further tests add to the verdict of an attempt: which cause they prove, and which they rule out.
// Every rule that says Certain or AlmostCertain must hold for all that stock nodes can do (diagnosis.md).

#include "doctor/ladder/LadderRules.h"
#include "doctor/DialVerdict.h"

namespace nodescope::doctor {

using namespace cluster;
using dist::DialReport;
using protocol::epmd::NamePort;
using Entry = LadderTestResults::Entry;
namespace end = dist::dial_end;

Verdict sure(Verdict verdict, Cause cause, Certainty certainty, const QString &evidence)
{
    verdict.cause = cause;
    verdict.certainty = certainty;
    verdict.candidates.clear();
    if (!evidence.isEmpty()) {
        verdict.evidence = evidence;
        verdict.detail = evidence;
    }
    return verdict;
}

Verdict oneOf(Verdict verdict, const QList<Cause> &candidates)
{
    verdict.cause = candidates.front();
    verdict.certainty = Certainty::CannotDistinguish;
    verdict.candidates = candidates;
    return verdict;
}

void addEvidence(Verdict &verdict, const QString &more)
{
    if (!more.isEmpty())
        verdict.evidence += QStringLiteral("; ") + more;
}

const DialReport *failedOne(const LadderEvidence &evidence)
{
    if (evidence.probe && !evidence.probe->as<end::Probed>())
        return &*evidence.probe;
    return evidence.dial ? &*evidence.dial : nullptr;
}

namespace {

constexpr qsizetype ShownNames = 8;

QString listOf(const QList<NamePort> &names)
{
    if (names.isEmpty())
        return QStringLiteral("lists nobody");
    QStringList texts;
    for (const NamePort &entry : names.first(qMin(names.size(), ShownNames)))
        texts.append(entry.name);
    if (names.size() > ShownNames)
        texts.append(QStringLiteral("and %1 more").arg(names.size() - ShownNames));
    return QStringLiteral("lists %1").arg(texts.join(QStringLiteral(", ")));
}

/// A name that differs in case only, as people mistype it.
QString alike(const QList<NamePort> &names, const QString &wanted)
{
    for (const NamePort &entry : names) {
        if (entry.name != wanted && entry.name.compare(wanted, Qt::CaseInsensitive) == 0)
            return entry.name;
    }
    return {};
}

Verdict notRegistered(Verdict verdict, const LadderEvidence &evidence)
{
    const auto &names = evidence.tests.names;
    if (names) {
        addEvidence(verdict, listOf(*names));
        if (const QString other = alike(*names, evidence.target.name()); !other.isEmpty())
            addEvidence(verdict, QStringLiteral("%1 differs in case only").arg(other));
    }
    const bool nobody = names && names->isEmpty();
    if (evidence.linkWasThere) {
        // It lives and was registered when we dialled it, so it listens.
        addEvidence(verdict, QStringLiteral("the node is up: we are connected to it"));
        if (nobody)
            return oneOf(verdict, {Cause::EpmdForgotNode, Cause::StrayEpmd});
        return sure(verdict, Cause::EpmdForgotNode, Certainty::AlmostCertain);
    }
    QList<Cause> candidates = verdict.candidates;
    // Where EPMD lists other nodes, the host's nodes use it.
    if (!names || nobody)
        candidates.append(Cause::StrayEpmd);
    if (nobody && !evidence.targetIsLocal)
        candidates.append(Cause::MeshIntercepts);
    return oneOf(verdict, candidates);
}

Verdict portRefused(Verdict verdict, const LadderEvidence &evidence)
{
    // Without EPMD's word there is only a port that somebody gave.
    const DialReport *report = failedOne(evidence);
    if (!report || !report->registration)
        return oneOf(verdict, {Cause::DistPortBlocked, Cause::DoesNotListen});
    if (const auto &other = evidence.tests.elsewhere; other && other->endpoints) {
        const QHostAddress &where = other->endpoints->peerAddress;
        const auto *refused = report->as<end::PortUnreachable>();
        const bool sameFamily = refused && !refused->failure.attempts.empty() &&
                                refused->failure.attempts.front().address.protocol() == where.protocol();
        addEvidence(verdict, QStringLiteral("the node answers at %1").arg(where.toString()));
        return sure(verdict, sameFamily ? Cause::AddressUnreachable : Cause::IpVersionMixed,
                    Certainty::AlmostCertain);
    }
    if (evidence.tests.entry == Entry::Gone) {
        addEvidence(verdict, QStringLiteral("EPMD no longer lists the name"));
        return sure(verdict, Cause::StalePort, Certainty::AlmostCertain);
    }
    if (evidence.tests.entry == Entry::Moved) {
        addEvidence(verdict, QStringLiteral("EPMD now names another port"));
        return sure(verdict, Cause::StalePort, Certainty::AlmostCertain);
    }
    if (evidence.tests.entry == Entry::Same)
        addEvidence(verdict, QStringLiteral("EPMD still lists it there"));
    // Or it listens at another of the host's addresses.
    return oneOf(verdict, {Cause::StalePort, Cause::DistPortBlocked, Cause::AddressUnreachable});
}

Verdict otherName(Verdict verdict, const LadderEvidence &evidence)
{
    const DialReport *report = evidence.probe ? &*evidence.probe : nullptr;
    const auto answering = base::NodeName::parse(verdict.detail);
    if (!report || !report->registration || !answering || answering->name() == evidence.target.name())
        return verdict;
    // EPMD knows the dialled name at this port, and somebody else answers there.
    const quint16 port = report->registration->port;
    const auto listedHere = [&](const QString &name) {
        return evidence.tests.names && evidence.tests.names->contains(NamePort{name, port});
    };
    if (listedHere(answering->name()) && listedHere(evidence.target.name())) {
        addEvidence(verdict, QStringLiteral("EPMD lists %1 and %2 at port %3")
                                 .arg(evidence.target.name(), answering->name())
                                 .arg(port));
        const QString detail = verdict.detail;
        verdict = sure(verdict, Cause::StalePort, Certainty::AlmostCertain);
        verdict.detail = detail;
        return verdict;
    }
    return oneOf(verdict, {Cause::OtherNameAnswers, Cause::StalePort});
}

int identitiesTried(const DialReport &report)
{
    int count = 0;
    for (const protocol::HandshakeMessage &message : report.messages)
        count += std::holds_alternative<protocol::NameMessage>(message.body) ? 1 : 0;
    return count;
}

/// Somebody between takes connections to ports where nobody listens. Said of causes that it would explain.
bool everyPortOpens(Verdict &verdict, const LadderEvidence &evidence)
{
    if (!evidence.tests.unusedPortsOpen)
        return false;
    addEvidence(verdict, QStringLiteral("ports 1 and 9 take connections, too"));
    verdict = sure(verdict, Cause::MeshIntercepts, Certainty::AlmostCertain);
    return true;
}

Verdict notANode(Verdict verdict, const LadderEvidence &evidence)
{
    if (everyPortOpens(verdict, evidence))
        return verdict;
    // A proxy before a good node answers so, too.
    const bool http = verdict.detail == QLatin1String("http");
    return http && !evidence.targetIsLocal ? oneOf(verdict, {Cause::NotANode, Cause::MeshIntercepts})
                                           : verdict;
}

/// Closed at once, and no byte came.
Verdict closedWithoutAWord(Verdict verdict, const LadderEvidence &evidence)
{
    const DialReport *report = failedOne(evidence);
    const auto &hello = evidence.tests.tlsHello;
    const auto *tls = hello ? hello->as<end::TlsFailed>() : nullptr;
    if (tls && tls->failure.peerSpokeTls()) {
        verdict.rung = Rung::TransportAsExpected;
        addEvidence(verdict, QStringLiteral("answers a TLS hello"));
        return sure(verdict, Cause::TlsPlainMixed, Certainty::AlmostCertain, verdict.evidence);
    }
    if (everyPortOpens(verdict, evidence))
        return verdict;
    QList<Cause> candidates = verdict.candidates;
    if (hello) {
        candidates.removeAll(Cause::TlsPlainMixed);
        addEvidence(verdict, QStringLiteral("answers no TLS hello either"));
    }
    if (report && identitiesTried(*report) > 1) {
        candidates.removeAll(Cause::NameInUse);
        addEvidence(verdict, QStringLiteral("under two names"));
    }
    if (!evidence.targetIsLocal)
        candidates.append(Cause::MeshIntercepts);
    if (candidates.size() == 1)
        return sure(verdict, candidates.front(), Certainty::AlmostCertain);
    return oneOf(verdict, candidates);
}

Verdict epmdDefect(Verdict verdict, const LadderEvidence &evidence)
{
    const DialReport *report = failedOne(evidence);
    if (everyPortOpens(verdict, evidence))
        return verdict;
    const bool mute = report && report->epmdReceived == 0;
    return mute && !evidence.targetIsLocal ? oneOf(verdict, {Cause::EpmdDefect, Cause::MeshIntercepts})
                                           : verdict;
}

Verdict peerSilent(Verdict verdict, const LadderEvidence &evidence)
{
    if (evidence.tests.aliveByLink == true) {
        addEvidence(verdict, QStringLiteral("calls over the link that is up are answered"));
        return sure(verdict, Cause::NetKernelStuck, Certainty::AlmostCertain);
    }
    const DialReport *report = failedOne(evidence);
    // Without EPMD's word that it is a node, it may be anything that waits for others to speak.
    if (report && !report->registration && !verdict.candidates.isEmpty()) {
        QList<Cause> candidates = verdict.candidates;
        candidates.append(Cause::NotANode);
        return oneOf(verdict, candidates);
    }
    return verdict;
}

Verdict cookieMismatch(Verdict verdict, const LadderEvidence &evidence)
{
    if (evidence.tests.cutCookieFits != true)
        return verdict;
    addEvidence(verdict, QStringLiteral("the part before # is accepted"));
    return sure(verdict, Cause::CookieTruncated, Certainty::AlmostCertain);
}

Verdict tlsPlainMixed(Verdict verdict, const LadderEvidence &evidence)
{
    const DialReport *report = failedOne(evidence);
    // With EPMD's word it is a node; without, any service over TLS.
    if (verdict.certainty == Certainty::Certain && !evidence.tests.answersPlainly && report &&
        !report->registration && !report->as<end::TlsFailed>())
        return oneOf(verdict, {Cause::TlsPlainMixed, Cause::NotANode});
    return verdict;
}

} // namespace

Verdict refined(Verdict verdict, const LadderEvidence &evidence)
{
    switch (verdict.cause) {
    case Cause::NotRegistered:
        return notRegistered(std::move(verdict), evidence);
    case Cause::StalePort:
        return portRefused(std::move(verdict), evidence);
    case Cause::OtherNameAnswers:
        return otherName(std::move(verdict), evidence);
    case Cause::NotANode:
        return verdict.candidates.isEmpty() ? notANode(std::move(verdict), evidence)
                                            : closedWithoutAWord(std::move(verdict), evidence);
    case Cause::EpmdUnreachable:
    case Cause::AddressUnreachable:
        return unreachable(std::move(verdict), evidence);
    case Cause::HostUnresolvable:
        return unresolvable(std::move(verdict), evidence);
    case Cause::EpmdDefect:
        return epmdDefect(std::move(verdict), evidence);
    case Cause::PeerSilent:
        return peerSilent(std::move(verdict), evidence);
    case Cause::CookieMismatch:
        return cookieMismatch(std::move(verdict), evidence);
    case Cause::TlsPlainMixed:
        return tlsPlainMixed(std::move(verdict), evidence);
    default:
        return verdict;
    }
}

} // namespace nodescope::doctor
