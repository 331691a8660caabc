#include <QtTest>

#include "cluster/Node.h"
#include "doctor/NextTests.h"
#include "doctor/ladder/LadderVerdict.h"
#include "doctor/ladder/PeerFactsOf.h"

using namespace nodescope;
using namespace nodescope::cluster;
using namespace nodescope::doctor;
using namespace nodescope::protocol;
using namespace std::chrono_literals;
using dist::ConnectProblem;
using protocol::epmd::NamePort;
namespace ends = dist::dial_end;
namespace failure = protocol::handshake_failure;

namespace {

const base::NodeName Target = base::NodeName::literal(u"b@h");

dist::DialReport report(ends::Reason reason, bool registered = true)
{
    dist::DialReport report;
    report.target = Target;
    report.elapsed = 3ms;
    report.end = std::move(reason);
    report.addresses = {QHostAddress(QHostAddress::LocalHost)};
    if (registered) {
        report.registration = epmd::Registration();
        report.registration->name = QStringLiteral("b");
        report.registration->port = 4711;
    }
    return report;
}

ends::Reason failed(failure::Reason reason, HandshakeStep step, base::Duration sinceLastSend = 1ms,
                    qint64 received = 20)
{
    HandshakeError error;
    error.reason = std::move(reason);
    error.step = step;
    error.sinceLastSend = sinceLastSend;
    error.received = received;
    return ends::HandshakeFailed{error};
}

ends::Reason probed(const QString &name = Target.text())
{
    ProbeResult result;
    result.peer = name;
    return ends::Probed{result};
}

dist::ConnectFailure connectFailure(ConnectProblem problem, base::Duration elapsed = 1ms)
{
    dist::FailedConnect attempt;
    attempt.address = QHostAddress(QHostAddress::LocalHost);
    attempt.port = 4711;
    attempt.problem = problem;
    attempt.elapsed = elapsed;
    return {{attempt}};
}

LadderEvidence evidence(dist::DialReport probe)
{
    LadderEvidence evidence;
    evidence.target = Target;
    evidence.haveCookie = true;
    evidence.targetIsLocal = true;
    evidence.probe = std::move(probe);
    return evidence;
}

using Names = QList<NamePort>;

struct Row
{
    const char *name;
    LadderEvidence evidence;
    Cause cause;
    Certainty certainty;
    QList<Cause> candidates;
};

LadderEvidence with(LadderEvidence evidence, const std::function<void(LadderEvidence &)> &change)
{
    change(evidence);
    return evidence;
}

std::vector<Row> registrationRows()
{
    using E = LadderEvidence;
    const E missing = evidence(report(ends::NotRegistered{}, false));
    return {
        {"not registered, list not got",
         missing,
         Cause::NotRegistered,
         Certainty::CannotDistinguish,
         {Cause::NotRegistered, Cause::EpmdForgotNode, Cause::DoesNotListen, Cause::StrayEpmd}},
        {"not registered, others are",
         with(missing,
              [](E &e) {
                  e.tests.names = Names{{QStringLiteral("a"), 1}};
              }),
         Cause::NotRegistered,
         Certainty::CannotDistinguish,
         {Cause::NotRegistered, Cause::EpmdForgotNode, Cause::DoesNotListen}},
        {"not registered, nobody is, far away",
         with(missing,
              [](E &e) {
                  e.tests.names = Names();
                  e.targetIsLocal = false;
              }),
         Cause::NotRegistered,
         Certainty::CannotDistinguish,
         {Cause::NotRegistered, Cause::EpmdForgotNode, Cause::DoesNotListen, Cause::StrayEpmd,
          Cause::MeshIntercepts}},
        {"not registered, yet we are connected",
         with(missing,
              [](E &e) {
                  e.linkWasThere = true;
                  e.tests.names = Names{{QStringLiteral("a"), 1}};
              }),
         Cause::EpmdForgotNode,
         Certainty::AlmostCertain,
         {}},
        {"nobody is registered, yet we are connected",
         with(missing,
              [](E &e) {
                  e.linkWasThere = true;
                  e.tests.names = Names();
              }),
         Cause::EpmdForgotNode,
         Certainty::CannotDistinguish,
         {Cause::EpmdForgotNode, Cause::StrayEpmd}},
    };
}

dist::DialReport at(QHostAddress::SpecialAddress address)
{
    dist::DialReport there = report(probed());
    there.endpoints = dist::Endpoints();
    there.endpoints->peerAddress = QHostAddress(address);
    return there;
}

std::vector<Row> portRows()
{
    using E = LadderEvidence;
    using Entry = LadderTestResults::Entry;
    const ends::Reason refusal = ends::PortUnreachable{connectFailure(ConnectProblem::Refused)};
    const E refused = evidence(report(refusal));
    const QList<Cause> either{Cause::StalePort, Cause::DistPortBlocked, Cause::AddressUnreachable};
    return {
        {"refused", refused, Cause::StalePort, Certainty::CannotDistinguish, either},
        {"refused, still listed", with(refused, [](E &e) { e.tests.entry = Entry::Same; }), Cause::StalePort,
         Certainty::CannotDistinguish, either},
        {"refused, listed no more",
         with(refused, [](E &e) { e.tests.entry = Entry::Gone; }),
         Cause::StalePort,
         Certainty::AlmostCertain,
         {}},
        {"refused, listed elsewhere now",
         with(refused, [](E &e) { e.tests.entry = Entry::Moved; }),
         Cause::StalePort,
         Certainty::AlmostCertain,
         {}},
        {"refused, answers in the other family",
         with(refused, [](E &e) { e.tests.elsewhere = at(QHostAddress::LocalHostIPv6); }),
         Cause::IpVersionMixed,
         Certainty::AlmostCertain,
         {}},
        {"refused, answers at another address",
         with(refused, [](E &e) { e.tests.elsewhere = at(QHostAddress::LocalHost); }),
         Cause::AddressUnreachable,
         Certainty::AlmostCertain,
         {}},
        {"a given port refuses",
         evidence(report(refusal, false)),
         Cause::DistPortBlocked,
         Certainty::CannotDistinguish,
         {Cause::DistPortBlocked, Cause::DoesNotListen}},
        {"filtered",
         evidence(report(ends::PortUnreachable{connectFailure(ConnectProblem::TimedOut)})),
         Cause::DistPortBlocked,
         Certainty::AlmostCertain,
         {}},
    };
}

std::vector<Row> addressRows()
{
    using E = LadderEvidence;
    const auto epmd = [](ConnectProblem problem, base::Duration elapsed) {
        return evidence(report(ends::EpmdUnreachable{connectFailure(problem, elapsed)}, false));
    };
    const E quick = epmd(ConnectProblem::HostUnreachable, 1ms);
    const E host = evidence(
        report(ends::HostUnresolvable{{QStringLiteral("h"), false, QStringLiteral("not found")}}, false));
    const QList<Cause> either{Cause::AddressUnreachable, Cause::EpmdUnreachable};
    return {
        {"rejected at once", quick, Cause::AddressUnreachable, Certainty::CannotDistinguish, either},
        {"no route of our own",
         with(quick, [](E &e) { e.noRoute = true; }),
         Cause::AddressUnreachable,
         Certainty::Certain,
         {}},
        {"nobody has the address",
         epmd(ConnectProblem::HostUnreachable, 3s),
         Cause::AddressUnreachable,
         Certainty::AlmostCertain,
         {}},
        {"epmd filtered",
         epmd(ConnectProblem::TimedOut, 7s),
         Cause::EpmdUnreachable,
         Certainty::CannotDistinguish,
         {Cause::EpmdUnreachable, Cause::AddressUnreachable}},
        {"epmd refused", epmd(ConnectProblem::Refused, 1ms), Cause::EpmdUnreachable, Certainty::Certain, {}},
        {"unknown host", host, Cause::HostUnresolvable, Certainty::Certain, {}},
        {"our own host",
         with(host, [](E &e) { e.ownHost = QStringLiteral("H"); }),
         Cause::OwnHostChanged,
         Certainty::CannotDistinguish,
         {Cause::OwnHostChanged, Cause::HostUnresolvable}},
        {"a service of Kubernetes",
         with(host, [](E &e) { e.target = base::NodeName::literal(u"b@app.default.svc.cluster.local"); }),
         Cause::DnsWithoutRecord,
         Certainty::CannotDistinguish,
         {Cause::DnsWithoutRecord, Cause::HostUnresolvable}},
        {"a pod of a service of Kubernetes that is there",
         with(host,
              [](E &e) {
                  e.target = base::NodeName::literal(u"b@app-0.app.default.svc.cluster.local");
                  e.tests.parentHost = QStringList{QStringLiteral("10.96.0.1")};
              }),
         Cause::DnsWithoutRecord,
         Certainty::AlmostCertain,
         {}},
        {"a service of Kubernetes, and no name service",
         with(evidence(report(ends::HostUnresolvable{{QStringLiteral("h"), true, {}}}, false)),
              [](E &e) { e.target = base::NodeName::literal(u"b@app.default.svc.cluster.local"); }),
         Cause::HostUnresolvable,
         Certainty::Certain,
         {}},
        {"our own name, and no address of ours",
         with(quick,
              [](E &e) {
                  e.ownHost = QStringLiteral("h");
                  e.targetIsLocal = false;
                  e.noRoute = true;
              }),
         Cause::OwnHostChanged,
         Certainty::AlmostCertain,
         {}},
        {"epmd closes, far away",
         with(evidence(report(ends::EpmdBroken{}, false)), [](E &e) { e.targetIsLocal = false; }),
         Cause::EpmdDefect,
         Certainty::CannotDistinguish,
         {Cause::EpmdDefect, Cause::MeshIntercepts}},
        {"epmd closes, and so does every port",
         with(evidence(report(ends::EpmdBroken{}, false)),
              [](E &e) {
                  e.targetIsLocal = false;
                  e.tests.unusedPortsOpen = true;
              }),
         Cause::MeshIntercepts,
         Certainty::AlmostCertain,
         {}},
        {"epmd closes",
         evidence(report(ends::EpmdBroken{}, false)),
         Cause::EpmdDefect,
         Certainty::AlmostCertain,
         {}},
    };
}

dist::DialReport hello(bool spokeTls)
{
    dist::TlsFailure tls;
    tls.problem = spokeTls ? dist::TlsProblem::UnknownIssuer : dist::TlsProblem::Closed;
    return report(ends::TlsFailed{tls});
}

std::vector<Row> answerRows()
{
    using E = LadderEvidence;
    using S = HandshakeStep;
    const E closed = evidence(report(failed(failure::Closed{}, S::AwaitStatus, 1ms, 0)));
    const E silent = evidence(report(failed(failure::TimedOut{}, S::AwaitStatus, 7s, 0)));
    E cookie = evidence(report(probed()));
    cookie.dial = report(failed(failure::Closed{}, S::AwaitAck));
    E other = evidence(report(probed(QStringLiteral("c@h"))));
    const QList<Cause> mute{Cause::PeerSilent, Cause::NetKernelStuck};
    const auto alert = failure::NotErlang{ForeignProtocol::TlsAlert, 10};
    return {
        {"closed without a word",
         closed,
         Cause::NotANode,
         Certainty::CannotDistinguish,
         {Cause::NotANode, Cause::TlsPlainMixed, Cause::NameInUse}},
        {"closed, and speaks TLS",
         with(closed, [](E &e) { e.tests.tlsHello = hello(true); }),
         Cause::TlsPlainMixed,
         Certainty::AlmostCertain,
         {}},
        {"closed, and no TLS",
         with(closed, [](E &e) { e.tests.tlsHello = hello(false); }),
         Cause::NotANode,
         Certainty::CannotDistinguish,
         {Cause::NotANode, Cause::NameInUse}},
        {"closed to two names",
         with(closed,
              [](E &e) {
                  e.tests.tlsHello = hello(false);
                  e.probe->messages.resize(2);
              }),
         Cause::NotANode,
         Certainty::AlmostCertain,
         {}},
        {"http",
         evidence(report(failed(failure::NotErlang{ForeignProtocol::Http}, S::AwaitStatus))),
         Cause::NotANode,
         Certainty::Certain,
         {}},
        {"http, far away",
         with(evidence(report(failed(failure::NotErlang{ForeignProtocol::Http}, S::AwaitStatus))),
              [](E &e) { e.targetIsLocal = false; }),
         Cause::NotANode,
         Certainty::CannotDistinguish,
         {Cause::NotANode, Cause::MeshIntercepts}},
        {"alert",
         evidence(report(failed(alert, S::AwaitStatus))),
         Cause::TlsPlainMixed,
         Certainty::Certain,
         {}},
        {"alert of what may be no node",
         evidence(report(failed(alert, S::AwaitStatus), false)),
         Cause::TlsPlainMixed,
         Certainty::CannotDistinguish,
         {Cause::TlsPlainMixed, Cause::NotANode}},
        {"silent to TLS alone",
         with(silent, [](E &e) { e.tests.answersPlainly = true; }),
         Cause::TlsPlainMixed,
         Certainty::Certain,
         {}},
        {"silent", silent, Cause::PeerSilent, Certainty::CannotDistinguish, mute},
        {"silent, and its link is alive",
         with(silent, [](E &e) { e.tests.aliveByLink = true; }),
         Cause::NetKernelStuck,
         Certainty::AlmostCertain,
         {}},
        {"silent, and its link is not", with(silent, [](E &e) { e.tests.aliveByLink = false; }),
         Cause::PeerSilent, Certainty::CannotDistinguish, mute},
        {"a given port is silent",
         evidence(report(failed(failure::TimedOut{}, S::AwaitStatus, 7s, 0), false)),
         Cause::PeerSilent,
         Certainty::CannotDistinguish,
         {Cause::PeerSilent, Cause::NetKernelStuck, Cause::NotANode}},
        {"cookie", cookie, Cause::CookieMismatch, Certainty::AlmostCertain, {}},
        {"half of the cookie fits",
         with(cookie, [](E &e) { e.tests.cutCookieFits = true; }),
         Cause::CookieTruncated,
         Certainty::AlmostCertain,
         {}},
        {"another node",
         other,
         Cause::OtherNameAnswers,
         Certainty::CannotDistinguish,
         {Cause::OtherNameAnswers, Cause::StalePort}},
        {"another node, listed at the same port",
         with(other,
              [](E &e) {
                  e.tests.names = Names{{QStringLiteral("b"), 4711}, {QStringLiteral("c"), 4711}};
              }),
         Cause::StalePort,
         Certainty::AlmostCertain,
         {}},
        {"the same node by another host",
         evidence(report(probed(QStringLiteral("b@h.dom")))),
         Cause::OtherNameAnswers,
         Certainty::Certain,
         {}},
        {"another node at a given port",
         evidence(report(probed(QStringLiteral("c@h")), false)),
         Cause::OtherNameAnswers,
         Certainty::Certain,
         {}},
    };
}

std::vector<Row> rows()
{
    std::vector<Row> all = registrationRows();
    for (auto more : {portRows(), addressRows(), answerRows()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

dist::CallResult callResult(dist::call_end::Reason end)
{
    dist::CallResult result;
    result.elapsed = 1ms;
    result.end = std::move(end);
    return result;
}

RungResult rungOf(const Examination &examination, Rung rung)
{
    for (const RungResult &result : examination.diagnosis.rungs) {
        if (result.rung == rung)
            return result;
    }
    return {};
}

QString stateOf(const Examination &examination, Rung rung)
{
    return identifierOf(rungOf(examination, rung).state);
}

} // namespace

class tst_LadderVerdict : public QObject
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
        const Examination examination = examinationOf(row.evidence, false);
        const Diagnosis &diagnosis = examination.diagnosis;
        QCOMPARE(identifierOf(diagnosis.cause), identifierOf(row.cause));
        QCOMPARE(identifierOf(diagnosis.certainty), identifierOf(row.certainty));
        QCOMPARE(diagnosis.candidates, row.candidates);
        QVERIFY(diagnosis.brokenRung());
        QVERIFY(!diagnosis.brokenRung()->evidence.isEmpty());
        QCOMPARE(diagnosis.rungs.size(), int(Rung::CallsAnswered) + 1);
        bool above = false;
        for (const RungResult &rung : diagnosis.rungs) {
            QVERIFY(!above || rung.state == RungState::NotReached);
            above = above || rung.state == RungState::Failed;
        }
        // Whatever is open has a test that would tell.
        const QStringList tests = nextTestsOf(diagnosis);
        QCOMPARE(tests.isEmpty(), diagnosis.certainty == Certainty::Certain);
    }
    void withoutACookieItIsOpen()
    {
        LadderEvidence e = evidence(report(probed()));
        e.haveCookie = false;
        const Examination examination = examinationOf(e, false);
        QCOMPARE(examination.diagnosis.cause, Cause::NoCookie);
        QCOMPARE(stateOf(examination, Rung::Challenge), QStringLiteral("passed"));
        QCOMPARE(stateOf(examination, Rung::OurDigest), QStringLiteral("uncertain"));
        QCOMPARE(stateOf(examination, Rung::LinkUp), QStringLiteral("not_reached"));
        QVERIFY(!examination.diagnosis.brokenRung());
        QCOMPARE(nextTestsOf(examination.diagnosis).size(), 1);
    }
    void theWholeLadder()
    {
        LadderEvidence e = evidence(report(probed()));
        e.dial = report(ends::Connected{});
        e.call = callResult(dist::call_end::Returned{term::Term::charlist(u"25")});
        e.firstByte = 1ms;
        const Examination examination = examinationOf(e, false);
        QVERIFY(examination.diagnosis.ok());
        for (const RungResult &rung : examination.diagnosis.rungs)
            QCOMPARE(identifierOf(rung.state), QStringLiteral("passed"));
        QCOMPARE(examination.facts.release, QStringLiteral("25"));
        QVERIFY(nextTestsOf(examination.diagnosis).isEmpty());
    }
    void aCNodeAnswersNoCall()
    {
        LadderEvidence e = evidence(report(probed()));
        e.dial = report(ends::Connected{});
        e.call = callResult(dist::call_end::NotSupported{QStringLiteral("notsup")});
        e.linkWatched = 1ms;
        const Examination examination = examinationOf(e, false);
        QVERIFY(examination.diagnosis.ok());
        QCOMPARE(stateOf(examination, Rung::FirstTick), QStringLiteral("uncertain"));
        QCOMPARE(stateOf(examination, Rung::CallsAnswered), QStringLiteral("skipped"));
        QVERIFY(rungOf(examination, Rung::CallsAnswered).evidence.contains(QStringLiteral("notsup")));
    }
    void aLinkThatIsUpAnswersTheUpperRungs()
    {
        LadderEvidence e = evidence(report(probed()));
        e.linkWasThere = true;
        e.ownNameThere = QStringLiteral("X@h");
        e.call = callResult(dist::call_end::Returned{term::Term::charlist(u"27")});
        e.firstByte = 2ms;
        const Examination examination = examinationOf(e, false);
        QVERIFY(examination.diagnosis.ok());
        QCOMPARE(rungOf(examination, Rung::LinkUp).evidence, QStringLiteral("already connected as X@h"));
        QCOMPARE(stateOf(examination, Rung::CallsAnswered), QStringLiteral("passed"));
    }
    void aLinkThatIsLostAtOnce()
    {
        LadderEvidence e = evidence(report(probed()));
        e.dial = report(ends::Connected{});
        e.linkLost = QStringLiteral("peer_closed");
        const Examination examination = examinationOf(e, false);
        QCOMPARE(examination.diagnosis.cause, Cause::ConnectionLost);
        QCOMPARE(examination.diagnosis.brokenRung()->rung, Rung::LinkUp);
    }
    void cancelledKeepsTheRungs()
    {
        LadderEvidence e = evidence(report(ends::Cancelled{}));
        e.probe->steps = {{dist::DialStage::NameCheck, true}, {dist::DialStage::Resolve, true}};
        const Examination running = examinationOf(e, true);
        QVERIFY(running.running);
        QCOMPARE(running.diagnosis.rungs.size(), 3);
        e.cancelled = true;
        const Examination examination = examinationOf(e, false);
        QCOMPARE(examination.diagnosis.cause, Cause::Cancelled);
        QCOMPARE(stateOf(examination, Rung::HostResolves), QStringLiteral("passed"));
        QCOMPARE(stateOf(examination, Rung::EpmdReachable), QStringLiteral("not_reached"));
    }
    void theSecondAttemptTakesNoRungBack()
    {
        LadderEvidence e = evidence(report(probed()));
        e.probe->steps = {{dist::DialStage::NameCheck, true}, {dist::DialStage::Resolve, true}};
        e.dial = report(ends::Cancelled{});
        e.dial->steps = {{dist::DialStage::NameCheck, true}};
        QCOMPARE(examinationOf(e, true).diagnosis.rungs.size(), 3);
    }
    void testsAreMadeWhereTheyTell()
    {
        QVERIFY(testsFor(evidence(report(probed()))).isEmpty());
        QCOMPARE(testsFor(evidence(report(ends::NotRegistered{}, false))),
                 QList<LadderTest>{LadderTest::EpmdNames});
        LadderEvidence cookie = evidence(report(probed()));
        cookie.dial = report(failed(failure::Closed{}, HandshakeStep::AwaitAck));
        QVERIFY(testsFor(cookie).isEmpty()); // every further attempt would be logged there
        cookie.cookieHasHash = true;
        QCOMPARE(testsFor(cookie), QList<LadderTest>{LadderTest::CutCookie});
    }
    void releases_data()
    {
        QTest::addColumn<quint64>("flags");
        QTest::addColumn<QString>("release");
        QTest::newRow("23") << masks::Default23.bits() << QStringLiteral("23");
        QTest::newRow("24") << quint64(0xd03df7fbc) << QStringLiteral("24");
        QTest::newRow("25") << masks::Default25.bits() << QStringLiteral("25 to 27");
        QTest::newRow("28") << (masks::Default25 | Flag::AltactSig).bits() << QStringLiteral("28");
        QTest::newRow("29") << masks::Default29.bits() << QStringLiteral("29 or later");
        QTest::newRow("ei") << quint64(0x407074f9c) << QString();
        QTest::newRow("JInterface") << quint64(0x407070f94) << QString();
    }
    void releases()
    {
        QFETCH(quint64, flags);
        QFETCH(QString, release);
        QCOMPARE(likelyReleases(Flags(flags), HandshakeVersion::V6), release);
        QCOMPARE(likelyReleases(masks::Default23, HandshakeVersion::V5), QStringLiteral("22 or earlier"));
    }
    void kindsThatAChallengeTells()
    {
        dist::DialReport report;
        report.target = base::NodeName::literal(u"a@h");
        QCOMPARE(kindTold(report), cluster::NodeKind::Unknown);
        const auto kindOf = [&report](Flags flags, const QString &name) {
            ChallengeMessage challenge;
            challenge.flags = flags;
            challenge.name = name;
            HandshakeMessage message;
            message.direction = HandshakeMessage::Direction::Received;
            message.body = challenge;
            report.messages = {message};
            return kindTold(report);
        };
        const QString name = QStringLiteral("a@h");
        QCOMPARE(kindOf(masks::Default25, name), cluster::NodeKind::Beam);
        QCOMPARE(kindOf(masks::Mandatory23, name), cluster::NodeKind::CNode);
        QCOMPARE(kindOf(masks::Default29, name), cluster::NodeKind::Unknown);
        QCOMPARE(kindOf(masks::Default25, QStringLiteral("b@h")), cluster::NodeKind::Unknown);
    }
};

QTEST_APPLESS_MAIN(tst_LadderVerdict)
#include "tst_LadderVerdict.moc"
