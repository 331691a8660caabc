#include <QtTest>

#include "doctor/LintText.h"
#include "doctor/lint/Lint.h"

using namespace nodescope;
using namespace nodescope::cluster;
using doctor::LintInput;
using doctor::NodeSettings;

namespace {

base::NodeName name(int number)
{
    return base::NodeName::literal(QStringLiteral("n%1@h.org").arg(number));
}

/// Five nodes of one release, one cookie, in a full mesh.
LintInput healthy()
{
    LintInput input;
    for (int i = 1; i <= 5; ++i) {
        NodeSettings node;
        node.node = name(i);
        node.source = NodeSettings::Source::Probe;
        node.release = QStringLiteral("25");
        node.nameMode = NodeSettings::NameMode::Long;
        node.netTickTime = 60;
        node.protocols = QStringList{QStringLiteral("inet_tcp")};
        node.connectAll = true;
        node.autoConnect = QStringLiteral("always");
        node.preventsPartitions = true;
        node.isHidden = false;
        node.epmdAnswersAt = QStringList();
        node.cookieFileModes = {0400};
        node.cookieLength = NodeSettings::CookieLength::Long;
        node.cookieWellKnown = false;
        node.cookieDigest = "one";
        node.flags = protocol::masks::Default25;
        node.visible = QList<base::NodeName>();
        node.hidden = QList<base::NodeName>();
        for (int k = 1; k <= 5; ++k) {
            if (k == i)
                continue;
            node.visible->append(name(k));
            node.cookieDigests.insert(name(k), "one");
            Link link;
            link.key = LinkKey(name(i), name(k));
            link.aSees = link.bSees = EndView::Up;
            if (i < k)
                input.links.append(link);
        }
        input.nodes.append(node);
        input.present.append(node.node);
    }
    return input;
}

using Change = std::function<void(LintInput &)>;

} // namespace

Q_DECLARE_METATYPE(LintInput)

