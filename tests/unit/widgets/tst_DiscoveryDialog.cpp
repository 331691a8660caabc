#include <QComboBox>
#include <QDialogButtonBox>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTreeWidget>
#include <QtTest>

#include "support/DemoCluster.h"
#include "widgets/common/SelectionModel.h"
#include "widgets/discovery/AddSourceDialog.h"
#include "widgets/discovery/DiscoveryDialog.h"
#include "widgets/discovery/DiscoveryWords.h"
#include "widgets/discovery/ProfileFiles.h"
#include "widgets/discovery/ProfileForm.h"
#include "widgets/discovery/ProfilePlacements.h"
#include "widgets/discovery/ProfileStore.h"
#include "widgets/graphview/GraphView.h"

using namespace nodescope;
using namespace nodescope::cluster;
using namespace nodescope::widgets;
using base::NodeName;

namespace {

DiscoverySource epmd(bool on = true)
{
    DiscoverySource source;
    source.spec = EpmdOfHost{QStringLiteral("db1"), 4369};
    source.id = sourceId(source.spec);
    source.on = on;
    source.found = 3;
    source.asked = QDateTime::currentDateTimeUtc();
    return source;
}

Profile shop()
{
    Profile profile;
    profile.name = QStringLiteral("Shop / Berlin");
    profile.entry = {NodeName::literal(u"web@db1")};
    profile.expected = {NodeName::literal(u"web@db1"), NodeName::literal(u"db@db1")};
    profile.cookieFile = QStringLiteral("/srv/me/.cookie");
    return profile;
}

} // namespace

/// Sources and profiles in the window.
class tst_DiscoveryDialog : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;

