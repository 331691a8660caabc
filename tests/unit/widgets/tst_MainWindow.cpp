#include <algorithm>

#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QToolBar>
#include <QToolButton>
#include <QtTest>

#include "cluster/history/Recording.h"
#include "support/DemoCluster.h"
#include "widgets/common/Labels.h"
#include "widgets/connect/ConnectDialog.h"
#include "widgets/connect/CookieField.h"
#include "widgets/connect/RecentNodes.h"
#include "widgets/doctor/DoctorPane.h"
#include "widgets/exporting/PictureFile.h"
#include "widgets/graphview/GraphView.h"
#include "widgets/mainwindow/MainWindow.h"
#include "widgets/mainwindow/ShortcutsDialog.h"
#include "widgets/replay/RecentRecordings.h"
#include "widgets/replay/TimeDesk.h"
#include "widgets/welcome/WelcomePage.h"

using namespace nodescope;
using namespace nodescope::cluster;
using namespace nodescope::widgets;

namespace {
/// All that a window needs, in the order in which it must be made.
struct House
{
    explicit House(const QString &settingsFile)
        : settings(settingsFile, QSettings::IniFormat)
        , themes(*qApp)
        , languages(*qApp)
    {
        languages.choose(QStringLiteral("en"));
        window = std::make_unique<MainWindow>(WindowServices{store, selection, themes, languages, settings});
        QObject::connect(window.get(), &MainWindow::intent, window.get(),
                         [this](const Intent &intent) { intents.append(intent); });
    }
    QSettings settings;
    ClusterStore store;
    SelectionModel selection;
    ThemeManager themes;
    LanguageManager languages;
    QList<Intent> intents;
    std::unique_ptr<MainWindow> window;
};

QList<QAction *> leaves(const QMenu &menu)
{
    QList<QAction *> found;
    for (QAction *action : menu.actions()) {
        if (action->menu())
            found += leaves(*action->menu());
        else if (!action->isSeparator())
            found.append(action);
    }
    return found;
}

QList<QAction *> inMenus(const MainWindow &window)
{
    QList<QAction *> found;
    for (const QAction *top : window.menuBar()->actions())
        found += leaves(*top->menu());
    return found;
}
} // namespace

namespace {
/// Shown from the begin; the inbox and the processes are when somebody wants them.
constexpr const char *UsualDocks[] = {"nodesDock", "inspectorDock", "timelineDock"};

QDockWidget *dockOf(const MainWindow &window, const char *name)
{
    return window.findChild<QDockWidget *>(QLatin1String(name));
}

/// Qt puts a dock behind another one of its place outside the window.
bool isInFront(const MainWindow &window, const char *name)
{
    const QDockWidget *dock = dockOf(window, name);
    return dock->isVisible() && window.rect().intersects(dock->geometry());
}
} // namespace

class tst_MainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheWelcomePageUntilThereIsACluster();
    void submenusAreNamedInTheLanguageOfTheMoment();
    void asksWhatRunsHereWhenFirstShown();
    void everyActionIsInAMenu();
    void shortcutsAreUnique();
    void everyActionSaysWhatItDoesOrWhyNot();
    void mnemonicsAreUniquePerMenu_data();
    void mnemonicsAreUniquePerMenu();
    void doctorFitsASmallWindow();
    void fitsHalfALaptop_data();
    void fitsHalfALaptop();
    void doctorOpensAndLeaves();
    void docksAreRemembered();
    void widthsOfDocksAreRemembered();
    void aNarrowWindowFoldsTheNodes();
    void whoBringsTheNodesBackKeepsThem();
    void pagesComeBeforeOtherDocks();
    void placesAreRemembered();
    void presenterModeComesAndGoes();
    void newsOfAFailureGoWithIt();
    void aSmallWindowCanPlay();
    void presenterModeTellsWhyWhatFailed();
    void presenterModeBringsBackTheDocks();
    void namedNodesAreRecent();
    void nodesOfTheDialogAreRecent();
    void endsARecordingWhenItCloses();
    void anIdleWindowDoesNothing();
    void opensARecordingThatIsDropped();
    void aRecordingIsLeftByThoseWhoGoSomewhere();
    void changesLanguageWhileRunning();
    void survivesAFlood();
    void closesAtAnyState();

private:
    QString settingsFile() { return m_home.filePath(QStringLiteral("%1.ini").arg(++m_count)); }
    QTemporaryDir m_home;
    int m_count = 0;
};

