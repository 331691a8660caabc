#include "Cli.h"

using namespace nodescope::test;

namespace {
const QString A = QStringLiteral("a@127.0.0.1");
const QString B = QStringLiteral("b@127.0.0.1");
} // namespace

/// `send --via`, `send --as`, `call` of expressions and `shell`, with real nodes.
class tst_CliErrands : public QObject
{
    Q_OBJECT

    PeerEpmd m_epmd;
    std::unique_ptr<Peers> m_peers;
    std::unique_ptr<Cli> m_cli;
    Peer *m_b = nullptr;

    [[nodiscard]] Cli::Outcome run(const QString &command, const QStringList &words,
                                   const QByteArray &input = {}) const
    {
        return m_cli->run(QStringList{command} + words, input);
    }
    [[nodiscard]] Cli::Outcome send(const QStringList &words) const
    {
        return run(QStringLiteral("send"), words);
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString why = Peer::whyUnavailable();
        if (!why.isEmpty())
            QSKIP(qPrintable(why));
        QVERIFY(m_epmd.start());
        m_cli = std::make_unique<Cli>(m_epmd.port());
        m_peers = std::make_unique<Peers>(m_epmd.port());
        QVERIFY(m_peers->start(QStringLiteral("a")));
        m_b = m_peers->start(QStringLiteral("b"));
        QVERIFY(m_b);
        QCOMPARE(m_b->evaluate(QStringLiteral(
                     "register(echo, spawn(fun() -> (fun L() -> receive {From, Message} when is_pid(From) -> "
                     "From ! {echo, node(From), Message}, L(); _ -> L() end end)() end)).")),
                 QStringLiteral("{ok,true}"));
    }
    void sendsFromAnotherNode()
    {
        const Cli::Outcome sent =
            send({QStringLiteral("echo@") + B, QStringLiteral("{self(), hi}"), QStringLiteral("--via"), A,
                  QStringLiteral("--wait"), QStringLiteral("20000"), QStringLiteral("--steps")});
        QCOMPARE(sent.status, 0);
        QCOMPARE(sent.output, QByteArray("{echo,'a@127.0.0.1',hi}\n"));
        for (const char *word : {"a process is ready", "sent over its own link", "answered"})
            QVERIFY2(sent.errors.contains(word), sent.errors.constData());
        // B has a link to A, and none to us.
        QVERIFY(m_b->evaluate(QStringLiteral("nodes(connected).")).contains(A));
        const Cli::Outcome nobody = send({QStringLiteral("nobody@") + B, QStringLiteral("x"),
                                          QStringLiteral("--via"), A, QStringLiteral("--json")});
        QCOMPARE(nobody.status, 1);
        QVERIFY(nobody.errors.contains("no_process"));
        // Who waits is told the same, however short the time is.
        for (const char *wait : {"50", "300", "20000"}) {
            const Cli::Outcome awaited =
                send({QStringLiteral("nosuch@") + B, QStringLiteral("hi"), QStringLiteral("--via"), A,
                      QStringLiteral("--wait"), QLatin1String(wait), QStringLiteral("--json")});
            QCOMPARE(awaited.status, 1);
            QVERIFY2(awaited.errors.contains("no_process"), awaited.errors);
        }
    }
    void saysBeforehandWhatWillRun()
    {
        const Cli::Outcome plan =
            send({QStringLiteral("echo@") + B, QStringLiteral("{self(), hi}"), QStringLiteral("--via"), A,
                  QStringLiteral("--plan"), QStringLiteral("--json")});
        QCOMPARE(plan.status, 0);
        const QJsonArray steps = plan.json()[u"plan"].toArray();
        QCOMPARE(steps.size(), 3);
        QCOMPARE(steps.at(1)[u"code"].toString(),
                 QStringLiteral("erlang:send({echo,'b@127.0.0.1'}, {self(),hi})"));
        QCOMPARE(steps.at(1)[u"where"].toString(), A);
    }
    void othersThanMessages()
    {
        const QString server = QStringLiteral("application_controller@") + B;
        const Cli::Outcome called =
            send({server, QStringLiteral("which_applications"), QStringLiteral("--as"),
                  QStringLiteral("call"), QStringLiteral("--wait"), QStringLiteral("20000")});
        QCOMPARE(called.status, 0);
        QVERIFY(called.output.startsWith("[{"));
        QCOMPARE(
            m_b->evaluate(QStringLiteral("register(victim, spawn(fun() -> receive stop -> ok end end)).")),
            QStringLiteral("{ok,true}"));
        const QString victim = QStringLiteral("victim@") + B;
        const Cli::Outcome alive =
            send({victim, QStringLiteral("--as"), QStringLiteral("monitor"), QStringLiteral("--wait"),
                  QStringLiteral("300ms"), QStringLiteral("--json")});
        QCOMPARE(alive.status, 0);
        QVERIFY(alive.json()[u"alive"].toBool());
        const Cli::Outcome ended =
            send({victim, QStringLiteral("{bad,luck}"), QStringLiteral("--as"), QStringLiteral("exit"),
                  QStringLiteral("--wait"), QStringLiteral("20000"), QStringLiteral("--json")});
        QCOMPARE(ended.status, 0);
        QVERIFY(!ended.json()[u"alive"].toBool());
        QCOMPARE(ended.json()[u"reason"].toString(), QStringLiteral("{bad,luck}"));
        QCOMPARE(
            send({victim, QStringLiteral("x"), QStringLiteral("--as"), QStringLiteral("nothing")}).status, 2);
    }
    void callsExpressions()
    {
        const QString call = QStringLiteral("call");
        QCOMPARE(run(call, {B, QStringLiteral("lists:seq(1, 3)")}).output, QByteArray("[1,2,3]\n"));
        QCOMPARE(run(call, {B, QStringLiteral(":lists.seq(1, 3)"), QStringLiteral("--elixir")}).output,
                 QByteArray("[1, 2, 3]\n"));
        QCOMPARE(run(call, {B, QStringLiteral("erlang:node()"), QStringLiteral("--via"), A}).output,
                 QByteArray("'b@127.0.0.1'\n"));
        const Cli::Outcome wrong = run(call, {B, QStringLiteral("lists:seq(X)")});
        QCOMPARE(wrong.status, 2);
        QVERIFY(wrong.errors.contains("1:11"));
    }
    void shellReadsLines()
    {
        const QString shell = QStringLiteral("shell");
        const Cli::Outcome lines =
            run(shell, {B}, "lists:seq(1, 3).\n{a,\n [1]}\nerlang:node()\n% why\nuse elixir\n{:a, 1}\n");
        QCOMPARE(lines.errors, QByteArray());
        QCOMPARE(lines.status, 0);
        QCOMPARE(lines.output, QByteArray("[1,2,3]\n{a,[1]}\n'b@127.0.0.1'\n{:a, 1}\n"));
        const Cli::Outcome failed =
            run(shell, {B, QStringLiteral("--json")}, "erlang:atom_to_list(1)\n[X]\n{\n");
        QCOMPARE(failed.status, 1);
        QVERIFY(failed.errors.contains("raised") && failed.errors.contains("not_a_term"));
        QVERIFY(run(shell, {B}, "echo ! {self(), hi}\nquit\nerlang:halt()\n").output.endsWith(",hi}\n"));
        QCOMPARE(m_b->evaluate(QStringLiteral("alive.")), QStringLiteral("{ok,alive}"));
    }
};

QTEST_GUILESS_MAIN(tst_CliErrands)
#include "tst_CliErrands.moc"
