#include "Cli.h"

using namespace nodescope;
using namespace nodescope::test;

namespace {

/// As gossip.ex of libcluster 3.5 sends: every 100 ms instead of at random, over loopback.
const QString Gossip =
    QStringLiteral("{ok, S} = gen_udp:open(0, [binary, {multicast_if, {127,0,0,1}}, {multicast_ttl, 1}, "
                   "{multicast_loop, true}]), "
                   "M = <<\"heartbeat::\", (term_to_binary(#{node => node()}))/binary>>, "
                   "Pad = 16 - (byte_size(M) rem 16), "
                   "Padded = <<M/binary, (binary:copy(<<Pad>>, Pad))/binary>>, "
                   "Key = crypto:hash(sha256, <<\"somepassword\">>), "
                   "Beat = fun Beat(Secret) -> IV = crypto:strong_rand_bytes(16), "
                   "P = case Secret of false -> M; true -> [IV, crypto:crypto_one_time(aes_256_cbc, Key, IV, "
                   "Padded, true)] end, "
                   "gen_udp:send(S, {233,252,1,32}, %1, P), timer:sleep(100), Beat(Secret) end, "
                   "spawn(fun() -> Beat(%2) end), started.");

} // namespace

/// Real nodes, found without connecting to one of them.
class tst_CliDiscover : public QObject
{
    Q_OBJECT

    PeerEpmd m_epmd;
    std::unique_ptr<Peers> m_peers;

    [[nodiscard]] static QJsonObject named(const QJsonObject &report, const char *list, const char *key,
                                           const QString &value)
    {
        for (const QJsonValue one : report[QLatin1String(list)].toArray()) {
            if (one[QLatin1String(key)].toString() == value)
                return one.toObject();
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString why = Peer::whyUnavailable(); !why.isEmpty())
            QSKIP(qPrintable(why));
        QVERIFY(m_epmd.start());
    }
    void init() { m_peers = std::make_unique<Peers>(m_epmd.port()); }
    void cleanup() { m_peers.reset(); }

    void epmdAndProfileDisagree()
    {
        Peer *alice = m_peers->start(QStringLiteral("alice"));
        QVERIFY(alice);
        const Cli cli(m_epmd.port());
        const QString profile = cli.home() + QStringLiteral("/shop.nodescope-profile");
        QFile file(profile);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"nodescope_profile": 1, "name": "Shop",
                       "expected": ["alice@127.0.0.1", "bob@127.0.0.1"]})");
        file.close();
        const auto outcome = cli.runBare({QStringLiteral("discover"), QStringLiteral("epmd:127.0.0.1"),
                                          QStringLiteral("--profile"), profile, QStringLiteral("--json")});
        QCOMPARE(outcome.status, 0);
        const QJsonObject known = named(outcome.json(), "nodes", "name", QStringLiteral("alice@127.0.0.1"));
        QCOMPARE(known[u"state"].toString(), QStringLiteral("known"));
        QVERIFY(known[u"expected"].toBool());
        QVERIFY(known[u"port"].toInt() > 0);
        const QJsonObject missing = named(outcome.json(), "nodes", "name", QStringLiteral("bob@127.0.0.1"));
        QCOMPARE(missing[u"state"].toString(), QStringLiteral("expected"));
        bool denied = false;
        for (const QJsonValue sighting : missing[u"sightings"].toArray())
            denied =
                denied || (sighting[u"kind"].toString() == u"epmd" && !sighting[u"present"].toBool(true));
        QVERIFY(denied);
        // Nobody was connected to.
        QCOMPARE(alice->evaluate(QStringLiteral("nodes([visible,hidden]).")), QStringLiteral("{ok,[]}"));
    }

    void gossipOfARealNodeIsHeard_data()
    {
        QTest::addColumn<bool>("encrypted");
        QTest::newRow("plain") << false;
        QTest::newRow("encrypted") << true;
    }
    void gossipOfARealNodeIsHeard()
    {
        QFETCH(const bool, encrypted);
        Peer *gossiper = m_peers->start(QStringLiteral("gossiper"));
        QVERIFY(gossiper);
        const quint16 port = encrypted ? 45897 : 45896;
        const QString started = gossiper->evaluate(
            QString(Gossip).arg(port).arg(encrypted ? QStringLiteral("true") : QStringLiteral("false")),
            20'000);
        if (encrypted && started.contains(QLatin1String("undef")))
            QSKIP("the peer has no crypto");
        QCOMPARE(started, QStringLiteral("{ok,started}"));
        const Cli cli(m_epmd.port());
        QStringList words{QStringLiteral("discover"), QStringLiteral("gossip:233.252.1.32:%1").arg(port),
                          QStringLiteral("--interface"), QStringLiteral("lo"), QStringLiteral("--json")};
        const QString secret = cli.home() + QStringLiteral("/secret");
        QFile file(secret);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("somepassword\n");
        file.close();
        if (encrypted)
            words << QStringLiteral("--secret-file") << secret;
        const auto outcome = cli.runBare(words);
        const QJsonObject source = outcome.json()[u"sources"].toArray().first().toObject();
        if (source[u"problem"].toString() == u"cannot_listen")
            QSKIP("no multicast on loopback");
        const QJsonObject heard =
            named(outcome.json(), "nodes", "name", QStringLiteral("gossiper@127.0.0.1"));
        QVERIFY2(!heard.isEmpty(), outcome.output.constData());
        QCOMPARE(heard[u"sightings"].toArray().first()[u"detail"].toString(), QStringLiteral("127.0.0.1"));
        QCOMPARE(outcome.status, 0);
        QVERIFY(!outcome.output.contains("somepassword"));
    }

    void whatGivesNoAnswerFails()
    {
        const Cli cli(m_epmd.port());
        const auto outcome = cli.runBare({QStringLiteral("discover"), QStringLiteral("epmd:127.0.0.1:1"),
                                          QStringLiteral("hosts:/nonexistent"), QStringLiteral("--json")});
        QCOMPARE(outcome.status, 1);
        QCOMPARE(named(outcome.json(), "sources", "kind", QStringLiteral("epmd"))[u"problem"].toString(),
                 QStringLiteral("epmd_unreachable"));
        QCOMPARE(
            named(outcome.json(), "sources", "kind", QStringLiteral("hosts_file"))[u"problem"].toString(),
            QStringLiteral("file_unreadable"));
        QCOMPARE(cli.runBare({QStringLiteral("discover"), QStringLiteral("telepathy")}).status, 2);
        QCOMPARE(cli.runBare({QStringLiteral("discover"), QStringLiteral("a:app")}).status, 2);
    }
};

QTEST_GUILESS_MAIN(tst_CliDiscover)
#include "tst_CliDiscover.moc"