void tst_MainWindow::showsTheWelcomePageUntilThereIsACluster()
{
    House house(settingsFile());
    house.window->resize(1280, 800);
    house.window->show();
    QVERIFY(house.window->findChild<WelcomePage *>()->isVisible());
    for (const QDockWidget *dock : house.window->findChildren<QDockWidget *>())
        QVERIFY(!dock->isVisible());
    house.store.apply(test::demoCluster());
    QVERIFY(house.window->graph().isVisible());
    for (const char *dock : UsualDocks)
        QVERIFY(house.window->findChild<QDockWidget *>(QLatin1String(dock))->isVisible());
    house.store.clear();
    QVERIFY(house.window->findChild<WelcomePage *>()->isVisible());
}

void tst_MainWindow::submenusAreNamedInTheLanguageOfTheMoment()
{
    const QTemporaryDir folder;
    House house(folder.filePath(QStringLiteral("settings")));
    const auto titles = [&house] {
        QStringList all;
        for (const QAction *action : inMenus(*house.window))
            all.append(titleOf(action));
        return all;
    };
    QCoreApplication::processEvents();
    const QStringList english = titles();
    QVERIFY(english.contains(QStringLiteral("Export and Print › Picture")));
    house.languages.choose(QStringLiteral("pt_BR"));
    QCoreApplication::processEvents();
    const QStringList portuguese = titles();
    QVERIFY(portuguese.contains(QStringLiteral("Exportar e imprimir › Imagem")));
    // No menu of before is found behind any action.
    for (const QString &title : portuguese) {
        const QString menu = title.section(QStringLiteral(" › "), 0, 0);
        if (menu == title)
            continue;
        for (const QString &before : english)
            QVERIFY2(!before.startsWith(menu + QStringLiteral(" › ")), qPrintable(title));
    }
    house.languages.choose(QStringLiteral("en"));
    QCoreApplication::processEvents();
    QCOMPARE(titles(), english);
}

void tst_MainWindow::asksWhatRunsHereWhenFirstShown()
{
    House house(settingsFile());
    house.window->show();
    QCOMPARE(house.intents.size(), 1);
    QCOMPARE(std::get<ListHost>(house.intents.first()).host, QStringLiteral("localhost"));
}

void tst_MainWindow::everyActionIsInAMenu()
{
    House house(settingsFile());
    const QList<QAction *> menus = inMenus(*house.window);
    for (const QAction *action : house.window->actions()) {
        QVERIFY2(menus.contains(action), qPrintable(action->objectName()));
        QVERIFY2(!action->objectName().isEmpty(), qPrintable(action->text()));
    }
}

void tst_MainWindow::shortcutsAreUnique()
{
    House house(settingsFile());
    QHash<QKeySequence, QString> taken;
    for (const QAction *action : inMenus(*house.window)) {
        if (action->shortcut().isEmpty())
            continue;
        const QString owner = taken.value(action->shortcut(), action->text());
        QVERIFY2(owner == action->text(),
                 qPrintable(action->shortcut().toString() + QStringLiteral(" ") + owner));
        taken.insert(action->shortcut(), action->text());
    }
    QVERIFY(taken.size() > 20);
}

void tst_MainWindow::everyActionSaysWhatItDoesOrWhyNot()
{
    House house(settingsFile());
    for (int round = 0; round < 2; ++round) {
        for (const QAction *action : inMenus(*house.window))
            QVERIFY2(!action->statusTip().isEmpty(), qPrintable(action->text()));
        house.store.apply(test::demoCluster());
    }
}

void tst_MainWindow::mnemonicsAreUniquePerMenu_data()
{
    QTest::addColumn<QString>("language");
    for (const LanguageManager::Language &language : LanguageManager::available())
        QTest::newRow(qPrintable(language.code)) << language.code;
}

void tst_MainWindow::mnemonicsAreUniquePerMenu()
{
    QFETCH(QString, language);
    House house(settingsFile());
    house.languages.choose(language);
    QCoreApplication::processEvents();
    const auto check = [](const QList<QAction *> &actions) {
        QSet<QChar> taken;
        for (const QAction *action : actions) {
            const qsizetype at = action->text().indexOf(u'&');
            if (at < 0 || at + 1 >= action->text().size())
                continue;
            const QChar key = action->text().at(at + 1).toLower();
            QVERIFY2(!taken.contains(key), qPrintable(action->text()));
            taken.insert(key);
        }
    };
    check(house.window->menuBar()->actions());
    for (const QAction *top : house.window->menuBar()->actions())
        check(top->menu()->actions());
}

