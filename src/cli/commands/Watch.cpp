#include <QEventLoop>
#include <QTimer>

#include "cli/Access.h"
#include "cli/CommonOptions.h"
#include "cli/EventLines.h"
#include "cli/Interruption.h"
#include "cli/Seeking.h"
#include "cli/TlsChoice.h"
#include "cli/WatchOptions.h"
#include "cli/Words.h"
#include "cli/commands/Commands.h"
#include "cli/recordings/StoryLines.h"
#include "dist/Timing.h"
#include "session/LiveSession.h"

namespace nodescope::cli {

namespace {

using session::LiveSession;
using namespace std::chrono_literals;

/// Prints what happens until it is over.
class Watch
{
public:
    Watch(const WatchOptions &options, dist::CookieStore cookies, Console &console)
        : m_options(options)
        , m_console(console)
        , m_interruption(console.outputDescriptor())
        , m_lines(m_clock)
        , m_session(m_clock, options.session, std::move(cookies))
        , m_seeking(m_session, options)
    {
    }

    ExitStatus run()
    {
        QObject::connect(&m_interruption, &Interruption::interrupted, &m_loop, &QEventLoop::quit);
        QObject::connect(&m_session, &LiveSession::changed, &m_loop,
                         [this](const cluster::Deltas &deltas) { tell(deltas); });
        m_storyTimer.setSingleShot(true);
        QObject::connect(&m_storyTimer, &QTimer::timeout, &m_loop,
                         [this] { print(m_stories.advance(now())); });
        QObject::connect(&m_seeking, &Seeking::gaveUp, &m_loop, [this] { giveUp(); });
        if (m_options.duration > 0ns)
            QTimer::singleShot(dist::timerInterval(m_options.duration), &m_loop, &QEventLoop::quit);
        m_seeking.begin();
        m_loop.exec();
        return m_status;
    }

private:
    [[nodiscard]] qint64 now() const { return m_clock.wall().toMSecsSinceEpoch(); }

    void tell(const cluster::Deltas &deltas)
    {
        print(m_lines.take(deltas));
        print(m_stories.take(now(), deltas));
    }

    void print(const QList<QJsonObject> &lines)
    {
        if (const qint64 next = m_stories.nextMoment(); next != 0)
            m_storyTimer.start(static_cast<int>(std::clamp<qint64>(next - now(), 1, 60'000)));
        for (const QJsonObject &line : lines) {
            if (!m_console.print(line)) {
                m_loop.quit();
                return;
            }
        }
    }

    void giveUp()
    {
        m_status = ExitStatus::Failed;
        m_console.error(QStringLiteral("not_reached"), Words::tr("none of the nodes can be reached"));
        m_loop.quit();
    }

    const WatchOptions m_options;
    Console &m_console;
    Interruption m_interruption;
    base::SystemClock m_clock;
    EventLines m_lines;
    StoryLines m_stories;
    QTimer m_storyTimer;
    LiveSession m_session;
    Seeking m_seeking;
    QEventLoop m_loop;
    ExitStatus m_status = ExitStatus::Done;
};

ExitStatus runWatch(const Arguments &arguments, Console &console)
{
    console.setJson(true);
    auto options = watchOptionsOf(arguments, arguments.positional(), arguments.has(QStringLiteral("follow")));
    if (!options.ok()) {
        console.setJson(false);
        return wrongUse(watchCommand(), options.error(), console);
    }
    const auto access = chooseAccess(arguments, options->nodes, console);
    if (!access)
        return ExitStatus::WrongUse;
    options->session.tls = access->tls;
    return Watch(*options, access->cookies, console).run();
}

} // namespace

Command watchCommand()
{
    Command command;
    command.name = QStringLiteral("watch");
    command.synopsis =
        QStringLiteral("NODE... [--for SECONDS] [--follow] [--cookie-file FILE] "
                       "[--tls-optfile FILE] [--epmd-port PORT] [--dist-port PORT] [--timeout SECONDS]");
    command.summary = Words::tr("what happens around nodes, as it happens");
    command.help = Words::tr(
        "Prints one JSON object a line for each event that the named nodes see, at once; there is "
        "no other format. Ends when interrupted, or after --for; fails if none of the nodes can "
        "be reached at the start. A node that goes away is waited for. The reason of a link-down is what "
        "the node that tells of it gives; unwatched says that the link may well be up, and that "
        "nobody tells of it any more, since we no longer reach the node that did. watching gives "
        "as its reason how: push (a process of ours on the node sends its events), poll (it is "
        "asked at intervals) or hearsay (only other nodes tell of it).");
    command.options = {{QStringLiteral("for"), QStringLiteral("SECONDS"), Words::tr("end after so long")},
                       {QStringLiteral("follow"), {}, Words::tr("watch the nodes that these know of, too")},
                       cookieFileOption(),
                       tlsOption(),
                       epmdPortOption(),
                       distPortOption(),
                       timeoutOption(Words::tr("how long to try to reach the first node (default: 10)")),
                       {QStringLiteral("json"), {}, Words::tr("changes nothing: it is always JSON")}};
    command.example = QStringLiteral("nodescope-cli watch app@db1");
    command.minArguments = 1;
    command.maxArguments = -1;
    command.run = runWatch;
    return command;
}

} // namespace nodescope::cli
