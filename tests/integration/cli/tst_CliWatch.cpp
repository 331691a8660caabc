#include <csignal>

#include "integration/cli/Cli.h"

using namespace nodescope::test;

namespace {

const QString WatchedName = QStringLiteral("watched@127.0.0.1");
const QString ComesName = QStringLiteral("comes@127.0.0.1");

/// On the watched node: notes when it hears of what, by its own clock.
const QString NoteTimes = QStringLiteral(
    "register(notes, spawn(fun() -> net_kernel:monitor_nodes(true, [{node_type, all}]), "
    "(fun Loop(Seen) -> receive {get, From} -> From ! {seen, Seen}, Loop(Seen); "
    "{What, Node, _} -> Loop([{What, Node, erlang:system_time(millisecond)} | Seen]) end end)([]) end)).");

/// When the watched node had the event itself; 0: never.
qint64 ownTime(Peer &watched, const QString &what, const QString &node)
{
    const QString answer = watched.evaluate(
        QStringLiteral(
            "notes ! {get, self()}, receive {seen, S} -> [T || {W, N, T} <- S, W =:= %1, N =:= '%2'] end.")
            .arg(what, node));
    // {ok,[Milliseconds]}
    return answer.mid(5, answer.size() - 7).toLongLong();
}

} // namespace

class tst_CliWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void seesStartAndKillWithin200Milliseconds();
    void leavesNothingBehind_data();
    void leavesNothingBehind();
    void endsAfterItsTime();
    void endsWhenNobodyReads();
    void waitsForANodeThatComesLater();
    void failsWhenNobodyIsThere();
    void failsAtOnceWhenRefused();
    void cleanupTestCase();

private:
    [[nodiscard]] std::unique_ptr<QProcess> startWatch(const QStringList &more = {}) const
    {
        return m_cli->start(QStringList{QStringLiteral("watch"), WatchedName, QStringLiteral("--cookie-file"),
                                        m_cli->cookieFile()} +
                            more);
    }

    PeerEpmd m_epmd;
    std::unique_ptr<Peers> m_peers;
    std::unique_ptr<Cli> m_cli;
    Peer *m_watched = nullptr;
};

void tst_CliWatch::initTestCase()
{
    const QString why = Peer::whyUnavailable();
    if (!why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(m_epmd.start());
    m_cli = std::make_unique<Cli>(m_epmd.port());
    m_peers = std::make_unique<Peers>(m_epmd.port());
    m_watched = m_peers->start(QStringLiteral("watched"));
    QVERIFY(m_watched);
    QCOMPARE(m_watched->evaluate(NoteTimes), QStringLiteral("{ok,true}"));
}

void tst_CliWatch::seesStartAndKillWithin200Milliseconds()
{
    const std::unique_ptr<QProcess> watch = startWatch();
    JsonLines lines(*watch);
    const auto watching = lines.waitFor(QStringLiteral("watching"), WatchedName);
    QVERIFY(watching);
    QCOMPARE(watching->object[u"reason"].toString(), QStringLiteral("push"));

    Peers others(m_epmd.port());
    Peer *comes = others.start(QStringLiteral("comes"));
    QVERIFY(comes && connectPeers(*comes, *m_watched));
    const auto up = lines.waitFor(QStringLiteral("nodeup"), ComesName);
    QVERIFY(up);
    QCOMPARE(up->object[u"source"].toString(), WatchedName);
    QVERIFY(QDateTime::fromString(up->object[u"time"].toString(), Qt::ISODateWithMs).isValid());

    comes->kill();
    const auto down = lines.waitFor(QStringLiteral("nodedown"), ComesName);
    QVERIFY(down);
    QCOMPARE(down->object[u"reason"].toString(), QStringLiteral("connection_closed"));

    const qint64 upDelay = up->arrived - ownTime(*m_watched, QStringLiteral("nodeup"), ComesName);
    const qint64 downDelay = down->arrived - ownTime(*m_watched, QStringLiteral("nodedown"), ComesName);
    qInfo("nodeup after %lld ms, nodedown after %lld ms", upDelay, downDelay);
    QVERIFY2(upDelay <= 200, qPrintable(QString::number(upDelay)));
    QVERIFY2(downDelay <= 200, qPrintable(QString::number(downDelay)));
}

void tst_CliWatch::leavesNothingBehind_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("killed") << SIGKILL;
    QTest::newRow("interrupted") << SIGINT;
    QTest::newRow("terminated") << SIGTERM;
}

