#include <csignal>

#include "integration/cli/Cli.h"

using namespace nodescope::test;

/// The command `listen`, dialled by a real node.
class tst_CliListen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString why = Peer::whyUnavailable(); !why.isEmpty())
            QSKIP(qPrintable(why));
        QVERIFY(m_epmd.start());
        m_peers = std::make_unique<Peers>(m_epmd.port());
        m_cli = std::make_unique<Cli>(m_epmd.port());
        m_peer = m_peers->start(QStringLiteral("caller"));
        QVERIFY(m_peer);
        write(QStringLiteral("staging"), "second");
    }

    void tellsEachStepAndTheCookie()
    {
        const auto process = m_cli->start(
            {QStringLiteral("listen"), QStringLiteral("--name"), QStringLiteral("post@127.0.0.1"),
             QStringLiteral("--cookie-file"), QStringLiteral("production=") + m_cli->cookieFile(),
             QStringLiteral("--cookie-file"), file(QStringLiteral("staging")), QStringLiteral("--json")});
        JsonLines lines(*process);
        QTRY_COMPARE_WITH_TIMEOUT(events(lines), QStringList{QStringLiteral("listening")}, Cli::Wait);
        ping(QStringLiteral("second"));
        QTRY_COMPARE_WITH_TIMEOUT(events(lines).last(), QStringLiteral("visit"), Cli::Wait);
        QCOMPARE(events(lines),
                 (QStringList{QStringLiteral("listening"), QStringLiteral("began"), QStringLiteral("message"),
                              QStringLiteral("message"), QStringLiteral("message"), QStringLiteral("message"),
                              QStringLiteral("visit")}));
        const QJsonObject visit = lines.lines().last().object;
        QCOMPARE(visit[u"caller"].toString(), QStringLiteral("caller@127.0.0.1"));
        QCOMPARE(visit[u"cookie"].toObject()[u"state"].toString(), QStringLiteral("known"));
        QCOMPARE(visit[u"cookie"].toObject()[u"label"].toString(), QStringLiteral("staging"));
        QCOMPARE(visit[u"cookie"].toObject()[u"compared"].toInt(), 2);
        QCOMPARE(visit[u"cause"].toString(), QStringLiteral("none"));
        ping(QStringLiteral("neither"));
        QTRY_COMPARE_WITH_TIMEOUT(events(lines).count(QStringLiteral("visit")), 2, Cli::Wait);
        QCOMPARE(lines.lines().last().object[u"cause"].toString(), QStringLiteral("cookie_mismatch"));
        ::kill(pid_t(process->processId()), SIGINT);
        QVERIFY(process->waitForFinished(Cli::Wait));
        QCOMPARE(process->exitCode(), 0);
    }

    void saysItInWords()
    {
        const auto process = m_cli->start({QStringLiteral("listen"), QStringLiteral("--name"),
                                           QStringLiteral("words@127.0.0.1"), QStringLiteral("--cookie-file"),
                                           file(QStringLiteral("staging"))});
        QByteArray output;
        QObject::connect(process.get(), &QProcess::readyReadStandardOutput, process.get(),
                         [&] { output += process->readAllStandardOutput(); });
        QTRY_VERIFY_WITH_TIMEOUT(output.contains("Waiting to be dialled as words@127.0.0.1"), Cli::Wait);
        QCOMPARE(m_peer->evaluate(QStringLiteral("erlang:set_cookie('words@127.0.0.1', second), "
                                                 "net_adm:ping('words@127.0.0.1').")),
                 QStringLiteral("{ok,pang}"));
        QTRY_VERIFY_WITH_TIMEOUT(output.contains("It used the cookie that you call staging."), Cli::Wait);
        QVERIFY(output.contains("#1 < send_name caller@127.0.0.1, version 6"));
        process->terminate();
        QVERIFY(process->waitForFinished(Cli::Wait));
        QCOMPARE(process->exitCode(), 0);
    }

    void endsAfterItsTime()
    {
        const Cli::Outcome outcome = m_cli->runBare(
            {QStringLiteral("listen"), QStringLiteral("--name"), QStringLiteral("short@127.0.0.1"),
             QStringLiteral("--for"), QStringLiteral("0.2"), QStringLiteral("--json")});
        QCOMPARE(outcome.status, 0);
    }

    void failsWhereItCannotListen()
    {
        const Cli::Outcome taken =
            m_cli->runBare({QStringLiteral("listen"), QStringLiteral("--name"),
                            QStringLiteral("caller@127.0.0.1"), QStringLiteral("--json")});
        QCOMPARE(taken.status, 1);
        QVERIFY(taken.errors.contains("name_in_use"));
        QCOMPARE(m_cli->runBare({QStringLiteral("listen"), QStringLiteral("--name"), QStringLiteral("a b@x")})
                     .status,
                 2);
        QCOMPARE(m_cli
                     ->runBare({QStringLiteral("listen"), QStringLiteral("--cookie-file"),
                                file(QStringLiteral("missing"))})
                     .status,
                 2);
    }

    void cleanupTestCase()
    {
        if (m_peers)
            m_peers->stop();
    }

private:
    [[nodiscard]] QString file(const QString &name) const { return m_cli->home() + u'/' + name; }
    void write(const QString &name, const QByteArray &bytes)
    {
        QFile cookie(file(name));
        QVERIFY(cookie.open(QIODevice::WriteOnly));
        cookie.write(bytes);
        cookie.setPermissions(QFileDevice::ReadOwner);
    }
    void ping(const QString &cookie)
    {
        QCOMPARE(
            m_peer->evaluate(
                QStringLiteral("erlang:set_cookie('post@127.0.0.1', %1), net_adm:ping('post@127.0.0.1').")
                    .arg(cookie)),
            QStringLiteral("{ok,pang}"));
    }
    static QStringList events(const JsonLines &lines)
    {
        QStringList events;
        for (const JsonLines::Line &line : lines.lines())
            events.append(line.object[u"event"].toString());
        return events;
    }

    PeerEpmd m_epmd;
    std::unique_ptr<Peers> m_peers;
    std::unique_ptr<Cli> m_cli;
    Peer *m_peer = nullptr;
};

QTEST_GUILESS_MAIN(tst_CliListen)
#include "tst_CliListen.moc"
