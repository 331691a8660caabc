#include "integration/cli/Cli.h"

using namespace nodescope::test;

namespace {
const QString A = QStringLiteral("a@127.0.0.1");
const QString B = QStringLiteral("b@127.0.0.1");
const QString X = QStringLiteral("x@127.0.0.1");
} // namespace

/// `names`, `call`, `send` and `connect` with real nodes.
class tst_CliActs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void namesListsWhatIsRegistered();
    void namesExplainsFailure();
    void callPrintsTheResult();
    void withoutEpmdThePortIsGiven();
    void callTellsExceptions();
    void callExplainsAWrongCookie();
    void takesTheCookieFromTheEnvironment();
    void sendReachesAProcess();
    void sendSaysWhenNobodyIsThere();
    void connectConnects();
    void connectExplainsAnotherCookie();
    void connectExplainsWhoIsMissing();
    void cleanupTestCase();

private:
    PeerEpmd m_epmd;
    std::unique_ptr<Peers> m_peers;
    std::unique_ptr<Cli> m_cli;
    Peer *m_a = nullptr;
};

void tst_CliActs::initTestCase()
{
    const QString why = Peer::whyUnavailable();
    if (!why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(m_epmd.start());
    m_cli = std::make_unique<Cli>(m_epmd.port());
    m_peers = std::make_unique<Peers>(m_epmd.port());
    m_a = m_peers->start(QStringLiteral("a"));
    QVERIFY(m_a);
    QVERIFY(m_peers->start(QStringLiteral("b")));
    QVERIFY(m_peers->start(QStringLiteral("x"), {}, QStringLiteral("another-cookie")));
    QCOMPARE(m_a->evaluate(QStringLiteral(
                 "register(echo, spawn(fun() -> (fun L() -> receive {From, Message} when is_pid(From) -> "
                 "From ! {echo, Message}, L(); Other -> put(last, Other), L() end end)() end)).")),
             QStringLiteral("{ok,true}"));
}

void tst_CliActs::namesListsWhatIsRegistered()
{
    const Cli::Outcome outcome =
        m_cli->runBare({QStringLiteral("names"), QStringLiteral("127.0.0.1"), QStringLiteral("--json")});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.json()[u"epmd_port"].toInt(), int(m_epmd.port()));
    QStringList names;
    const QJsonArray listed = outcome.json()[u"names"].toArray();
    for (const QJsonValue name : listed) {
        names.append(name[u"name"].toString());
        QVERIFY(name[u"port"].toInt() > 0);
    }
    QCOMPARE(names, QStringList({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("x")}));
    const Cli::Outcome text = m_cli->runBare({QStringLiteral("names")});
    QCOMPARE(text.status, 0);
    QCOMPARE(text.output.count('\n'), 4);
}

void tst_CliActs::namesExplainsFailure()
{
    const Cli::Outcome outcome = m_cli->runBare({QStringLiteral("names"), QStringLiteral("--epmd-port"),
                                                 QString::number(freePort()), QStringLiteral("--json")});
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.json()[u"cause"].toString(), QStringLiteral("epmd_unreachable"));
    const Cli::Outcome unknown =
        m_cli->runBare({QStringLiteral("names"), QStringLiteral("no-such-host.invalid")});
    QCOMPARE(unknown.status, 1);
    QVERIFY(unknown.errors.contains("no-such-host.invalid"));
}

void tst_CliActs::callPrintsTheResult()
{
    const auto call = [this](const QStringList &words) {
        return m_cli->run(QStringList{QStringLiteral("call"), A} + words);
    };
    QCOMPARE(call({QStringLiteral("erlang"), QStringLiteral("node")}).output, QByteArray("'a@127.0.0.1'\n"));
    QCOMPARE(call({QStringLiteral("lists"), QStringLiteral("seq"), QStringLiteral("[1, 3]")}).output,
             QByteArray("[1,2,3]\n"));
    QCOMPARE(call({QStringLiteral("erlang"), QStringLiteral("list_to_tuple"),
                   QStringLiteral("[[ok, %{a: 1}]]"), QStringLiteral("--elixir")})
                 .status,
             2); // `ok` is a variable in Elixir
    QCOMPARE(call({QStringLiteral("erlang"), QStringLiteral("list_to_tuple"),
                   QStringLiteral("[[:ok, %{a: 1}]]"), QStringLiteral("--elixir")})
                 .output,
             QByteArray("{:ok, %{a: 1}}\n"));
    QCOMPARE(call({QStringLiteral("erlang"), QStringLiteral("list_to_tuple"), QStringLiteral("[[ok, 1]]"),
                   QStringLiteral("--json")})
                 .output,
             QByteArray("{\"$tuple\":[{\"$atom\":\"ok\"},1]}\n"));
    const Cli::Outcome large =
        call({QStringLiteral("binary"), QStringLiteral("copy"), QStringLiteral("[<<0>>, 1000000]")});
    QCOMPARE(large.status, 0);
    QVERIFY(large.output.size() > 1'000'000);
}

