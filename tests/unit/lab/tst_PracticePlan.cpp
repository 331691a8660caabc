#include <QtTest>

#include <algorithm>

#include "lab/PracticePlan.h"

using namespace nodescope::lab;

class tst_PracticePlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstPicture()
    {
        const auto plan = planCluster({}, {});
        QCOMPARE(namesOf(plan),
                 QStringList({QStringLiteral("alice"), QStringLiteral("bob"), QStringLiteral("carol"),
                              QStringLiteral("dave"), QStringLiteral("heidi"), QStringLiteral("mallory")}));
        QCOMPARE(plan[3].dials, (std::vector<int>{0, 1, 2})); // a mesh
        QVERIFY(plan[4].hidden);
        QCOMPARE(plan[4].dials, (std::vector<int>{0, 1}));
        QVERIFY(plan[5].otherCookie);
        QCOMPARE(plan[5].dials, (std::vector<int>{0}));
    }
    void kinds_data()
    {
        QTest::addColumn<int>("nodes");
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("hidden");
        QTest::addColumn<int>("otherCookie");
        QTest::newRow("too few") << 0 << 2 << 0 << 0;
        QTest::newRow("two") << 2 << 2 << 0 << 0;
        QTest::newRow("three") << 3 << 3 << 0 << 1;
        QTest::newRow("four") << 4 << 4 << 1 << 1;
        QTest::newRow("thirty") << 30 << 30 << 3 << 3;
        QTest::newRow("fifty") << 50 << 50 << 4 << 4;
        QTest::newRow("too many") << 1000 << 50 << 4 << 4;
    }
    void kinds()
    {
        QFETCH(int, nodes);
        PracticeOptions options;
        options.nodes = nodes;
        const auto plan = planCluster(options, {});
        QTEST(int(plan.size()), "size");
        const auto count = [&](bool PlannedNode::*kind) {
            return int(std::count_if(plan.begin(), plan.end(), [&](const auto &node) { return node.*kind; }));
        };
        QTEST(count(&PlannedNode::hidden), "hidden");
        QTEST(count(&PlannedNode::otherCookie), "otherCookie");
        QStringList names = namesOf(plan);
        QCOMPARE(names.removeDuplicates(), 0);
        for (int i = 0; i < int(plan.size()); ++i)
            for (const int target : plan[std::size_t(i)].dials)
                QVERIFY(target >= 0 && target < i);
    }
    void plainCluster()
    {
        PracticeOptions options;
        options.nodes = 50;
        options.hidden = false;
        options.otherCookie = false;
        std::size_t links = 0;
        for (const auto &node : planCluster(options, {})) {
            QVERIFY(!node.hidden && !node.otherCookie);
            links += node.dials.size();
        }
        QCOMPARE(links, std::size_t(1225));
    }
    void takenNames()
    {
        const auto plan =
            planCluster({}, {QStringLiteral("alice"), QStringLiteral("alice2"), QStringLiteral("mallory")});
        QCOMPARE(plan.front().name.text(), QStringLiteral("alice3@127.0.0.1"));
        QCOMPARE(plan.back().name.text(), QStringLiteral("mallory2@127.0.0.1"));
    }
    void hostThatMakesNoName()
    {
        PracticeOptions options;
        options.host = QStringLiteral("a@b");
        QVERIFY(planCluster(options, {}).empty());
    }

private:
    static QStringList namesOf(const std::vector<PlannedNode> &plan)
    {
        QStringList names;
        for (const auto &node : plan)
            names.append(node.name.name());
        return names;
    }
};

QTEST_APPLESS_MAIN(tst_PracticePlan)
#include "tst_PracticePlan.moc"
