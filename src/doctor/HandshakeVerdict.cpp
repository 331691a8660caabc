#include "doctor/HandshakeVerdict.h"

namespace nodescope::doctor {

using namespace cluster;
using namespace protocol;
namespace failure = protocol::handshake_failure;

namespace {

QString closedAfter(base::Duration elapsed)
{
    return QStringLiteral("closed after %1 ms").arg(double(elapsed.count()) / 1e6, 0, 'f', 1);
}

Rung rungOf(HandshakeStep step)
{
    switch (step) {
    case HandshakeStep::AwaitChallenge:
        return Rung::NameAndFlags;
    case HandshakeStep::AwaitAck:
        return Rung::OurDigest;
    case HandshakeStep::Up:
        return Rung::LinkUp;
    default:
        return Rung::Status;
    }
}

Verdict broke(HandshakeStep step, const QString &evidence)
{
    return {Cause::PeerBrokeProtocol, Certainty::Certain, rungOf(step), evidence, evidence, {}};
}

class Rules
{
public:
    Rules(const HandshakeError &error, Flags flagsSent)
        : m_error(error)
        , m_flagsSent(flagsSent)
    {
    }

    Verdict operator()(const failure::Closed &) const
    {
        return verdictOfClose(m_error.step, m_error.sinceLastSend, m_error.received > 0,
                              closedAfter(m_error.sinceLastSend));
    }
    Verdict operator()(const failure::TimedOut &) const
    {
        const QString silence =
            QStringLiteral("silent for %1 s").arg(double(m_error.sinceLastSend.count()) / 1e9, 0, 'f', 1);
        return doctor::silent(rungOf(m_error.step), silence);
    }
    Verdict operator()(const failure::NotErlang &e) const
    {
        if (e.looksLike == ForeignProtocol::TlsAlert || e.looksLike == ForeignProtocol::TlsHandshake) {
            const QString alert =
                e.tlsAlert >= 0 ? QStringLiteral("tls alert %1").arg(e.tlsAlert) : QStringLiteral("tls");
            return {Cause::TlsPlainMixed, Certainty::Certain, Rung::TransportAsExpected, alert, alert, {}};
        }
        const QString what = e.looksLike == ForeignProtocol::Http  ? QStringLiteral("http")
                             : e.looksLike == ForeignProtocol::Ssh ? QStringLiteral("ssh")
                                                                   : QString();
        const QString evidence = what.isEmpty() ? QStringLiteral("no handshake message") : what;
        return {Cause::NotANode, Certainty::Certain, Rung::TransportAsExpected, evidence, what, {}};
    }
    Verdict operator()(const failure::Malformed &) const
    {
        if (m_error.step == HandshakeStep::AwaitStatus) {
            // Nothing that it said was the handshake's: more likely no node than a broken one.
            return {Cause::NotANode,
                    Certainty::AlmostCertain,
                    Rung::TransportAsExpected,
                    QStringLiteral("no handshake message"),
                    {},
                    {}};
        }
        return broke(m_error.step, QStringLiteral("malformed message"));
    }
    Verdict operator()(const failure::OutOfOrder &e) const
    {
        return broke(m_error.step, QStringLiteral("out of order: %1").arg(QLatin1String(inputName(e.got))));
    }
    Verdict operator()(const failure::Refused &e) const { return refused(e); }
    Verdict operator()(const failure::UnknownStatus &e) const
    {
        return broke(m_error.step,
                     QStringLiteral("unknown status: %1").arg(QString::fromLatin1(e.word.left(32))));
    }
    Verdict operator()(const failure::FlagsMissing &e) const
    {
        const QString names = flagNames(e.missing).join(QLatin1String(", "));
        return {Cause::FlagsMissing, Certainty::Certain, Rung::NameAndFlags, names, names, {}};
    }
    Verdict operator()(const failure::OtherName &e) const
    {
        return {Cause::OtherNameAnswers, Certainty::Certain, Rung::NameAndFlags, e.got, e.got, {}};
    }
    Verdict operator()(const failure::BadName &e) const
    {
        return broke(m_error.step, QStringLiteral("no node name: %1").arg(e.got.left(64)));
    }
    Verdict operator()(const failure::DynamicName &e) const
    {
        return broke(m_error.step, e.asked ? QStringLiteral("gave no dynamic name")
                                           : QStringLiteral("gave a name that was not asked for"));
    }
    Verdict operator()(const failure::Reflection &) const
    {
        const QString evidence = QStringLiteral("our own challenge came back");
        return {Cause::ReflectionRefused, Certainty::Certain, Rung::Challenge, evidence, evidence, {}};
    }
    Verdict operator()(const failure::WrongDigest &) const
    {
        Verdict verdict =
            broke(m_error.step, QStringLiteral("accepted our digest, then proved another cookie"));
        verdict.rung = Rung::TheirDigest;
        return verdict;
    }
    Verdict operator()(const failure::NoCookie &) const
    {
        return {Cause::NoCookie, Certainty::Certain, Rung::OurDigest, QStringLiteral("no cookie"), {}, {}};
    }
    // The rest cannot happen to an initiator, or is our own doing.
    Verdict operator()(const failure::Declined &) const { return ours(); }
    Verdict operator()(const failure::GaveWay &) const { return ours(); }
    Verdict operator()(const failure::NoChallenge &) const { return ours(); }
    Verdict operator()(const failure::Crowded &) const { return ours(); }

private:
    [[nodiscard]] Verdict ours() const
    {
        return {Cause::Cancelled, Certainty::Certain, rungOf(m_error.step), {}, {}, {}};
    }
    [[nodiscard]] Verdict refused(const failure::Refused &e) const
    {
        const QString word = QString::fromLatin1(statusWord(e.status));
        switch (e.status) {
        case HandshakeStatus::NotAllowed: {
            const Flags left = missingFlags(m_flagsSent, masks::Mandatory26);
            if (e.insteadOfAck || !left.isEmpty()) {
                const QString names = flagNames(left).join(QLatin1String(", "));
                return {Cause::FlagsMissing,
                        e.insteadOfAck ? Certainty::Certain : Certainty::AlmostCertain,
                        Rung::Status,
                        word,
                        names,
                        {}};
            }
            // All flags were there that any known release demands: what is left is the allow list.
            return {Cause::NotAllowedByList, Certainty::AlmostCertain, Rung::Status, word, word, {}};
        }
        case HandshakeStatus::Alive:
            return {Cause::AlreadyConnected, Certainty::Certain, Rung::Status, word, word, {}};
        case HandshakeStatus::Nok:
            return nok(word);
        default:
            return broke(m_error.step, word);
        }
    }

