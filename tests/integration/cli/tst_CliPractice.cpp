#include <csignal>

#include <QTcpServer>
#include <QTcpSocket>

#include "integration/cli/Cli.h"

using namespace nodescope::test;

/// The practice cluster, as the program runs it, with the program's other commands and a real node.
class tst_CliPractice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listsItsNodesWhenTheyAreReady();
    void isSeenByTheOtherCommands();
    void answersSendAndCall();
    void letsARealNodeJoin();
    void writesTheCookieWhereAsked();
    void usesTheEpmdThatRuns();
    void saysWhenThePortIsTaken();
    void endsInOrder_data();
    void endsInOrder();

private:
    [[nodiscard]] std::unique_ptr<QProcess> startPractice(const QStringList &more = {})
    {
        return m_cli->start(QStringList{QStringLiteral("practice"), QStringLiteral("--json")} + more);
    }
    /// The first line; empty if none comes.
    [[nodiscard]] static QJsonObject firstLine(QProcess &process)
    {
        if (!QTest::qWaitFor([&] { return process.canReadLine(); }, Cli::Wait))
            return {};
        return QJsonDocument::fromJson(process.readLine()).object();
    }
    [[nodiscard]] static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    quint16 m_port = 0;
    std::unique_ptr<Cli> m_cli;
};

void tst_CliPractice::init()
{
    m_port = freePort();
    m_cli = std::make_unique<Cli>(m_port);
}

void tst_CliPractice::listsItsNodesWhenTheyAreReady()
{
    const std::unique_ptr<QProcess> practice =
        startPractice({QStringLiteral("--nodes"), QStringLiteral("5")});
    const QJsonObject info = firstLine(*practice);
    QCOMPARE(info[u"epmd_port"].toInt(), int(m_port));
    const QJsonArray nodes = info[u"nodes"].toArray();
    QCOMPARE(nodes.size(), 5);
    int hidden = 0;
    QSet<QByteArray> cookies;
    for (const QJsonValue node : nodes) {
        QVERIFY(node[u"name"].toString().endsWith(QStringLiteral("@127.0.0.1")));
        hidden += node[u"hidden"].toBool() ? 1 : 0;
        cookies.insert(contentOf(node[u"cookie_file"].toString()));
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), quint16(node[u"port"].toInt()));
        QVERIFY(socket.waitForConnected(5'000));
    }
    QCOMPARE(hidden, 1);
    QCOMPARE(cookies.size(), 2);
    QVERIFY(!cookies.contains(QByteArray()));
}

void tst_CliPractice::isSeenByTheOtherCommands()
{
    const std::unique_ptr<QProcess> practice =
        startPractice({QStringLiteral("--nodes"), QStringLiteral("4"), QStringLiteral("--no-other-cookie")});
    const QJsonObject info = firstLine(*practice);
    const QString first = info[u"nodes"][0][u"name"].toString();
    const Cli::Outcome names = m_cli->runBare({QStringLiteral("names"), QStringLiteral("--json")});
    QCOMPARE(names.json()[u"names"].toArray().size(), 4);
    const Cli::Outcome topology =
        m_cli->runBare({QStringLiteral("topology"), first, QStringLiteral("--json"),
                        QStringLiteral("--cookie-file"), info[u"cookie_file"].toString()});
    QCOMPARE(topology.status, 0);
    const QJsonArray nodes = topology.json()[u"nodes"].toArray();
    QCOMPARE(nodes.size(), 4);
    for (const QJsonValue node : nodes) {
        QCOMPARE(node[u"kind"].toString(), QStringLiteral("practice"));
        QCOMPARE(node[u"state"].toString(), QStringLiteral("up"));
    }
    const QJsonArray links = topology.json()[u"links"].toArray();
    for (const QJsonValue link : links)
        QCOMPARE(link[u"state"].toString(), QStringLiteral("up"));
    QVERIFY(links.size() >= 4);
}

void tst_CliPractice::answersSendAndCall()
{
    const std::unique_ptr<QProcess> practice =
        startPractice({QStringLiteral("--nodes"), QStringLiteral("2")});
    const QJsonObject info = firstLine(*practice);
    const QString first = info[u"nodes"][0][u"name"].toString();
    const QStringList cookie{QStringLiteral("--cookie-file"), info[u"cookie_file"].toString()};
    const Cli::Outcome sent = m_cli->runBare(
        QStringList{QStringLiteral("send"), QStringLiteral("echo@") + first,
                    QStringLiteral("{self(), hello}"), QStringLiteral("--wait"), QStringLiteral("10s")} +
        cookie);
    QCOMPARE(sent.output, QByteArray("{echo,hello}\n"));
    const Cli::Outcome called = m_cli->runBare(
        QStringList{QStringLiteral("call"), first, QStringLiteral("erlang"), QStringLiteral("node")} +
        cookie);
    QCOMPARE(called.output, '\'' + first.toUtf8() + "'\n");
    const Cli::Outcome unknown = m_cli->runBare(
        QStringList{QStringLiteral("call"), first, QStringLiteral("no"), QStringLiteral("such")} + cookie);
    QCOMPARE(unknown.status, 1);
    QVERIFY(unknown.errors.contains("undef"));
}

