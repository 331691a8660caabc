#include <QtTest>

#include "models/NodeFilter.h"

using namespace nodescope;
using models::NodeFilter;

class tst_NodeFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matches_data();
    void matches();
    void errorsSayWhere();
};

void tst_NodeFilter::matches_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("found");
    QTest::newRow("empty") << QString() << true;
    QTest::newRow("part of the name") << QStringLiteral("sho") << true;
    QTest::newRow("case") << QStringLiteral("SHOP") << true;
    QTest::newRow("host part of the name") << QStringLiteral("web2") << true;
    QTest::newRow("not in it") << QStringLiteral("cache") << false;
    QTest::newRow("wild card") << QStringLiteral("s*p@web?") << true;
    QTest::newRow("host whole") << QStringLiteral("host:web2.example") << true;
    QTest::newRow("host not whole") << QStringLiteral("host:web2") << false;
    QTest::newRow("host wild") << QStringLiteral("host:web*") << true;
    QTest::newRow("state") << QStringLiteral("state:up") << true;
    QTest::newRow("other state") << QStringLiteral("state:down") << false;
    QTest::newRow("release") << QStringLiteral("release:27") << true;
    QTest::newRow("hidden") << QStringLiteral("is:hidden") << true;
    QTest::newRow("two words") << QStringLiteral("shop  state:up") << true;
    QTest::newRow("two words, one wrong") << QStringLiteral("shop state:down") << false;
    QTest::newRow("minus") << QStringLiteral("-cache") << true;
    QTest::newRow("minus key") << QStringLiteral("-state:up") << false;
    QTest::newRow("expression signs are text") << QStringLiteral("sh.p") << false;
    QTest::newRow("open bracket is text") << QStringLiteral("shop(") << false;
    QTest::newRow("a wrong word counts for nothing") << QStringLiteral("shop colour:red") << true;
}

void tst_NodeFilter::matches()
{
    QFETCH(QString, text);
    QFETCH(bool, found);
    cluster::Node node;
    node.name = base::NodeName::literal(u"shop@web2.example");
    node.state = cluster::NodeState::Up;
    node.release = QStringLiteral("27");
    node.hidden = true;
    QCOMPARE(NodeFilter::parse(text).matches(node), found);
}

void tst_NodeFilter::errorsSayWhere()
{
    const NodeFilter unknown = NodeFilter::parse(QStringLiteral("shop colour:red"));
    QVERIFY(unknown.error().has_value());
    QCOMPARE(unknown.error()->kind, NodeFilter::Error::Kind::UnknownKey);
    QCOMPARE(unknown.error()->word, QStringLiteral("colour"));
    QCOMPARE(unknown.error()->position, qsizetype(5));
    const NodeFilter empty = NodeFilter::parse(QStringLiteral("state:"));
    QCOMPARE(empty.error()->kind, NodeFilter::Error::Kind::EmptyPattern);
    QVERIFY(!NodeFilter::parse(QStringLiteral("a@host")).error());
}

QTEST_GUILESS_MAIN(tst_NodeFilter)
#include "tst_NodeFilter.moc"