void tst_CliWatch::leavesNothingBehind()
{
    QFETCH(int, signal);
    const QString cookies =
        QStringLiteral("{auth:get_cookie(), [auth:get_cookie(N) || N <- nodes(connected)]}.");
    const QString visible = QStringLiteral("{erlang:nodes(visible), erlang:nodes(hidden)}.");
    const QString extra = QStringLiteral("lists:sort(processes()) -- get(before).");
    // Of who watched before nothing may be left, or its cookie would count as one that was there.
    QTRY_COMPARE(m_watched->evaluate(visible), QStringLiteral("{ok,{[],[]}}"));
    const QString cookieBefore = m_watched->evaluate(cookies);
    (void)m_watched->evaluate(QStringLiteral("put(before, lists:sort(processes()))."));

    const std::unique_ptr<QProcess> watch = startWatch();
    JsonLines lines(*watch);
    QVERIFY(lines.waitFor(QStringLiteral("watching"), WatchedName));
    // While it watches there is a process, and a hidden node; never a visible one.
    QVERIFY(m_watched->evaluate(extra) != QStringLiteral("{ok,[]}"));
    QCOMPARE(m_watched->evaluate(QStringLiteral("{erlang:nodes(visible), length(erlang:nodes(hidden))}.")),
             QStringLiteral("{ok,{[],1}}"));

    QCOMPARE(::kill(pid_t(watch->processId()), signal), 0);
    QVERIFY(watch->waitForFinished(Cli::Wait));
    if (signal != SIGKILL) {
        QCOMPARE(watch->exitStatus(), QProcess::NormalExit);
        QCOMPARE(watch->exitCode(), 0);
    }
    QTRY_COMPARE(m_watched->evaluate(visible), QStringLiteral("{ok,{[],[]}}"));
    QTRY_COMPARE(m_watched->evaluate(extra), QStringLiteral("{ok,[]}"));
    QCOMPARE(m_watched->evaluate(cookies), cookieBefore);
}

void tst_CliWatch::endsAfterItsTime()
{
    const Cli::Outcome outcome =
        m_cli->run({QStringLiteral("watch"), WatchedName, QStringLiteral("--for"), QStringLiteral("1.5")});
    QCOMPARE(outcome.status, 0);
    QVERIFY(outcome.output.contains("\"watching\""));
    QCOMPARE(outcome.errors, QByteArray());
}

void tst_CliWatch::endsWhenNobodyReads()
{
    const std::unique_ptr<QProcess> watch = m_cli->prepare();
    QProcess head;
    watch->setStandardOutputProcess(&head);
    head.start(QStringLiteral("head"), {QStringLiteral("-n"), QStringLiteral("1")});
    watch->start(QStringLiteral(NODESCOPE_CLI), {QStringLiteral("watch"), WatchedName,
                                                 QStringLiteral("--cookie-file"), m_cli->cookieFile()});
    // Nothing happens on the watched node that would have it write, and fail.
    QVERIFY(head.waitForFinished(Cli::Wait));
    QVERIFY(head.readAllStandardOutput().contains("\"watching\""));
    QVERIFY(watch->waitForFinished(Cli::Wait));
    QCOMPARE(watch->exitStatus(), QProcess::NormalExit);
    QCOMPARE(watch->exitCode(), 0);
    QCOMPARE(watch->readAllStandardError(), QByteArray());
}

void tst_CliWatch::waitsForANodeThatComesLater()
{
    const QString late = QStringLiteral("late@127.0.0.1");
    const std::unique_ptr<QProcess> watch = startWatch({late});
    JsonLines lines(*watch);
    QTRY_VERIFY_WITH_TIMEOUT(!lines.lines().isEmpty(), Cli::Wait);
    Peers others(m_epmd.port());
    Peer *peer = others.start(QStringLiteral("late"));
    QVERIFY(peer);
    QVERIFY(lines.waitFor(QStringLiteral("watching"), late));
    // It goes, and comes again: it is found again.
    const qsizetype before = lines.lines().size();
    others.stop();
    QVERIFY(lines.waitFor(QStringLiteral("nodedown"), late, before));
    QVERIFY(others.start(QStringLiteral("late")));
    QVERIFY(lines.waitFor(QStringLiteral("watching"), late, before));
}

void tst_CliWatch::failsWhenNobodyIsThere()
{
    const Cli::Outcome outcome = m_cli->run({QStringLiteral("watch"), QStringLiteral("nobody@127.0.0.1"),
                                             QStringLiteral("--timeout"), QStringLiteral("1")});
    QCOMPARE(outcome.status, 1);
    QVERIFY(outcome.output.contains("\"connect_failed\""));
    QVERIFY(outcome.output.contains("\"not_registered\""));
    QVERIFY(outcome.errors.contains("not_reached"));
}

void tst_CliWatch::failsAtOnceWhenRefused()
{
    const Cli other(m_epmd.port(), "another-cookie");
    QElapsedTimer timer;
    timer.start();
    const Cli::Outcome outcome = other.run({QStringLiteral("watch"), WatchedName});
    QCOMPARE(outcome.status, 1);
    QVERIFY(outcome.output.contains("\"cookie_mismatch\""));
    QVERIFY(timer.elapsed() < 9'000);
}

void tst_CliWatch::cleanupTestCase()
{
    m_peers.reset();
}

QTEST_GUILESS_MAIN(tst_CliWatch)
#include "tst_CliWatch.moc"
