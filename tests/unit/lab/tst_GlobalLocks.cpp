#include <QtTest>

#include "lab/GlobalLocks.h"
#include "lab/Terms.h"

using namespace nodescope;
using lab::atom;

class tst_GlobalLocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneRequesterAtATime()
    {
        lab::GlobalLocks locks;
        QVERIFY(locks.set(atom("global"), atom("a"), pid(1)));
        QVERIFY(!locks.set(atom("global"), atom("b"), pid(2)));
        QVERIFY(locks.set(atom("other"), atom("b"), pid(2)));
        locks.remove(atom("global"), atom("a"), pid(1));
        QVERIFY(locks.set(atom("global"), atom("b"), pid(2)));
    }
    void heldUntilTheLastHolderLetsGo()
    {
        lab::GlobalLocks locks;
        QVERIFY(locks.set(atom("global"), atom("a"), pid(1)));
        QVERIFY(locks.set(atom("global"), atom("a"), pid(2)));
        QVERIFY(locks.set(atom("global"), atom("a"), pid(2))); // twice is once
        locks.remove(atom("global"), atom("a"), pid(2));
        QVERIFY(!locks.set(atom("global"), atom("b"), pid(3)));
        locks.removeHolder(pid(1));
        QVERIFY(locks.isEmpty());
    }
    void onlyTheRequesterLetsGo()
    {
        lab::GlobalLocks locks;
        QVERIFY(locks.set(atom("global"), atom("a"), pid(1)));
        locks.remove(atom("global"), atom("b"), pid(1));
        QVERIFY(locks.isHeldBy(pid(1)));
        QVERIFY(!locks.isHeldBy(pid(2)));
    }

private:
    static term::Pid pid(quint32 id) { return {QStringLiteral("x@127.0.0.1"), id, 0, 1}; }
};

QTEST_APPLESS_MAIN(tst_GlobalLocks)
#include "tst_GlobalLocks.moc"
