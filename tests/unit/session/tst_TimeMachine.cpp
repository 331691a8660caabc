#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTimeZone>
#include <QtTest>

#include "session/Simulation.h"
#include "session/TimeMachine.h"

using namespace nodescope;
using namespace nodescope::cluster;
using session::TimeMachine;

namespace {
const base::NodeName A = base::NodeName::literal(u"a@h");
const base::NodeName B = base::NodeName::literal(u"b@h");

Delta node(const base::NodeName &name, NodeState state)
{
    Node node;
    node.name = name;
    node.state = state;
    return NodeChanged{node};
}

Delta downOf(const base::NodeName &about)
{
    Event event;
    event.kind = EventKind::NodeDown;
    event.node = about;
    return EventHappened{event};
}

/// A machine with what it feeds, on a clock of the test.
struct Bench
{
    QTemporaryDir folder;
    base::ManualClock clock{QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, QTimeZone::utc())};
    ClusterStore shown;
    ClusterStore line;
    TimeMachine machine{
        clock, shown, line, {folder.filePath(QStringLiteral("recordings")), QStringLiteral("test"), {}}};

    void pass(int seconds) { clock.advance(std::chrono::seconds(seconds)); }
    qint64 now() const { return clock.wall().toMSecsSinceEpoch(); }
    /// a comes, 10 s later b, 10 s later a goes.
    void live()
    {
        machine.take({node(A, NodeState::Up)});
        pass(10);
        machine.take({node(B, NodeState::Up)});
        pass(10);
        machine.take({downOf(A), node(A, NodeState::Down)});
    }
    bool alike() const
    {
        return shown.cluster().sortedNodes() == line.cluster().sortedNodes() &&
               shown.cluster().sortedLinks() == line.cluster().sortedLinks();
    }
};
} // namespace

