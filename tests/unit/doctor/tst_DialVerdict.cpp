#include <QtTest>

#include "cluster/Node.h"
#include "doctor/DialVerdict.h"
#include "protocol/handshake/Digest.h"

using namespace nodescope;
using namespace nodescope::cluster;
using namespace nodescope::protocol;
using namespace std::chrono_literals;
using dist::TlsProblem;
namespace ends = dist::dial_end;
namespace failure = protocol::handshake_failure;

namespace {

dist::DialReport report(ends::Reason reason)
{
    dist::DialReport report;
    report.target = base::NodeName::literal(u"b@h");
    report.elapsed = 3ms;
    report.end = std::move(reason);
    return report;
}

ends::HandshakeFailed failed(failure::Reason reason, HandshakeStep step, base::Duration sinceLastSend = 1ms,
                             qint64 received = 20)
{
    HandshakeError error;
    error.reason = std::move(reason);
    error.step = step;
    error.sinceLastSend = sinceLastSend;
    error.received = received;
    return {error};
}

ends::TlsFailed tls(TlsProblem problem, int alert = -1, bool ownCertificate = false)
{
    dist::TlsFailure failure;
    failure.problem = problem;
    failure.ownCertificate = ownCertificate;
    if (alert >= 0)
        failure.received = dist::TlsAlert{alert};
    return {failure};
}

dist::ConnectFailure connectFailure(dist::ConnectProblem problem)
{
    dist::FailedConnect attempt;
    attempt.address = QHostAddress(QHostAddress::LocalHost);
    attempt.port = 4369;
    attempt.problem = problem;
    return {{attempt}};
}

ProbeResult probedAsB()
{
    ProbeResult result;
    result.peer = QStringLiteral("b@h");
    return result;
}

struct Row
{
    const char *name;
    ends::Reason end;
    Cause cause;
    Certainty certainty;
    Rung rung;
};

std::vector<Row> rows()
{
    using S = HandshakeStep;
    using C = Certainty;
    using dist::ConnectProblem;
    return {
        {"host", ends::HostUnresolvable{{QStringLiteral("h"), false, {}}}, Cause::HostUnresolvable,
         C::Certain, Rung::HostResolves},
        {"epmd refused", ends::EpmdUnreachable{connectFailure(ConnectProblem::Refused)},
         Cause::EpmdUnreachable, C::Certain, Rung::EpmdReachable},
        {"epmd mute", ends::EpmdSilent{}, Cause::EpmdUnreachable, C::AlmostCertain, Rung::EpmdReachable},
        {"not registered", ends::NotRegistered{}, Cause::NotRegistered, C::CannotDistinguish,
         Rung::NameRegistered},
        {"port filtered", ends::PortUnreachable{connectFailure(ConnectProblem::TimedOut)},
         Cause::DistPortBlocked, C::AlmostCertain, Rung::PortReachable},
        {"epmd filtered", ends::EpmdUnreachable{connectFailure(ConnectProblem::TimedOut)},
         Cause::EpmdUnreachable, C::CannotDistinguish, Rung::EpmdReachable},
        {"no way to epmd", ends::EpmdUnreachable{connectFailure(ConnectProblem::HostUnreachable)},
         Cause::AddressUnreachable, C::CannotDistinguish, Rung::EpmdReachable},
        {"port refused", ends::PortUnreachable{connectFailure(ConnectProblem::Refused)}, Cause::StalePort,
         C::CannotDistinguish, Rung::PortReachable},
        {"closed after our digest", failed(failure::Closed{}, S::AwaitAck), Cause::CookieMismatch,
         C::AlmostCertain, Rung::OurDigest},
        {"closed 7 s after our digest", failed(failure::Closed{}, S::AwaitAck, 7s), Cause::PeerSilent,
         C::CannotDistinguish, Rung::OurDigest},
        {"reset after our digest", ends::TransportFailed{QStringLiteral("reset"), S::AwaitAck},
         Cause::CookieMismatch, C::AlmostCertain, Rung::OurDigest},
        {"closed without a word", failed(failure::Closed{}, S::AwaitStatus, 1ms, 0), Cause::NotANode,
         C::CannotDistinguish, Rung::Status},
        {"closed without a word after 7 s", failed(failure::Closed{}, S::AwaitStatus, 7s, 0),
         Cause::PeerSilent, C::CannotDistinguish, Rung::Status},
        {"silent", failed(failure::TimedOut{}, S::AwaitStatus, 7s, 0), Cause::PeerSilent,
         C::CannotDistinguish, Rung::Status},
        {"tls alert", failed(failure::NotErlang{ForeignProtocol::TlsAlert, 10}, S::AwaitStatus),
         Cause::TlsPlainMixed, C::Certain, Rung::TransportAsExpected},
        {"http", failed(failure::NotErlang{ForeignProtocol::Http}, S::AwaitStatus), Cause::NotANode,
         C::Certain, Rung::TransportAsExpected},
        {"garbage", failed(failure::NotErlang{}, S::AwaitStatus), Cause::NotANode, C::Certain,
         Rung::TransportAsExpected},
        {"not allowed", failed(failure::Refused{HandshakeStatus::NotAllowed}, S::AwaitStatus),
         Cause::NotAllowedByList, C::AlmostCertain, Rung::Status},
        {"late not allowed", failed(failure::Refused{HandshakeStatus::NotAllowed, true}, S::AwaitAck),
         Cause::FlagsMissing, C::Certain, Rung::Status},
        {"nok", failed(failure::Refused{HandshakeStatus::Nok}, S::AwaitStatus), Cause::Simultaneous,
         C::CannotDistinguish, Rung::Status},
        {"alive", failed(failure::Refused{HandshakeStatus::Alive}, S::AwaitStatus), Cause::AlreadyConnected,
         C::Certain, Rung::Status},
        {"flags",
         failed(failure::FlagsMissing{Flag::BigCreation, Flags(), QStringLiteral("b@h")}, S::AwaitChallenge),
         Cause::FlagsMissing, C::Certain, Rung::NameAndFlags},
        {"other name",
         failed(failure::OtherName{QStringLiteral("b@h"), QStringLiteral("c@h")}, S::AwaitChallenge),
         Cause::OtherNameAnswers, C::Certain, Rung::NameAndFlags},
        {"reflection", failed(failure::Reflection{7}, S::AwaitChallenge), Cause::ReflectionRefused,
         C::Certain, Rung::Challenge},
        {"wrong ack", failed(failure::WrongDigest{}, S::AwaitAck), Cause::PeerBrokeProtocol, C::Certain,
         Rung::TheirDigest},
        {"no cookie", ends::NoCookie{probedAsB()}, Cause::NoCookie, C::Certain, Rung::OurDigest},
        {"no cookie, another node", ends::NoCookie{}, Cause::OtherNameAnswers, C::Certain,
         Rung::NameAndFlags},
        {"cancelled", ends::Cancelled{}, Cause::Cancelled, C::Certain, Rung::NameWellFormed},
        {"time is up at EPMD", ends::TimedOut{dist::DialStage::EpmdConnect}, Cause::EpmdUnreachable,
         C::CannotDistinguish, Rung::EpmdReachable},
        {"time is up at the port", ends::TimedOut{dist::DialStage::TcpConnect}, Cause::DistPortBlocked,
         C::AlmostCertain, Rung::PortReachable},
        {"time is up in TLS", ends::TimedOut{dist::DialStage::Tls}, Cause::PeerSilent, C::AlmostCertain,
         Rung::TransportAsExpected},
        {"another host", tls(TlsProblem::HostMismatch), Cause::TlsCertificate, C::Certain,
         Rung::TransportAsExpected},
        {"no peer certificate", tls(TlsProblem::NoPeerCertificate), Cause::TlsCertificate, C::Certain,
         Rung::TransportAsExpected},
        {"certificate required", tls(TlsProblem::AlertReceived, 116), Cause::TlsCertificate, C::Certain,
         Rung::TransportAsExpected},
        {"handshake failure, nothing shown", tls(TlsProblem::AlertReceived, 40), Cause::TlsCertificate,
         C::AlmostCertain, Rung::TransportAsExpected},
        {"handshake failure", tls(TlsProblem::AlertReceived, 40, true), Cause::TlsFailed,
         C::CannotDistinguish, Rung::TransportAsExpected},
        {"unknown ca", tls(TlsProblem::AlertReceived, 48, true), Cause::TlsCertificate, C::Certain,
         Rung::TransportAsExpected},
        {"internal error", tls(TlsProblem::AlertReceived, 80, true), Cause::TlsFailed, C::Certain,
         Rung::TransportAsExpected},
        {"versions", tls(TlsProblem::ProtocolVersion), Cause::TlsFailed, C::Certain,
         Rung::TransportAsExpected},
        {"plain node", tls(TlsProblem::PlainPeer), Cause::TlsPlainMixed, C::Certain,
         Rung::TransportAsExpected},
        {"no TLS, no node", tls(TlsProblem::NotTls), Cause::NotANode, C::AlmostCertain,
         Rung::TransportAsExpected},
        {"silent to TLS", tls(TlsProblem::Silent), Cause::PeerSilent, C::AlmostCertain,
         Rung::TransportAsExpected},
        {"closes at TLS", tls(TlsProblem::Closed), Cause::TlsFailed, C::CannotDistinguish,
         Rung::TransportAsExpected},
        {"time is up in the handshake", ends::TimedOut{dist::DialStage::Handshake}, Cause::PeerSilent,
         C::CannotDistinguish, Rung::Status},
    };
}

} // namespace

