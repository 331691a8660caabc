#include <QSignalSpy>
#include <QTest>

#include "dist/LocalNode.h"

using namespace nodescope;
using namespace nodescope::dist;

/// Two nodes that dial each other at the same moment: always one link, the same at both ends.
class tst_LocalNodeCrossing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneLinkRemains_data()
    {
        QTest::addColumn<bool>("greaterFirst");
        QTest::newRow("the greater name dials first") << true;
        QTest::newRow("the smaller name dials first") << false;
    }
    void oneLinkRemains()
    {
        QFETCH(bool, greaterFirst);
        for (int round = 0; round < 20; ++round) {
            const auto a = node(u"anna@127.0.0.1");
            const auto z = node(u"zoe@127.0.0.1");
            QSignalSpy endA(a.get(), &LocalNode::dialFinished);
            QSignalSpy endZ(z.get(), &LocalNode::dialFinished);
            if (greaterFirst)
                z->dial(a->identity().name, to(*a));
            a->dial(z->identity().name, to(*z));
            if (!greaterFirst)
                z->dial(a->identity().name, to(*a));
            QTRY_COMPARE(endA.count(), 1);
            QTRY_COMPARE(endZ.count(), 1);
            QTRY_VERIFY(a->isConnected(z->identity().name) && z->isConnected(a->identity().name));
            // The same connection at both ends.
            QCOMPARE(a->linkTo(z->identity().name)->endpoints.localPort,
                     z->linkTo(a->identity().name)->endpoints.peerPort);
            QVERIFY(a->linkTo(z->identity().name)->incoming != z->linkTo(a->identity().name)->incoming);
        }
    }

private:
    [[nodiscard]] std::unique_ptr<LocalNode> node(QStringView name) const
    {
        CookieStore cookies;
        cookies.setDefault(base::Secret("cookie"));
        auto node = std::make_unique<LocalNode>(NodeIdentity::fixed(base::NodeName::literal(name), false),
                                                cookies, m_clock);
        return node->listen({}).ok() ? std::move(node) : nullptr;
    }
    [[nodiscard]] static DialOptions to(const LocalNode &node)
    {
        DialOptions options;
        options.address = {QStringLiteral("127.0.0.1"), node.listeningPort()};
        return options;
    }

    base::SystemClock m_clock;
};

QTEST_GUILESS_MAIN(tst_LocalNodeCrossing)
#include "tst_LocalNodeCrossing.moc"