void tst_MainWindow::doctorFitsASmallWindow()
{
    House house(settingsFile());
    house.window->resize(1024, 640);
    house.window->show();
    house.store.apply(test::demoCluster());
    house.window->findChild<QAction *>(QStringLiteral("doctor.open"))->trigger();
    QCoreApplication::processEvents();
    QCOMPARE(house.window->size(), QSize(1024, 640));
}

void tst_MainWindow::fitsHalfALaptop_data()
{
    mnemonicsAreUniquePerMenu_data();
}

void tst_MainWindow::fitsHalfALaptop()
{
    // A screen of 1440 x 900 at 200 %.
    QFETCH(const QString, language);
    House house(settingsFile());
    house.languages.choose(language);
    MainWindow &window = *house.window;
    const auto fits = [&window](const char *what) {
        QCoreApplication::sendPostedEvents();
        const QSize least = window.minimumSizeHint();
        const bool does = least.width() <= 720 && least.height() <= 450;
        if (!does)
            qWarning() << what << "needs" << least;
        return does;
    };
    window.resize(720, 450);
    window.show();
    QVERIFY(fits("the welcome page"));
    TimeState records;
    records.recording = m_home.filePath(QStringLiteral("day.nodescope"));
    records.recordedSince = QDateTime::currentMSecsSinceEpoch();
    window.time().setState(records);
    house.store.apply(test::demoCluster() + test::demoFigures() + test::demoMessages());
    house.selection.select(test::demoFailedLink());
    QVERIFY(fits("the graph"));
    for (const char *action : {"time.events", "time.nodes", "time.links", "time.matrix", "time.messages",
                               "term.inbox", "node.processes", "doctor.open", "doctor.compareSettings",
                               "doctor.explainLog", "doctor.listen", "doctor.handshakes"}) {
        window.findChild<QAction *>(QLatin1String(action))->trigger();
        QVERIFY(fits(action));
    }
    QCOMPARE(window.size(), QSize(720, 450));
    for (QWidget *tool :
         window.findChild<QToolBar *>()->findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
        if (tool->objectName() != QLatin1String("qt_toolbar_ext_button"))
            QVERIFY2(tool->isVisible(), qPrintable(tool->accessibleName()));
    }
}

void tst_MainWindow::doctorOpensAndLeaves()
{
    House house(settingsFile());
    house.window->resize(1280, 800);
    house.window->show();
    auto *pane = house.window->findChild<DoctorPane *>();
    auto *leave = house.window->findChild<QAction *>(QStringLiteral("doctor.leave"));
    QVERIFY(!leave->isEnabled());
    // From the welcome page, before anything is known.
    house.window->findChild<QAction *>(QStringLiteral("doctor.open"))->trigger();
    QVERIFY(pane->isVisible());
    QVERIFY(leave->isEnabled());
    house.store.apply(test::demoCluster());
    QVERIFY(pane->isVisible());
    leave->trigger();
    QVERIFY(house.window->graph().isVisible());
    for (const char *dock : UsualDocks)
        QVERIFY(house.window->findChild<QDockWidget *>(QLatin1String(dock))->isVisible());
    // From what is selected, with the docks making room.
    house.selection.select(test::demoFailedLink());
    house.window->findChild<QAction *>(QStringLiteral("doctor.examine"))->trigger();
    QVERIFY(pane->isVisible());
    QVERIFY(!house.window->findChild<QDockWidget *>(QStringLiteral("timelineDock"))->isVisible());
    const auto &examine = std::get<Examine>(house.intents.last());
    QCOMPARE(examine.from.text(), QStringLiteral("billing@db1.example"));
    QCOMPARE(examine.to, test::demoRefusingNode());
    QTest::keyClick(pane, Qt::Key_Escape);
    QVERIFY(house.window->graph().isVisible());
    QVERIFY(house.window->findChild<QDockWidget *>(QStringLiteral("timelineDock"))->isVisible());
}

/// Whether a window that is larger than the screen of the offscreen platform gets its size back: newer
/// versions of Qt fit it to the screen, and then our own rules for narrow windows hold.
static bool largeWindowsAreRestored()
{
    QWidget before;
    before.resize(1280, 800);
    before.show();
    QWidget after;
    return after.restoreGeometry(before.saveGeometry()) && after.size() == before.size();
}