void tst_CliActs::withoutEpmdThePortIsGiven()
{
    const Cli::Outcome names = m_cli->runBare({QStringLiteral("names"), QStringLiteral("--json")});
    QString port;
    for (const QJsonValue entry : names.json()[u"names"].toArray()) {
        if (entry[u"name"].toString() == A.section(u'@', 0, 0))
            port = QString::number(entry[u"port"].toInt());
    }
    QVERIFY(!port.isEmpty());
    const QStringList nowhere{QStringLiteral("--epmd-port"), QString::number(freePort()),
                              QStringLiteral("--dist-port")};
    const Cli::Outcome call =
        m_cli->run(QStringList{QStringLiteral("call"), A, QStringLiteral("erlang"), QStringLiteral("node")} +
                   nowhere + QStringList{port});
    QCOMPARE(call.output, QByteArray("'a@127.0.0.1'\n"));
    const Cli::Outcome wrong =
        m_cli->run(QStringList{QStringLiteral("topology"), A} + nowhere + QStringList{QStringLiteral("0")});
    QCOMPARE(wrong.status, 2);
}

void tst_CliActs::callTellsExceptions()
{
    const Cli::Outcome text = m_cli->run({QStringLiteral("call"), A, QStringLiteral("erlang"),
                                          QStringLiteral("error"), QStringLiteral("[{oops, 1}]")});
    QCOMPARE(text.status, 1);
    QCOMPARE(text.output, QByteArray());
    QVERIFY2(text.errors.contains("error: {oops,1}"), text.errors.constData());
    const Cli::Outcome json =
        m_cli->run({QStringLiteral("call"), A, QStringLiteral("erlang"), QStringLiteral("throw"),
                    QStringLiteral("[oops]"), QStringLiteral("--json")});
    QCOMPARE(json.status, 1);
    const QJsonObject error = QJsonDocument::fromJson(json.errors).object()[u"error"].toObject();
    QCOMPARE(error[u"class"].toString(), QStringLiteral("throw"));
    QCOMPARE(error[u"reason"][u"$atom"].toString(), QStringLiteral("oops"));
    const Cli::Outcome slow =
        m_cli->run({QStringLiteral("call"), A, QStringLiteral("timer"), QStringLiteral("sleep"),
                    QStringLiteral("[5000]"), QStringLiteral("--timeout"), QStringLiteral("0.3")});
    QCOMPARE(slow.status, 1);
}

void tst_CliActs::callExplainsAWrongCookie()
{
    const Cli::Outcome outcome = m_cli->run({QStringLiteral("call"), X, QStringLiteral("erlang"),
                                             QStringLiteral("node"), QStringLiteral("--json")});
    QCOMPARE(outcome.status, 1);
    const QJsonObject error = QJsonDocument::fromJson(outcome.errors).object()[u"error"].toObject();
    QCOMPARE(error[u"cause"].toString(), QStringLiteral("cookie_mismatch"));
    QVERIFY(!error[u"rungs"].toArray().isEmpty());
    QVERIFY(!outcome.errors.contains("peers-cookie"));
}

void tst_CliActs::takesTheCookieFromTheEnvironment()
{
    Cli cli(m_epmd.port());
    cli.environment().insert(QStringLiteral("NODESCOPE_COOKIE"), QStringLiteral("peers-cookie"));
    const Cli::Outcome outcome =
        cli.runBare({QStringLiteral("call"), A, QStringLiteral("erlang"), QStringLiteral("node")});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.errors, QByteArray());
}

