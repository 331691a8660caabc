#include "doctor/post/VisitRules.h"

#include "doctor/TlsVerdict.h"
#include "protocol/handshake/HandshakePackets.h"

namespace nodescope::doctor {

using namespace cluster;
using namespace protocol;
namespace failure = handshake_failure;

namespace {
// One overload per way in which a call can end.
class Rules
{
public:
    explicit Rules(const dist::AcceptReport &report)
        : m_report(report)
        , m_named(saidBy<NameMessage>(report))
        , m_replied(saidBy<ReplyMessage>(report))
    {
    }

    Verdict operator()(const failure::Closed &) const
    {
        if (!m_named)
            return noNode(m_report.error.received > 0 ? QStringLiteral("closed within its first message")
                                                      : QStringLiteral("closed without a byte"));
        if (m_replied)
            return {Cause::Unknown, Certainty::Certain, Rung::OurDigest, QStringLiteral("closed"), {}, {}};
        // We offer every flag that a node can demand, so it is the name that it did not like.
        return {Cause::OtherNameAnswers,
                Certainty::AlmostCertain,
                Rung::NameAndFlags,
                QStringLiteral("closed when it had read our name"),
                {},
                {}};
    }
    Verdict operator()(const failure::TimedOut &) const
    {
        if (!m_named)
            return {Cause::NotANode,
                    Certainty::CannotDistinguish,
                    Rung::TransportAsExpected,
                    QStringLiteral("no whole message in time"),
                    {},
                    {Cause::NotANode, Cause::PeerSilent}};
        return {Cause::PeerSilent,
                Certainty::AlmostCertain,
                Rung::OurDigest,
                QStringLiteral("no answer in time"),
                {},
                {}};
    }
    Verdict operator()(const failure::NotErlang &e) const
    {
        switch (e.looksLike) {
        case ForeignProtocol::TlsHandshake:
            return {Cause::TlsPlainMixed,
                    Certainty::AlmostCertain,
                    Rung::TransportAsExpected,
                    QStringLiteral("TLS client hello"),
                    {},
                    {}};
        case ForeignProtocol::TlsAlert:
            return {Cause::TlsPlainMixed,
                    Certainty::AlmostCertain,
                    Rung::TransportAsExpected,
                    QStringLiteral("TLS alert"),
                    {},
                    {}};
        case ForeignProtocol::Http:
            return noNode(QStringLiteral("HTTP"), Certainty::Certain);
        case ForeignProtocol::Ssh:
            return noNode(QStringLiteral("SSH"), Certainty::Certain);
        case ForeignProtocol::Unknown:
            break;
        }
        return noNode(QStringLiteral("no handshake message"));
    }
    Verdict operator()(const failure::Malformed &) const
    {
        return m_named ? broke(QStringLiteral("malformed message"))
                       : noNode(QStringLiteral("no handshake message"));
    }
    Verdict operator()(const failure::OutOfOrder &) const { return broke(QStringLiteral("out of order")); }
    Verdict operator()(const failure::BadName &e) const
    {
        return broke(QStringLiteral("no node name: %1").arg(e.got.left(64)));
    }
    Verdict operator()(const failure::FlagsMissing &e) const
    {
        const QString names = flagNames(e.missing).join(QLatin1String(", "));
        return {Cause::FlagsMissing, Certainty::Certain, Rung::NameAndFlags, names, names, {}};
    }
    Verdict operator()(const failure::Reflection &) const
    {
        return {Cause::ReflectionRefused,
                Certainty::Certain,
                Rung::OurDigest,
                QStringLiteral("a challenge of ours came back"),
                {},
                {}};
    }
    // The one caller that is declined has the post's own name.
    Verdict operator()(const failure::Declined &) const
    {
        return {Cause::NameInUse, Certainty::Certain, Rung::Status, QStringLiteral("nok"), {}, {}};
    }
    // A proof of a cookie, and so all that is wanted of a caller.
    Verdict operator()(const failure::WrongDigest &) const
    {
        return {Cause::None, Certainty::Certain, Rung::OurDigest, {}, {}, {}};
    }
    Verdict operator()(const failure::Crowded &) const
    {
        return {Cause::Cancelled,
                Certainty::Certain,
                Rung::TransportAsExpected,
                QStringLiteral("gave way to newer callers"),
                {},
                {}};
    }
    template<class Other>
    Verdict operator()(const Other &) const
    {
        return {Cause::Unknown,
                Certainty::Certain,
                Rung::Status,
                QLatin1String(reasonName(m_report.error.reason)),
                {},
                {}};
    }

private:
    static Verdict noNode(const QString &evidence, Certainty certainty = Certainty::AlmostCertain)
    {
        return {Cause::NotANode, certainty, Rung::TransportAsExpected, evidence, {}, {}};
    }
    [[nodiscard]] Verdict broke(const QString &evidence) const
    {
        const Rung rung = m_named ? Rung::OurDigest : Rung::NameAndFlags;
        return {Cause::PeerBrokeProtocol, Certainty::Certain, rung, evidence, {}, {}};
    }

