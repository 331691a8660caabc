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
        linked.accepting = true; // one caller at a time may ask for it
        QCOMPARE(statusFor(caller(u"bob@h"), linked), Status::Nok);
    }

    void whenDialsCrossTheGreaterNameGoesOn()
    {
        CallerSituation crossing = situation();
        crossing.dialling = true;
        QCOMPARE(statusFor(caller(u"bob@h"), crossing), Status::Nok);            // me > bob: ours goes on
        QCOMPARE(statusFor(caller(u"zoe@h"), crossing), Status::OkSimultaneous); // zoe > me: hers does
    }

    void asSecondCallerOfANameThereIsNothingToWin()
    {
        CallerSituation busy = situation();
        busy.accepting = true;
        QCOMPARE(statusFor(caller(u"bob@h"), busy), Status::Nok);
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
