#include <QtTest>

#include "app/Arguments.h"

using namespace nodescope::app;

class tst_Arguments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothing()
    {
        const auto read = readArguments({});
        QVERIFY(read.ok());
        QVERIFY(!read->practiceNodes && !read->epmdPort && read->nodes.isEmpty());
    }
    void all()
    {
        const auto read =
            readArguments({QStringLiteral("--practice-nodes"), QStringLiteral("9"),
                           QStringLiteral("--epmd-port"), QStringLiteral("4370"),
                           QStringLiteral("--cookie-file"), QStringLiteral("c"), QStringLiteral("--language"),
                           QStringLiteral("pt_BR"), QStringLiteral("a@h"), QStringLiteral("b@h")});
        QVERIFY(read.ok());
        QCOMPARE(read->practiceNodes.value_or(0), 9);
        QCOMPARE(int(read->epmdPort.value_or(0)), 4370);
        QCOMPARE(read->cookieFile, QStringLiteral("c"));
        QCOMPARE(read->language, QStringLiteral("pt_BR"));
        QCOMPARE(read->nodes.size(), 2);
    }
    void render()
    {
        const auto read =
            readArguments({QStringLiteral("--render"), QStringLiteral("x.PNG"), QStringLiteral("--size"),
                           QStringLiteral("640x480"), QStringLiteral("--scale"), QStringLiteral("3"),
                           QStringLiteral("--theme"), QStringLiteral("dark"), QStringLiteral("--timeout"),
                           QStringLiteral("7"), QStringLiteral("a@h")});
        QVERIFY(read.ok() && read->render);
        QCOMPARE(read->render->file, QStringLiteral("x.PNG"));
        QCOMPARE(read->render->size, QSize(640, 480));
        QCOMPARE(read->render->scale, 3);
        QVERIFY(read->render->dark);
        QCOMPARE(read->render->timeout.count(), 7);
        QVERIFY(!readArguments({})->render);
    }
    void wrongUse_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown") << QStringList{QStringLiteral("--nonsense")};
        QTest::newRow("one practice node")
            << QStringList{QStringLiteral("--practice-nodes"), QStringLiteral("1")};
        QTest::newRow("51 practice nodes")
            << QStringList{QStringLiteral("--practice-nodes"), QStringLiteral("51")};
        QTest::newRow("port 0") << QStringList{QStringLiteral("--epmd-port"), QStringLiteral("0")};
        QTest::newRow("port too big") << QStringList{QStringLiteral("--epmd-port"), QStringLiteral("65536")};
        QTest::newRow("no node") << QStringList{QStringLiteral("nonode")};
        const auto render = [](const QStringList &more) {
            return QStringList{QStringLiteral("--render"), QStringLiteral("x.png"), QStringLiteral("a@h")} +
                   more;
        };
        QTest::newRow("picture of nothing")
            << QStringList{QStringLiteral("--render"), QStringLiteral("x.png")};
        QTest::newRow("picture as gif")
            << QStringList{QStringLiteral("--render"), QStringLiteral("x.gif"), QStringLiteral("a@h")};
        QTest::newRow("size alone") << QStringList{QStringLiteral("--size"), QStringLiteral("640x480")};
        QTest::newRow("size too small") << render({QStringLiteral("--size"), QStringLiteral("10x480")});
        QTest::newRow("size of one number") << render({QStringLiteral("--size"), QStringLiteral("640")});
        QTest::newRow("scale 5") << render({QStringLiteral("--scale"), QStringLiteral("5")});
        QTest::newRow("theme") << render({QStringLiteral("--theme"), QStringLiteral("pink")});
        QTest::newRow("timeout") << render({QStringLiteral("--timeout"), QStringLiteral("0")});
        QTest::newRow("a cookie") << QStringList{QStringLiteral("--cookie"), QStringLiteral("x")};
    }
    void wrongUse()
    {
        QFETCH(QStringList, arguments);
        const auto read = readArguments(arguments);
        QVERIFY(!read.ok());
        QVERIFY(read.error().wrongUse);
        QVERIFY(!read.error().text.isEmpty());
    }
    void help()
    {
        const auto read = readArguments({QStringLiteral("--help")});
        QVERIFY(!read.ok());
        QVERIFY(!read.error().wrongUse);
        QVERIFY(read.error().text.contains(QStringLiteral("--practice")));
        QVERIFY2(read.error().text.startsWith(QLatin1String("Usage: nodescope [options]")),
                 qPrintable(read.error().text));
    }
};

QTEST_GUILESS_MAIN(tst_Arguments)
#include "tst_Arguments.moc"
