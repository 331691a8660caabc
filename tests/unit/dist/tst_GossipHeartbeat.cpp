#include <QTest>

#include "dist/GossipHeartbeat.h"

using namespace nodescope;
using namespace nodescope::dist;

namespace {
// Both made by OTP 25 as libcluster 3.5's gossip.ex makes them, the second with initialisation vector 0
// to 15.
const QByteArray Plain = QByteArray::fromHex("6865617274626561743A3A8374000000016400046E6F6465"
                                             "64000C6170704031302E302E302E37");
const QByteArray Encrypted =
    QByteArray::fromHex("000102030405060708090A0B0C0D0E0F0293FCF646D248542D82EEA283216C"
                        "734DEFCEBFB81D42E0D2FF7B7945D32CA5DE8139C7A3F2F4ED6B7E11A477EA"
                        "5553");
const base::NodeName App = base::NodeName::literal(u"app@10.0.0.7");
} // namespace

/// What libcluster's gossip strategy sends, and what anybody else may.
class tst_GossipHeartbeat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsPlainOnes()
    {
        const auto node = readHeartbeat(Plain, {});
        QVERIFY(node.ok());
        QCOMPARE(*node, App);
        // As OTP 26 and later write atoms: SMALL_ATOM_UTF8_EXT.
        const QByteArray utf8 = QByteArray("heartbeat::") + QByteArray::fromHex("837400000001") +
                                "w\x04node" +
                                "w\x0c"
                                "app@10.0.0.7";
        QCOMPARE(*readHeartbeat(utf8, {}), App);
    }

    void opensEncryptedOnes()
    {
        const auto node = readHeartbeat(Encrypted, base::Secret("somepassword"));
        QVERIFY(node.ok());
        QCOMPARE(*node, App);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("datagram");
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<int>("fault");
        const auto row = [](const char *name, const QByteArray &datagram, const char *secret,
                            HeartbeatFault fault) {
            QTest::newRow(name) << datagram << QByteArray(secret) << int(fault);
        };
        const auto term = [](const char *hex) -> QByteArray {
            return QByteArray("heartbeat::") + QByteArray::fromHex(hex);
        };
        row("nothing", {}, "", HeartbeatFault::NoPrelude);
        row("something else", "GET / HTTP/1.1", "", HeartbeatFault::NoPrelude);
        row("encrypted, no secret", Encrypted, "", HeartbeatFault::NoPrelude);
        row("plain, with a secret", Plain, "somepassword", HeartbeatFault::NotOpened);
        row("another secret", Encrypted, "otherpassword", HeartbeatFault::NotOpened);
        row("a vector alone", Encrypted.left(16), "somepassword", HeartbeatFault::NotOpened);
        row("no whole block", Encrypted.chopped(1), "somepassword", HeartbeatFault::NotOpened);
        row("too long", Plain + QByteArray(MaxHeartbeatBytes, 'x'), "", HeartbeatFault::TooLong);
        row("prelude alone", "heartbeat::", "", HeartbeatFault::NotATerm);
        row("a list of 2^32-1", term("836CFFFFFFFF"), "", HeartbeatFault::NotATerm);
        row("a compressed bomb", term("8350FFFFFFFF789C0300"), "", HeartbeatFault::NotATerm);
        row("an atom", term("8377016E"), "", HeartbeatFault::NotANode);
        row("a node's name as text",
            term("8374000000017704") + "node" + QByteArray::fromHex("6D00000003") + "a@b", "",
            HeartbeatFault::NotANode);
        row("an atom without host", term("8374000000017704") + "node" + QByteArray::fromHex("7703") + "app",
            "", HeartbeatFault::NotANode);
        row("not distributed",
            term("8374000000017704") + "node" + QByteArray::fromHex("770D") + "nonode@nohost", "",
            HeartbeatFault::NotNamed);
    }
    void refuses()
    {
        QFETCH(const QByteArray, datagram);
        QFETCH(const QByteArray, secret);
        QFETCH(const int, fault);
        const auto node = readHeartbeat(datagram, secret.isEmpty() ? base::Secret() : base::Secret(secret));
        QVERIFY(!node.ok());
        QCOMPARE(int(node.error()), fault);
    }

    void everyCutAndFlipIsAnswered()
    {
        const base::Secret secret("somepassword");
        for (const QByteArray &whole : {Plain, Encrypted}) {
            const base::Secret with = whole == Plain ? base::Secret() : secret;
            for (qsizetype i = 0; i < whole.size(); ++i) {
                QVERIFY(!readHeartbeat(whole.left(i), with).ok());
                for (int bit = 0; bit < 8; ++bit) {
                    QByteArray flipped = whole;
                    flipped[i] = char(flipped[i] ^ (1 << bit));
                    const auto node = readHeartbeat(flipped, with);
                    QVERIFY(!node.ok() || !node->isNull());
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(tst_GossipHeartbeat)
#include "tst_GossipHeartbeat.moc"
