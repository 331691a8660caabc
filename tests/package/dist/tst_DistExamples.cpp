#include <memory>

#include <QFile>
#include <QTest>
#include <QTimer>

#include "support/Peer.h"
#include "support/PeerEpmd.h"

using namespace nodescope;

/// The examples and the README's program, built against the installed package (see `build`), and real nodes.
class tst_DistExamples : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString why = test::Peer::whyUnavailable(); !why.isEmpty())
            QSKIP(qPrintable(why));
        QVERIFY(m_epmd.start());
        m_peer = peer(QStringLiteral("alice"));
        QVERIFY2(m_peer->start(), qPrintable(m_peer->output()));
    }

    void aPingIsAnswered()
    {
        Example ping(*this, QStringLiteral("examples/ping"), {m_peer->name().text()});
        QCOMPARE(ping.exitCode(), 0);
        QVERIFY2(ping.output().startsWith(QStringLiteral("pong from alice@127.0.0.1")),
                 qPrintable(ping.output()));
    }

    void aPingSaysWhyNot()
    {
        Example nobody(*this, QStringLiteral("examples/ping"), {QStringLiteral("nobody@127.0.0.1")});
        QCOMPARE(nobody.exitCode(), 1);
        QCOMPARE(nobody.output(), QStringLiteral("pang: not_registered\n"));
        Example wrong(*this, QStringLiteral("examples/ping"), {m_peer->name().text()}, "another");
        QCOMPARE(wrong.exitCode(), 1);
        QCOMPARE(wrong.output(), QStringLiteral("pang: handshake_failed\n"));
        Example none(*this, QStringLiteral("examples/ping"), {});
        QCOMPARE(none.exitCode(), 2);
    }

    void aHiddenNodeAnswersCalls()
    {
        const QStringList name{QStringLiteral("calc@127.0.0.1")};
        Example hidden(*this, QStringLiteral("examples/hidden"), name);
        QTRY_VERIFY_WITH_TIMEOUT(hidden.output().contains(QStringLiteral("ready")), Wait);
        QCOMPARE(m_peer->evaluate(QStringLiteral("net_adm:ping('calc@127.0.0.1').")),
                 QStringLiteral("{ok,pong}"));
        QCOMPARE(
            m_peer->evaluate(QStringLiteral("gen_server:call({calculator, 'calc@127.0.0.1'}, {add, 1, 2}).")),
            QStringLiteral("{ok,3}"));
        QCOMPARE(m_peer->evaluate(
                     QStringLiteral("gen_server:call({calculator, 'calc@127.0.0.1'}, {add, one, [2]}).")),
                 QStringLiteral("{ok,{error,badarg}}"));
        QCOMPARE(m_peer->evaluate(QStringLiteral("{nodes(), nodes(hidden)}.")),
                 QStringLiteral("{ok,{[],['calc@127.0.0.1']}}"));
        Example second(*this, QStringLiteral("examples/hidden"), name);
        QCOMPARE(second.exitCode(), 1);
        QVERIFY2(second.output().contains(QStringLiteral("EPMD refuses")), qPrintable(second.output()));
    }

    void aWatchSeesNodesComeAndGo()
    {
        auto bob = peer(QStringLiteral("bob"));
        QVERIFY2(bob->start(), qPrintable(bob->output()));
        Example watch(*this, QStringLiteral("examples/watch"), {m_peer->name().text()});
        // It sees itself, too: hidden.
        QTRY_VERIFY_WITH_TIMEOUT(watch.output().contains(QStringLiteral("(hidden)")), Wait);
        QVERIFY(!watch.output().contains(QStringLiteral("bob")));
        QCOMPARE(bob->evaluate(QStringLiteral("net_kernel:connect_node('alice@127.0.0.1').")),
                 QStringLiteral("{ok,true}"));
        QTRY_VERIFY_WITH_TIMEOUT(watch.output().contains(QStringLiteral("up bob@127.0.0.1 (visible)")), Wait);
        bob->kill();
        QTRY_VERIFY_WITH_TIMEOUT(
            watch.output().contains(QStringLiteral("down bob@127.0.0.1 (visible) connection")), Wait);
        QVERIFY(watch.isRunning());
    }

    void aWatchEndsWithItsNode()
    {
        auto carol = peer(QStringLiteral("carol"));
        QVERIFY2(carol->start(), qPrintable(carol->output()));
        Example watch(*this, QStringLiteral("examples/watch"), {carol->name().text()});
        QTRY_VERIFY_WITH_TIMEOUT(watch.output().contains(QStringLiteral("there")), Wait);
        carol->kill();
        QCOMPARE(watch.exitCode(), 1);
        QVERIFY2(watch.output().contains(QStringLiteral("no longer watching: noconnection")),
                 qPrintable(watch.output()));
    }

    void theReadmesProgramSaysHello()
    {
        QFile file(QStringLiteral(NODESCOPE_EXAMPLES "/readme-sources/shell.erl"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString typed = QString::fromUtf8(file.readAll()).simplified();
        auto witness = peer(QStringLiteral("witness"));
        QVERIFY2(witness->start(), qPrintable(witness->output()));
        std::unique_ptr<Example> first;
        // The node evaluates what is typed, and with it waits for the program; which is not to come too
        // early.
        QTimer::singleShot(0, this, [&] {
            QTRY_COMPARE_WITH_TIMEOUT(witness->evaluate(QStringLiteral(
                                          "is_pid(rpc:call('alice@127.0.0.1', erlang, whereis, [shell])).")),
                                      QStringLiteral("{ok,true}"), Wait);
            first = std::make_unique<Example>(*this, QStringLiteral("readme/first"), QStringList{});
        });
        QCOMPARE(m_peer->evaluate(typed, Wait), QStringLiteral("{ok,{thanks_for,<<\"hello from Qt\">>}}"));
        QVERIFY(first);
        QCOMPARE(first->exitCode(), 0);
        QCOMPARE(first->output(), QStringLiteral("received {thanks_for,<<\"hello from Qt\">>}\n"));
    }

private:
    static constexpr int Wait = 30'000; // milliseconds

    /// A program that was built against the package, running; ends with this object.
    class Example
    {
    public:
        Example(const tst_DistExamples &test, const QString &program, const QStringList &arguments,
                const char *cookie = "peers-cookie")
        {
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QStringLiteral("NODESCOPE_COOKIE"), QString::fromLatin1(cookie));
            environment.insert(QStringLiteral("ERL_EPMD_PORT"), QString::number(test.m_epmd.port()));
            m_process.setProcessEnvironment(environment);
            m_process.setProcessChannelMode(QProcess::MergedChannels);
            m_process.start(QStringLiteral(NODESCOPE_EXAMPLES "/") + program, arguments);
        }
        ~Example()
        {
            m_process.kill();
            m_process.waitForFinished();
        }
        Q_DISABLE_COPY_MOVE(Example)

        [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }
        [[nodiscard]] QString output()
        {
            m_output += QString::fromUtf8(m_process.readAll());
            return m_output;
        }
        /// Waits for its end; -1 if it does not come, or comes by a signal.
        [[nodiscard]] int exitCode()
        {
            if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(Wait))
                return -1;
            return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
        }

    private:
        QProcess m_process;
        QString m_output;
    };

    [[nodiscard]] std::unique_ptr<test::Peer> peer(const QString &name) const
    {
        test::Peer::Options options;
        options.name = base::NodeName::literal(QString(name + QStringLiteral("@127.0.0.1")));
        options.epmdPort = m_epmd.port();
        return std::make_unique<test::Peer>(options);
    }

    test::PeerEpmd m_epmd;
    std::unique_ptr<test::Peer> m_peer;
};

QTEST_GUILESS_MAIN(tst_DistExamples)
#include "tst_DistExamples.moc"
