#include "doctor/DialVerdict.h"

#include <array>

#include "cluster/Node.h"
#include "doctor/HandshakeVerdict.h"
#include "doctor/TlsVerdict.h"

namespace nodescope::doctor {

using namespace cluster;
using namespace protocol;
using dist::ConnectProblem;
using dist::DialReport;
using dist::DialStage;
namespace end = dist::dial_end;

namespace {

constexpr std::array Ladder{Rung::NameWellFormed, Rung::HostResolves,  Rung::EpmdReachable,
                            Rung::NameRegistered, Rung::PortReachable, Rung::TransportAsExpected,
                            Rung::Status,         Rung::NameAndFlags,  Rung::Challenge,
                            Rung::OurDigest,      Rung::TheirDigest,   Rung::LinkUp};
constexpr qsizetype MaxExcerptBytes = 96;

QString problemText(const dist::ConnectFailure &failure)
{
    switch (failure.problem()) {
    case ConnectProblem::Refused:
        return QStringLiteral("connection refused");
    case ConnectProblem::TimedOut:
        return QStringLiteral("no answer");
    case ConnectProblem::HostUnreachable:
        return QStringLiteral("host unreachable");
    case ConnectProblem::Other:
        break;
    }
    return failure.attempts.empty() ? QStringLiteral("failed") : failure.attempts.front().detail;
}

QString addressText(const dist::ConnectFailure &failure)
{
    if (failure.attempts.empty())
        return {};
    const dist::FailedConnect &first = failure.attempts.front();
    return QStringLiteral("%1:%2").arg(first.address.toString()).arg(first.port);
}

Flags flagsSent(const DialReport &report)
{
    for (const HandshakeMessage &message : report.messages) {
        if (const auto *name = std::get_if<NameMessage>(&message.body))
            return name->flags;
    }
    return masks::RecommendedNameMe;
}

// When our last packet went out, for ends that the handshake itself did not time.
base::Duration sinceLastSend(const DialReport &report)
{
    base::Instant last = report.began;
    for (const HandshakeMessage &message : report.messages) {
        if (message.direction == HandshakeMessage::Direction::Sent)
            last = message.at;
    }
    return report.began + report.elapsed - last;
}

bool anythingReceived(const DialReport &report)
{
    for (const HandshakeMessage &message : report.messages) {
        if (message.direction == HandshakeMessage::Direction::Received)
            return true;
    }
    return false;
}

/// One overload per way in which an attempt can end.
class EndRules
{
public:
    explicit EndRules(const DialReport &report)
        : m_report(report)
    {
    }

