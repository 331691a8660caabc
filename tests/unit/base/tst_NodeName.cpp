#include <QtTest>

#include "base/NodeName.h"

using nodescope::base::NodeName;

class tst_NodeName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parse_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("wellFormed");
        QTest::newRow("short") << QStringLiteral("a@h") << true;
        QTest::newRow("address") << QStringLiteral("a@127.0.0.1") << true;
        QTest::newRow("no at") << QStringLiteral("a") << false;
        QTest::newRow("empty name") << QStringLiteral("@h") << false;
        QTest::newRow("empty host") << QStringLiteral("a@") << false;
        QTest::newRow("two at") << QStringLiteral("a@b@c") << false;
        QTest::newRow("control") << QStringLiteral("a\n@c") << false;
        QTest::newRow("255") << (QString(253, u'x') + QStringLiteral("@h")) << true;
        QTest::newRow("256") << (QString(254, u'x') + QStringLiteral("@h")) << false;
    }
    void parse()
    {
        QFETCH(QString, text);
        QFETCH(bool, wellFormed);
        QCOMPARE(NodeName::parse(text).has_value(), wellFormed);
        if (wellFormed)
            QCOMPARE(NodeName::parse(text)->text(), text);
    }
    void parts()
    {
        const NodeName name = NodeName::literal(u"alice@db1.example");
        QCOMPARE(name.name(), QStringLiteral("alice"));
        QCOMPARE(name.host(), QStringLiteral("db1.example"));
        QVERIFY(name.isLong());
        QVERIFY(!NodeName::literal(u"alice@db1").isLong());
        QVERIFY(NodeName::literal(u"alice@::1").isLong());
    }
    void startable()
    {
        QVERIFY(NodeName::literal(u"a_b-9@h").isStartable());
        QVERIFY(!NodeName::literal(u"a.b@h").isStartable());
    }
};

QTEST_APPLESS_MAIN(tst_NodeName)
#include "tst_NodeName.moc"
