#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QThread>
#include <QtTest>

#include "Stalls.h"
#include "app/DeltaMailbox.h"
#include "session/Simulation.h"
#include "session/TimeMachine.h"
#include "widgets/graphview/GraphView.h"
#include "widgets/mainwindow/MainWindow.h"
#include "widgets/replay/TimeDesk.h"

using namespace nodescope;
using namespace nodescope::cluster;
using test::Stalls;

namespace {

/// The window with all that stands behind it but the network: instead of that a simulation on a thread of its
/// own.
struct House
{
    explicit House(const session::SimulationSettings &how)
        : settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)
        , themes(*qApp)
        , languages(*qApp)
        , window({store, selection, themes, languages, settings, 4369, &line})
        , machine(clock, store, line,
                  {folder.filePath(QStringLiteral("recordings")), QStringLiteral("test"), {}})
    {
        QObject::connect(&mailbox, &app::DeltaMailbox::delivered, &machine, &session::TimeMachine::take);
        QObject::connect(&window.time(), &widgets::TimeDesk::wanted, &machine,
                         &session::TimeMachine::perform);
        QObject::connect(&machine, &session::TimeMachine::stateChanged, &window.time(),
                         &widgets::TimeDesk::setState);
        QObject::connect(&machine, &session::TimeMachine::storyTold, &window.time(),
                         &widgets::TimeDesk::tell);
        simulation = new session::Simulation(clock, how);
        simulation->moveToThread(&thread);
        QObject::connect(simulation, &session::Simulation::changed, simulation,
                         [this](const Deltas &deltas) { mailbox.post(deltas); });
        thread.start();
        window.resize(1280, 800);
        window.show();
    }
    ~House()
    {
        QMetaObject::invokeMethod(
            simulation, [this] { delete simulation; }, Qt::BlockingQueuedConnection);
        thread.quit();
        thread.wait();
    }
    void start() { QMetaObject::invokeMethod(simulation, &session::Simulation::start); }
    void stop()
    {
        QMetaObject::invokeMethod(simulation, &session::Simulation::stop, Qt::BlockingQueuedConnection);
    }
    [[nodiscard]] bool isExact(const Cluster &shown) const
    {
        return shown.sortedNodes() == simulation->truth().sortedNodes() &&
               shown.sortedLinks() == simulation->truth().sortedLinks();
    }

    QTemporaryDir folder;
    QSettings settings;
    base::SystemClock clock;
    ClusterStore store;
    ClusterStore line;
    widgets::SelectionModel selection;
    widgets::ThemeManager themes;
    widgets::LanguageManager languages;
    widgets::MainWindow window;
    session::TimeMachine machine;
    app::DeltaMailbox mailbox;
    QThread thread;
    session::Simulation *simulation = nullptr; // lives and dies on thread
};

} // namespace

/// 5,000 nodeup and nodedown a second over 10,000 nodes, down the same road as live data: the final state is
/// exact. How long the window stalls is printed (aim: never over 100 ms), not judged: machines are shared.
class tst_Load : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fiveThousandChangesASecond()
    {
        session::SimulationSettings how;
        House house(how);
        QVERIFY(QTest::qWaitForWindowExposed(&house.window));
        Stalls stalls;
        stalls.begin();
        house.start();
        QTRY_COMPARE_WITH_TIMEOUT(house.store.cluster().nodes().size(), qsizetype(how.nodes), 60'000);
        const double beginning = stalls.longest();
        QTest::qWait(3'000);
        stalls.begin();
        QTest::qWait(Seconds * 1'000);
        stalls.end();
        house.stop();
        QTRY_VERIFY_WITH_TIMEOUT(house.isExact(house.store.cluster()), 30'000);
        QVERIFY(house.isExact(house.line.cluster()));
        const QByteArray figures = QByteArray("longest stall ") +
                                   QByteArray::number(stalls.longest(), 'f', 1) +
                                   " ms, over 100 ms: " + QByteArray::number(stalls.over()) +
                                   ", when it appeared " + QByteArray::number(beginning, 'f', 1) +
                                   " ms; changes: " + QByteArray::number(house.simulation->changesMade()) +
                                   ", events dropped: " + QByteArray::number(house.mailbox.dropped().events);
        qInfo("%s", figures.constData());
        QVERIFY2(house.simulation->changesMade() > quint64(how.changesPerSecond) * Seconds / 2,
                 figures.constData());
    }

private:
    static constexpr int Seconds = 10;
};

QTEST_MAIN(tst_Load)
#include "tst_Load.moc"