void tst_MainWindow::docksAreRemembered()
{
    if (!largeWindowsAreRestored())
        QSKIP("this version of Qt fits a restored window to the screen, which is smaller here");
    const QString file = settingsFile();
    {
        House house(file);
        house.window->resize(1280, 800);
        house.window->show();
        house.store.apply(test::demoCluster());
        house.window->findChild<QDockWidget *>(QStringLiteral("timelineDock"))->hide();
        house.window->close();
    }
    House house(file);
    house.window->show();
    house.store.apply(test::demoCluster());
    auto *timeline = house.window->findChild<QDockWidget *>(QStringLiteral("timelineDock"));
    QVERIFY(!timeline->isVisible());
    QVERIFY(house.window->findChild<QDockWidget *>(QStringLiteral("nodesDock"))->isVisible());
    house.window->findChild<QAction *>(QStringLiteral("view.resetWindow"))->trigger();
    QVERIFY(timeline->isVisible());
}

void tst_MainWindow::widthsOfDocksAreRemembered()
{
    if (!largeWindowsAreRestored())
        QSKIP("this version of Qt fits a restored window to the screen, which is smaller here");
    const QString file = settingsFile();
    QList<QSize> sizes;
    for (int start = 0; start < 4; ++start) {
        House house(file);
        MainWindow &window = *house.window;
        if (start == 0)
            window.resize(1280, 800);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        house.store.apply(test::demoCluster());
        QCoreApplication::processEvents();
        if (start == 1)
            window.resizeDocks({dockOf(window, "nodesDock")}, {260}, Qt::Horizontal);
        QCoreApplication::processEvents();
        QList<QSize> now;
        for (const char *dock : UsualDocks)
            now.append(dockOf(window, dock)->size());
        if (start == 1)
            QCOMPARE(now.first().width(), 260);
        else if (start > 0)
            QCOMPARE(now, sizes);
        else
            QVERIFY(now.first().width() < 300);
        sizes = now;
        QCOMPARE(window.size(), QSize(1280, 800));
        window.close();
    }
}

void tst_MainWindow::aNarrowWindowFoldsTheNodes()
{
    const QString file = settingsFile();
    {
        House house(file);
        MainWindow &window = *house.window;
        window.resize(720, 450);
        window.show();
        house.store.apply(test::demoCluster());
        QVERIFY(dockOf(window, "nodesDock")->isHidden());
        QVERIFY(dockOf(window, "inspectorDock")->isVisible());
        QCoreApplication::processEvents();
        QVERIFY2(window.graph().width() > 400, qPrintable(QString::number(window.graph().width())));
        // Not while something else is shown, either.
        window.findChild<QAction *>(QStringLiteral("doctor.open"))->trigger();
        window.resize(1280, 800);
        window.findChild<QAction *>(QStringLiteral("doctor.leave"))->trigger();
        QVERIFY(dockOf(window, "nodesDock")->isVisible());
        window.resize(720, 450);
        QVERIFY(dockOf(window, "nodesDock")->isHidden());
        window.close();
    }
    // At the next start too, and a wide window brings them back.
    House house(file);
    house.window->show();
    house.store.apply(test::demoCluster());
    QVERIFY(dockOf(*house.window, "nodesDock")->isHidden());
    house.window->resize(1280, 800);
    QVERIFY(dockOf(*house.window, "nodesDock")->isVisible());
}

void tst_MainWindow::whoBringsTheNodesBackKeepsThem()
{
    const QString file = settingsFile();
    for (int start = 0; start < 2; ++start) {
        House house(file);
        MainWindow &window = *house.window;
        QDockWidget *nodes = dockOf(window, "nodesDock");
        if (start == 0)
            window.resize(800, 600);
        window.show();
        house.store.apply(test::demoCluster());
        if (start == 0)
            nodes->toggleViewAction()->trigger();
        QVERIFY(nodes->isVisible());
        window.resize(780, 600);
        QVERIFY(nodes->isVisible());
        window.close();
    }
}

void tst_MainWindow::pagesComeBeforeOtherDocks()
{
    House house(settingsFile());
    MainWindow &window = *house.window;
    window.resize(1280, 800);
    window.show();
    house.store.apply(test::demoCluster());
    for (const char *page : {"time.timeline", "time.events", "time.messages"}) {
        window.findChild<QAction *>(QStringLiteral("term.inbox"))->trigger();
        QCoreApplication::processEvents();
        QVERIFY(isInFront(window, "inboxDock") && !isInFront(window, "timelineDock"));
        window.findChild<QAction *>(QLatin1String(page))->trigger();
        QCoreApplication::processEvents();
        QVERIFY(isInFront(window, "timelineDock") && !isInFront(window, "inboxDock"));
    }
}

