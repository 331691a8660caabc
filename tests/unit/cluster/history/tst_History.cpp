#include <QtTest>

#include "RandomCluster.h"
#include "cluster/history/Differences.h"
#include "cluster/history/History.h"

using namespace nodescope::test;

namespace {
constexpr qint64 Begin = 1'700'000'000'000;

History::Limits smallBlocks()
{
    History::Limits limits;
    limits.block = 3000;
    limits.trafficEvery = 0;
    return limits;
}
} // namespace

/// What was is built again exactly, at every moment.
class tst_History : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMomentAsItWas_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 5; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void everyMomentAsItWas()
    {
        QFETCH(quint32, seed);
        RandomCluster random(seed);
        History history(smallBlocks());
        QList<Cluster> were{Cluster()};
        QList<qint64> times;
        Cluster now;
        for (int i = 0; i < 700; ++i) {
            const qint64 time = Begin + i * 40 + i % 3;
            const Deltas deltas = random.next(time);
            history.append(time, deltas);
            applyStates(now, deltas);
            were.append(now);
            times.append(time);
        }
        QCOMPARE(history.lastPosition(), quint64(700));
        QCOMPARE(history.beginning(), times.front());
        QCOMPARE(history.end(), times.back());
        for (int i = 0; i <= 700; ++i)
            QVERIFY2(sameState(history.state(quint64(i)), were.at(i)), qPrintable(QString::number(i)));
        for (int i = 0; i < 700; ++i) {
            QCOMPARE(history.positionAt(times.at(i)), quint64(i + 1));
            QCOMPARE(history.timeAt(quint64(i + 1)), times.at(i));
        }
        QVERIFY(sameState(history.now(), now));
        // And on from any moment.
        HistoryCursor cursor(history);
        for (int i = 0; i < 700; i += 13) {
            Cluster state = cursor.seekTime(times.at(i));
            QCOMPARE(cursor.position(), quint64(i + 1));
            QVERIFY(sameState(state, were.at(i + 1)));
            for (int k = i + 1; k < std::min(i + 40, 700); ++k) {
                const auto batch = cursor.next();
                QVERIFY(batch && batch->time == times.at(k));
                applyStates(state, batch->deltas);
                QVERIFY(sameState(state, were.at(k + 1)));
            }
        }
    }
    void batchesComeBackAsTheyWere()
    {
        RandomCluster random(7);
        History history(smallBlocks());
        HistoryCursor cursor(history);
        QVERIFY(!cursor.next());
        for (int i = 0; i < 400; ++i) {
            const Deltas deltas = random.next(Begin + i);
            history.append(Begin + i, deltas);
            // It follows while the history grows and closes blocks.
            const auto batch = cursor.next();
            QVERIFY(batch);
            QCOMPARE(batch->time, Begin + i);
            QCOMPARE(batch->deltas.size(), deltas.size());
            for (int k = 0; k < deltas.size(); ++k) {
                const auto *event = std::get_if<EventHappened>(&deltas.at(k));
                if (event)
                    QVERIFY(std::get<EventHappened>(batch->deltas.at(k)).event == event->event);
                const auto *message = std::get_if<MessageHappened>(&deltas.at(k));
                if (message)
                    QCOMPARE(std::get<MessageHappened>(batch->deltas.at(k)).step, message->step);
                const auto *node = std::get_if<NodeChanged>(&deltas.at(k));
                if (node)
                    QCOMPARE(std::get<NodeChanged>(batch->deltas.at(k)).node, node->node);
            }
            QVERIFY(!cursor.next());
        }
    }
    void diagnosesAreKept()
    {
        auto diagnosis = std::make_shared<Diagnosis>();
        diagnosis->from = selfName();
        diagnosis->to = RandomCluster(1).name(1);
        diagnosis->cause = Cause::CookieMismatch;
        diagnosis->certainty = Certainty::CannotDistinguish;
        diagnosis->candidates = {Cause::CookieMismatch, Cause::NotAllowedByList};
        diagnosis->rungs = {
            {Rung::OurDigest, RungState::Failed, std::chrono::milliseconds(3), QStringLiteral("closed")}};
        diagnosis->rungs.append({Rung::LinkUp, RungState::Uncertain, {}, {}});
        diagnosis->epmdPort = 4711;
        diagnosis->excerpts = {
            {true, QStringLiteral("send_name"), "bytes", 2, std::chrono::milliseconds(1), 4}};
        diagnosis->detail = QStringLiteral("a fact");
        diagnosis->time = QDateTime::fromMSecsSinceEpoch(Begin, QTimeZone::utc());
        diagnosis->elapsed = std::chrono::seconds(1);
        Link link;
        link.key = LinkKey(diagnosis->from, diagnosis->to);
        link.state = LinkState::Failed;
        link.diagnosis = diagnosis;
        History history;
        history.append(Begin, {LinkChanged{link}});
        const Cluster state = history.state(1);
        QVERIFY(state.link(link.key));
        const Diagnosis back = *state.link(link.key)->diagnosis;
        QCOMPARE(back.to, diagnosis->to);
        QCOMPARE(back.cause, diagnosis->cause);
        QCOMPARE(back.certainty, diagnosis->certainty);
        QCOMPARE(back.candidates, diagnosis->candidates);
        QCOMPARE(back.rungs.front().evidence, QStringLiteral("closed"));
        QCOMPARE(back.rungs.front().elapsed, diagnosis->rungs.front().elapsed);
        QVERIFY(!back.rungs.back().elapsed);
        QCOMPARE(back.epmdPort, diagnosis->epmdPort);
        QCOMPARE(back.excerpts.front().bytes, QByteArray("bytes"));
        QCOMPARE(back.excerpts.front().blankedTo, qsizetype(4));
        QCOMPARE(back.detail, diagnosis->detail);
        QCOMPARE(back.time, diagnosis->time);
        QCOMPARE(back.elapsed, diagnosis->elapsed);
    }
    void theOldestGoAndThatIsSaid()
    {
        History::Limits limits = smallBlocks();
        limits.bytes = 20'000;
        RandomCluster random(3);
        History history(limits);
        QList<Cluster> were{Cluster()};
        Cluster now;
        for (int i = 0; i < 3000; ++i) {
            const Deltas deltas = random.next(Begin + i * 10);
            history.append(Begin + i * 10, deltas);
            applyStates(now, deltas);
            were.append(now);
            QVERIFY(history.bytes() <= limits.bytes + 2 * limits.block);
        }
        QVERIFY(history.isTruncated());
        QVERIFY(history.firstPosition() > 0);
        QVERIFY(history.beginning() > Begin);
        for (quint64 i = history.firstPosition(); i <= history.lastPosition(); i += 37)
            QVERIFY(sameState(history.state(i), were.at(qsizetype(i))));
        // What is gone is told by the first that is left.
        QVERIFY(sameState(history.state(0), were.at(qsizetype(history.firstPosition()))));
        QCOMPARE(history.positionAt(Begin), history.firstPosition());
    }
    void timeDoesNotGoBack()
    {
        RandomCluster random(4);
        History history;
        history.append(Begin, random.next(Begin));
        history.append(Begin - 86'400'000, random.next(Begin));
        history.append(Begin + 5, random.next(Begin));
        QCOMPARE(history.timeAt(2), Begin);
        QCOMPARE(history.positionAt(Begin), quint64(2));
        QCOMPARE(history.end(), Begin + 5);
    }
    void countersOfALinkAreKeptOnceInAWhile()
    {
        History history; // every two minutes
        Traffic traffic;
        traffic.key = LinkKey(RandomCluster(1).name(1), RandomCluster(1).name(2));
        for (int second = 0; second < 300; second += 5) {
            traffic.a.time = QDateTime::fromMSecsSinceEpoch(Begin + second * 1000, QTimeZone::utc());
            traffic.a.packetsIn += 7;
            history.append(Begin + second * 1000, {TrafficChanged{traffic}});
        }
        QCOMPARE(history.lastPosition(), quint64(3));
        QCOMPARE(history.state(3).traffic(traffic.key)->a.packetsIn, quint64(7 * (240 / 5 + 1)));
        // That nothing is known any more is never left out.
        history.append(Begin + 300'000, {TrafficChanged{Traffic{traffic.key, {}, {}}}});
        QVERIFY(!history.state(4).traffic(traffic.key));
    }
    void whatTheDoctorFoundIsNoHistory()
    {
        History history;
        history.append(Begin,
                       {LintChanged{}, IntentFailed{}, ExaminationChanged{}, PostChanged{}, VisitChanged{}});
        QVERIFY(history.isEmpty());
        QCOMPARE(history.lastPosition(), quint64(0));
    }
    void secretsStayOut()
    {
        SessionInfo info;
        info.practiceCookieFile = QStringLiteral("/where/the/cookie/lies");
        info.actingArmed = true;
        info.practiceNodes = 3;
        History history;
        history.append(Begin, {SessionChanged{info}});
        const SessionInfo back = history.state(1).session();
        QCOMPARE(back.practiceNodes, 3);
        QVERIFY(back.practiceCookieFile.isEmpty());
        QVERIFY(!back.actingArmed);
    }
    void marksAreSortedReplacedAndRemoved()
    {
        History history;
        const quint64 late = history.setMark({0, Begin + 9, QStringLiteral("late"), {}, false});
        const quint64 early = history.setMark({0, Begin, {}, {}, false});
        QCOMPARE(history.marks().size(), 2);
        QCOMPARE(history.marks().front().id, early);
        QCOMPARE(history.setMark({late, Begin + 9, QStringLiteral("changed"), {}, false}), late);
        QCOMPARE(history.marks().back().text, QStringLiteral("changed"));
        (void)history.setMark({early, Begin, {}, {}, true});
        QCOMPARE(history.marks().size(), 1);
    }
    void differencesLeadFromAnyStateToAny()
    {
        RandomCluster random(11);
        Cluster x;
        Cluster y;
        for (int i = 0; i < 200; ++i) {
            applyStates(i % 2 == 0 ? x : y, random.next(Begin));
            Cluster moved = x;
            applyStates(moved, differences(x, y));
            QCOMPARE(moved.sortedNodes(), y.sortedNodes());
            QCOMPARE(moved.sortedLinks(), y.sortedLinks());
            QCOMPARE(moved.session(), y.session());
            QVERIFY(differences(y, y).isEmpty());
        }
    }
};

QTEST_APPLESS_MAIN(tst_History)
#include "tst_History.moc"