class tst_TimeMachine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsNow()
    {
        Bench bench;
        bench.live();
        QVERIFY(bench.alike());
        QTRY_VERIFY(bench.machine.state().live && bench.machine.state().end == bench.now());
        QCOMPARE(bench.machine.state().begin, bench.now() - 20'000);
    }
    void liveGoesOnWhileThePastIsShown()
    {
        Bench bench;
        QSignalSpy reset(&bench.shown, &ClusterStore::reset);
        bench.live();
        bench.machine.perform(SeekTo{bench.now() - 15'000});
        QTRY_VERIFY(!bench.machine.state().live);
        QVERIFY(!bench.shown.cluster().node(B));
        QCOMPARE(bench.shown.cluster().node(A)->state, NodeState::Up);
        bench.pass(5);
        bench.machine.take({downOf(B), node(B, NodeState::Down)});
        QCOMPARE(bench.shown.cluster().node(A)->state, NodeState::Up);
        QCOMPARE(bench.line.cluster().node(B)->state, NodeState::Down);
        // Events go on in both, under the same numbers.
        QCOMPARE(bench.shown.cluster().events().back().id, bench.line.cluster().events().back().id);
        bench.machine.perform(GoLive{});
        QVERIFY(bench.alike());
        QTRY_VERIFY(bench.machine.state().live);
        QCOMPARE(reset.count(), 0);
    }
    void stepsBackFromNow()
    {
        Bench bench;
        bench.live();
        bench.machine.perform(StepTime{-1});
        QCOMPARE(bench.shown.cluster().node(A)->state, NodeState::Up);
        bench.machine.perform(StepTime{1});
        QCOMPARE(bench.shown.cluster().node(A)->state, NodeState::Down);
        QTRY_VERIFY(!bench.machine.state().live); // until somebody says so
    }
    void playingCatchesUpWithNow()
    {
        Bench bench;
        bench.live();
        bench.machine.perform(SeekTo{bench.now() - 15'000});
        QTRY_VERIFY(!bench.machine.state().live);
        bench.machine.perform(PlayTime{});
        QTRY_VERIFY(bench.machine.state().playing);
        bench.pass(30);
        QTRY_VERIFY(bench.machine.state().live);
        QVERIFY(bench.alike());
    }
    void recordsAndOpens()
    {
        Bench bench;
        QSignalSpy saved(&bench.machine, &TimeMachine::saved);
        bench.machine.perform(StartRecording{});
        QVERIFY(!bench.machine.state().recording.isEmpty());
        bench.live();
        bench.machine.perform(SetMark{{0, bench.now(), QStringLiteral("here"), {}, false}});
        const QString file = bench.folder.filePath(QStringLiteral("kept.nodescope"));
        bench.machine.perform(StopRecording{file});
        QCOMPARE(saved.count(), 1);
        QVERIFY(bench.machine.state().recording.isEmpty());
        QVERIFY(bench.machine.state().leftovers.isEmpty());

        Bench other;
        other.machine.take({node(base::NodeName::literal(u"mine@h"), NodeState::Up)});
        other.machine.perform(OpenRecording{file});
        QTRY_VERIFY(!other.machine.state().loading && !other.machine.state().opened.isEmpty());
        QTRY_VERIFY(!other.machine.state().live &&
                    other.machine.state().moment == other.machine.state().begin);
        QCOMPARE(other.machine.state().marks.size(), 1);
        QVERIFY(!other.shown.cluster().node(base::NodeName::literal(u"mine@h")));
        QCOMPARE(other.shown.cluster().session().source, SessionInfo::Source::Replay);
        QCOMPARE(other.line.cluster().node(A)->state, NodeState::Down);
        other.machine.perform(SeekTo{bench.now() - 1});
        QTRY_VERIFY(other.shown.cluster().node(B));
        QCOMPARE(other.shown.cluster().node(A)->state, NodeState::Up);
        // The session goes on meanwhile, and is not mixed in.
        other.machine.take({node(base::NodeName::literal(u"mine2@h"), NodeState::Up)});
        QVERIFY(!other.line.cluster().node(base::NodeName::literal(u"mine2@h")));
        other.machine.perform(GoLive{});
        QTRY_VERIFY(other.machine.state().live);
        QTRY_COMPARE(other.line.cluster().nodes().size(), 2);
        QTRY_VERIFY(other.alike());
    }
    void savesRedacted()
    {
        Bench bench;
        bench.live();
        QSignalSpy saved(&bench.machine, &TimeMachine::saved);
        const QString file = bench.folder.filePath(QStringLiteral("shared.nodescope"));
        bench.machine.perform(SaveHistory{file, true});
        QVERIFY(saved.wait());
        QFile device(file);
        QVERIFY(device.open(QIODevice::ReadOnly));
        const auto loaded = readRecording(device);
        QVERIFY(loaded.ok() && loaded->info.redacted);
        QCOMPARE(loaded->problem, RecordingProblem::None);
        QCOMPARE(loaded->history.now().nodes().size(), 2);
        QVERIFY(!loaded->history.now().node(A));
        QCOMPARE(loaded->history.end(), bench.now());
    }
    void whatNobodyKeptIsOffered()
    {
        QTemporaryDir folder;
        base::SystemClock clock;
        ClusterStore shown;
        ClusterStore line;
        QString file;
        {
            TimeMachine machine(clock, shown, line, {folder.path(), QStringLiteral("test"), {}});
            machine.perform(StartRecording{});
            file = machine.state().recording;
            machine.take({node(A, NodeState::Up)});
            // Another program does not offer what this one writes.
            TimeMachine second(clock, shown, line, {folder.path(), QStringLiteral("test"), {}});
            QVERIFY(second.state().leftovers.isEmpty());
        }
        TimeMachine next(clock, shown, line, {folder.path(), QStringLiteral("test"), {}});
        QCOMPARE(next.state().leftovers, QStringList{file});
        next.perform(DropLeftover{file});
        QVERIFY(next.state().leftovers.isEmpty());
        QVERIFY(!QFile::exists(file));
    }
    void whatIsNoRecording()
    {
        Bench bench;
        bench.live();
        QSignalSpy failed(&bench.machine, &TimeMachine::failed);
        bench.machine.perform(OpenRecording{QStringLiteral("/nowhere/at/all")});
        QCOMPARE(failed.count(), 1);
        QVERIFY(bench.alike());
        const QString file = bench.folder.filePath(QStringLiteral("other"));
        QFile device(file);
        QVERIFY(device.open(QIODevice::WriteOnly));
        device.write("hello");
        device.close();
        bench.machine.perform(OpenRecording{file});
        QTRY_COMPARE(failed.count(), 2);
        QCOMPARE(failed.last().first().toString(), QStringLiteral("recording_not_a_recording"));
        QTRY_VERIFY(bench.machine.state().live);
        QTRY_VERIFY(bench.alike() && bench.shown.cluster().nodes().size() == 2);
    }
    void storiesAreTold()
    {
        Bench bench;
        QList<doctor::Story> stories;
        connect(&bench.machine, &TimeMachine::storyTold, this,
                [&stories](const doctor::Story &story, bool isNow) {
                    QVERIFY(isNow);
                    stories.append(story);
                });
        bench.live();
        bench.pass(5);
        bench.machine.take({downOf(B)});
        QCOMPARE(stories.size(), 1);
        QCOMPARE(stories[0].what.kind, HappeningKind::NodesLost);
    }
};

QTEST_GUILESS_MAIN(tst_TimeMachine)
#include "tst_TimeMachine.moc"