void tst_MainWindow::placesAreRemembered()
{
    const QString file = settingsFile();
    const base::NodeName node = test::demoRefusingNode();
    Placements moved;
    {
        House house(file);
        house.window->show();
        house.store.apply(test::demoCluster());
        moved = house.window->graph().placements();
        moved[node] = {QPointF(-777, 333), true};
        house.window->graph().setPlacements(moved);
        house.window->graph().setReducedMotion(true);
        house.window->close();
    }
    House house(file);
    house.window->show();
    house.store.apply(test::demoCluster());
    const Placements now = house.window->graph().placements();
    QCOMPARE(now.value(node).position, QPointF(-777, 333));
    QVERIFY(now.value(node).pinned);
    QCOMPARE(now.size(), moved.size());
    for (auto it = now.cbegin(); it != now.cend(); ++it)
        QVERIFY((it->position - moved.value(it.key()).position).manhattanLength() <= 1.5);
    QVERIFY(!house.window->graph().canUndoLayout());
}

void tst_MainWindow::presenterModeComesAndGoes()
{
    House house(settingsFile());
    house.window->resize(1400, 900);
    house.window->show();
    house.store.apply(test::demoCluster());
    auto *nodes = house.window->findChild<QDockWidget *>(QStringLiteral("nodesDock"));
    auto *keys = house.window->findChild<QLabel *>(QStringLiteral("presenterKeys"));
    const qreal usual = Theme::current(house.window.get()).scale;
    auto *presenter = house.window->findChild<QAction *>(QStringLiteral("view.presenter"));
    presenter->trigger();
    QVERIFY(!nodes->isVisible());
    QVERIFY(Theme::current(house.window.get()).scale > 1.4 * usual);
    QTest::keyClick(&house.window->graph(), Qt::Key_F);
    QVERIFY(keys->isVisible());
    QVERIFY2(keys->text().startsWith(u'F'), qPrintable(keys->text()));
    // No address of any host is on the stage.
    const QByteArray svg =
        pictureBytes(PictureFormat::Svg, QSize(1200, 800), 1, [&](QPainter &painter, const QRectF &target) {
            house.window->graph().paintTo(painter, target);
        });
    QVERIFY(svg.contains("host 1"));
    QVERIFY(!svg.contains("example"));
    presenter->trigger();
    QVERIFY(nodes->isVisible());
    QVERIFY(!keys->isVisible());
    QCOMPARE(Theme::current(house.window.get()).scale, usual);
}

/// That a connection could not be made is no news once it is there.
void tst_MainWindow::newsOfAFailureGoWithIt()
{
    House house(settingsFile());
    house.window->resize(1400, 900);
    house.window->show();
    house.store.apply(test::demoCluster());
    const auto *news = house.window->findChild<ElidedLabel *>(QStringLiteral("news"));
    QVERIFY(news);
    cluster::Event event;
    event.kind = cluster::EventKind::ConnectFailed;
    event.time = QDateTime::currentDateTimeUtc();
    event.source = cluster::selfName();
    event.node = base::NodeName::literal(u"a@late.example");
    event.reason = QStringLiteral("no_cookie");
    house.store.apply({cluster::EventHappened{event}});
    QVERIFY(news->fullText().contains(QLatin1String("a@late.example")));
    cluster::Link link;
    link.key = cluster::LinkKey(event.source, event.node);
    link.state = cluster::LinkState::Connecting;
    house.store.apply({cluster::LinkChanged{link}});
    QVERIFY(!news->fullText().isEmpty());
    link.state = cluster::LinkState::Up;
    house.store.apply({cluster::LinkChanged{link}});
    QVERIFY(news->fullText().isEmpty());
}

