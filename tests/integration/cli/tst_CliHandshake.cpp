#include "integration/cli/Cli.h"

using namespace nodescope::test;

/// The command `handshake`, in both roles, with a real node.
class tst_CliHandshake : public QObject
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
        QVERIFY(m_peers->start(QStringLiteral("alice")));
    }

    void dials()
    {
        const Cli::Outcome outcome = run({});
        QCOMPARE(outcome.status, 0);
        for (const char *part : {"dials alice@127.0.0.1", "send_name", "recv_status", "send_challenge_ack",
                                 "BIG_CREATION", "Both proved the cookie.", "First sent: 00 00 00 00"})
            QVERIFY2(outcome.output.contains(part), outcome.output);
        QVERIFY(!outcome.output.contains("peers-cookie"));
    }

    void isDialled()
    {
        const Cli::Outcome outcome = run({QStringLiteral("--as-acceptor"), QStringLiteral("--json")});
        QVERIFY2(outcome.status == 0, outcome.errors);
        QVERIFY(outcome.json()[u"incoming"].toBool());
        QCOMPARE(outcome.json()[u"peer"].toString(), QStringLiteral("alice@127.0.0.1"));
        QCOMPARE(outcome.json()[u"messages"].toArray().first()[u"sent"].toBool(), false);
    }

    void explainsWhatAChangeDoes()
    {
        const Cli::Outcome outcome = run({QStringLiteral("--json"), QStringLiteral("--set"),
                                          QStringLiteral("name.flags=-BIG_CREATION,-MANDATORY_25_DIGEST")});
        QCOMPARE(outcome.status, 1);
        QCOMPARE(outcome.json()[u"outcome"].toString(), QStringLiteral("refused"));
        const QJsonArray findings = outcome.json()[u"findings"].toArray();
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings.at(0)[u"reaction"].toString(), QStringLiteral("refused"));
        QVERIFY(findings.at(0)[u"text"].toString().contains(QLatin1String("BIG_CREATION")));
    }

    void aWrongCookieIsAFailure()
    {
        const Cli::Outcome outcome =
            run({QStringLiteral("--set"), QStringLiteral("reply.digest=") + QString(32, u'0')});
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.output.contains("Invalid challenge reply"), outcome.output);
    }

    void writesACapture()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("h.pcapng"));
        QCOMPARE(run({QStringLiteral("--pcapng"), path}).status, 0);
        const Cli::Outcome read = m_cli->runBare({QStringLiteral("dissect"), path});
        QCOMPARE(read.status, 0);
        QVERIFY2(read.output.contains("alice@127.0.0.1"), read.output);
    }

    void wrongUse_data()
    {
        QTest::addColumn<QString>("set");
        for (const char *word : {"flags=1", "name.nothing=1", "reply.digest=12", "name.creation=many",
                                 "x.y=z", "name.flags=-NO_SUCH", "reply.cookie=/no/such/file"})
            QTest::newRow(word) << QString::fromLatin1(word);
    }
    void wrongUse()
    {
        QFETCH(QString, set);
        QCOMPARE(run({QStringLiteral("--set"), set}).status, 2);
    }

    void saysWhyAndWhatToDo()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("wrong"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("another-cookie");
        file.close();
        QVERIFY(file.setPermissions(QFileDevice::ReadOwner));
        const QStringList words{QStringLiteral("handshake"), QStringLiteral("alice@127.0.0.1"),
                                QStringLiteral("--cookie-file"), path};
        const Cli::Outcome text = m_cli->runBare(words);
        QCOMPARE(text.status, 1);
        QVERIFY2(text.output.contains("The cookies differ. (cookie_mismatch)"), text.output);
        QVERIFY2(text.output.contains("erlang:get_cookie()."), text.output);
        const QJsonObject json = m_cli->runBare(words + QStringList(QStringLiteral("--json"))).json();
        QCOMPARE(json[u"diagnosis"].toObject()[u"cause"].toString(), QStringLiteral("cookie_mismatch"));
    }

    void noSuchNode()
    {
        const Cli::Outcome outcome = m_cli->run(
            {QStringLiteral("handshake"), QStringLiteral("nobody@127.0.0.1"), QStringLiteral("--json")});
        QCOMPARE(outcome.status, 1);
        QCOMPARE(outcome.json()[u"outcome"].toString(), QStringLiteral("unreachable"));
        QCOMPARE(outcome.json()[u"detail"].toString(), QStringLiteral("not_registered"));
    }

private:
    [[nodiscard]] Cli::Outcome run(const QStringList &words) const
    {
        return m_cli->run(QStringList{QStringLiteral("handshake"), QStringLiteral("alice@127.0.0.1")} +
                          words);
    }

    PeerEpmd m_epmd;
    std::unique_ptr<Peers> m_peers;
    std::unique_ptr<Cli> m_cli;
};

QTEST_GUILESS_MAIN(tst_CliHandshake)
#include "tst_CliHandshake.moc"
