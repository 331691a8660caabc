#include "integration/cli/Cli.h"

using namespace nodescope::test;

namespace {

// Only the links that a test makes: no mesh by itself, and nothing that drops links to mend a mesh.
const QStringList NoMesh{QStringLiteral("-kernel"), QStringLiteral("connect_all"), QStringLiteral("false")};

QJsonObject nodeOf(const QJsonObject &topology, const QString &name)
{
    const QJsonArray nodes = topology[u"nodes"].toArray();
    for (const QJsonValue node : nodes) {
        if (node[u"name"].toString() == name)
            return node.toObject();
    }
    return {};
}

/// `a b state a_sees b_sees hidden [cause]`, sorted.
QStringList linksOf(const QJsonObject &topology)
{
    QStringList lines;
    const QJsonArray links = topology[u"links"].toArray();
    for (const QJsonValue link : links) {
        QStringList parts{link[u"a"].toString(),
                          link[u"b"].toString(),
                          link[u"state"].toString(),
                          link[u"a_sees"].toString(),
                          link[u"b_sees"].toString(),
                          link[u"hidden"].toBool() ? QStringLiteral("hidden") : QStringLiteral("visible")};
        if (link.toObject().contains(u"cause"))
            parts.append(link[u"cause"].toString());
        lines.append(parts.join(u' ').remove(QStringLiteral("@127.0.0.1")));
    }
    return lines;
}

} // namespace

/// A cluster of five real nodes: a, b, c in a mesh, h hidden with a link to a, x with another cookie.
class tst_CliTopology : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isExact();
    void showsWhomOthersKnowButWeCannotReach();
    void printsTheOtherFormats();
    void showsElixir();
    void showsCNodes();
    void failsWhereANamedNodeIsNotThere();
    void offersTheUsersOwnCookieToNamedHostsOnly();
    void cleanupTestCase();

private:
    PeerEpmd m_epmd;
    std::unique_ptr<Peers> m_peers;
    std::unique_ptr<Cli> m_cli;
    Peer *m_a = nullptr;
    Peer *m_x = nullptr;
};

void tst_CliTopology::initTestCase()
{
    const QString why = Peer::whyUnavailable();
    if (!why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(m_epmd.start());
    m_cli = std::make_unique<Cli>(m_epmd.port());
    m_peers = std::make_unique<Peers>(m_epmd.port());
    m_a = m_peers->start(QStringLiteral("a"), NoMesh);
    Peer *b = m_peers->start(QStringLiteral("b"), NoMesh);
    Peer *c = m_peers->start(QStringLiteral("c"), NoMesh);
    Peer *h = m_peers->start(QStringLiteral("h"), NoMesh + QStringList(QStringLiteral("-hidden")));
    m_x = m_peers->start(QStringLiteral("x"), NoMesh, QStringLiteral("another-cookie"));
    QVERIFY(m_a && b && c && h && m_x);
    QVERIFY(connectPeers(*m_a, *b));
    QVERIFY(connectPeers(*m_a, *c));
    QVERIFY(connectPeers(*b, *c));
    QVERIFY(connectPeers(*h, *m_a));
}

void tst_CliTopology::isExact()
{
    const Cli::Outcome outcome = m_cli->run({QStringLiteral("topology"), QStringLiteral("a@127.0.0.1"),
                                             QStringLiteral("x@127.0.0.1"), QStringLiteral("--json")});
    const QJsonObject json = outcome.json();
    QVERIFY2(!json.isEmpty(), outcome.errors.constData());
    QCOMPARE(json[u"nodes"].toArray().size(), 5);
    for (const char *name : {"a", "b", "c", "h"}) {
        const QJsonObject node = nodeOf(json, QLatin1String(name) + QStringLiteral("@127.0.0.1"));
        QCOMPARE(node[u"kind"].toString(), QStringLiteral("beam"));
        QCOMPARE(node[u"state"].toString(), QStringLiteral("up"));
        QCOMPARE(node[u"release"].toString().toInt(), Peer::otpRelease());
        QCOMPARE(node[u"watched"].toString(), QStringLiteral("push"));
        QCOMPARE(node[u"hidden"].toBool(), *name == 'h');
    }
    const QJsonObject x = nodeOf(json, QStringLiteral("x@127.0.0.1"));
    QCOMPARE(x[u"state"].toString(), QStringLiteral("failed"));
    QCOMPARE(x[u"watched"].toString(), QStringLiteral("hearsay"));
    QCOMPARE(x[u"cause"].toString(), QStringLiteral("cookie_mismatch"));
    QCOMPARE(linksOf(json),
             QStringList({QStringLiteral("a b up up up visible"), QStringLiteral("a c up up up visible"),
                          QStringLiteral("a h up up up hidden"), QStringLiteral("b c up up up visible"),
                          QStringLiteral("nodescope@self x failed absent unknown hidden cookie_mismatch")}));
    // x was named, and could not be reached.
    QCOMPARE(outcome.status, 1);
    QVERIFY(outcome.errors.contains("cookie_mismatch"));
}

void tst_CliTopology::showsWhomOthersKnowButWeCannotReach()
{
    QCOMPARE(m_a->evaluate(QStringLiteral("erlang:set_cookie('x@127.0.0.1', 'another-cookie').")),
             QStringLiteral("{ok,true}"));
    QVERIFY(connectPeers(*m_a, *m_x));
    // From b, to see that it goes on from neighbour to neighbour.
    const Cli::Outcome outcome =
        m_cli->run({QStringLiteral("topology"), QStringLiteral("b@127.0.0.1"), QStringLiteral("--json")});
    const QJsonObject json = outcome.json();
    QCOMPARE(json[u"nodes"].toArray().size(), 5);
    const QJsonObject x = nodeOf(json, QStringLiteral("x@127.0.0.1"));
    QCOMPARE(x[u"watched"].toString(), QStringLiteral("hearsay"));
    QCOMPARE(x[u"cause"].toString(), QStringLiteral("cookie_mismatch"));
    QCOMPARE(x[u"seen_by"].toArray(), QJsonArray{QStringLiteral("a@127.0.0.1")});
    QCOMPARE(linksOf(json),
             QStringList({QStringLiteral("a b up up up visible"), QStringLiteral("a c up up up visible"),
                          QStringLiteral("a h up up up hidden"), QStringLiteral("a x up up unknown visible"),
                          QStringLiteral("b c up up up visible"),
                          QStringLiteral("nodescope@self x failed absent unknown hidden cookie_mismatch")}));
    // Every node that was named was reached.
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.errors, QByteArray());
}

