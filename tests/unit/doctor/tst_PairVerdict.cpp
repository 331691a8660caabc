#include <QtTest>

#include "doctor/PairVerdict.h"

using namespace nodescope;
using namespace nodescope::cluster;
using doctor::PairEvidence;
using Epmd = doctor::PairEvidence::Epmd;
namespace ends = dist::dial_end;

namespace {

PairEvidence healthy()
{
    PairEvidence evidence;
    evidence.a = base::NodeName::literal(u"a@h");
    evidence.b = base::NodeName::literal(u"b@h");
    evidence.resolves = true;
    evidence.epmd = Epmd::Found;
    evidence.epmdAnswer = QStringLiteral("40001");
    return evidence;
}

dist::DialReport refusedDigest()
{
    protocol::HandshakeError error;
    error.reason = protocol::handshake_failure::Closed{};
    error.step = protocol::HandshakeStep::AwaitAck;
    error.received = 30;
    dist::DialReport report;
    report.end = ends::HandshakeFailed{error};
    return report;
}

dist::DialReport notAllowed()
{
    protocol::HandshakeError error;
    error.reason = protocol::handshake_failure::Refused{protocol::HandshakeStatus::NotAllowed};
    error.step = protocol::HandshakeStep::AwaitStatus;
    protocol::NameMessage body;
    body.flags = protocol::masks::Recommended;
    protocol::HandshakeMessage name;
    name.body = body;
    dist::DialReport report;
    report.messages.push_back(name);
    report.end = ends::HandshakeFailed{error};
    return report;
}

dist::DialReport endingWith(ends::Reason reason)
{
    dist::DialReport report;
    report.end = std::move(reason);
    return report;
}

} // namespace

class tst_PairVerdict : public QObject
{
    Q_OBJECT

    static void compare(const PairEvidence &evidence, Cause cause, Certainty certainty)
    {
        const Diagnosis diagnosis = doctor::diagnose(evidence);
        QCOMPARE(identifierOf(diagnosis.cause), identifierOf(cause));
        QCOMPARE(identifierOf(diagnosis.certainty), identifierOf(certainty));
        QCOMPARE(diagnosis.from, evidence.a);
        QCOMPARE(diagnosis.to, evidence.b);
        QVERIFY(diagnosis.brokenRung());
    }

private Q_SLOTS:
    void whatAItselfSaysIsCertain()
    {
        PairEvidence evidence = healthy();
        evidence.resolves = false;
        compare(evidence, Cause::HostUnresolvable, Certainty::Certain);
        evidence = healthy();
        evidence.epmd = Epmd::Unreachable;
        compare(evidence, Cause::EpmdUnreachable, Certainty::Certain);
        evidence = healthy();
        evidence.epmd = Epmd::NotRegistered;
        compare(evidence, Cause::NotRegistered, Certainty::Certain);
    }
    void twoDigestsProveAMismatch()
    {
        PairEvidence evidence = healthy();
        evidence.cookiesEqual = false;
        compare(evidence, Cause::CookieMismatch, Certainty::Certain);
    }
    void ourAttemptWithItsCookieIsAlmostCertain()
    {
        PairEvidence evidence = healthy();
        evidence.ourAttempt = refusedDigest();
        evidence.triedCookieOfA = true;
        compare(evidence, Cause::CookieMismatch, Certainty::AlmostCertain);
    }
    void ourAttemptWithAnotherCookieProvesNothing()
    {
        PairEvidence evidence = healthy();
        evidence.ourAttempt = refusedDigest();
        evidence.triedCookieOfA = false;
        compare(evidence, Cause::CookieMismatch, Certainty::CannotDistinguish);
        QVERIFY(doctor::diagnose(evidence).candidates.size() > 1);
    }
    void equalCookiesRuleAMismatchOut()
    {
        PairEvidence evidence = healthy();
        evidence.cookiesEqual = true;
        evidence.ourAttempt = refusedDigest();
        compare(evidence, Cause::Unknown, Certainty::CannotDistinguish);
        QVERIFY(!doctor::diagnose(evidence).candidates.contains(Cause::CookieMismatch));
    }
    void whatStopsAProbeStopsA()
    {
        PairEvidence evidence = healthy();
        evidence.probe = endingWith(ends::PortUnreachable{{}});
        compare(evidence, Cause::DistPortBlocked, Certainty::AlmostCertain);
    }
    void anAllowListThatExcludesUsSaysNothingOfA()
    {
        PairEvidence evidence = healthy();
        evidence.cookiesEqual = true;
        evidence.probe = notAllowed();
        compare(evidence, Cause::NotAllowedByList, Certainty::CannotDistinguish);
        QCOMPARE(doctor::diagnose(evidence).candidates.first(), Cause::NotAllowedByList);
        QVERIFY(!doctor::diagnose(evidence).candidates.contains(Cause::CookieMismatch));
    }
    void nothingFoundIsSaidSo()
    {
        compare(healthy(), Cause::Unknown, Certainty::CannotDistinguish);
        QVERIFY(doctor::diagnose(healthy()).candidates.contains(Cause::CookieMismatch));
    }
};

QTEST_APPLESS_MAIN(tst_PairVerdict)
#include "tst_PairVerdict.moc"
