#include <QSet>
#include <QtTest>

#include "cluster/Cluster.h"
#include "cluster/Disagreement.h"

using namespace nodescope::cluster;
using nodescope::base::NodeName;

namespace {
const NodeName App = NodeName::literal(u"app@10.0.0.7");

QList<SourceSpec> someOfEach()
{
    return {ListedNodes{QStringLiteral("shop"), {App}},
            HostsFile{QStringLiteral("/srv/me/.hosts.erlang"), 4369},
            EpmdOfHost{QStringLiteral("db1"), 4370},
            DnsQuery{DnsRecord::Srv, QStringLiteral("app.internal"), QStringLiteral("app"), {}},
            DnsQuery{DnsRecord::A, QStringLiteral("app.internal"), QStringLiteral("app"),
                     QStringLiteral("127.0.0.53")},
            GossipGroup{QStringLiteral("230.1.1.251"), 45892, QStringLiteral("lo"), QStringLiteral("/run/s")},
            GossipGroup(),
            NeighbourViews()};
}

Sighting sighting(SourceKind kind, bool present)
{
    Sighting one;
    one.kind = kind;
    one.source = identifierOf(kind);
    one.present = present;
    return one;
}
} // namespace

class tst_Discovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void identifiersAreUnique()
    {
        QSet<QString> seen;
        for (int i = 0; i <= int(SourceKind::Neighbours); ++i)
            seen.insert(identifierOf(SourceKind(i)));
        QCOMPARE(int(seen.size()), int(SourceKind::Neighbours) + 1);
        seen.clear();
        for (int i = 0; i <= int(SourceProblem::TooMany); ++i)
            seen.insert(identifierOf(SourceProblem(i)));
        QCOMPARE(int(seen.size()), int(SourceProblem::TooMany) + 1);
        QCOMPARE(identifierOf(SourceProblem::PacketsNotReadable), QStringLiteral("packets_not_readable"));
        QCOMPARE(identifierOf(DnsRecord::Aaaa), QStringLiteral("aaaa"));
    }

    void specsReadBackFromJson()
    {
        QSet<QString> ids;
        const QList<SourceSpec> specs = someOfEach();
        for (const SourceSpec &spec : specs) {
            QVERIFY(isUsable(spec));
            const auto read = sourceFromJson(toJson(spec));
            QVERIFY2(read.has_value(), qPrintable(sourceId(spec)));
            QVERIFY(*read == spec);
            ids.insert(sourceId(spec));
        }
        QCOMPARE(ids.size(), specs.size());
        QVERIFY(ids.contains(QStringLiteral("epmd:db1:4370")));
        QVERIFY(ids.contains(QStringLiteral("dns:srv:app.internal:app")));
        QVERIFY(ids.contains(QStringLiteral("neighbours")));
    }

    void whatCannotBeAskedIsRefused()
    {
        QVERIFY(!isUsable(EpmdOfHost{QString(), 4369}));
        QVERIFY(!isUsable(EpmdOfHost{QStringLiteral("two words"), 4369}));
        QVERIFY(!isUsable(EpmdOfHost{QString(300, u'x'), 4369}));
        QVERIFY(!isUsable(EpmdOfHost{QStringLiteral("db1"), 0}));
        QVERIFY(!isUsable(DnsQuery{DnsRecord::A, QStringLiteral("x"), QStringLiteral("a@b"), {}}));
        QVERIFY(!isUsable(HostsFile{}));
        QJsonObject json = toJson(SourceSpec(EpmdOfHost{QStringLiteral("db1"), 4369}));
        json.insert(QStringLiteral("port"), 70000);
        QVERIFY(!sourceFromJson(json).has_value());
        QVERIFY(!sourceFromJson({}).has_value());
    }

    void sourcesAreKeptByTheirIds()
    {
        Cluster cluster;
        DiscoverySource source;
        source.spec = EpmdOfHost{QStringLiteral("db1"), 4369};
        source.id = sourceId(source.spec);
        QCOMPARE(cluster.apply(SourceChanged{source}), Cluster::Effect::Added);
        QCOMPARE(cluster.apply(SourceChanged{source}), Cluster::Effect::Nothing);
        source.found = 3;
        QCOMPARE(cluster.apply(SourceChanged{source}), Cluster::Effect::Changed);
        QCOMPARE(cluster.sources().value(source.id).found, 3);
        const Deltas merged = coalesced({SourceChanged{source}, SourceChanged{source}});
        QCOMPARE(merged.size(), 1);
        QCOMPARE(cluster.apply(SourceRemoved{source.id}), Cluster::Effect::Removed);
        QVERIFY(cluster.sources().isEmpty());
    }

    void disagreementsAreOfThoseThatClaim()
    {
        Node node;
        node.name = App;
        node.sightings = {sighting(SourceKind::Dns, true)};
        QVERIFY(!disagreementOf(node));
        node.sightings.append(sighting(SourceKind::Epmd, false));
        const auto found = disagreementOf(node);
        QVERIFY(found.has_value());
        QCOMPARE(found->present.size(), 1);
        QCOMPARE(found->absent.first().kind, SourceKind::Epmd);
        // What should be, and what somebody typed, are no claims of what is.
        node.sightings.first().kind = SourceKind::Profile;
        QVERIFY(!disagreementOf(node));
        // A link that stands is one.
        node.state = NodeState::Up;
        QVERIFY(disagreementOf(node)->connected);
    }
};

QTEST_GUILESS_MAIN(tst_Discovery)
#include "tst_Discovery.moc"