    Verdict operator()(const end::Connected &) const { return ok(Rung::LinkUp); }
    Verdict operator()(const end::Probed &) const { return ok(Rung::Challenge); }
    Verdict operator()(const end::AlreadyConnected &) const { return ok(Rung::LinkUp); }
    Verdict operator()(const end::AlreadyDialling &) const
    {
        return cancelled(QStringLiteral("an attempt is under way"));
    }
    Verdict operator()(const end::OwnName &) const { return cancelled(QStringLiteral("our own name")); }
    Verdict operator()(const end::Cancelled &) const { return cancelled(QStringLiteral("cancelled")); }
    Verdict operator()(const end::GaveWayToIncoming &) const
    {
        return cancelled(QStringLiteral("the peer dialled us"));
    }
    Verdict operator()(const end::NoCookie &) const
    {
        return {Cause::NoCookie, Certainty::Certain, Rung::OurDigest, QStringLiteral("no cookie"), {}, {}};
    }
    Verdict operator()(const end::HostUnresolvable &e) const
    {
        const QString evidence =
            e.failure.timedOut ? QStringLiteral("name service did not answer") : e.failure.detail;
        return {
            Cause::HostUnresolvable, Certainty::Certain, Rung::HostResolves, evidence, e.failure.host, {}};
    }
    Verdict operator()(const end::EpmdUnreachable &e) const
    {
        return {Cause::EpmdUnreachable,
                Certainty::Certain,
                Rung::EpmdReachable,
                QStringLiteral("%1: %2").arg(addressText(e.failure), problemText(e.failure)),
                problemText(e.failure),
                {}};
    }
    Verdict operator()(const end::EpmdSilent &) const { return epmdDefect(QStringLiteral("no answer")); }
    Verdict operator()(const end::EpmdBroken &) const { return epmdDefect(QStringLiteral("no EPMD reply")); }
    Verdict operator()(const end::EpmdLost &e) const { return epmdDefect(e.detail); }
    Verdict operator()(const end::NotRegistered &) const
    {
        return {Cause::NotRegistered,
                Certainty::Certain,
                Rung::NameRegistered,
                QStringLiteral("EPMD at port %1: no such name").arg(m_report.epmdPort),
                QString::number(m_report.epmdPort),
                {}};
    }
    Verdict operator()(const end::PortUnreachable &e) const
    {
        const QString evidence = QStringLiteral("%1: %2").arg(addressText(e.failure), problemText(e.failure));
        if (e.failure.problem() == ConnectProblem::Refused) {
            // A filter that rejects and a port that nobody holds any more look alike from here.
            return {Cause::DistPortBlocked, Certainty::CannotDistinguish,
                    Rung::PortReachable,    evidence,
                    problemText(e.failure), {Cause::DistPortBlocked, Cause::StalePort}};
        }
        return {Cause::DistPortBlocked, Certainty::AlmostCertain,
                Rung::PortReachable,    evidence,
                problemText(e.failure), {}};
    }
    Verdict operator()(const end::HandshakeFailed &e) const
    {
        return withTls(verdictOf(e.error, flagsSent(m_report)));
    }
    Verdict operator()(const end::TlsFailed &e) const { return verdictOf(e.failure); }
    Verdict operator()(const end::TransportFailed &e) const
    {
        return withTls(verdictOfClose(e.step, sinceLastSend(m_report), anythingReceived(m_report), e.detail));
    }
    Verdict operator()(const end::TimedOut &e) const
    {
        const QString evidence = QStringLiteral("no answer in time");
        switch (e.stage) {
        case DialStage::NameCheck:
        case DialStage::Resolve:
            return {Cause::HostUnresolvable, Certainty::AlmostCertain,
                    Rung::HostResolves,      evidence,
                    m_report.target.host(),  {}};
        case DialStage::EpmdConnect:
            return {Cause::EpmdUnreachable, Certainty::Certain, Rung::EpmdReachable, evidence, evidence, {}};
        case DialStage::EpmdReply:
            return epmdDefect(evidence);
        case DialStage::TcpConnect:
            return {Cause::DistPortBlocked,
                    Certainty::AlmostCertain,
                    Rung::PortReachable,
                    evidence,
                    evidence,
                    {}};
        case DialStage::Tls:
            return {Cause::PeerSilent,
                    Certainty::AlmostCertain,
                    Rung::TransportAsExpected,
                    evidence,
                    evidence,
                    {}};
        case DialStage::Handshake:
            break;
        }
        return {Cause::PeerSilent, Certainty::Certain, Rung::Status, evidence, evidence, {}};
    }

private:
    static Verdict ok(Rung reached) { return {Cause::None, Certainty::Certain, reached, {}, {}, {}}; }
    static Verdict cancelled(const QString &why)
    {
        return {Cause::Cancelled, Certainty::Certain, Rung::NameWellFormed, why, why, {}};
    }
    static Verdict epmdDefect(const QString &evidence)
    {
        return {Cause::EpmdDefect, Certainty::AlmostCertain, Rung::EpmdReachable, evidence, evidence, {}};
    }

    // A peer that closes without a word, over a TLS connection that stood: it is no plain node. With TLS
    // 1.3 it may have refused our certificate, if its alert was lost with the connection.
    [[nodiscard]] Verdict withTls(Verdict verdict) const
    {
        if (!m_report.tls || !verdict.candidates.contains(Cause::TlsPlainMixed))
            return verdict;
        verdict.candidates = {Cause::NameInUse, Cause::NotANode};
        if (m_report.tls->version == QLatin1String("TLSv1.3"))
            verdict.candidates.prepend(Cause::TlsCertificate);
        verdict.cause = verdict.candidates.front();
        return verdict;
    }

