#include <QtTest>

#include "cluster/Link.h"

using namespace nodescope::cluster;
using nodescope::base::NodeName;

class tst_LinkValue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keyIsTheSameFromBothEnds()
    {
        const NodeName a = NodeName::literal(u"a@h");
        const NodeName b = NodeName::literal(u"b@h");
        QCOMPARE(LinkKey(a, b), LinkKey(b, a));
        QCOMPARE(LinkKey(b, a).a, a);
        QCOMPARE(LinkKey(b, a).other(a), b);
        QCOMPARE(qHash(LinkKey(a, b)), qHash(LinkKey(b, a)));
    }
    void stateFollowsFromBothEnds_data()
    {
        QTest::addColumn<int>("a");
        QTest::addColumn<int>("b");
        QTest::addColumn<int>("state");
        const auto row = [](EndView a, EndView b, LinkState state) {
            QTest::addRow("%d %d", int(a), int(b)) << int(a) << int(b) << int(state);
        };
        using V = EndView;
        using S = LinkState;
        row(V::Unknown, V::Unknown, S::Down);
        row(V::Unknown, V::Absent, S::Down);
        row(V::Unknown, V::Pending, S::Connecting);
        row(V::Unknown, V::Up, S::Up);
        row(V::Absent, V::Absent, S::Down);
        row(V::Absent, V::Pending, S::Connecting);
        row(V::Absent, V::Up, S::OneSided);
        row(V::Pending, V::Pending, S::Connecting);
        row(V::Pending, V::Up, S::Up);
        row(V::Up, V::Up, S::Up);
    }
    void stateFollowsFromBothEnds()
    {
        QFETCH(int, a);
        QFETCH(int, b);
        QFETCH(int, state);
        QCOMPARE(int(stateFromEnds(EndView(a), EndView(b))), state);
        QCOMPARE(int(stateFromEnds(EndView(b), EndView(a))), state);
    }
};

QTEST_APPLESS_MAIN(tst_LinkValue)
#include "tst_LinkValue.moc"
