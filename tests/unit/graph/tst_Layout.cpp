#include <QtTest>

#include "Builders.h"
#include "graph/Cliques.h"
#include "graph/ForceSimulation.h"
#include "graph/Layout.h"
#include "graph/LayoutJob.h"
#include "graph/Newcomers.h"
#include "graph/PivotMds.h"
#include "graph/Separate.h"
#include "graph/Spread.h"
#include "graph/Stress.h"

using namespace nodescope::graph;
using namespace nodescope::graph::test;

Q_DECLARE_METATYPE(nodescope::graph::LayoutInput)

class tst_Layout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLayoutIsFiniteAndDeterministic_data()
    {
        QTest::addColumn<LayoutInput>("input");
        QTest::newRow("one") << meshInput(1, 1);
        QTest::newRow("two") << meshInput(2, 2);
        QTest::newRow("mesh of 12 on 3 hosts") << meshInput(12, 3);
        QTest::newRow("mesh of 60") << meshInput(60, 1);
        QTest::newRow("sparse 200") << sparseInput(200);
        QTest::newRow("sparse 900") << sparseInput(900);
        QTest::newRow("grid") << gridInput(12);
        LayoutInput apart = meshInput(9, 3);
        apart.edges.clear();
        QTest::newRow("no links") << apart;
        LayoutInput selves = meshInput(4, 1);
        selves.group = {0, 0, -1, -1};
        QTest::newRow("of no host") << selves;
    }

    void everyLayoutIsFiniteAndDeterministic()
    {
        QFETCH(LayoutInput, input);
        for (const LayoutKind kind :
             {LayoutKind::Force, LayoutKind::Circle, LayoutKind::Host, LayoutKind::Partition}) {
            const Positions positions = layOut(input, kind);
            QCOMPARE(positions.size(), size_t(input.count));
            QVERIFY(isFinite(positions));
            QVERIFY(positions == layOut(input, kind));
        }
    }

    void aLargeMeshIsLaidOutHostByHost()
    {
        const LayoutInput input = meshInput(600, 12);
        QVERIFY(deservesHosts(input));
        const Positions positions = layOut(input, LayoutKind::Force);
        std::vector<QPointF> middle(12);
        std::vector<double> radius(12, 0);
        for (size_t i = 0; i < positions.size(); ++i)
            middle[i % 12] += positions[i] / 50.0;
        for (size_t i = 0; i < positions.size(); ++i) {
            const QPointF along = positions[i] - middle[i % 12];
            radius[i % 12] = std::max(radius[i % 12], std::hypot(along.x(), along.y()));
        }
        for (size_t i = 0; i < 12; ++i) {
            for (size_t j = 0; j < i; ++j) {
                const QPointF along = middle[i] - middle[j];
                QVERIFY(std::hypot(along.x(), along.y()) > radius[i] + radius[j]);
            }
        }
        LayoutInput shapes = input;
        shapes.footprint.assign(600, QSizeF(40, 40));
        QCOMPARE(overlaps(shapes, positions), 0);
    }

    void aMeshPerHostNeedsNoHelp()
    {
        LayoutInput input = meshInput(600, 3);
        std::erase_if(input.edges, [](const LayoutInput::Pair &edge) { return edge.a % 3 != edge.b % 3; });
        for (int i = 0; i < 3; ++i)
            input.edges.push_back({i, 3 + (i + 1) % 3});
        QVERIFY(!deservesHosts(input));
        const Positions positions = layOut(input, LayoutKind::Force);
        QVERIFY(normalisedStress(input, positions) < 0.16);
    }

    void spreadingChangesNoProportion()
    {
        const LayoutInput input = sparseInput(700);
        Positions positions = pivotMds(input, 130);
        const double before = normalisedStress(input, positions);
        const QPointF side = positions[1] - positions[0];
        spread(input, positions, 500);
        QVERIFY(std::abs(normalisedStress(input, positions) - before) < 1e-6);
        const QPointF wider = positions[1] - positions[0];
        QVERIFY(std::hypot(wider.x(), wider.y()) > std::hypot(side.x(), side.y()));
        const Positions once = positions;
        spread(input, positions, 1); // it is wide enough for that
        QVERIFY(positions == once);
    }

    // A node that nobody is connected to stands beside the others, wherever the layout began.
    void whatIsNotJoinedStandsNear_data()
    {
        QTest::addColumn<LayoutInput>("joined");
        QTest::newRow("grid") << gridInput(20);
        QTest::newRow("sparse 200") << sparseInput(200);
        QTest::newRow("sparse 900") << sparseInput(900);
    }
    void whatIsNotJoinedStandsNear()
    {
        QFETCH(LayoutInput, joined);
        LayoutInput input = joined;
        for (int i = 0; i < 3; ++i) {
            ++input.count;
            input.group.push_back(-1);
            input.partition.push_back(-1);
            input.footprint.push_back(QSizeF(80, 60));
            input.fixed.push_back(false);
            input.start.push_back({});
            input.placed.push_back(false);
        }
        const Positions positions = layOut(input, LayoutKind::Force);
        double low = 1e300;
        double high = -1e300;
        for (int i = 0; i < joined.count; ++i) {
            low = std::min({low, positions[size_t(i)].x(), positions[size_t(i)].y()});
            high = std::max({high, positions[size_t(i)].x(), positions[size_t(i)].y()});
        }
        const double room = 0.3 * (high - low) + 400;
        for (int i = joined.count; i < input.count; ++i) {
            const QPointF at = positions[size_t(i)];
            QVERIFY(std::min(at.x(), at.y()) > low - room && std::max(at.x(), at.y()) < high + room);
        }
    }

    void footprintsDoNotOverlap_data()
    {
        QTest::addColumn<LayoutInput>("input");
        QTest::newRow("mesh of 12 on 3 hosts") << meshInput(12, 3);
        QTest::newRow("mesh of 50") << meshInput(50, 1);
        QTest::newRow("sparse 200") << sparseInput(200);
    }

    void footprintsDoNotOverlap()
    {
        QFETCH(LayoutInput, input);
        QCOMPARE(overlaps(input, layOut(input, LayoutKind::Force)), 0);
    }

    void hostsStayTogether()
    {
        const LayoutInput input = meshInput(12, 3);
        const Positions positions = layOut(input, LayoutKind::Force);
        // Each node is nearer to the middle of its own host than to any other's.
        std::array<QPointF, 3> middles;
        for (size_t i = 0; i < 12; ++i)
            middles[i % 3] += positions[i] / 4;
        for (size_t i = 0; i < 12; ++i) {
            for (size_t h = 0; h < 3; ++h) {
                const double own = QLineF(positions[i], middles[i % 3]).length();
                QVERIFY(h == i % 3 || own < QLineF(positions[i], middles[h]).length());
            }
        }
    }

    void aNewcomerMovesNobody()
    {
        LayoutInput input = sparseInput(200);
        input.start = layOut(input, LayoutKind::Force);
        input.placed.assign(size_t(input.count), true);
        input.placed.back() = false;
        const Positions after = placeNewcomers(input);
        for (size_t i = 0; i + 1 < after.size(); ++i)
            QCOMPARE(after[i], input.start[i]);
        QCOMPARE(overlaps(input, after), 0);
        QVERIFY(!deservesNewLayout(input));
    }

    void roomIsMadeWithTheSmallestMoves()
    {
        // A newcomer over a remembered node, and beside them one that is in nobody's way.
        const Positions before{{0, 0}, {8, 10}, {300, 0}};
        const Positions after = makeRoom(before, {false, false, false}, {true, false, true});
        QCOMPARE(after[0], before[0]);
        QCOMPARE(after[2], before[2]);
        QVERIFY(std::abs(after[1].x()) >= 70 || std::abs(after[1].y()) >= 60);
        QVERIFY(QLineF(after[1], before[1]).length() < 80);
    }

    void whatIsPinnedStaysWhenRoomIsMade()
    {
        // Both are remembered: the one that is not pinned gives way.
        const Positions before{{0, 0}, {8, 10}};
        const Positions after = makeRoom(before, {false, true}, {true, true});
        QCOMPARE(after[1], before[1]);
        QVERIFY(QLineF(after[0], after[1]).length() > 60);
    }

    void anArrangementThatIsCloseStays()
    {
        const Positions before{{0, 0}, {80, 0}, {0, 70}};
        QCOMPARE(makeRoom(before, {false, false, false}, {false, false, false}), before);
    }

    void aNewLayoutMovesLittle()
    {
        // The last of 13 joins and everything is laid out again: the others must hardly turn or jump.
        LayoutInput all = meshInput(13, 3);
        LayoutInput before = meshInput(12, 3);
        const Positions old = layOut(before, LayoutKind::Force);
        for (size_t i = 0; i < 12; ++i) {
            all.start[i] = old[i];
            all.placed[i] = true;
        }
        const Positions now = layOut(all, LayoutKind::Force);
        double sum = 0;
        for (size_t i = 0; i < 12; ++i)
            sum += QLineF(old[i], now[i]).length() / 12;
        QVERIFY2(sum < 0.25 * extentOf(old), qPrintable(QString::number(sum / extentOf(old))));
    }

    void settlingAfterAJoinMovesUnderFourPercent()
    {
        const LayoutInput before = sparseInput(599);
        ForceSimulation settled(before, pivotMds(before, 130), 130);
        settled.run(300);
        LayoutInput input = sparseInput(600); // the same, and one more
        input.start = settled.positions();
        input.start.push_back(input.start[size_t(input.edges.back().a)] + QPointF(60, 20));
        ForceSimulation simulation(input, input.start, 130, 0.1);
        simulation.run(40);
        double most = 0;
        for (size_t i = 0; i < input.start.size(); ++i)
            most += QLineF(input.start[i], simulation.positions()[i]).length() / double(input.count);
        QVERIFY2(most < 0.04 * extentOf(input.start),
                 qPrintable(QString::number(most / extentOf(input.start))));
    }

    void pinnedNodesStay()
    {
        LayoutInput input = meshInput(8, 2);
        input.fixed[3] = input.placed[3] = true;
        input.start[3] = QPointF(500, -200);
        for (const LayoutKind kind : {LayoutKind::Force, LayoutKind::Circle, LayoutKind::Host})
            QCOMPARE(layOut(input, kind)[3], QPointF(500, -200));
    }

    void aFirstGraphDeservesALayout()
    {
        LayoutInput input = meshInput(4, 1);
        QVERIFY(deservesNewLayout(input));
        input.placed.assign(4, true);
        QVERIFY(!deservesNewLayout(input));
    }

    void cliquesAreFound()
    {
        const Cliques one = findCliques(meshInput(30, 3), 5);
        QCOMPARE(one.members.size(), size_t(1));
        QCOMPARE(one.members[0].size(), size_t(30));
        QVERIFY(findCliques(gridInput(6), 3).members.empty());
    }

    void gridsAreNotFolded()
    {
        const LayoutInput input = gridInput(25); // 625 nodes: above what looks at all pairs
        const Positions positions = layOut(input, LayoutKind::Force);
        QVERIFY2(normalisedStress(input, positions) < 0.05,
                 qPrintable(QString::number(normalisedStress(input, positions))));
    }

    void aJobGivesTheSame()
    {
        const LayoutInput input = sparseInput(150);
        LayoutJob job(input, LayoutKind::Force);
        QTRY_VERIFY_WITH_TIMEOUT(job.isReady(), 20000);
        QVERIFY(job.take() == layOut(input, LayoutKind::Force));
    }

    void anEmptyGraphIsNoProblem()
    {
        QVERIFY(layOut(LayoutInput(), LayoutKind::Force).empty());
        QVERIFY(placeNewcomers(LayoutInput()).empty());
        QVERIFY(pivotMds(LayoutInput(), 100).empty());
    }
};

QTEST_APPLESS_MAIN(tst_Layout)
#include "tst_Layout.moc"