void tst_CliActs::sendReachesAProcess()
{
    const QString echo = QStringLiteral("echo@") + A;
    const Cli::Outcome sent = m_cli->run({QStringLiteral("send"), echo, QStringLiteral("{note, \"x\"}")});
    QCOMPARE(sent.status, 0);
    QCOMPARE(sent.output, QByteArray());
    QCOMPARE(m_a->evaluate(QStringLiteral(
                 "element(2, lists:keyfind(last, 1, element(2, process_info(whereis(echo), dictionary)))).")),
             QStringLiteral("{ok,{note,\"x\"}}"));
    const Cli::Outcome answered = m_cli->run({QStringLiteral("send"), echo, QStringLiteral("{self(), hello}"),
                                              QStringLiteral("--wait"), QStringLiteral("10s")});
    QCOMPARE(answered.status, 0);
    QCOMPARE(answered.output, QByteArray("{echo,hello}\n"));
    const Cli::Outcome silent = m_cli->run({QStringLiteral("send"), echo, QStringLiteral("quiet"),
                                            QStringLiteral("--wait"), QStringLiteral("300")});
    QCOMPARE(silent.status, 1);
}

void tst_CliActs::sendSaysWhenNobodyIsThere()
{
    const Cli::Outcome outcome = m_cli->run({QStringLiteral("send"), QStringLiteral("nobody@") + A,
                                             QStringLiteral("hello"), QStringLiteral("--json")});
    QCOMPARE(outcome.status, 1);
    QVERIFY(outcome.errors.contains("no_process"));
}

void tst_CliActs::connectConnects()
{
    const Cli::Outcome outcome = m_cli->run({QStringLiteral("connect"), A, B, QStringLiteral("--json")});
    QCOMPARE(outcome.status, 0);
    QVERIFY(outcome.json()[u"connected"].toBool());
    QCOMPARE(m_a->evaluate(QStringLiteral("nodes().")), QStringLiteral("{ok,['b@127.0.0.1']}"));
}

void tst_CliActs::connectExplainsAnotherCookie()
{
    const Cli::Outcome outcome = m_cli->run({QStringLiteral("connect"), A, X, QStringLiteral("--json")});
    QCOMPARE(outcome.status, 1);
    const QJsonObject json = outcome.json();
    QCOMPARE(json[u"connected"], QJsonValue(false));
    QCOMPARE(json[u"a"].toString(), A);
    QCOMPARE(json[u"b"].toString(), X);
    QCOMPARE(json[u"cause"].toString(), QStringLiteral("cookie_mismatch"));
    QCOMPARE(json[u"certainty"].toString(), QStringLiteral("almost_certain"));
    QStringList broken;
    const QJsonArray rungs = json[u"rungs"].toArray();
    for (const QJsonValue rung : rungs) {
        if (rung[u"state"].toString() == QStringLiteral("failed"))
            broken.append(rung[u"rung"].toString());
    }
    QCOMPARE(broken, QStringList(QStringLiteral("our_digest")));
    QVERIFY(!json[u"remedies"].toArray().isEmpty());
    const Cli::Outcome text = m_cli->run({QStringLiteral("connect"), A, X});
    QCOMPARE(text.status, 1);
    QVERIFY(text.output.contains("The cookies differ."));
    QVERIFY(text.output.contains("erlang:set_cookie('x@127.0.0.1'"));
    QVERIFY(!text.output.contains("peers-cookie"));
}

void tst_CliActs::connectExplainsWhoIsMissing()
{
    const QString nobody = QStringLiteral("nobody@127.0.0.1");
    const Cli::Outcome toNobody =
        m_cli->run({QStringLiteral("connect"), A, nobody, QStringLiteral("--json")});
    QCOMPARE(toNobody.status, 1);
    QCOMPARE(toNobody.json()[u"cause"].toString(), QStringLiteral("not_registered"));
    QCOMPARE(toNobody.json()[u"from"].toString(), A);
    const Cli::Outcome fromNobody =
        m_cli->run({QStringLiteral("connect"), nobody, A, QStringLiteral("--json")});
    QCOMPARE(fromNobody.status, 1);
    QCOMPARE(fromNobody.json()[u"cause"].toString(), QStringLiteral("not_registered"));
    QCOMPARE(fromNobody.json()[u"from"].toString(), QStringLiteral("nodescope@self"));
}

void tst_CliActs::cleanupTestCase()
{
    m_peers.reset();
}

QTEST_GUILESS_MAIN(tst_CliActs)
#include "tst_CliActs.moc"