void tst_CliPractice::letsARealNodeJoin()
{
    const QString why = Peer::whyUnavailable();
    if (!why.isEmpty())
        QSKIP(qPrintable(why));
    const std::unique_ptr<QProcess> practice =
        startPractice({QStringLiteral("--nodes"), QStringLiteral("3"), QStringLiteral("--no-other-cookie")});
    const QJsonObject info = firstLine(*practice);
    const QString first = info[u"nodes"][0][u"name"].toString();
    Peers peers(m_port);
    Peer *peer = peers.start(QStringLiteral("real"), {},
                             QString::fromLatin1(contentOf(info[u"cookie_file"].toString()).trimmed()));
    QVERIFY(peer);
    QCOMPARE(peer->evaluate(QStringLiteral("net_adm:ping('%1').").arg(first)), QStringLiteral("{ok,pong}"));
    QCOMPARE(peer->evaluate(
                 QStringLiteral("{echo, '%1'} ! {self(), hello}, receive R -> R after 5000 -> none end.")
                     .arg(first)),
             QStringLiteral("{ok,{echo,hello}}"));
    // And connect makes two of them meet, from the outside.
    const QString second = info[u"nodes"][1][u"name"].toString();
    const Cli::Outcome outcome =
        m_cli->runBare({QStringLiteral("connect"), QStringLiteral("real@127.0.0.1"), second,
                        QStringLiteral("--cookie-file"), info[u"cookie_file"].toString()});
    QCOMPARE(outcome.status, 0);
}

void tst_CliPractice::writesTheCookieWhereAsked()
{
    const QString path = m_cli->home() + QStringLiteral("/made");
    const std::unique_ptr<QProcess> practice = startPractice({QStringLiteral("--cookie-file"), path});
    const QJsonObject info = firstLine(*practice);
    QCOMPARE(info[u"cookie_file"].toString(), path);
    QVERIFY(!contentOf(path).isEmpty());
    QVERIFY((QFile::permissions(path) & (QFileDevice::ReadGroup | QFileDevice::ReadOther)) ==
            QFileDevice::Permissions());
    const std::unique_ptr<QProcess> again =
        m_cli->start({QStringLiteral("practice"), QStringLiteral("--json"), QStringLiteral("--cookie-file"),
                      m_cli->cookieFile()});
    QCOMPARE(firstLine(*again)[u"cookie_file"].toString(), m_cli->cookieFile());
    QCOMPARE(contentOf(m_cli->cookieFile()), QByteArray("peers-cookie"));
}

void tst_CliPractice::usesTheEpmdThatRuns()
{
    PeerEpmd epmd;
    if (!epmd.start())
        QSKIP("epmd is not installed");
    const std::unique_ptr<QProcess> practice =
        startPractice({QStringLiteral("--nodes"), QStringLiteral("2"), QStringLiteral("--epmd-port"),
                       QString::number(epmd.port())});
    QCOMPARE(firstLine(*practice)[u"epmd_port"].toInt(), int(epmd.port()));
    practice->terminate();
    QVERIFY(practice->waitForFinished(Cli::Wait));
    // It was left as it was found.
    const Cli::Outcome names = m_cli->runBare({QStringLiteral("names"), QStringLiteral("--json"),
                                               QStringLiteral("--epmd-port"), QString::number(epmd.port())});
    QCOMPARE(names.status, 0);
    QCOMPARE(names.json()[u"names"].toArray().size(), 0);
}

void tst_CliPractice::saysWhenThePortIsTaken()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost, m_port));
    // It answers like something that is no EPMD.
    QObject::connect(&server, &QTcpServer::newConnection, &server, [&server] {
        QTcpSocket *socket = server.nextPendingConnection();
        socket->write("HTTP/1.1 400 Bad Request\r\n\r\n");
        socket->disconnectFromHost();
    });
    const std::unique_ptr<QProcess> practice =
        startPractice({QStringLiteral("--epmd-port"), QString::number(m_port)});
    QTRY_COMPARE_WITH_TIMEOUT(practice->state(), QProcess::NotRunning, Cli::Wait);
    QCOMPARE(practice->exitCode(), 1);
    QVERIFY(practice->readAllStandardError().contains("epmd_port_taken"));
    QCOMPARE(practice->readAllStandardOutput(), QByteArray());
}

void tst_CliPractice::endsInOrder_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("interrupted") << SIGINT;
    QTest::newRow("terminated") << SIGTERM;
}

void tst_CliPractice::endsInOrder()
{
    QFETCH(int, signal);
    const std::unique_ptr<QProcess> practice =
        startPractice({QStringLiteral("--nodes"), QStringLiteral("3")});
    const QString cookieFile = firstLine(*practice)[u"cookie_file"].toString();
    QVERIFY(QFile::exists(cookieFile));
    QCOMPARE(::kill(pid_t(practice->processId()), signal), 0);
    QVERIFY(practice->waitForFinished(Cli::Wait));
    QCOMPARE(practice->exitStatus(), QProcess::NormalExit);
    QCOMPARE(practice->exitCode(), 0);
    QVERIFY(!QFile::exists(cookieFile));
    QCOMPARE(practice->readAllStandardError(), QByteArray());
}

QTEST_GUILESS_MAIN(tst_CliPractice)
#include "tst_CliPractice.moc"
