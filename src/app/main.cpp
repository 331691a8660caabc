#include <cstdio>

#include <QApplication>
#include <QElapsedTimer>
#include <QSettings>
#include <QStandardPaths>
#include <QTimer>

#include "app/Arguments.h"
#include "app/DeltaMailbox.h"
#include "app/Handover.h"
#include "app/NetworkThread.h"
#include "app/Render.h"
#include "app/ReportMailbox.h"
#include "app/StartMeasure.h"
#include "base/Logging.h"
#include "dist/CookieSource.h"
#include "dist/EpmdPort.h"
#include "dist/PlainLoops.h"
#include "doctor/CookieText.h"
#include "session/TimeMachine.h"
#include "widgets/figures/FigureActions.h"
#include "widgets/mainwindow/MainWindow.h"
#include "widgets/replay/TimeDesk.h"

using namespace nodescope;

namespace {

constexpr int WrongUse = 2;

void describeApplication()
{
    QApplication::setApplicationName(QStringLiteral("Nodescope"));
    QApplication::setOrganizationName(QStringLiteral("Nodescope"));
    QApplication::setApplicationVersion(QStringLiteral(NODESCOPE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.nodescope.Nodescope"));
    QApplication::setWindowIcon(QIcon::fromTheme(QStringLiteral("nodescope"),
                                                 QIcon(QStringLiteral(":/nodescope/icons/nodescope.svg"))));
}

/// Needs no window, so that `--help` and `--version` work without a display.
std::optional<int> answerWithoutWindow(int argc, char **argv, app::Arguments *arguments)
{
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));
    const auto read = app::readArguments(words);
    if (read.ok()) {
        *arguments = *read;
        return std::nullopt;
    }
    std::FILE *out = read.error().wrongUse ? stderr : stdout;
    std::fputs(qPrintable(read.error().text.trimmed() + u'\n'), out);
    return read.error().wrongUse ? WrongUse : 0;
}

/// The cookie for the nodes on the command line: the file that was named, or the environment's.
dist::CookieResult cookieFor(const app::Arguments &arguments)
{
    if (!arguments.cookieFile.isEmpty())
        return dist::readCookieFile(arguments.cookieFile);
    // A window can ask; a picture is made with what there is.
    return arguments.render ? dist::findCookie() : dist::readCookieEnvironment();
}

void performArguments(const app::Arguments &arguments, const base::Secret &cookie,
                      app::NetworkThread &network, widgets::MainWindow &window)
{
    if (arguments.practiceNodes) {
        cluster::StartPractice start;
        start.nodes = *arguments.practiceNodes;
        network.perform(start);
    }
    for (const base::NodeName &node : arguments.nodes) {
        cluster::ConnectToNode connectTo;
        connectTo.node = node;
        connectTo.cookie = cookie;
        connectTo.epmdPort = arguments.epmdPort;
        window.connectTo(connectTo);
    }
}

session::TimeMachineSettings timeSettings()
{
    session::TimeMachineSettings settings;
    settings.folder = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) +
                      QStringLiteral("/recordings");
    settings.program = QStringLiteral("Nodescope ") + QApplication::applicationVersion();
    return settings;
}

void joinTime(widgets::MainWindow &window, session::TimeMachine &time)
{
    widgets::TimeDesk &desk = window.time();
    QObject::connect(&desk, &widgets::TimeDesk::wanted, &time, &session::TimeMachine::perform);
    QObject::connect(&time, &session::TimeMachine::stateChanged, &desk, &widgets::TimeDesk::setState);
    QObject::connect(&time, &session::TimeMachine::storyTold, &desk, &widgets::TimeDesk::tell);
    QObject::connect(&time, &session::TimeMachine::storiesForgotten, &desk,
                     &widgets::TimeDesk::forgetStories);
    QObject::connect(&time, &session::TimeMachine::failed, &desk, &widgets::TimeDesk::failed);
    QObject::connect(&time, &session::TimeMachine::saved, &desk, &widgets::TimeDesk::saved);
    desk.setState(time.state());
}

