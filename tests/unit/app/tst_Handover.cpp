#include <QLocalServer>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThread>
#include <QtTest>

#include "app/Handover.h"

using namespace nodescope::app;

namespace {
Arguments read(const QStringList &words)
{
    return *readArguments(words);
}

/// As another program would, while this one's loop goes on.
bool handOverFromOutside(const QString &name, const Handover &handover)
{
    std::atomic<int> taken = -1;
    const std::unique_ptr<QThread> other(QThread::create([&] { taken = handOver(name, handover) ? 1 : 0; }));
    other->start();
    const bool ended = QTest::qWaitFor([&] { return taken >= 0; }, 20'000);
    other->wait();
    return ended && taken == 1;
}
} // namespace

class tst_Handover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsHandedOver()
    {
        const auto recording = handoverOf(read({QStringLiteral("day.nodescope")}));
        QVERIFY(recording);
        QCOMPARE(recording->recording, QDir::current().absoluteFilePath(QStringLiteral("day.nodescope")));
        const auto profile = handoverOf(read({QStringLiteral("--profile"), QStringLiteral("shop")}));
        QVERIFY(profile);
        QCOMPARE(profile->profile, QStringLiteral("shop"));
        QVERIFY(profile->recording.isEmpty());
    }
    void whatNeedsItsOwnWindow_data()
    {
        QTest::addColumn<QStringList>("words");
        const QString file = QStringLiteral("day.nodescope");
        QTest::newRow("nothing") << QStringList();
        QTest::newRow("a window") << QStringList{QStringLiteral("--new-window"), file};
        QTest::newRow("practice") << QStringList{QStringLiteral("--practice"), file};
        QTest::newRow("practice nodes")
            << QStringList{QStringLiteral("--practice-nodes"), QStringLiteral("3"), file};
        QTest::newRow("a node") << QStringList{QStringLiteral("a@127.0.0.1"), file};
        QTest::newRow("a port") << QStringList{QStringLiteral("--epmd-port"), QStringLiteral("4370"), file};
        QTest::newRow("a cookie") << QStringList{QStringLiteral("--cookie-file"), QStringLiteral("c"), file};
        QTest::newRow("a language") << QStringList{QStringLiteral("--language"), QStringLiteral("en"), file};
        QTest::newRow("a picture") << QStringList{QStringLiteral("--render"), QStringLiteral("x.png"),
                                                  QStringLiteral("--practice"), file};
    }
    void whatNeedsItsOwnWindow()
    {
        QFETCH(const QStringList, words);
        QVERIFY(!handoverOf(read(words)));
    }
    void reads()
    {
        const Handover handover{QStringLiteral("/r/ä \"b\"\n.nodescope"), QStringLiteral("shop")};
        QCOMPARE(encoded(handover).count('\n'), 1);
        QCOMPARE(decodedHandover(encoded(handover)).value(), handover);
    }
    void ignores_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no end") << QByteArray(R"({"nodescope-open":1,"profile":"a"})");
        QTest::newRow("garbage") << QByteArray("\x83\x68\x02\n");
        QTest::newRow("an array") << QByteArray("[1]\n");
        QTest::newRow("another version") << QByteArray("{\"nodescope-open\":2,\"profile\":\"a\"}\n");
        QTest::newRow("nothing to open") << QByteArray("{\"nodescope-open\":1,\"node\":\"a@h\"}\n");
        QTest::newRow("a relative path")
            << QByteArray("{\"nodescope-open\":1,\"recording\":\"a.nodescope\"}\n");
        QTest::newRow("a number") << QByteArray("{\"nodescope-open\":1,\"recording\":7}\n");
        QTest::newRow("too long") << QByteArray("{\"nodescope-open\":1,\"profile\":\"" +
                                                QByteArray(MaxHandoverBytes, 'a') + "\"}\n");
    }
    void ignores()
    {
        QFETCH(const QByteArray, line);
        QVERIFY(!decodedHandover(line));
        // Nor does it harm the window, which goes on to listen.
        HandoverServer server;
        QSignalSpy received(&server, &HandoverServer::received);
        QVERIFY(server.listen(name()));
        QLocalSocket socket;
        socket.connectToServer(name());
        QVERIFY(socket.waitForConnected());
        socket.write(line);
        socket.flush();
        if (line.endsWith('\n'))
            QTRY_VERIFY(socket.state() == QLocalSocket::UnconnectedState);
        QVERIFY(handOverFromOutside(name(), {{}, QStringLiteral("shop")}));
        QCOMPARE(received.size(), 1);
    }
    void goesToTheRunningWindow()
    {
        const Handover handover{QStringLiteral("/r/day.nodescope"), {}};
        QVERIFY(!handOver(name(), handover)); // nobody is there
        HandoverServer server;
        QVERIFY(server.listen(name()));
        QSignalSpy received(&server, &HandoverServer::received);
        QVERIFY(handOverFromOutside(name(), handover));
        QCOMPARE(received.size(), 1);
        QCOMPARE(received.first().first().value<Handover>(), handover);
        HandoverServer second;
        QVERIFY(!second.listen(name()));
        // Nobody else of this machine.
        const QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup |
                                                QFileDevice::ReadOther | QFileDevice::WriteOther;
        QVERIFY(!(QFile::permissions(name()) & others));
    }
    void whatAKilledWindowLeftIsPutAway()
    {
        const QString path = name();
        {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        HandoverServer server;
        QVERIFY(server.listen(path));
        QVERIFY(handOverFromOutside(path, {{}, QStringLiteral("shop")}));
    }
    void namesDifferByDisplayAndSettings()
    {
        const QString one = handoverName(QStringLiteral(":1"), QStringLiteral("/s"));
        QCOMPARE(handoverName(QStringLiteral(":1"), QStringLiteral("/s")), one);
        QVERIFY(handoverName(QStringLiteral(":2"), QStringLiteral("/s")) != one);
        QVERIFY(handoverName(QStringLiteral(":1"), QStringLiteral("/t")) != one);
    }

private:
    [[nodiscard]] QString name() const
    {
        return m_home.filePath(QString::fromLatin1(QTest::currentTestFunction()));
    }
    QTemporaryDir m_home;
};

QTEST_GUILESS_MAIN(tst_Handover)
#include "tst_Handover.moc"