    const DialReport &m_report;
};

/// What passed on the way, per rung.
QString passedEvidence(const DialReport &report, Rung rung)
{
    switch (rung) {
    case Rung::HostResolves:
        return report.addresses.isEmpty() ? QString() : report.addresses.front().toString();
    case Rung::EpmdReachable:
        return report.epmdPort ? QStringLiteral("port %1").arg(report.epmdPort) : QString();
    case Rung::NameRegistered:
        return report.registration
                   ? QStringLiteral("%1 at %2").arg(report.registration->name).arg(report.registration->port)
                   : QString();
    case Rung::PortReachable:
        return report.endpoints ? QString::number(report.endpoints->peerPort) : QString();
    case Rung::TransportAsExpected:
        return report.tls ? QStringLiteral("%1, %2").arg(report.tls->version, report.tls->cipher)
                          : QStringLiteral("plain");
    default:
        break;
    }
    for (const HandshakeMessage &message : report.messages) {
        if (message.direction != HandshakeMessage::Direction::Received)
            continue;
        if (const auto *status = std::get_if<StatusMessage>(&message.body); status && rung == Rung::Status)
            return QString::fromLatin1(statusWord(status->status)) + status->dynamicName;
        if (const auto *challenge = std::get_if<ChallengeMessage>(&message.body);
            challenge && rung == Rung::NameAndFlags)
            return challenge->name;
    }
    return {};
}

base::Duration elapsedOn(const DialReport &report, Rung rung)
{
    const auto stage = [&](DialStage which) {
        const dist::DialStep *step = report.step(which);
        return step ? step->elapsed : base::Duration{};
    };
    switch (rung) {
    case Rung::HostResolves:
        return stage(DialStage::Resolve);
    case Rung::EpmdReachable:
        return stage(DialStage::EpmdConnect);
    case Rung::NameRegistered:
        return stage(DialStage::EpmdReply);
    case Rung::PortReachable:
        return stage(DialStage::TcpConnect);
    case Rung::TransportAsExpected:
        return stage(DialStage::Tls);
    default:
        break;
    }
    base::Instant before = report.began;
    for (const HandshakeMessage &message : report.messages) {
        const bool received = message.direction == HandshakeMessage::Direction::Received;
        const bool here =
            (rung == Rung::Status && std::holds_alternative<StatusMessage>(message.body)) ||
            (rung == Rung::NameAndFlags && std::holds_alternative<ChallengeMessage>(message.body)) ||
            (rung == Rung::OurDigest && std::holds_alternative<AckMessage>(message.body));
        if (received && here)
            return message.at - before;
        before = message.at;
    }
    return {};
}

bool skipped(const DialReport &report, Rung rung)
{
    const auto stage = [&](DialStage which) {
        const dist::DialStep *step = report.step(which);
        return step && step->skipped;
    };
    return (rung == Rung::EpmdReachable && stage(DialStage::EpmdConnect)) ||
           (rung == Rung::NameRegistered && stage(DialStage::EpmdReply));
}

QList<RungResult> ladderOf(const DialReport &report, const Verdict &verdict)
{
    QList<RungResult> rungs;
    const bool failed = verdict.cause != Cause::None;
    bool reached = true;
    for (const Rung rung : Ladder) {
        RungResult result;
        result.rung = rung;
        const bool broken = failed && rung == verdict.rung;
        if (broken) {
            result.state = RungState::Failed;
            result.evidence = verdict.evidence;
            result.elapsed = rung == Rung::OurDigest || rung == Rung::Status ? sinceLastSend(report)
                                                                             : elapsedOn(report, rung);
            reached = false;
        } else if (reached) {
            result.state = skipped(report, rung) ? RungState::Skipped : RungState::Passed;
            result.evidence = passedEvidence(report, rung);
            result.elapsed = elapsedOn(report, rung);
        }
        if (!failed && rung == verdict.rung)
            reached = false;
        rungs.append(result);
    }
    return rungs;
}

QString labelOf(const HandshakeMessage &message)
{
    static constexpr std::array Labels{"send_name",         "recv_status",     "status_reply",
                                       "send_challenge",    "send_complement", "send_challenge_reply",
                                       "send_challenge_ack"};
    static_assert(std::variant_size_v<HandshakeBody> == Labels.size());
    return QLatin1String(Labels[message.body.index()]);
}

QList<WireExcerpt> excerptsOf(const DialReport &report, const Verdict &verdict)
{
    QList<WireExcerpt> excerpts;
    for (const HandshakeMessage &message : report.messages) {
        WireExcerpt excerpt;
        excerpt.sent = message.direction == HandshakeMessage::Direction::Sent;
        excerpt.label = labelOf(message);
        excerpt.bytes = message.packet.left(MaxExcerptBytes);
        excerpt.at = message.at - report.began;
        // Whoever has a digest can try cookies against it: neither it nor its challenge leaves.
        if (std::holds_alternative<ReplyMessage>(message.body) ||
            std::holds_alternative<AckMessage>(message.body)) {
            excerpt.blankedFrom = qMin<qsizetype>(excerpt.bytes.size(), qsizetype(message.prefix) + 1);
            for (qsizetype i = excerpt.blankedFrom; i < excerpt.bytes.size(); ++i)
                excerpt.bytes[i] = 0;
        }
        excerpts.append(excerpt);
    }
    const auto *failed = report.as<end::HandshakeFailed>();
    const bool closed =
        (failed && failed->error.as<handshake_failure::Closed>()) || report.as<end::TransportFailed>();
    if (closed) {
        excerpts.append(WireExcerpt{false, QStringLiteral("close"), {}, -1, report.elapsed});
    } else if (failed && !failed->error.evidence.isEmpty() && verdict.cause != Cause::None) {
        excerpts.append(WireExcerpt{false, QStringLiteral("unexpected"),
                                    failed->error.evidence.left(MaxExcerptBytes), -1, report.elapsed});
    }
    return excerpts;
}

} // namespace

Diagnosis diagnose(const DialReport &report)
{
    const Verdict verdict = std::visit(EndRules(report), report.end);
    Diagnosis diagnosis;
    diagnosis.from = selfName();
    diagnosis.to = report.target;
    diagnosis.cause = verdict.cause;
    diagnosis.certainty = verdict.certainty;
    diagnosis.candidates = verdict.candidates;
    diagnosis.detail = verdict.detail;
    diagnosis.rungs = ladderOf(report, verdict);
    diagnosis.excerpts = excerptsOf(report, verdict);
    diagnosis.time = report.wall.addMSecs(base::toMilliseconds(report.elapsed));
    diagnosis.elapsed = report.elapsed;
    return diagnosis;
}

} // namespace nodescope::doctor
