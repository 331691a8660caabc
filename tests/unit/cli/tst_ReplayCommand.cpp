#include <QTemporaryDir>
#include <QTimeZone>
#include <QtTest>

#include "CommandRun.h"
#include "cli/recordings/ReplayTime.h"
#include "cluster/history/Recording.h"

using namespace nodescope;
using namespace nodescope::cluster;
using nodescope::test::runCommand;

namespace {
constexpr qint64 Begin = 1'700'000'000'000;

base::NodeName name(int i)
{
    return base::NodeName::literal(QStringLiteral("n%1@db").arg(i));
}

Delta node(int i, bool up)
{
    Node node;
    node.name = name(i);
    node.state = up ? NodeState::Up : NodeState::Down;
    node.reason = up ? QString() : QStringLiteral("net_tick_timeout");
    return NodeChanged{node};
}

Delta link(int a, int b, bool up)
{
    Link link;
    link.key = LinkKey(name(a), name(b));
    link.state = up ? LinkState::Up : LinkState::Down;
    link.reason = up ? QString() : QStringLiteral("net_tick_timeout");
    return LinkChanged{link};
}

Delta event(EventKind kind, int source, int about, qint64 time)
{
    Event event;
    event.kind = kind;
    event.source = name(source);
    event.node = name(about);
    event.time = QDateTime::fromMSecsSinceEpoch(time, QTimeZone::utc());
    event.reason = kind == EventKind::NodeUp ? QStringLiteral("visible") : QStringLiteral("net_tick_timeout");
    return EventHappened{event};
}

/// Two nodes that lose each other after ten seconds, and meet again after fifty.
QByteArray recording()
{
    RecordingWriter writer(
        {1, 0, false, QStringLiteral("test"), QDateTime::fromMSecsSinceEpoch(Begin, QTimeZone::utc())});
    Cluster cluster;
    for (const Delta &delta : {node(1, true), node(2, true), link(1, 2, true)})
        (void)cluster.apply(delta);
    QByteArray bytes = writer.take();
    writer.keyframe(Begin, cluster);
    bytes += writer.take();
    writer.batch(Begin + 10'000, {event(EventKind::NodeDown, 1, 2, Begin + 10'000), link(1, 2, false)});
    bytes += writer.take();
    writer.mark({1, Begin + 20'000, QStringLiteral("the switch"), name(1), false});
    writer.batch(Begin + 50'000, {event(EventKind::NodeUp, 1, 2, Begin + 50'000), link(1, 2, true)});
    return bytes + writer.end();
}
} // namespace