class tst_Lint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHealthyClusterHasNoFinding()
    {
        LintInput input = healthy();
        input.expected = input.present;
        const LintReport report = doctor::lint(input);
        QVERIFY(report.findings.isEmpty());
        QCOMPARE(report.asked.size(), 5);
        QVERIFY(report.unasked.isEmpty());
    }
    void whatIsNotKnownIsNoFinding()
    {
        LintInput input = healthy();
        NodeSettings silent;
        silent.node = name(9);
        input.nodes.append(silent);
        input.present.append(silent.node);
        const LintReport report = doctor::lint(input);
        QVERIFY(report.findings.isEmpty());
        QCOMPARE(report.unasked, QList{name(9)});
        QVERIFY(doctor::lint(LintInput()).findings.isEmpty());
    }

    void oneRuleEach_data()
    {
        QTest::addColumn<LintInput>("input");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("severity");
        QTest::addColumn<QStringList>("groups"); // VALUE: the numbers of its nodes
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *title, const Change &change, LintRule rule, LintSeverity severity,
                            const QStringList &groups, const char *detail = "") {
            LintInput input = healthy();
            change(input);
            QTest::newRow(title) << input << identifierOf(rule) << identifierOf(severity) << groups
                                 << QString::fromLatin1(detail);
        };
        const auto text = [](const char *one) { return QString::fromLatin1(one); };
        using enum LintRule;
        const auto warning = LintSeverity::Warning;
        const auto danger = LintSeverity::Danger;
        row("name modes", [](LintInput &i) { i.nodes[0].nameMode = NodeSettings::NameMode::Short; },
            MixedNameModes, warning, {text("longnames: 2 3 4 5"), text("shortnames: 1")});
        row(
            "ticks", [](LintInput &i) { i.nodes[1].netTickTime = 59; }, TickTimesDiffer, warning,
            {text("60: 1 3 4 5"), text("59: 2")}, "59 s, 60 s");
        row(
            "ticks far apart", [](LintInput &i) { i.nodes[1].netTickTime = 20; }, TickTimesDiffer, danger,
            {text("60: 1 3 4 5"), text("20: 2")}, "20 s, 60 s");
        row(
            "cookies",
            [](LintInput &i) {
                i.nodes[2].cookieDigest = "two";
                for (auto &digest : i.nodes[2].cookieDigests)
                    digest = "two";
            },
            CookieGroups, warning, {text("1: 1 2 4 5"), text("2: 3")}, "n1@h.org, n3@h.org");
        row(
            "cookies of a pair", [](LintInput &i) { i.nodes[0].cookieDigests[name(2)] = "two"; },
            CookieGroups, warning, {text("1: 1 2 3 4 5")}, "n1@h.org, n2@h.org");
        row(
            "releases", [](LintInput &i) { i.nodes[0].release = QStringLiteral("28"); }, ReleasesTooFarApart,
            warning, {text("25: 2 3 4 5"), text("28: 1")}, "25, 28");
        row(
            "releases that refuse each other",
            [](LintInput &i) {
                i.nodes[0].release = QStringLiteral("23");
                i.nodes[0].flags = protocol::masks::Default23;
                i.nodes[1].release = QStringLiteral("27");
            },
            ReleasesTooFarApart, danger, {text("25: 3 4 5"), text("23: 1"), text("27: 2")},
            "UNLINK_ID, V4_NC");
        row(
            "gaps",
            [](LintInput &i) {
                i.nodes[0].visible->removeAll(name(2));
                i.nodes[1].visible->removeAll(name(1));
            },
            PreventionWithGaps, danger, {text("missing: 1 2")}, "1");
        row("prevention", [](LintInput &i) { i.nodes[4].preventsPartitions = false; }, PreventionDiffers,
            warning, {text("true: 1 2 3 4"), text("false: 5")});
        row("connect_all", [](LintInput &i) { i.nodes[4].connectAll = false; }, ConnectAllDiffers, warning,
            {text("true: 1 2 3 4"), text("false: 5")});
        row(
            "epmd of a private network",
            [](LintInput &i) { i.nodes[0].epmdAnswersAt = QStringList{QStringLiteral("10.0.0.7")}; },
            EpmdOpen, LintSeverity::Note, {text("10.0.0.7: 1")}, "10.0.0.7");
        row(
            "epmd of the Internet",
            [](LintInput &i) { i.nodes[0].epmdAnswersAt = QStringList{QStringLiteral("8.8.8.8")}; }, EpmdOpen,
            warning, {text("8.8.8.8: 1")}, "8.8.8.8");
        row("cookie file",
            [](LintInput &i) {
                i.nodes[3].cookieFileModes = {0400, 0640};
            },
            CookieFileReadable, danger, {text("0640: 4")});
        row("auto", [](LintInput &i) { i.nodes[3].autoConnect = QStringLiteral("never"); }, AutoConnectOff,
            warning, {text("never: 4")});
        row("cookie of few characters",
            [](LintInput &i) { i.nodes[3].cookieLength = NodeSettings::CookieLength::Short; }, CookieWeak,
            warning, {text("below 8 characters: 4")});
        row("cookie that all know", [](LintInput &i) { i.nodes[3].cookieWellKnown = true; }, CookieWeak,
            danger, {text("well known: 4")});
        row("absent",
            [](LintInput &i) {
                i.expected = {name(1), name(7)};
            },
            ExpectedAbsent, warning, {text("absent: 7")});
        row(
            "one-sided",
            [](LintInput &i) {
                i.links[0].state = LinkState::OneSided;
                i.links[0].aSees = EndView::Absent;
            },
            OneSidedLink, warning, {text("up at one end: 2 1")}, "1");
    }
    void oneRuleEach()
    {
        QFETCH(LintInput, input);
        QFETCH(QString, rule);
        QFETCH(QString, severity);
        QFETCH(QStringList, groups);
        QFETCH(QString, detail);
        const LintReport report = doctor::lint(input);
        QCOMPARE(report.findings.size(), 1);
        const LintFinding &found = report.findings.front();
        QCOMPARE(identifierOf(found.rule), rule);
        QCOMPARE(identifierOf(found.severity), severity);
        QStringList seen;
        for (const LintGroup &group : found.groups) {
            QStringList numbers;
            for (const base::NodeName &node : group.nodes)
                numbers.append(node.text().mid(1, 1));
            seen.append(group.value + QStringLiteral(": ") + numbers.join(u' '));
        }
        QCOMPARE(seen, groups);
        if (!detail.isEmpty())
            QCOMPARE(found.detail, detail);
        // The words.
        const doctor::LintText words = doctor::textOf(found);
        QVERIFY(words.title.endsWith(u'.') && words.explanation.endsWith(u'.'));
        QVERIFY(!words.remedies.isEmpty());
        for (const doctor::Remedy &remedy : words.remedies)
            QVERIFY(!remedy.text.isEmpty() && !remedy.snippets.isEmpty());
    }

    void theOpenPortIsNamed()
    {
        cluster::LintFinding finding;
        finding.rule = cluster::LintRule::EpmdOpen;
        QVERIFY(doctor::textOf(finding).remedies.value(0).text.contains(QLatin1String("(4369)")));
        finding.epmdPorts = {4711, 4798};
        QVERIFY(doctor::textOf(finding).remedies.value(0).text.contains(QLatin1String("(4711, 4798)")));
        finding.rule = cluster::LintRule::ExpectedAbsent;
        finding.groups = {{{}, {base::NodeName::literal(u"a@h")}}};
        const auto command = [&finding] {
            return doctor::textOf(finding).remedies.value(0).snippets.value(0).code;
        };
        QCOMPARE(command(), QStringLiteral("nodescope-cli doctor a@h"));
        finding.epmdPorts = {4369};
        QCOMPARE(command(), QStringLiteral("nodescope-cli doctor a@h"));
        finding.epmdPorts = {4711};
        QCOMPARE(command(), QStringLiteral("nodescope-cli doctor a@h --epmd-port 4711"));
    }

    void tls_data()
    {
        QTest::addColumn<QString>("release");
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("client");
        QTest::addColumn<QString>("roles");
        const QString peer = QStringLiteral("verify_peer");
        const QString none = QStringLiteral("verify_none");
        QTest::newRow("both verify") << "25" << peer << peer << QString();
        QTest::newRow("nothing said, 25") << "25" << QString() << QString() << "server, client";
        QTest::newRow("nothing said, 27") << "27" << QString() << QString() << "server";
        QTest::newRow("client off, 27") << "27" << peer << none << "client";
    }
    void tls()
    {
        QFETCH(QString, release);
        QFETCH(QString, server);
        QFETCH(QString, client);
        QFETCH(QString, roles);
        LintInput input = healthy();
        for (NodeSettings &node : input.nodes) {
            node.release = release;
            node.flags = protocol::masks::Default29;
            node.protocols = QStringList{QStringLiteral("inet_tls")};
            node.tls = NodeSettings::Tls{true, {true, server}, {true, client}};
        }
        const LintReport report = doctor::lint(input);
        QCOMPARE(report.findings.size(), roles.isEmpty() ? 0 : 1);
        if (!roles.isEmpty())
            QCOMPARE(report.findings.front().groups.front().value, roles);
        input.nodes[0].protocols = QStringList{QStringLiteral("inet_tcp")};
        const QList<LintFinding> mixed = doctor::lint(input).findings;
        QVERIFY(std::any_of(mixed.begin(), mixed.end(),
                            [](const LintFinding &one) { return one.rule == LintRule::TransportsDiffer; }));
    }
    void hiddenNodesAreNoGaps()
    {
        LintInput input = healthy();
        NodeSettings &visitor = input.nodes[4];
        visitor.isHidden = true;
        visitor.connectAll = false;
        visitor.preventsPartitions = false;
        visitor.visible->clear();
        visitor.hidden = QList{name(1)};
        for (int i = 0; i < 4; ++i)
            input.nodes[i].visible->removeAll(name(5));
        input.nodes[0].hidden = QList{name(5)};
        QVERIFY(doctor::lint(input).findings.isEmpty());
    }
    void twoClustersAreNoGaps()
    {
        LintInput input = healthy();
        for (int i = 0; i < 5; ++i) {
            for (int k = 0; k < 5; ++k) {
                if ((i < 2) != (k < 2))
                    input.nodes[i].visible->removeAll(name(k + 1));
            }
        }
        QVERIFY(doctor::lint(input).findings.isEmpty());
    }
    void theWorstStandsFirst()
    {
        LintInput input = healthy();
        input.nodes[0].epmdAnswersAt = QStringList{QStringLiteral("10.0.0.7")};
        input.nodes[0].autoConnect = QStringLiteral("once");
        input.nodes[0].cookieFileModes = {0644};
        const QList<LintFinding> findings = doctor::lint(input).findings;
        QCOMPARE(findings.size(), 3);
        QCOMPARE(findings.at(0).rule, LintRule::CookieFileReadable);
        QCOMPARE(findings.at(2).rule, LintRule::EpmdOpen);
    }
};

QTEST_APPLESS_MAIN(tst_Lint)
#include "tst_Lint.moc"
