#include <QTest>

#include "dist/GuessGuard.h"

using namespace nodescope;
using dist::GuessGuard;

class tst_GuessGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFewFailuresCostNothing()
    {
        GuessGuard guard;
        fail(guard, GuessGuard::FreePerName);
        QCOMPARE(guard.delay(Address, Name, m_clock.now()), base::Duration::zero());
    }

    void theWaitDoublesAndEnds()
    {
        GuessGuard guard;
        fail(guard, GuessGuard::FreePerName + 1);
        QCOMPARE(guard.delay(Address, Name, m_clock.now()), GuessGuard::FirstWait);
        fail(guard, 1);
        QCOMPARE(guard.delay(Address, Name, m_clock.now()), 2 * GuessGuard::FirstWait);
        fail(guard, 1000);
        QCOMPARE(guard.delay(Address, Name, m_clock.now()), GuessGuard::LongestWait);
    }

    void aNeighbourIsNotHeldUp()
    {
        GuessGuard guard;
        fail(guard, GuessGuard::FreePerName + 5);
        QCOMPARE(guard.delay(Address, QStringLiteral("bob@h"), m_clock.now()), base::Duration::zero());
    }

    void changingNamesDoesNotHelp()
    {
        GuessGuard guard;
        for (int i = 0; i <= GuessGuard::FreePerAddress; ++i)
            guard.failed(Address, QStringLiteral("n%1@h").arg(i), m_clock.now());
        QVERIFY(guard.delay(Address, QStringLiteral("fresh@h"), m_clock.now()) > base::Duration::zero());
        QCOMPARE(
            guard.delay(QHostAddress(QStringLiteral("10.0.0.1")), QStringLiteral("fresh@h"), m_clock.now()),
            base::Duration::zero());
    }

    void theRightCookieMakesUpForIt()
    {
        GuessGuard guard;
        fail(guard, GuessGuard::FreePerName + 5);
        guard.passed(Address, Name);
        QCOMPARE(guard.delay(Address, Name, m_clock.now()), base::Duration::zero());
    }

    void timeHeals()
    {
        GuessGuard guard;
        fail(guard, GuessGuard::FreePerName + 5);
        m_clock.advance(GuessGuard::Forgets + std::chrono::seconds(1));
        QCOMPARE(guard.delay(Address, Name, m_clock.now()), base::Duration::zero());
    }

private:
    void fail(GuessGuard &guard, int times) const
    {
        for (int i = 0; i < times; ++i)
            guard.failed(Address, Name, m_clock.now());
    }

    const QHostAddress Address{QHostAddress::LocalHost};
    const QString Name = QStringLiteral("alice@h");
    base::ManualClock m_clock;
};

QTEST_GUILESS_MAIN(tst_GuessGuard)
#include "tst_GuessGuard.moc"