/// To play is there at any width, in every language, and no news are told in three letters.
void tst_MainWindow::aSmallWindowCanPlay()
{
    House house(settingsFile());
    house.window->resize(720, 450);
    house.window->show();
    QVERIFY(QTest::qWaitForWindowExposed(house.window.get()));
    house.store.apply(test::demoCluster());
    const auto *play = house.window->findChild<QAction *>(QStringLiteral("time.play"));
    QVERIFY(play);
    const auto isThere = [&] {
        const QList<QToolButton *> buttons = house.window->findChildren<QToolButton *>();
        return std::any_of(buttons.begin(), buttons.end(), [play](const QToolButton *button) {
            return button->defaultAction() == play && button->isVisible() &&
                   button->parentWidget()->rect().contains(button->geometry());
        });
    };
    QTRY_VERIFY(isThere());
    for (const int scale : {150, 200}) {
        house.themes.setTextScale(scale);
        QTRY_VERIFY(isThere());
        const auto *news = house.window->findChild<ElidedLabel *>(QStringLiteral("news"));
        QVERIFY(!news->isVisible() || news->width() > 90);
    }
    house.themes.setTextScale(100); // it is the application's
}

/// In presenter mode all docks are hidden: what failed brings the inspector, which tells no address either.
void tst_MainWindow::presenterModeTellsWhyWhatFailed()
{
    House house(settingsFile());
    house.window->resize(1400, 900);
    house.window->show();
    house.store.apply(test::demoCluster());
    auto *inspector = dockOf(*house.window, "inspectorDock");
    auto *presenter = house.window->findChild<QAction *>(QStringLiteral("view.presenter"));
    presenter->trigger();
    QVERIFY(!inspector->isVisible());
    const auto links = house.store.cluster().sortedLinks();
    const auto failed = std::find_if(links.begin(), links.end(), [](const cluster::Link &link) {
        return link.state == cluster::LinkState::Failed;
    });
    const auto up = std::find_if(links.begin(), links.end(), [](const cluster::Link &link) {
        return link.state == cluster::LinkState::Up;
    });
    QVERIFY(failed != links.end() && up != links.end());
    house.selection.select(up->key);
    QVERIFY(!inspector->isVisible());
    house.selection.select(failed->key);
    QVERIFY(inspector->isVisible());
    for (const QLabel *label : inspector->findChildren<QLabel *>())
        QVERIFY2(!label->isVisible() || !label->text().contains(QLatin1String(".example")),
                 qPrintable(label->text()));
    house.selection.clear();
    QVERIFY(!inspector->isVisible());
    presenter->trigger();
    QVERIFY(inspector->isVisible());
}

void tst_MainWindow::presenterModeBringsBackTheDocks()
{
    House house(settingsFile());
    MainWindow &window = *house.window;
    window.resize(1400, 900);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    house.store.apply(test::demoCluster());
    window.findChild<QAction *>(QStringLiteral("term.inbox"))->trigger();
    dockOf(window, "timelineDock")->raise();
    window.resizeDocks({dockOf(window, "nodesDock"), dockOf(window, "inspectorDock")}, {240, 360},
                       Qt::Horizontal);
    QCoreApplication::processEvents();
    const auto shown = [&window] {
        QList<QRect> places;
        for (const char *name : {"nodesDock", "inspectorDock", "timelineDock", "inboxDock"}) {
            places.append(isInFront(window, name) ? dockOf(window, name)->geometry() : QRect());
        }
        return places;
    };
    const QList<QRect> before = shown();
    QVERIFY(!before.at(2).isNull() && before.at(3).isNull());
    auto *presenter = window.findChild<QAction *>(QStringLiteral("view.presenter"));
    presenter->trigger();
    QCoreApplication::processEvents();
    const auto alone = [&window] {
        const auto docks = window.findChildren<QDockWidget *>();
        return std::all_of(docks.begin(), docks.end(),
                           [](const QDockWidget *dock) { return dock->isHidden(); });
    };
    QVERIFY(alone());
    // What comes and goes meanwhile brings none.
    window.findChild<QAction *>(QStringLiteral("doctor.open"))->trigger();
    QVERIFY(alone());
    window.findChild<QAction *>(QStringLiteral("doctor.leave"))->trigger();
    window.resize(1390, 900);
    window.resize(1400, 900);
    QVERIFY(alone());
    presenter->trigger();
    QCoreApplication::processEvents();
    QCOMPARE(window.size(), QSize(1400, 900));
    QCOMPARE(shown(), before);
}

