#include "doctor/DialVerdict.h"

#include "cluster/Node.h"
#include "doctor/DialRungs.h"
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
    Verdict operator()(const end::Probed &e) const { return probed(e.result); }
    Verdict operator()(const end::NoCookie &e) const
    {
        const Verdict learnt = probed(e.result);
        return learnt.cause == Cause::None ? Verdict{Cause::NoCookie,
                                                     Certainty::Certain,
                                                     Rung::OurDigest,
                                                     QStringLiteral("no cookie"),
                                                     {},
                                                     {}}
                                           : learnt;
    }
    Verdict probed(const ProbeResult &result) const
    {
        // A probe takes note of whoever answers: what it learnt decides.
        if (result.peer != m_report.target.text())
            return {Cause::OtherNameAnswers,
                    Certainty::Certain,
                    Rung::NameAndFlags,
                    result.peer,
                    result.peer,
                    {}};
        if (!result.missing.isEmpty()) {
            const QString names = flagNames(result.missing).join(QLatin1String(", "));
            return {Cause::FlagsMissing, Certainty::Certain, Rung::NameAndFlags, names, names, {}};
        }
        return ok(Rung::Challenge);
    }
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
    Verdict operator()(const end::HostUnresolvable &e) const
    {
        const QString evidence =
            e.failure.timedOut ? QStringLiteral("name service did not answer") : e.failure.detail;
        return {
            Cause::HostUnresolvable, Certainty::Certain, Rung::HostResolves, evidence, e.failure.host, {}};
    }
    Verdict operator()(const end::EpmdUnreachable &e) const
    {
        const QString problem = problemText(e.failure);
        const QString evidence = QStringLiteral("%1: %2").arg(addressText(e.failure), problem);
        // A firewall that drops EPMD's port and a host that is not there are both silent; one that rejects
        // it and a router without a way both send word of it.
        switch (e.failure.problem()) {
        case ConnectProblem::Refused:
            return {Cause::EpmdUnreachable, Certainty::Certain, Rung::EpmdReachable, evidence, problem, {}};
        case ConnectProblem::HostUnreachable:
            return unreachable(Cause::AddressUnreachable, Cause::EpmdUnreachable, evidence, problem);
        default:
            return unreachable(Cause::EpmdUnreachable, Cause::AddressUnreachable, evidence, problem);
        }
    }
    Verdict operator()(const end::EpmdSilent &) const { return epmdSilent(QStringLiteral("no answer")); }
    Verdict operator()(const end::EpmdBroken &) const { return epmdDefect(QStringLiteral("no EPMD reply")); }
    Verdict operator()(const end::EpmdLost &e) const { return epmdDefect(e.detail); }
    Verdict operator()(const end::NotRegistered &) const
    {
        return notRegisteredAt(QStringLiteral("EPMD at port %1: no such name").arg(m_report.epmdPort),
                               QString::number(m_report.epmdPort));
    }
    Verdict operator()(const end::PortUnreachable &e) const
    {
        const QString evidence = QStringLiteral("%1: %2").arg(addressText(e.failure), problemText(e.failure));
        if (e.failure.problem() == ConnectProblem::Refused) {
            // A filter that rejects and a port that nobody holds any more look alike from here.
            return {Cause::StalePort,       Certainty::CannotDistinguish,
                    Rung::PortReachable,    evidence,
                    problemText(e.failure), {Cause::StalePort, Cause::DistPortBlocked}};
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
            return unreachable(Cause::EpmdUnreachable, Cause::AddressUnreachable, evidence, evidence);
        case DialStage::EpmdReply:
            return epmdSilent(evidence);
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
        return silent(Rung::Status, evidence);
    }

private:
    static Verdict ok(Rung reached) { return {Cause::None, Certainty::Certain, reached, {}, {}, {}}; }
    static Verdict cancelled(const QString &why)
    {
        return {Cause::Cancelled, Certainty::Certain, Rung::NameWellFormed, why, why, {}};
    }
    static Verdict unreachable(Cause likelier, Cause other, const QString &evidence, const QString &detail)
    {
        return {likelier,         Certainty::CannotDistinguish, Rung::EpmdReachable, evidence, detail,
                {likelier, other}};
    }
    // EPMD that is frozen or overrun, or something that waits for others to speak: none of them answers.
    static Verdict epmdSilent(const QString &evidence)
    {
        return {
            Cause::EpmdUnreachable, Certainty::AlmostCertain, Rung::EpmdReachable, evidence, evidence, {}};
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

} // namespace

Verdict verdictOf(const DialReport &report)
{
    return std::visit(EndRules(report), report.end);
}

Diagnosis diagnose(const DialReport &report)
{
    const Verdict verdict = verdictOf(report);
    Diagnosis diagnosis;
    diagnosis.from = selfName();
    diagnosis.to = report.target;
    diagnosis.cause = verdict.cause;
    diagnosis.certainty = verdict.certainty;
    diagnosis.candidates = verdict.candidates;
    diagnosis.detail = verdict.detail;
    diagnosis.rungs = rungsOf(report, verdict);
    diagnosis.excerpts = excerptsOf(report, verdict);
    diagnosis.time = report.wall.addMSecs(base::toMilliseconds(report.elapsed));
    diagnosis.elapsed = report.elapsed;
    diagnosis.epmdPort = report.epmdPort;
    return diagnosis;
}

} // namespace nodescope::doctor
