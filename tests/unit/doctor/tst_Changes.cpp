#include <QtTest>

#include "doctor/Changes.h"

using namespace nodescope;
using namespace nodescope::cluster;
using namespace std::chrono_literals;
using doctor::ExaminationChange;
using Kind = ExaminationChange::Kind;

namespace {

/// Passed up to that rung, which fails with the evidence; all above is not reached. No cause: all passed.
Examination brokenAt(Rung rung, Cause cause, const QString &evidence, base::Duration elapsed = 1ms)
{
    Examination examination;
    examination.to = base::NodeName::literal(u"b@h");
    examination.diagnosis.cause = cause;
    for (int i = 0; i <= int(Rung::CallsAnswered); ++i) {
        RungResult result;
        result.rung = Rung(i);
        result.state = cause == Cause::None || Rung(i) < rung ? RungState::Passed : RungState::NotReached;
        if (cause != Cause::None && Rung(i) == rung)
            result = {rung, RungState::Failed, elapsed, evidence};
        examination.diagnosis.rungs.append(result);
    }
    return examination;
}

Examination healthy()
{
    return brokenAt(Rung::CallsAnswered, Cause::None, {});
}

} // namespace

class tst_Changes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothing()
    {
        const Examination before =
            brokenAt(Rung::OurDigest, Cause::CookieMismatch, QStringLiteral("closed after 1.2 ms"));
        const Examination after =
            brokenAt(Rung::OurDigest, Cause::CookieMismatch, QStringLiteral("closed after 13.8 ms"), 13ms);
        QVERIFY(doctor::changesBetween(before, after).isEmpty());
        QVERIFY(doctor::changesBetween(healthy(), healthy()).isEmpty());
    }
    void repaired()
    {
        const auto changes = doctor::changesBetween(
            brokenAt(Rung::NameRegistered, Cause::NotRegistered, QStringLiteral("no such name")), healthy());
        QCOMPARE(changes.size(), 2);
        QCOMPARE(changes.at(0).kind, Kind::Verdict);
        QVERIFY(changes.at(0).better);
        QCOMPARE(changes.at(1).rung, Rung::NameRegistered);
        QVERIFY(changes.at(1).better);
        QCOMPARE(changes.at(1).text, QStringLiteral("name registered: failed, now passed"));
    }
    void oneRungHigher()
    {
        const auto changes = doctor::changesBetween(
            brokenAt(Rung::NameRegistered, Cause::NotRegistered, QStringLiteral("no such name")),
            brokenAt(Rung::OurDigest, Cause::CookieMismatch, QStringLiteral("closed after 1 ms")));
        QCOMPARE(changes.size(), 3);
        QVERIFY(!changes.at(0).better);
        QCOMPARE(changes.at(1).rung, Rung::NameRegistered);
        QCOMPARE(changes.at(2).rung, Rung::OurDigest);
        QVERIFY(!changes.at(2).better);
    }
    void worse()
    {
        const auto changes = doctor::changesBetween(
            healthy(), brokenAt(Rung::EpmdReachable, Cause::EpmdUnreachable, QStringLiteral("refused")));
        QCOMPARE(changes.size(), 2);
        QCOMPARE(changes.at(1).rung, Rung::EpmdReachable);
        QVERIFY(!changes.at(1).better);
    }
    void atOnceOrAfterSeconds()
    {
        const auto changes = doctor::changesBetween(
            brokenAt(Rung::Status, Cause::PeerSilent, QStringLiteral("closed after 7001.0 ms"), 7s),
            brokenAt(Rung::Status, Cause::PeerSilent, QStringLiteral("closed after 1.0 ms"), 1ms));
        QCOMPARE(changes.size(), 1);
        QVERIFY(changes.at(0).text.contains(QStringLiteral("at once")));
    }
    void otherEvidence()
    {
        Examination before = healthy();
        Examination after = healthy();
        before.diagnosis.rungs[int(Rung::NameRegistered)].evidence = QStringLiteral("b at 4000");
        after.diagnosis.rungs[int(Rung::NameRegistered)].evidence = QStringLiteral("b at 4001");
        // The name that a peer gives us is another one each time.
        before.diagnosis.rungs[int(Rung::Status)].evidence = QStringLiteral("named:X@h");
        after.diagnosis.rungs[int(Rung::Status)].evidence = QStringLiteral("named:Y@h");
        before.facts.name = after.facts.name = QStringLiteral("b@h");
        before.facts.creation = 1;
        after.facts.creation = 2;
        const auto changes = doctor::changesBetween(before, after);
        QCOMPARE(changes.size(), 2);
        QCOMPARE(changes.at(0).after, QStringLiteral("b at 4001"));
        QCOMPARE(changes.at(1).kind, Kind::Fact);
    }
    void settings()
    {
        Examination before = healthy();
        Examination after = healthy();
        before.settings = {
            {QStringLiteral("net_ticktime"), QStringLiteral("60"), QStringLiteral("8"), true, true}};
        after.settings = {
            {QStringLiteral("net_ticktime"), QStringLiteral("60"), QStringLiteral("60"), false, false}};
        const auto changes = doctor::changesBetween(before, after);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes.at(0).kind, Kind::Setting);
        QVERIFY(changes.at(0).better);
    }
};

QTEST_GUILESS_MAIN(tst_Changes)
#include "tst_Changes.moc"