    [[nodiscard]] Verdict nok(const QString &word) const
    {
        // The peer dials us, or another caller of our name is there before us (protocol.md 1.5).
        return {Cause::Simultaneous,
                Certainty::CannotDistinguish,
                Rung::Status,
                word,
                word,
                {Cause::Simultaneous, Cause::NameInUse}};
    }

    const HandshakeError &m_error;
    Flags m_flagsSent;
};

} // namespace

Verdict silent(Rung rung, const QString &evidence)
{
    // A frozen emulator, one whose net_kernel hangs, and a path that swallows what is said look alike.
    return {Cause::PeerSilent,
            Certainty::CannotDistinguish,
            rung,
            evidence,
            evidence,
            {Cause::PeerSilent, Cause::NetKernelStuck}};
}

Verdict verdictOf(const HandshakeError &error, Flags flagsSent)
{
    return std::visit(Rules(error, flagsSent), error.reason);
}

Verdict verdictOfClose(HandshakeStep step, base::Duration sinceLastSend, bool anythingReceived,
                       const QString &how)
{
    if (sinceLastSend >= RefusedWithin)
        return silent(rungOf(step), how);
    if (step == HandshakeStep::AwaitAck) {
        // An acceptor that refuses a digest says nothing and closes; nothing else that stock nodes do
        // looks like this.
        return {Cause::CookieMismatch, Certainty::AlmostCertain, Rung::OurDigest, how, how, {}};
    }
    if (!anythingReceived) {
        return {Cause::NotANode,
                Certainty::CannotDistinguish,
                Rung::Status,
                how,
                how,
                {Cause::NotANode, Cause::TlsPlainMixed, Cause::NameInUse}};
    }
    return {Cause::PeerBrokeProtocol, Certainty::AlmostCertain, rungOf(step), how, how, {}};
}

} // namespace nodescope::doctor