void tst_CliTopology::printsTheOtherFormats()
{
    const auto print = [this](const char *format) {
        const Cli::Outcome outcome = m_cli->run({QStringLiteral("topology"), QStringLiteral("a@127.0.0.1"),
                                                 QStringLiteral("--format"), QLatin1String(format)});
        return outcome.status == 0 ? outcome.output : outcome.errors;
    };
    QVERIFY(print("text").contains("h@127.0.0.1"));
    QVERIFY(print("dot").startsWith("graph cluster {"));
    QVERIFY(print("graphml").contains("</graphml>"));
}

void tst_CliTopology::showsElixir()
{
    const QString why = Peer::whyUnavailable(Peer::Language::Elixir);
    if (!why.isEmpty())
        QSKIP(qPrintable(why));
    Peers peers(m_epmd.port());
    QVERIFY(peers.start(QStringLiteral("iex"), {}, QStringLiteral("peers-cookie"), Peer::Language::Elixir));
    const Cli::Outcome outcome =
        m_cli->run({QStringLiteral("topology"), QStringLiteral("iex@127.0.0.1"), QStringLiteral("--json")});
    QCOMPARE(outcome.status, 0);
    const QJsonObject node = nodeOf(outcome.json(), QStringLiteral("iex@127.0.0.1"));
    QVERIFY(node[u"elixir"].toString().startsWith(QLatin1String("1.")));
}

void tst_CliTopology::showsCNodes()
{
    const QString why = Peer::whyUnavailable(Peer::Language::C);
    if (!why.isEmpty())
        QSKIP(qPrintable(why));
    Peers peers(m_epmd.port());
    QVERIFY(peers.start(QStringLiteral("cnode"), {}, QStringLiteral("peers-cookie"), Peer::Language::C));
    const QString name = QStringLiteral("cnode@127.0.0.1");
    const Cli::Outcome outcome = m_cli->run({QStringLiteral("topology"), name, QStringLiteral("--json")});
    QCOMPARE(outcome.status, 0);
    const QJsonObject node = nodeOf(outcome.json(), name);
    QCOMPARE(node[u"kind"].toString(), QStringLiteral("c_node"));
    QCOMPARE(node[u"state"].toString(), QStringLiteral("up"));
    QCOMPARE(node[u"watched"].toString(), QStringLiteral("hearsay"));
    // It answers no calls; messages reach it.
    const Cli::Outcome called = m_cli->run({QStringLiteral("call"), name, QStringLiteral("erlang"),
                                            QStringLiteral("node"), QStringLiteral("--json")});
    QCOMPARE(called.status, 1);
    QVERIFY2(called.errors.contains("not_supported"), called.errors.constData());
    const Cli::Outcome sent =
        m_cli->run({QStringLiteral("send"), QStringLiteral("any@") + name, QStringLiteral("{self(), 7}"),
                    QStringLiteral("--wait"), QStringLiteral("5s")});
    QCOMPARE(sent.output, QByteArray("7\n"));
}

void tst_CliTopology::failsWhereANamedNodeIsNotThere()
{
    const Cli::Outcome outcome = m_cli->run({QStringLiteral("topology"), QStringLiteral("a@127.0.0.1"),
                                             QStringLiteral("nobody@127.0.0.1"), QStringLiteral("--json")});
    QCOMPARE(outcome.status, 1);
    QCOMPARE(nodeOf(outcome.json(), QStringLiteral("nobody@127.0.0.1"))[u"cause"].toString(),
             QStringLiteral("not_registered"));
    QCOMPARE(nodeOf(outcome.json(), QStringLiteral("a@127.0.0.1"))[u"state"].toString(),
             QStringLiteral("up"));
}

void tst_CliTopology::offersTheUsersOwnCookieToNamedHostsOnly()
{
    QVERIFY(QFile::copy(m_cli->cookieFile(), m_cli->home() + QStringLiteral("/.erlang.cookie")));
    const Cli::Outcome outcome =
        m_cli->runBare({QStringLiteral("topology"), QStringLiteral("a@127.0.0.1"), QStringLiteral("--json")});
    QVERIFY(QFile::remove(m_cli->home() + QStringLiteral("/.erlang.cookie")));
    QCOMPARE(outcome.status, 0);
    QVERIFY(outcome.errors.contains("user_cookie"));
    QCOMPARE(nodeOf(outcome.json(), QStringLiteral("b@127.0.0.1"))[u"state"].toString(),
             QStringLiteral("up"));
}

void tst_CliTopology::cleanupTestCase()
{
    m_peers.reset();
}

QTEST_GUILESS_MAIN(tst_CliTopology)
#include "tst_CliTopology.moc"
