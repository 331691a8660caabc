#include "Cli.h"

using namespace nodescope;
using namespace nodescope::test;

/// Five real nodes and `nodescope-cli lint`.
class tst_CliLint : public QObject
{
    Q_OBJECT

    PeerEpmd m_epmd;
    std::unique_ptr<Peers> m_peers;

    [[nodiscard]] static QStringList rules(const QJsonObject &report, const QString &severity = {})
    {
        QStringList found;
        for (const QJsonValue finding : report[u"findings"].toArray()) {
            if (severity.isEmpty() || finding[u"severity"].toString() == severity)
                found.append(finding[u"rule"].toString());
        }
        return found;
    }
    [[nodiscard]] static QJsonObject finding(const QJsonObject &report, const QString &rule)
    {
        for (const QJsonValue finding : report[u"findings"].toArray()) {
            if (finding[u"rule"].toString() == rule)
                return finding.toObject();
        }
        return {};
    }
    [[nodiscard]] Cli::Outcome lint(const QStringList &more = {}) const
    {
        return Cli(m_epmd.port())
            .run(
                QStringList{QStringLiteral("lint"), QStringLiteral("a@127.0.0.1"), QStringLiteral("--json")} +
                more);
    }
    [[nodiscard]] static QString traces(Peer &peer)
    {
        return peer.evaluate(
            QStringLiteral("{length(processes()), ets:tab2list(cookies), erlang:nodes(visible), "
                           "length(registered()), length(erlang:ports())}."));
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

    void aHealthyCluster()
    {
        QList<Peer *> nodes;
        for (const char *name : {"a", "b", "c", "d", "e"}) {
            nodes.append(m_peers->start(QLatin1String(name)));
            QVERIFY(nodes.back());
        }
        // The rest of the mesh is what global does.
        for (int i = 1; i < 5; ++i)
            QVERIFY(connectPeers(*nodes[0], *nodes[i]));
        for (Peer *node : nodes) {
            QTRY_COMPARE_WITH_TIMEOUT(node->evaluate(QStringLiteral("length(nodes()).")),
                                      QStringLiteral("{ok,4}"), Cli::Wait);
        }
        QStringList before;
        for (Peer *node : nodes)
            before.append(traces(*node));
        const Cli::Outcome outcome = lint();
        QCOMPARE(outcome.errors, QByteArray());
        const QJsonObject report = outcome.json();
        QCOMPARE(rules(report, QStringLiteral("warning")), QStringList());
        QCOMPARE(rules(report, QStringLiteral("danger")), QStringList());
        QCOMPARE(outcome.status, 0);
        QCOMPARE(report[u"asked"].toArray().size(), 5);
        QCOMPARE(report[u"unasked"].toArray().size(), 0);
        for (int i = 0; i < 5; ++i) {
            QTRY_COMPARE_WITH_TIMEOUT(traces(*nodes[i]), before[i], Cli::Wait);
            QVERIFY(!nodes[i]->output().contains(QLatin1String("REPORT====")));
        }
    }
    void aSickCluster()
    {
        // No mesh: the tick times and the gap are what it is about.
        Peer *a = m_peers->start(QStringLiteral("a"), QStringLiteral("-kernel net_ticktime 60").split(u' '));
        Peer *b = m_peers->start(QStringLiteral("b"), QStringLiteral("-kernel net_ticktime 20").split(u' '));
        Peer *c =
            m_peers->start(QStringLiteral("c"), QStringLiteral("-kernel connect_all false").split(u' '));
        Peer *d = m_peers->start(QStringLiteral("d"),
                                 QStringLiteral("-kernel dist_auto_connect never").split(u' '));
        QVERIFY(a && b && c && d);
        QVERIFY(connectPeers(*a, *b) && connectPeers(*a, *c) && connectPeers(*a, *d));
        QTRY_COMPARE_WITH_TIMEOUT(d->evaluate(QStringLiteral("length(nodes()) > 0.")),
                                  QStringLiteral("{ok,true}"), Cli::Wait);
        QVERIFY(!c->evaluate(QStringLiteral("erlang:set_cookie('b@127.0.0.1', other).")).isEmpty());
        QVERIFY(!d->evaluate(QStringLiteral("{ok, [[H]]} = init:get_argument(home), F = filename:join(H, "
                                            "\".erlang.cookie\"), ok = file:write_file(F, <<\"x\">>), "
                                            "file:change_mode(F, 8#644)."))
                     .isEmpty());
        QTemporaryDir folder;
        QFile list(folder.filePath(QStringLiteral("nodes")));
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write("# ours\na@127.0.0.1\n\nmissing@127.0.0.1 # in the cellar\n");
        list.close();
        const Cli::Outcome outcome = lint({QStringLiteral("--expect"), list.fileName()});
        QCOMPARE(outcome.status, 1);
        const QJsonObject report = outcome.json();
        const QStringList found = rules(report);
        for (const char *rule : {"tick_times_differ", "connect_all_differs", "auto_connect_off",
                                 "cookie_groups", "cookie_file_readable", "expected_absent"})
            QVERIFY2(found.contains(QLatin1String(rule)), qPrintable(found.join(u' ')));
        for (const char *rule :
             {"mixed_name_modes", "transports_differ", "releases_too_far_apart", "cookie_weak"})
            QVERIFY2(!found.contains(QLatin1String(rule)), rule);
        QCOMPARE(report[u"findings"][0][u"severity"].toString(), QStringLiteral("danger"));
        const QJsonObject absent = finding(report, QStringLiteral("expected_absent"));
        QCOMPARE(absent[u"groups"][0][u"nodes"][0].toString(), QStringLiteral("missing@127.0.0.1"));
        QVERIFY(!absent[u"title"].toString().isEmpty() && !absent[u"remedy"].toArray().isEmpty());
        QVERIFY(!outcome.output.contains("peers-cookie"));
    }
    void textForPeople()
    {
        Peer *a = m_peers->start(QStringLiteral("a"));
        QVERIFY(a);
        const Cli cli(m_epmd.port());
        const Cli::Outcome outcome = cli.run({QStringLiteral("lint"), QStringLiteral("a@127.0.0.1")});
        QVERIFY(outcome.output.contains("Nodes that told their settings: 1."));
    }
    void wrongUse()
    {
        const Cli cli(m_epmd.port());
        QCOMPARE(cli.run({QStringLiteral("lint")}).status, 2);
        QCOMPARE(lint({QStringLiteral("--expect"), QStringLiteral("/nowhere/at/all")}).status, 2);
        QCOMPARE(lint().status, 1); // nobody is there
    }
};

QTEST_GUILESS_MAIN(tst_CliLint)
#include "tst_CliLint.moc"
