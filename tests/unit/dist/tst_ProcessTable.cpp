#include <QSet>
#include <QTest>

#include "dist/LocalNode.h"
#include "dist/ProcessTable.h"

using namespace nodescope;
using namespace nodescope::dist;

class tst_ProcessTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersFitOldPids()
    {
        ProcessTable table;
        QSet<quint64> seen;
        for (int i = 0; i < 100'000; ++i) {
            const auto number = table.nextNumber();
            QVERIFY(number.id < (1u << 15) && number.serial < (1u << 13));
            seen.insert(quint64(number.serial) << 32 | number.id);
        }
        QCOMPARE(seen.size(), 100'000);
    }

    void referencesNeverRepeat()
    {
        ProcessTable table;
        QSet<QPair<quint32, quint32>> seen;
        for (int i = 0; i < 300'000; ++i) {
            const auto words = table.nextReference();
            QVERIFY(words[0] < (1u << 18));
            seen.insert({words[0], words[1]});
        }
        QCOMPARE(seen.size(), 300'000);
    }

    void findsByNumberAndName()
    {
        base::SystemClock clock;
        LocalNode node(NodeIdentity::fixed(base::NodeName::literal(u"a@h"), true), {}, clock);
        LocalProcess *echo = node.createProcess(QStringLiteral("echo"));
        LocalProcess *nameless = node.createProcess();
        QCOMPARE(node.whereis(QStringLiteral("echo")), echo);
        QVERIFY(!node.whereis({}));
        QCOMPARE(node.registeredNames(), QStringList({QStringLiteral("echo")}));
        QVERIFY(echo->pid() != nameless->pid());
        QCOMPARE(echo->pid().node, QStringLiteral("a@h"));
        echo->exit();
        QVERIFY(!node.whereis(QStringLiteral("echo")));
        QVERIFY(node.createProcess(QStringLiteral("echo")));
    }
};

QTEST_GUILESS_MAIN(tst_ProcessTable)
#include "tst_ProcessTable.moc"
