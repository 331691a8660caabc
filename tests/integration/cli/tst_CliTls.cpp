#include <QFileInfo>

#include "integration/cli/Cli.h"

using namespace nodescope::test;

/// A practice cluster over TLS, the other commands in it, and a real node that joins.
class tst_CliTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_port = freePort();
        m_cli = std::make_unique<Cli>(m_port);
        m_practice = m_cli->start({QStringLiteral("practice"), QStringLiteral("--json"),
                                   QStringLiteral("--tls"), QStringLiteral("--nodes"), QStringLiteral("3"),
                                   QStringLiteral("--no-other-cookie")});
        QVERIFY(QTest::qWaitFor([this] { return m_practice->canReadLine(); }, Cli::Wait));
        m_info = QJsonDocument::fromJson(m_practice->readLine()).object();
        m_options = m_info[u"tls_optfile"].toString();
        m_first = m_info[u"nodes"][0][u"name"].toString();
    }

    void cleanup()
    {
        m_practice->terminate();
        QVERIFY(m_practice->state() == QProcess::NotRunning || m_practice->waitForFinished(Cli::Wait));
    }

    void itsFilesAreTheOwnersAlone()
    {
        const QFileInfo file(m_options);
        QVERIFY2(file.exists(), qPrintable(m_options));
        QCOMPARE(file.dir().entryList(QDir::Files).size(), 4);
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther |
                            QFileDevice::WriteOther;
        for (const QFileInfo &entry : file.dir().entryInfoList(QDir::Files))
            QCOMPARE(entry.permissions() & others, QFileDevice::Permissions());
        m_practice->terminate();
        QVERIFY(m_practice->waitForFinished(Cli::Wait));
        QVERIFY(!QFileInfo::exists(m_options));
    }

    void isSeenByTheOtherCommands()
    {
        const Cli::Outcome topology =
            run({QStringLiteral("topology"), m_first, QStringLiteral("--json")}, m_options);
        QCOMPARE(topology.status, 0);
        const QJsonArray nodes = topology.json()[u"nodes"].toArray();
        QCOMPARE(nodes.size(), 3);
        for (const QJsonValue node : nodes)
            QCOMPARE(node[u"state"].toString(), QStringLiteral("up"));
        const Cli::Outcome called = run(
            {QStringLiteral("call"), m_first, QStringLiteral("erlang"), QStringLiteral("node")}, m_options);
        QCOMPARE(called.output, '\'' + m_first.toUtf8() + "'\n");
        const Cli::Outcome sent =
            run({QStringLiteral("send"), QString(QStringLiteral("echo@") + m_first),
                 QStringLiteral("{self(), hello}"), QStringLiteral("--wait"), QStringLiteral("10s")},
                m_options);
        QCOMPARE(sent.output, QByteArray("{echo,hello}\n"));
    }

    void withoutTlsTheCauseIsNamed()
    {
        const Cli::Outcome called = run({QStringLiteral("call"), m_first, QStringLiteral("erlang"),
                                         QStringLiteral("node"), QStringLiteral("--json")},
                                        {});
        QCOMPARE(called.status, 1);
        QVERIFY2(called.errors.contains("tls_plain_mixed"), called.errors.constData());
    }

    void withoutACertificateTheCauseIsNamed()
    {
        const QString path = write("[{client,[{cacertfile,\"%1/ca.pem\"}]}].");
        const Cli::Outcome called = run({QStringLiteral("call"), m_first, QStringLiteral("erlang"),
                                         QStringLiteral("node"), QStringLiteral("--json")},
                                        path);
        QCOMPARE(called.status, 1);
        QVERIFY2(called.errors.contains("tls_certificate"), called.errors.constData());
        QVERIFY2(called.errors.contains("certificate_required"), called.errors.constData());
    }

    void theListeningPostIsDialledByTls()
    {
        const auto post =
            m_cli->start({QStringLiteral("listen"), QStringLiteral("--name"),
                          QStringLiteral("post@127.0.0.1"), QStringLiteral("--cookie-file"),
                          QString(QStringLiteral("ours=") + m_info[u"cookie_file"].toString()),
                          QStringLiteral("--tls-optfile"), m_options, QStringLiteral("--json")});
        QVERIFY(QTest::qWaitFor([&post] { return post->canReadLine(); }, Cli::Wait));
        // A practice node dials it, and is refused after its digest.
        QCOMPARE(
            run({QStringLiteral("connect"), m_first, QStringLiteral("post@127.0.0.1")}, m_options).status, 1);
        QJsonObject visit;
        const auto isCalled = [&] {
            while (post->canReadLine()) {
                const QJsonObject line = QJsonDocument::fromJson(post->readLine()).object();
                if (line[u"event"].toString() == QLatin1String("visit") &&
                    line[u"caller"].toString() == m_first)
                    visit = line;
            }
            return !visit.isEmpty();
        };
        QVERIFY(QTest::qWaitFor(isCalled, Cli::Wait));
        QCOMPARE(visit[u"kind"].toString(), QStringLiteral("node"));
        QCOMPARE(visit[u"cookie"][u"label"].toString(), QStringLiteral("ours"));
        post->terminate();
        QVERIFY(post->waitForFinished(Cli::Wait));
    }

    void optionsOfNoUse()
    {
        const Cli::Outcome bad = run({QStringLiteral("call"), m_first, QStringLiteral("erlang"),
                                      QStringLiteral("node"), QStringLiteral("--json")},
                                     write("[{client,[\n {verify, perhaps}]}]."));
        QCOMPARE(bad.status, 2);
        const QJsonObject error = QJsonDocument::fromJson(bad.errors).object()[u"error"].toObject();
        QCOMPARE(error[u"id"].toString(), QStringLiteral("tls_options"));
        QCOMPARE(error[u"reason"].toString(), QStringLiteral("bad_value"));
        QCOMPARE(error[u"option"].toString(), QStringLiteral("verify"));
        QCOMPARE(error[u"line"].toInt(), 2);
        const Cli::Outcome odd = run({QStringLiteral("topology"), m_first, QStringLiteral("--json")},
                                     write("[{client,[{cacertfile,\"%1/ca.pem\"},{certfile,\"%1/node.pem\"},"
                                           "{keyfile,\"%1/node.key\"},{ciphers,[]}]}]."));
        QCOMPARE(odd.status, 0);
        QVERIFY2(odd.errors.contains("tls_option_ignored"), odd.errors.constData());
    }

    void letsARealNodeJoin()
    {
        if (const QString why = Peer::whyUnavailable(); !why.isEmpty())
            QSKIP(qPrintable(why));
        QFile cookie(m_info[u"cookie_file"].toString());
        QVERIFY(cookie.open(QIODevice::ReadOnly));
        Peer::Options options;
        options.name = nodescope::base::NodeName::literal(u"real@127.0.0.1");
        options.cookie = QString::fromLatin1(cookie.readAll().trimmed());
        options.epmdPort = m_port;
        options.flags = QStringList{QStringLiteral("-proto_dist"),
                                    QStringLiteral("inet_tls"),
                                    QStringLiteral("-ssl_dist_optfile"),
                                    m_options,
                                    QStringLiteral("-kernel"),
                                    QStringLiteral("net_setuptime"),
                                    QStringLiteral("60")};
        Peer real(options);
        QVERIFY2(real.start(), qPrintable(real.output()));
        QCOMPARE(real.evaluate(QStringLiteral("net_adm:ping('%1').").arg(m_first)),
                 QStringLiteral("{ok,pong}"));
        QCOMPARE(real.evaluate(
                     QStringLiteral("{echo, '%1'} ! {self(), hello}, receive R -> R after 5000 -> none end.")
                         .arg(m_first)),
                 QStringLiteral("{ok,{echo,hello}}"));
        // A practice node dials it, asked from the outside; and it is seen from there.
        const QString second = m_info[u"nodes"][1][u"name"].toString();
        const auto met = [&] {
            return run({QStringLiteral("connect"), second, QStringLiteral("real@127.0.0.1")}, m_options)
                       .status == 0;
        };
        // It may be on its way to that node by itself: one of two attempts that cross is given up.
        QVERIFY(QTest::qWaitFor(met, Cli::Wait));
        const Cli::Outcome topology =
            run({QStringLiteral("topology"), QStringLiteral("real@127.0.0.1"), QStringLiteral("--json")},
                m_options);
        QCOMPARE(topology.json()[u"nodes"].toArray().size(), 4);
    }

private:
    [[nodiscard]] Cli::Outcome run(QStringList words, const QString &options)
    {
        words += {QStringLiteral("--cookie-file"), m_info[u"cookie_file"].toString()};
        if (!options.isEmpty())
            words += {QStringLiteral("--tls-optfile"), options};
        return m_cli->runBare(words);
    }
    /// An options file; %1 is the folder of the cluster's.
    [[nodiscard]] QString write(const char *text) const
    {
        const QString path = m_cli->home() + QStringLiteral("/options.conf");
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(
                QString::fromLatin1(text).replace(QLatin1String("%1"), QFileInfo(m_options).path()).toUtf8());
        return path;
    }

    quint16 m_port = 0;
    std::unique_ptr<Cli> m_cli;
    std::unique_ptr<QProcess> m_practice;
    QJsonObject m_info;
    QString m_options;
    QString m_first;
};

QTEST_GUILESS_MAIN(tst_CliTls)
#include "tst_CliTls.moc"
