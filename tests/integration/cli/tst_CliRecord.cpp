#include <csignal>

#include "integration/cli/Cli.h"

using namespace nodescope::test;

namespace {

const QString WatchedName = QStringLiteral("watched@127.0.0.1");
const QString ComesName = QStringLiteral("comes@127.0.0.1");

/// The lines of a replay that tell of an event at a node.
QList<QJsonObject> told(const QByteArray &output, const QString &event, const QString &node)
{
    QList<QJsonObject> found;
    for (const QByteArray &line : output.split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (object[u"event"].toString() == event && object[u"node"].toString() == node)
            found.append(object);
    }
    return found;
}

} // namespace

/// A real cluster into a file, and out of it again.
class tst_CliRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString why = Peer::whyUnavailable();
        if (!why.isEmpty())
            QSKIP(qPrintable(why));
        QVERIFY(m_epmd.start());
        m_cli = std::make_unique<Cli>(m_epmd.port());
        m_peers = std::make_unique<Peers>(m_epmd.port());
        m_watched = m_peers->start(QStringLiteral("watched"));
        QVERIFY(m_watched);
        m_file = m_cli->home() + QStringLiteral("/some.nodescope");
    }

    void whatHappensIsInTheFile()
    {
        const auto record =
            m_cli->start({QStringLiteral("record"), m_file, WatchedName, QStringLiteral("--cookie-file"),
                          m_cli->cookieFile(), QStringLiteral("--json")});
        // It is written as it happens: a node comes and goes while the recording is read.
        QTRY_VERIFY_WITH_TIMEOUT(replayed().contains(WatchedName.toUtf8()), Cli::Wait);
        Peer *comes = m_peers->start(QStringLiteral("comes"));
        QVERIFY(comes);
        QCOMPARE(comes->evaluate(QStringLiteral("net_kernel:connect_node('%1').").arg(WatchedName)),
                 QStringLiteral("{ok,true}"));
        QTRY_VERIFY_WITH_TIMEOUT(!told(replayed(), QStringLiteral("nodeup"), ComesName).isEmpty(), Cli::Wait);
        comes->kill();
        QTRY_VERIFY_WITH_TIMEOUT(!told(replayed(), QStringLiteral("nodedown"), ComesName).isEmpty(),
                                 Cli::Wait);
        QVERIFY(::kill(pid_t(record->processId()), SIGINT) == 0);
        QVERIFY(record->waitForFinished(Cli::Wait));
        QCOMPARE(record->exitCode(), 0);
        const QJsonObject said = QJsonDocument::fromJson(record->readAllStandardOutput()).object();
        QCOMPARE(said[u"file"].toString(), m_file);
        // As many as replay prints.
        const Cli::Outcome lines = m_cli->runBare({QStringLiteral("replay"), m_file});
        QVERIFY(lines.output.count('\n') >= 2);
        QCOMPARE(said[u"events"].toInt(), int(lines.output.count('\n')));
    }

    void noSecretIsInTheFile()
    {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray all = file.readAll();
        QVERIFY(all.size() > 100);
        QVERIFY(!all.contains("peers-cookie"));
        QVERIFY(!replayed().contains("peers-cookie"));
    }

    void aFileThatIsThereIsKept()
    {
        const Cli::Outcome again =
            m_cli->run({QStringLiteral("record"), m_file, WatchedName, QStringLiteral("--for"),
                        QStringLiteral("1"), QStringLiteral("--json")});
        QCOMPARE(again.status, 1);
        QVERIFY(!told(replayed(), QStringLiteral("nodedown"), ComesName).isEmpty());
    }

    /// As `watch` does: one named node is up, and the other is waited for.
    void aNodeThatComesLaterIsSought()
    {
        const QString file = m_cli->home() + QStringLiteral("/later.nodescope");
        const QString later = QStringLiteral("later@127.0.0.1");
        const auto record =
            m_cli->start({QStringLiteral("record"), file, WatchedName, later, QStringLiteral("--no-follow"),
                          QStringLiteral("--cookie-file"), m_cli->cookieFile()});
        QTRY_VERIFY_WITH_TIMEOUT(replayed(file).contains(WatchedName.toUtf8()), Cli::Wait);
        QVERIFY(m_peers->start(QStringLiteral("later")));
        QTRY_VERIFY_WITH_TIMEOUT(!told(replayed(file), QStringLiteral("watching"), later).isEmpty(),
                                 Cli::Wait);
        QVERIFY(::kill(pid_t(record->processId()), SIGINT) == 0);
        QVERIFY(record->waitForFinished(Cli::Wait));
        QCOMPARE(record->exitCode(), 0);
    }

    void cleanupTestCase()
    {
        m_peers.reset();
        m_cli.reset();
    }

private:
    [[nodiscard]] QByteArray replayed() const { return replayed(m_file); }
    [[nodiscard]] QByteArray replayed(const QString &file) const
    {
        return m_cli
            ->runBare({QStringLiteral("replay"), file, QStringLiteral("--format"), QStringLiteral("json")})
            .output;
    }

    PeerEpmd m_epmd;
    std::unique_ptr<Peers> m_peers;
    std::unique_ptr<Cli> m_cli;
    Peer *m_watched = nullptr;
    QString m_file;
};

QTEST_GUILESS_MAIN(tst_CliRecord)
#include "tst_CliRecord.moc"