class tst_DialVerdict : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verdict_data()
    {
        QTest::addColumn<int>("index");
        int index = 0;
        for (const Row &row : rows())
            QTest::newRow(row.name) << index++;
    }
    void verdict()
    {
        QFETCH(int, index);
        const Row row = rows().at(size_t(index));
        const Diagnosis diagnosis = doctor::diagnose(report(row.end));
        QCOMPARE(identifierOf(diagnosis.cause), identifierOf(row.cause));
        QCOMPARE(identifierOf(diagnosis.certainty), identifierOf(row.certainty));
        QVERIFY(diagnosis.brokenRung());
        QCOMPARE(identifierOf(diagnosis.brokenRung()->rung), identifierOf(row.rung));
        QCOMPARE(diagnosis.certainty == Certainty::CannotDistinguish, !diagnosis.candidates.isEmpty());
        // Nothing is climbed above the broken rung.
        bool above = false;
        for (const RungResult &rung : diagnosis.rungs) {
            QVERIFY(!above || rung.state == RungState::NotReached);
            above = above || rung.state == RungState::Failed;
        }
    }
    void whatWasNotBegunHasNothingBehindIt()
    {
        dist::DialReport r = report(ends::OwnName{});
        for (const RungResult &rung : doctor::diagnose(r).rungs)
            QVERIFY(rung.state != RungState::Passed);
        r.end = ends::AlreadyDialling{};
        for (const RungResult &rung : doctor::diagnose(r).rungs)
            QVERIFY(rung.state != RungState::Passed);
    }
    void success()
    {
        const Diagnosis diagnosis = doctor::diagnose(report(ends::Connected{}));
        QVERIFY(diagnosis.ok());
        QVERIFY(!diagnosis.brokenRung());
        for (const RungResult &rung : diagnosis.rungs)
            QCOMPARE(identifierOf(rung.state), QStringLiteral("passed"));
    }
    void digestsAreBlanked()
    {
        dist::DialReport r = report(failed(failure::Closed{}, HandshakeStep::AwaitAck));
        HandshakeMessage reply;
        const Digest digest = Digest::of(base::Secret(QByteArrayView("secret")), 0x01020304);
        reply.body = ReplyMessage{0x01020304, digest};
        reply.packet = withLength(LengthPrefix::TwoBytes, encodeHandshake(reply.body));
        r.messages.push_back(reply);
        const Diagnosis diagnosis = doctor::diagnose(r);
        QCOMPARE(diagnosis.excerpts.size(), 2);
        QCOMPARE(diagnosis.excerpts.front().bytes.size(), reply.packet.size());
        QCOMPARE(diagnosis.excerpts.front().blankedFrom, 3);
        QVERIFY(!diagnosis.excerpts.front().bytes.contains(digest.reveal().toByteArray().left(4)));
        QCOMPARE(diagnosis.excerpts.back().label, QStringLiteral("close"));
    }
    void closingOverTlsIsNeverPlain()
    {
        dist::DialReport r = report(failed(failure::Closed{}, HandshakeStep::AwaitStatus, 1ms, 0));
        r.tls = dist::TlsSession{QStringLiteral("TLSv1.3"), QStringLiteral("TLS_AES_256_GCM_SHA384"), {}};
        const Diagnosis modern = doctor::diagnose(r);
        QCOMPARE(modern.certainty, Certainty::CannotDistinguish);
        QVERIFY(modern.candidates.contains(Cause::TlsCertificate));
        QVERIFY(!modern.candidates.contains(Cause::TlsPlainMixed));
        r.tls->version = QStringLiteral("TLSv1.2"); // there the alert comes before the handshake is over
        QVERIFY(!doctor::diagnose(r).candidates.contains(Cause::TlsCertificate));
    }
    void theFaultOfACertificateIsNamed()
    {
        ends::TlsFailed end = tls(TlsProblem::HostMismatch);
        end.failure.host = QStringLiteral("db");
        end.failure.offending = dist::TlsCertificate();
        end.failure.offending->names = QStringList{QStringLiteral("web")};
        const Diagnosis diagnosis = doctor::diagnose(report(end));
        QCOMPARE(diagnosis.detail, QStringLiteral("host_mismatch"));
        QVERIFY(diagnosis.brokenRung()->evidence.contains(QStringLiteral("db not among [web]")));
    }
    void aProbeThatMeetsAnotherNodeSaysSo()
    {
        ProbeResult result;
        result.peer = QStringLiteral("c@h");
        QCOMPARE(doctor::diagnose(report(ends::Probed{result})).cause, Cause::OtherNameAnswers);
        result.peer = QStringLiteral("b@h");
        QVERIFY(doctor::diagnose(report(ends::Probed{result})).ok());
        result.missing = Flag::BigCreation;
        QCOMPARE(doctor::diagnose(report(ends::Probed{result})).detail, QStringLiteral("BIG_CREATION"));
    }
    void challengesAreBlanked()
    {
        dist::DialReport r = report(ends::Connected{});
        HandshakeMessage challenge;
        challenge.direction = HandshakeMessage::Direction::Received;
        ChallengeMessage body;
        body.challenge = 0x5aa55aa5;
        body.name = QStringLiteral("b@h");
        challenge.body = body;
        challenge.packet = withLength(LengthPrefix::TwoBytes, encodeHandshake(body));
        r.messages.push_back(challenge);
        const WireExcerpt excerpt = doctor::diagnose(r).excerpts.front();
        QCOMPARE(excerpt.blankedFrom, 11);
        QCOMPARE(excerpt.blankedTo, 15);
        QVERIFY(!excerpt.bytes.contains(QByteArray::fromHex("5aa55aa5")));
        QVERIFY(excerpt.bytes.endsWith("b@h"));
    }
    void notAllowedWithoutAFlagBlamesTheFlag()
    {
        dist::DialReport r =
            report(failed(failure::Refused{HandshakeStatus::NotAllowed}, HandshakeStep::AwaitStatus));
        HandshakeMessage name;
        NameMessage body;
        body.flags = masks::Minimum.without(Flag::UnlinkId);
        name.body = body;
        r.messages.push_back(name);
        const Diagnosis diagnosis = doctor::diagnose(r);
        QCOMPARE(diagnosis.cause, Cause::FlagsMissing);
        QCOMPARE(diagnosis.detail, QStringLiteral("UNLINK_ID"));
    }
};

QTEST_APPLESS_MAIN(tst_DialVerdict)
#include "tst_DialVerdict.moc"