    const dist::AcceptReport &m_report;
    const NameMessage *m_named;
    const ReplyMessage *m_replied;
};
// As long as there is no encrypted connection nobody has a name.
Verdict withoutConnection(const dist::TlsFailure &failure)
{
    Verdict verdict = verdictOf(failure);
    if (failure.problem == dist::TlsProblem::PlainPeer)
        verdict.evidence = QStringLiteral("a name without TLS");
    // A caller that goes away by itself is no fault of our own settings.
    if (failure.problem == dist::TlsProblem::Closed && !failure.peerSpokeTls())
        return {Cause::NotANode,
                Certainty::AlmostCertain,
                Rung::TransportAsExpected,
                QStringLiteral("closed without a byte"),
                {},
                {}};
    return verdict;
}

VisitorKind kindOf(const dist::TlsFailure &failure)
{
    switch (failure.problem) {
    case dist::TlsProblem::PlainPeer:
        return VisitorKind::PlainHello;
    case dist::TlsProblem::NotTls:
        switch (recognise(failure.evidence).looksLike) {
        case ForeignProtocol::Http:
            return VisitorKind::Http;
        case ForeignProtocol::Ssh:
            return VisitorKind::Ssh;
        default:
            return VisitorKind::Garbage;
        }
    case dist::TlsProblem::Silent:
        return failure.peerSpokeTls() ? VisitorKind::TlsCaller : VisitorKind::Mute;
    case dist::TlsProblem::Closed:
        return failure.peerSpokeTls() ? VisitorKind::TlsCaller : VisitorKind::Knock;
    default:
        return VisitorKind::TlsCaller;
    }
}
} // namespace

Verdict verdictOf(const dist::AcceptReport &report)
{
    if (report.tlsFailure)
        return withoutConnection(*report.tlsFailure);
    return std::visit(Rules(report), report.error.reason);
}

VisitorKind kindOf(const dist::AcceptReport &report)
{
    if (report.tlsFailure)
        return kindOf(*report.tlsFailure);
    if (saidBy<NameMessage>(report) || report.error.as<failure::BadName>() ||
        report.error.as<failure::FlagsMissing>())
        return VisitorKind::Node;
    if (const auto *foreign = report.error.as<failure::NotErlang>()) {
        switch (foreign->looksLike) {
        case ForeignProtocol::TlsAlert:
        case ForeignProtocol::TlsHandshake:
            return VisitorKind::TlsHello;
        case ForeignProtocol::Http:
            return VisitorKind::Http;
        case ForeignProtocol::Ssh:
            return VisitorKind::Ssh;
        case ForeignProtocol::Unknown:
            break;
        }
        return VisitorKind::Garbage;
    }
    if (report.error.received > 0)
        return VisitorKind::Garbage;
    if (report.error.as<failure::TimedOut>())
        return VisitorKind::Mute;
    return report.error.as<failure::Crowded>() ? VisitorKind::Unknown : VisitorKind::Knock;
}

} // namespace nodescope::doctor
