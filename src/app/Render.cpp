#include "app/Render.h"

#include <cstdio>

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QPainter>
#include <QTimer>

#include "app/PracticeAdapter.h"
#include "base/SafeText.h"
#include "cluster/ClusterStore.h"
#include "dist/EpmdPort.h"
#include "doctor/CauseText.h"
#include "session/LiveSession.h"
#include "widgets/exporting/PictureFile.h"
#include "widgets/graphview/GraphView.h"
#include "widgets/style/ThemeManager.h"

namespace nodescope::app {

namespace {

constexpr int Failed = 1;
/// Nothing new for so long, and nothing outstanding: this is the cluster.
constexpr int QuietMilliseconds = 400;
constexpr int PlacesMilliseconds = 60'000;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Render)
};

void say(const QString &text)
{
    std::fputs(qPrintable(QStringLiteral("nodescope: ") + text + u'\n'), stderr);
}

session::LiveSettings settingsFor(const Arguments &arguments)
{
    session::LiveSettings settings;
    settings.epmdPort = arguments.epmdPort.value_or(dist::defaultEpmdPort());
    settings.reconnect = false;
    return settings;
}

/// The session's thread is ours: what it learns goes straight into the store.
class Observer
{
public:
    Observer(const Arguments &arguments, const base::Secret &cookie, cluster::ClusterStore &store)
        : m_arguments(arguments)
        , m_cookie(cookie)
        , m_session(m_clock, settingsFor(arguments), {})
        , m_practice(new PracticeAdapter(m_clock, settingsFor(arguments).epmdPort, &m_session))
        , m_practiceReady(!arguments.practiceNodes)
    {
        m_session.setPracticeHost(m_practice);
        m_quiet.setSingleShot(true);
        m_quiet.setInterval(QuietMilliseconds);
        QObject::connect(&m_session, &session::LiveSession::changed, &store,
                         [this, &store](const cluster::Deltas &deltas) {
                             store.apply(deltas);
                             m_quiet.start();
                         });
        QObject::connect(m_practice, &session::PracticeHost::ready, &store, [this] {
            m_practiceReady = true;
            m_quiet.start();
        });
        QObject::connect(m_practice, &session::PracticeHost::failed, &store,
                         [](const QString &reason, const QString &detail) {
                             say(Words::tr("the practice cluster did not start: %1 %2").arg(reason, detail));
                         });
    }

    void run()
    {
        if (m_arguments.practiceNodes) {
            cluster::StartPractice start;
            start.nodes = *m_arguments.practiceNodes;
            m_session.perform(start);
        }
        for (const base::NodeName &node : m_arguments.nodes) {
            cluster::ConnectToNode reach;
            reach.node = node;
            reach.cookie = m_cookie;
            m_session.perform(reach);
        }
        QEventLoop loop;
        QObject::connect(&m_quiet, &QTimer::timeout, &loop, [&] {
            if (m_practiceReady && m_session.isSettled())
                loop.quit();
            else
                m_quiet.start();
        });
        QTimer::singleShot(m_arguments.render->timeout, &loop, &QEventLoop::quit);
        m_quiet.start();
        loop.exec();
    }

private:
    const Arguments &m_arguments;
    const base::Secret &m_cookie;
    const base::SystemClock m_clock;
    session::LiveSession m_session;
    PracticeAdapter *m_practice; // the session's child
    bool m_practiceReady;
    QTimer m_quiet;
};

/// Large graphs are laid out by a thread of their own.
void waitForPlaces(const widgets::GraphView &view)
{
    QElapsedTimer clock;
    clock.start();
    do
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    while (!view.isSettled() && clock.elapsed() < PlacesMilliseconds);
}

bool write(const widgets::GraphView &view, const RenderArguments &render)
{
    widgets::PaintOptions options;
    options.size = render.size;
    const auto format = widgets::pictureFormatOf(render.file).value_or(widgets::PictureFormat::Svg);
    const QByteArray bytes = widgets::pictureBytes(
        format, render.size, render.scale,
        [&](QPainter &painter, const QRectF &target) { view.paintTo(painter, target, options); });
    const std::optional<QString> why = bytes.isEmpty()
                                           ? std::optional(Words::tr("there is not enough memory for it"))
                                           : widgets::saveFile(render.file, bytes);
    if (why)
        say(Words::tr("%1 could not be written: %2").arg(render.file, *why));
    return !why;
}

bool sayWhoWasNotReached(const QList<base::NodeName> &named, const cluster::Cluster &cluster)
{
    bool all = true;
    for (const base::NodeName &name : named) {
        const cluster::Node *node = cluster.node(name);
        if (node && !node->ourNameThere.isEmpty())
            continue;
        const cluster::Cause cause =
            node && node->cause != cluster::Cause::None ? node->cause : cluster::Cause::Cancelled;
        const cluster::Certainty certainty = node ? node->certainty : cluster::Certainty::Certain;
        say(Words::tr("%1 was not reached: %2")
                .arg(base::safeText(name.text()), doctor::sentenceOf(cause, certainty)));
        all = false;
    }
    return all;
}

} // namespace

int renderToFile(QApplication &application, const Arguments &arguments, const base::Secret &cookie)
{
    widgets::ThemeManager themes(application);
    themes.setMode(arguments.render->dark ? widgets::ThemeManager::Mode::Dark
                                          : widgets::ThemeManager::Mode::Light);
    cluster::ClusterStore store;
    widgets::SelectionModel selection;
    widgets::GraphView view(store, selection);
    view.setReducedMotion(true);
    view.resize(arguments.render->size);
    view.show(); // into memory: so that it has the size it is laid out for
    Observer observer(arguments, cookie, store);
    observer.run();
    // What came one by one is arranged as a whole.
    view.layoutAgain();
    waitForPlaces(view);
    const bool written = write(view, *arguments.render);
    const bool reached = sayWhoWasNotReached(arguments.nodes, store.cluster());
    return written && reached ? 0 : Failed;
}

} // namespace nodescope::app
