#include <QTest>

#include "dist/CookieStore.h"

using namespace nodescope;
using namespace nodescope::dist;

class tst_CookieStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyStoreHasNothing()
    {
        const CookieStore store;
        QVERIFY(store.isEmpty());
        const CookieChoice choice = store.forNode(Alice);
        QVERIFY(choice.secret.isNull());
        QCOMPARE(choice.scope, CookieScope::None);
    }

    void theMostSpecificWins()
    {
        CookieStore store;
        store.setDefault(base::Secret("default"));
        store.setForHost(QStringLiteral("one.example"), base::Secret("host"));
        store.setForNode(Alice, base::Secret("node"));
        QVERIFY(store.forNode(Alice).secret.equals(base::Secret("node")));
        QCOMPARE(store.forNode(Alice).scope, CookieScope::Node);
        QVERIFY(store.forNode(Bob).secret.equals(base::Secret("host")));
        QCOMPARE(store.forNode(Bob).scope, CookieScope::Host);
        QVERIFY(store.forNode(Carol).secret.equals(base::Secret("default")));
        QCOMPARE(store.forNode(Carol).scope, CookieScope::Default);
        QVERIFY(store.forHost(QStringLiteral("one.example")).secret.equals(base::Secret("host")));
    }

    void removingFallsBack()
    {
        CookieStore store;
        store.setDefault(base::Secret("default"));
        store.setForNode(Alice, base::Secret("node"));
        store.removeForNode(Alice);
        QCOMPARE(store.forNode(Alice).scope, CookieScope::Default);
    }

    void anEmptyCookieIsACookie()
    {
        CookieStore store;
        store.setForNode(Alice, base::Secret(""));
        QVERIFY(!store.forNode(Alice).secret.isNull());
    }

    void listsAllForTestingADigest()
    {
        CookieStore store;
        store.setDefault(base::Secret("a"));
        store.setForHost(QStringLiteral("h"), base::Secret("b"));
        store.setForNode(Alice, base::Secret("c"));
        const auto entries = store.entries();
        QCOMPARE(entries.size(), std::size_t(3));
        QCOMPARE(entries[0].scope, CookieScope::Default);
        QCOMPARE(entries[1].subject, QStringLiteral("h"));
        QCOMPARE(entries[2].subject, Alice.text());
    }

private:
    const base::NodeName Alice = base::NodeName::literal(u"alice@one.example");
    const base::NodeName Bob = base::NodeName::literal(u"bob@one.example");
    const base::NodeName Carol = base::NodeName::literal(u"carol@two.example");
};

QTEST_GUILESS_MAIN(tst_CookieStore)
#include "tst_CookieStore.moc"