void tst_MainWindow::namedNodesAreRecent()
{
    const QString file = settingsFile();
    {
        House house(file);
        ConnectToNode dial;
        dial.node = base::NodeName::literal(u"app@db1.example");
        dial.epmdPort = 4370;
        house.window->connectTo(dial);
        // Named at the start, it is dialled without a question.
        QCOMPARE(house.intents.size(), 1);
        QCOMPARE(std::get<ConnectToNode>(house.intents.first()).node, dial.node);
    }
    QSettings settings(file, QSettings::IniFormat);
    const RecentNodes recent(settings);
    QCOMPARE(recent.entries().size(), 1);
    QCOMPARE(recent.entries().first().node.text(), QStringLiteral("app@db1.example"));
    QCOMPARE(recent.entries().first().epmdPort, quint16(4370));
}

void tst_MainWindow::nodesOfTheDialogAreRecent()
{
    House house(settingsFile());
    house.window->show();
    house.window->findChild<QAction *>(QStringLiteral("connect.open"))->trigger();
    auto *dialog = house.window->findChild<ConnectDialog *>();
    QVERIFY(dialog);
    const auto node = base::NodeName::literal(u"app@db1.example");
    dialog->setNode(node, quint16(4370));
    dialog->findChild<CookieField *>()->setSource(CookieField::Source::Stored);
    const RecentNodes recent(house.settings);
    dialog->findChild<QPushButton *>(QStringLiteral("go"))->click();
    const auto dials = std::count_if(house.intents.cbegin(), house.intents.cend(), [](const Intent &intent) {
        return std::holds_alternative<ConnectToNode>(intent);
    });
    QCOMPARE(dials, 1);
    QCOMPARE(recent.entries().size(), 1);
    QCOMPARE(recent.entries().first().node, node);
    QCOMPARE(recent.entries().first().epmdPort, quint16(4370));
}

void tst_MainWindow::endsARecordingWhenItCloses()
{
    House house(settingsFile());
    house.window->resize(720, 450);
    house.window->show();
    auto *sign = house.window->findChild<QWidget *>(QStringLiteral("recordingSign"));
    QVERIFY(!sign->isVisible());
    QList<TimeIntent> wanted;
    connect(&house.window->time(), &TimeDesk::wanted, house.window.get(),
            [&](const TimeIntent &intent) { wanted.append(intent); });
    TimeState state;
    state.recording = m_home.filePath(QStringLiteral("running.nodescope"));
    state.recordedSince = QDateTime::currentMSecsSinceEpoch();
    house.window->time().setState(state);
    QCoreApplication::processEvents();
    QVERIFY(sign->isVisible());
    QCOMPARE(house.window->size(), QSize(720, 450));
    house.window->close();
    QCOMPARE(wanted.size(), 1);
    QVERIFY(std::holds_alternative<StopRecording>(wanted.first()));
    QCOMPARE(RecentRecordings(house.settings).files(), QStringList{state.recording});
}

