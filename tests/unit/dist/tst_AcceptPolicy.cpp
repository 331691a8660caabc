#include <QTest>

#include "dist/AcceptPolicy.h"

using namespace nodescope;
using namespace nodescope::dist;
using Status = protocol::HandshakeStatus;

class tst_AcceptPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStrangerIsWelcome() { QCOMPARE(statusFor(caller(u"bob@h"), situation()), Status::Ok); }

    void withoutACookieNobodyIs()
    {
        CallerSituation none = situation();
        none.haveCookie = false;
        QCOMPARE(statusFor(caller(u"bob@h"), none), Status::NotAllowed);
    }

    void theListNamesNodesOrHosts()
    {
        CallerSituation guarded = situation();
        guarded.allowed = {QStringLiteral("bob@h"), QStringLiteral("other")};
        QCOMPARE(statusFor(caller(u"bob@h"), guarded), Status::Ok);
        QCOMPARE(statusFor(caller(u"eve@h"), guarded), Status::NotAllowed);
        QCOMPARE(statusFor(caller(u"eve@other"), guarded), Status::Ok);
    }

    void oneWithoutANameGetsOne()
    {
        protocol::Caller nameless = caller(u"other");
        nameless.wantsName = true;
        QCOMPARE(statusFor(nameless, situation()), Status::Named);
    }

    void ownAndUnusableNamesAreRefused()
    {
        QCOMPARE(statusFor(caller(u"me@h"), situation()), Status::Nok);
        QCOMPARE(statusFor(caller(u"b.b@h"), situation()), Status::Nok);
        QCOMPARE(statusFor(caller(u"nothing"), situation()), Status::Nok);
    }

    void aLinkedNameIsAlive()
    {
        CallerSituation linked = situation();
        linked.linked = true;
        QCOMPARE(statusFor(caller(u"bob@h"), linked), Status::Alive);
    }

    void whenDialsCrossTheGreaterNameGoesOn()
    {
        CallerSituation crossing = situation();
        crossing.dialling = true;
        QCOMPARE(statusFor(caller(u"bob@h"), crossing), Status::Nok);            // me > bob: ours goes on
        QCOMPARE(statusFor(caller(u"zoe@h"), crossing), Status::OkSimultaneous); // zoe > me: hers does
    }

    void ofTwoLinksThatCrossedTheGreaterNamesStands()
    {
        const auto own = base::NodeName::literal(u"me@h");
        const auto bob = base::NodeName::literal(u"bob@h");
        const auto zoe = base::NodeName::literal(u"zoe@h");
        QVERIFY(newerStands(own, zoe, true, false)); // she dialled it
        QVERIFY(!newerStands(own, zoe, false, true));
        QVERIFY(newerStands(own, bob, false, true)); // we dialled it
        QVERIFY(!newerStands(own, bob, true, false));
        QVERIFY(!newerStands(own, zoe, true, true));
        QVERIFY(!newerStands(own, bob, false, false));
    }

private:
    [[nodiscard]] static protocol::Caller caller(QStringView name)
    {
        protocol::Caller caller;
        caller.name = name.toString();
        return caller;
    }
    [[nodiscard]] static CallerSituation situation()
    {
        CallerSituation situation;
        situation.ownName = base::NodeName::literal(u"me@h");
        situation.haveCookie = true;
        return situation;
    }
};

QTEST_GUILESS_MAIN(tst_AcceptPolicy)
#include "tst_AcceptPolicy.moc"