class tst_ReplayCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        write(QStringLiteral("whole"), recording());
    }
    void asJson()
    {
        const auto run = runCommand(
            {QStringLiteral("replay"), path("whole"), QStringLiteral("--format"), QStringLiteral("json")});
        QCOMPARE(run.status, cli::ExitStatus::Done);
        QCOMPARE(
            eventsOf(run.output),
            (QStringList{QStringLiteral("recording"), QStringLiteral("present"), QStringLiteral("nodedown"),
                         QStringLiteral("linkdown"), QStringLiteral("mark"), QStringLiteral("split"),
                         QStringLiteral("nodeup"), QStringLiteral("linkup"), QStringLiteral("split")}));
        const QJsonObject healed = QJsonDocument::fromJson(run.output.trimmed().split('\n').last()).object();
        QVERIFY(healed.contains(u"ended"));
        QVERIFY(healed[u"text"].toString().endsWith(QStringLiteral("net_tick_timeout; healed after 40 s")));
        QCOMPARE(QDateTime::fromString(healed[u"time"].toString(), Qt::ISODateWithMs).toMSecsSinceEpoch(),
                 qint64(Begin + 50'000));
    }
    void asText()
    {
        const auto run = runCommand({QStringLiteral("replay"), path("whole")});
        QCOMPARE(run.status, cli::ExitStatus::Done);
        QVERIFY(run.output.contains("nodedown n2@db by n1@db, net_tick_timeout"));
        QVERIFY(run.output.contains("mark n1@db, the switch"));
        QVERIFY(run.output.contains("healed after 40 s"));
    }
    void aPartOfIt()
    {
        const auto run = runCommand({QStringLiteral("replay"), path("whole"), QStringLiteral("--json"),
                                     QStringLiteral("--from"), QStringLiteral("+15"), QStringLiteral("--to"),
                                     QStringLiteral("+45")});
        QCOMPARE(eventsOf(run.output),
                 (QStringList{QStringLiteral("recording"), QStringLiteral("mark"), QStringLiteral("split")}));
    }
    void asFastAsItWas()
    {
        QElapsedTimer timer;
        timer.start();
        const auto run = runCommand(
            {QStringLiteral("replay"), path("whole"), QStringLiteral("--speed"), QStringLiteral("100")});
        QCOMPARE(run.status, cli::ExitStatus::Done);
        QVERIFY(timer.elapsed() >= 490);
    }
    void cutAndDamaged()
    {
        write(QStringLiteral("cut"), recording().chopped(40));
        auto run = runCommand({QStringLiteral("replay"), path("cut"), QStringLiteral("--json")});
        QCOMPARE(run.status, cli::ExitStatus::Done);
        QVERIFY(run.errors.contains("\"cut\""));
        QVERIFY(eventsOf(run.output).contains(QStringLiteral("nodedown")));
        QByteArray damaged = recording();
        damaged[damaged.size() - 60] = char(damaged.at(damaged.size() - 60) ^ 1);
        write(QStringLiteral("damaged"), damaged);
        run = runCommand({QStringLiteral("replay"), path("damaged"), QStringLiteral("--json")});
        QCOMPARE(run.status, cli::ExitStatus::Failed);
        QCOMPARE(run.error()[u"id"].toString(), QStringLiteral("damaged"));
        QVERIFY(eventsOf(run.output).contains(QStringLiteral("nodedown")));
    }
    void whatIsNone()
    {
        write(QStringLiteral("other"), "hello");
        QCOMPARE(runCommand({QStringLiteral("replay"), path("other"), QStringLiteral("--json")})
                     .error()[u"id"]
                     .toString(),
                 QStringLiteral("not_a_recording"));
        QCOMPARE(runCommand({QStringLiteral("replay"), path("missing"), QStringLiteral("--json")})
                     .error()[u"id"]
                     .toString(),
                 QStringLiteral("unreadable"));
        QCOMPARE(runCommand({QStringLiteral("replay"), path("whole"), QStringLiteral("--from"),
                             QStringLiteral("noon")})
                     .status,
                 cli::ExitStatus::WrongUse);
        QCOMPARE(runCommand({QStringLiteral("replay"), path("whole"), QStringLiteral("--format"),
                             QStringLiteral("xml")})
                     .status,
                 cli::ExitStatus::WrongUse);
        QCOMPARE(runCommand({QStringLiteral("replay"), path("whole"), QStringLiteral("--speed"),
                             QStringLiteral("-1")})
                     .status,
                 cli::ExitStatus::WrongUse);
    }
    void moments()
    {
        QCOMPARE(*cli::replayTime(QStringLiteral("+1.5"), Begin), Begin + 1'500);
        QVERIFY(!cli::replayTime(QStringLiteral("+x"), Begin));
        const QDateTime begun = QDateTime::fromMSecsSinceEpoch(Begin);
        const QString later = begun.addSecs(3'700).time().toString(QStringLiteral("HH:mm:ss"));
        QCOMPARE(*cli::replayTime(later, Begin), Begin + 3'700'000);
        const QString before = begun.addSecs(-60).time().toString(QStringLiteral("HH:mm:ss"));
        QCOMPARE(*cli::replayTime(before, Begin), Begin + 86'400'000 - 60'000);
        QCOMPARE(*cli::replayTime(QStringLiteral("2023-11-14T22:13:20Z"), 1), Begin);
    }

private:
    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    void write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    static QStringList eventsOf(const QByteArray &output)
    {
        QStringList events;
        for (const QByteArray &line : output.trimmed().split('\n'))
            events.append(QJsonDocument::fromJson(line).object()[u"event"].toString());
        return events;
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(tst_ReplayCommand)
#include "tst_ReplayCommand.moc"