void tst_MainWindow::anIdleWindowDoesNothing()
{
    House house(settingsFile());
    house.window->resize(1400, 900);
    house.window->show();
    house.store.apply(test::largeCluster(10, 50));
    QVERIFY(QTest::qWaitFor([&] { return house.window->graph().isSettled(); }, 60'000));
    QTest::qWait(1500);
    /// What happens to the window's parts while nobody does anything.
    class Counter : public QObject
    {
    public:
        int paints = 0;
        int timers = 0;
        bool eventFilter(QObject *, QEvent *event) override
        {
            paints += event->type() == QEvent::Paint ? 1 : 0;
            timers += event->type() == QEvent::Timer ? 1 : 0;
            return false;
        }
    } counter;
    qApp->installEventFilter(&counter);
    QTest::qWait(2500);
    qApp->removeEventFilter(&counter);
    // The timeline's time goes on, once a second; nothing else does.
    QVERIFY2(counter.paints <= 12, qPrintable(QString::number(counter.paints)));
    QVERIFY2(counter.timers <= 8, qPrintable(QString::number(counter.timers)));
}

void tst_MainWindow::opensARecordingThatIsDropped()
{
    House house(settingsFile());
    house.window->show();
    QStringList opened;
    connect(&house.window->time(), &TimeDesk::wanted, house.window.get(), [&](const TimeIntent &intent) {
        if (const auto *open = std::get_if<OpenRecording>(&intent))
            opened.append(open->file);
    });
    const auto drop = [&](const QList<QUrl> &urls) {
        QMimeData data;
        data.setUrls(urls);
        const QPoint at(300, 300);
        QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QCoreApplication::sendEvent(house.window.get(), &enter);
        if (!enter.isAccepted())
            return false;
        QDropEvent dropped(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(house.window.get(), &dropped);
        return dropped.isAccepted();
    };
    const QString file = m_home.filePath(QStringLiteral("day.%1").arg(recordingSuffix().toUpper()));
    const QUrl recording = QUrl::fromLocalFile(file);
    QVERIFY(!drop({QUrl::fromLocalFile(m_home.filePath(QStringLiteral("picture.png")))}));
    QVERIFY(!drop({QUrl(QStringLiteral("https://h.example/day.") + recordingSuffix())}));
    QVERIFY(!drop({recording, recording})); // one at a time
    QVERIFY(opened.isEmpty());
    QVERIFY(drop({recording}));
    QCOMPARE(opened, QStringList{file});
}

void tst_MainWindow::aRecordingIsLeftByThoseWhoGoSomewhere()
{
    House house(settingsFile());
    house.window->resize(1280, 800);
    house.window->show();
    TimeDesk &time = house.window->time();
    QList<TimeIntent> wanted;
    connect(&time, &TimeDesk::wanted, house.window.get(),
            [&](const TimeIntent &intent) { wanted.append(intent); });
    // At its beginning a recording may be empty; there is a timeline all the same.
    TimeState state;
    state.opened = m_home.filePath(QStringLiteral("day.nodescope"));
    state.live = false;
    state.begin = state.moment = 1'000'000;
    state.end = 2'000'000;
    time.setState(state);
    QVERIFY(house.window->graph().isVisible());
    QVERIFY(!house.window->findChild<WelcomePage *>()->isVisible());
    QCOMPARE(RecentRecordings(house.settings).files(), QStringList{state.opened});

    house.intents.clear();
    house.window->findChild<QAction *>(QStringLiteral("connect.open"))->trigger();
    auto *dialog = house.window->findChild<ConnectDialog *>();
    QVERIFY(dialog);
    dialog->setNode(base::NodeName::literal(u"app@db1.example"), quint16(4370));
    dialog->findChild<CookieField *>()->setSource(CookieField::Source::Stored);
    dialog->findChild<QPushButton *>(QStringLiteral("go"))->click();
    QVERIFY(std::any_of(wanted.cbegin(), wanted.cend(),
                        [](const TimeIntent &intent) { return std::holds_alternative<GoLive>(intent); }));
    QVERIFY(std::any_of(house.intents.cbegin(), house.intents.cend(),
                        [](const Intent &intent) { return std::holds_alternative<ConnectToNode>(intent); }));
    time.setState({});
    QVERIFY(house.window->findChild<WelcomePage *>()->isVisible());
}

void tst_MainWindow::changesLanguageWhileRunning()
{
    House house(settingsFile());
    house.window->show();
    house.store.apply(test::demoCluster());
    house.selection.select(test::demoFailedLink());
    QCOMPARE(house.window->menuBar()->actions().at(1)->text(), QStringLiteral("&Node"));
    house.languages.choose(QStringLiteral("pt_BR"));
    QCoreApplication::processEvents();
    QCOMPARE(house.window->menuBar()->actions().at(1)->text(), QStringLiteral("&Nó"));
    QCOMPARE(house.window->findChild<QDockWidget *>(QStringLiteral("timelineDock"))->windowTitle(),
             QStringLiteral("Linha do tempo"));
}

void tst_MainWindow::survivesAFlood()
{
    House house(settingsFile());
    house.window->show();
    std::mt19937 random(11);
    for (int batch = 0; batch < 60; ++batch) {
        house.store.apply(test::randomDeltas(random, 50));
        if (batch % 10 == 0) {
            const QList<Node> nodes = house.store.cluster().sortedNodes();
            if (!nodes.isEmpty())
                house.selection.select(nodes.first().name);
            QCoreApplication::processEvents();
        }
    }
    QVERIFY(house.window->graph().isVisible());
}

void tst_MainWindow::closesAtAnyState()
{
    for (int state = 0; state < 5; ++state) {
        House house(settingsFile());
        if (state > 0)
            house.window->show();
        if (state > 1)
            house.store.apply(test::demoCluster());
        if (state > 2)
            house.selection.select(test::demoFailedLink());
        if (state > 3)
            house.window->findChild<QAction *>(QStringLiteral("connect.open"))->trigger();
        house.window.reset();
        house.store.apply(test::demoCluster());
        house.store.clear();
    }
}

QTEST_MAIN(tst_MainWindow)
#include "tst_MainWindow.moc"