/// Of the window system that the window will stand in.
QString displayName()
{
    const QString wayland = qEnvironmentVariable("WAYLAND_DISPLAY");
    return wayland.isEmpty() ? qEnvironmentVariable("DISPLAY") : wayland;
}

void openHandedOver(widgets::MainWindow &window, const app::Handover &handover)
{
    window.bringForward();
    if (!handover.recording.isEmpty())
        window.openRecording(handover.recording);
    if (!handover.profile.isEmpty())
        window.openProfile(handover.profile);
}

} // namespace

int main(int argc, char **argv)
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    QCoreApplication::setApplicationVersion(QStringLiteral(NODESCOPE_VERSION));
    app::Arguments arguments;
    if (const std::optional<int> status = answerWithoutWindow(argc, argv, &arguments))
        return *status;

    if (arguments.render && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    dist::usePlainLoops(dist::Loops::OfThreads);
    QApplication application(argc, argv);
    describeApplication();
    const dist::CookieResult cookie = cookieFor(arguments);
    if (!cookie.ok() && !arguments.cookieFile.isEmpty()) {
        std::fputs(qPrintable(doctor::cookieProblemText(cookie.error()) + u'\n'), stderr);
        return WrongUse;
    }

    if (arguments.render)
        return app::renderToFile(application, arguments, cookie.ok() ? *cookie : base::Secret());

    const base::SystemClock clock;
    QSettings settings;
    const QString handoverName = app::handoverName(displayName(), settings.fileName());
    const auto handover = app::handoverOf(arguments);
    if (handover && app::handOver(handoverName, *handover))
        return 0;
    widgets::ThemeManager themes(application);
    widgets::LanguageManager languages(application);
    cluster::ClusterStore store;
    cluster::ClusterStore line;
    widgets::SelectionModel selection;
    const quint16 epmdPort = arguments.epmdPort.value_or(dist::defaultEpmdPort());
    widgets::MainWindow window({store, selection, themes, languages, settings, epmdPort, &line});
    if (!arguments.language.isEmpty())
        languages.choose(arguments.language);

    app::DeltaMailbox mailbox;
    session::TimeMachine time(clock, store, line, timeSettings());
    QObject::connect(&mailbox, &app::DeltaMailbox::delivered, &time, &session::TimeMachine::take);
    joinTime(window, time);
    session::LiveSettings live;
    live.epmdPort = epmdPort;
    live.figureSeconds = widgets::FigureActions::chosenSeconds(settings);
    app::ReportMailbox reports;
    QObject::connect(&reports, &app::ReportMailbox::delivered, &window, &widgets::MainWindow::takeReports);
    app::NetworkThread network(clock, mailbox, live, {});
    QObject::connect(&window, &widgets::MainWindow::intent, &network, &app::NetworkThread::perform);
    network.carryReports(reports);
    if (!arguments.recording.isEmpty())
        window.openRecording(arguments.recording);
    performArguments(arguments, cookie.ok() ? *cookie : base::Secret(), network, window);

    if (!arguments.profile.isEmpty())
        window.openProfile(arguments.profile);

    app::HandoverServer handovers;
    QObject::connect(&handovers, &app::HandoverServer::received, &window,
                     [&window](const app::Handover &one) { openHandedOver(window, one); });
    (void)handovers.listen(handoverName);

    std::unique_ptr<app::StartMeasure> measure;
    if (app::StartMeasure::isWanted())
        measure = std::make_unique<app::StartMeasure>(sinceStart, arguments.practiceNodes.value_or(0), window,
                                                      store);
    window.show();
    QTimer::singleShot(0, &window,
                       [&] { qCInfo(base::lcApp) << "first frame after" << sinceStart.elapsed() << "ms"; });
    return QApplication::exec();
}