private Q_SLOTS:
    void sourcesAreSwitchedByTheirBoxes()
    {
        ClusterStore store;
        SelectionModel selection;
        DiscoveryDialog dialog(store, selection, 4369);
        dialog.show();
        store.apply({SourceChanged{epmd()}});
        auto *tree = dialog.findChild<QTreeWidget *>(QStringLiteral("sources"));
        QCOMPARE(tree->topLevelItemCount(), 1);
        QTreeWidgetItem *item = tree->topLevelItem(0);
        QCOMPARE(item->checkState(0), Qt::Checked);
        QCOMPARE(item->text(1), QStringLiteral("3"));
        QList<Intent> intents;
        connect(&dialog, &DiscoveryDialog::intent, this,
                [&](const Intent &intent) { intents.append(intent); });
        item->setCheckState(0, Qt::Unchecked);
        QCOMPARE(intents.size(), 1);
        QVERIFY(!std::get<SwitchSource>(intents.first()).on);
        // What comes back from the session is no switch of the person's.
        store.apply({SourceChanged{epmd(false)}});
        QCOMPARE(intents.size(), 1);
        store.apply({SourceRemoved{epmd().id}});
        QCOMPARE(tree->topLevelItemCount(), 0);
    }

    void nodesInDoubtAreListed()
    {
        ClusterStore store;
        SelectionModel selection;
        DiscoveryDialog dialog(store, selection, 4369);
        dialog.show();
        Node node;
        node.name = NodeName::literal(u"app@10.0.0.7");
        node.sightings = {{SourceKind::Epmd, QStringLiteral("epmd"), false, {}, {}},
                          {SourceKind::Dns, QStringLiteral("dns"), true, {}, {}}};
        Node missing;
        missing.name = NodeName::literal(u"db@10.0.0.8");
        missing.state = NodeState::Expected;
        store.apply({NodeChanged{node}, NodeChanged{missing}});
        auto *doubts = dialog.findChild<QTreeWidget *>(QStringLiteral("doubts"));
        QCOMPARE(doubts->topLevelItemCount(), 2);
        QCOMPARE(doubts->topLevelItem(0)->text(1), QStringLiteral("in DNS, not in EPMD"));
        doubts->setCurrentItem(doubts->topLevelItem(1));
        QVERIFY(selection.node());
        QCOMPARE(*selection.node(), missing.name);
    }

    void onlyWhatCanBeAskedIsAdded()
    {
        AddSourceDialog dialog(4370);
        auto *ok = dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        QVERIFY(!ok->isEnabled());
        dialog.findChild<QLineEdit *>(QStringLiteral("where"))->setText(QStringLiteral(" db1 "));
        QVERIFY(ok->isEnabled());
        QVERIFY(dialog.wanted() == SourceSpec(EpmdOfHost{QStringLiteral("db1"), 4370}));
        auto *kind = dialog.findChild<QComboBox *>(QStringLiteral("kind"));
        kind->setCurrentIndex(4);
        QVERIFY(!ok->isEnabled());
        dialog.findChild<QLineEdit *>(QStringLiteral("basename"))->setText(QStringLiteral("app"));
        QVERIFY(ok->isEnabled());
        QCOMPARE(std::get<DnsQuery>(dialog.wanted()).record, DnsRecord::Srv);
    }

    void profilesAreKeptByName()
    {
        QSettings settings(m_home.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        ProfileStore profiles(settings);
        QVERIFY(profiles.names().isEmpty());
        profiles.save(shop());
        Profile other = shop();
        other.name = QStringLiteral("A");
        profiles.save(other);
        QCOMPARE(profiles.names(), (QStringList{QStringLiteral("A"), shop().name}));
        profiles.touch(shop().name);
        QCOMPARE(profiles.names().first(), shop().name);
        QVERIFY(profiles.profile(shop().name) == shop());
        profiles.remove(QStringLiteral("A"));
        QVERIFY(!profiles.profile(QStringLiteral("A")));
        // What somebody wrote into the file by hand.
        settings.setValue(QStringLiteral("profiles/broken"), QStringLiteral("{"));
        QVERIFY(profiles.names().contains(QStringLiteral("broken")));
        QVERIFY(!profiles.profile(QStringLiteral("broken")));
    }

    void exportsHoldNoPaths()
    {
        const QString path = m_home.filePath(QStringLiteral("shop.nodescope-profile"));
        QCOMPARE(writeProfileFile(path, shop()), QString());
        const auto read = readProfileFile(path);
        QVERIFY(read.ok());
        QVERIFY(read->cookieFile.isEmpty());
        QCOMPARE(read->expected, shop().expected);
        // Nor are those taken that somebody wrote into a file.
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(cluster::toJson(shop(), false));
        file.close();
        QVERIFY(readProfileFile(path)->cookieFile.isEmpty());
        QVERIFY(!readProfileFile(m_home.filePath(QStringLiteral("none"))).ok());
        QVERIFY(!writeProfileFile(QStringLiteral("/nonexistent/x"), shop()).isEmpty());
    }

    void droppedProfilesAreTaken()
    {
        QWidget window;
        ProfileDrop drop(window);
        QSignalSpy dropped(&drop, &ProfileDrop::dropped);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/picture.png")),
                      QUrl::fromLocalFile(QStringLiteral("/tmp/shop.nodescope-profile"))});
        QDropEvent event(QPointF(1, 1), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QVERIFY(drop.eventFilter(&window, &event));
        QCOMPARE(dropped.first().first().toString(), QStringLiteral("/tmp/shop.nodescope-profile"));
        data.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/picture.png"))});
        QVERIFY(!drop.eventFilter(&window, &event));
    }

    void placesComeBackWithTheirProfile()
    {
        QSettings settings(m_home.filePath(QStringLiteral("p.ini")), QSettings::IniFormat);
        ProfileStore profiles(settings);
        profiles.save(shop());
        ClusterStore store;
        SelectionModel selection;
        GraphView graph(store, selection);
        ProfilePlacements places(store, profiles, graph);
        Node web;
        web.name = shop().entry.first();
        SessionInfo info;
        info.profile = shop().name;
        store.apply({NodeChanged{web}, SessionChanged{info}});
        graph.setPlacements({{web.name, {QPointF(120, -40), true}}});
        places.follow(CloseProfile{});
        const auto kept = profiles.profile(shop().name);
        QCOMPARE(kept->placements.size(), 1);
        QCOMPARE(kept->placements.first().x, 120.0);
        QVERIFY(kept->placements.first().pinned);
        // Moved while no profile was open, and opened again.
        store.apply({SessionChanged{SessionInfo()}});
        graph.setPlacements({{web.name, {QPointF(0, 0), false}}});
        places.follow(OpenProfile{*kept, {}});
        QCOMPARE(graph.placements().value(web.name).position, QPointF(120, -40));
        QVERIFY(graph.placements().value(web.name).pinned);
    }

    void theFormTakesNodesByLine()
    {
        ProfileForm form(shop(), {EpmdOfHost{QStringLiteral("db1"), 4369}});
        auto *save = form.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save);
        QVERIFY(save->isEnabled());
        QVERIFY(form.profile().sources.size() == 1);
        auto *expected = form.findChild<QPlainTextEdit *>(QStringLiteral("expected"));
        expected->setPlainText(QStringLiteral("a@h, b@h\nb@h\n"));
        QCOMPARE(form.profile().expected.size(), 2);
        expected->setPlainText(QStringLiteral("nobody"));
        QVERIFY(!save->isEnabled());
        expected->clear();
        form.findChild<QLineEdit *>(QStringLiteral("epmdPort"))->setText(QStringLiteral("99999"));
        QVERIFY(!save->isEnabled());
    }
};

QTEST_MAIN(tst_DiscoveryDialog)
#include "tst_DiscoveryDialog.moc"
