#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>

#include "cli/Access.h"
#include "cli/CommonOptions.h"
#include "cli/Interruption.h"
#include "cli/SafeText.h"
#include "cli/Seeking.h"
#include "cli/TlsChoice.h"
#include "cli/WatchOptions.h"
#include "cli/Words.h"
#include "cli/commands/Commands.h"
#include "cli/recordings/ReplayLines.h"
#include "dist/Timing.h"
#include "session/LiveSession.h"
#include "session/Recorder.h"

namespace nodescope::cli {

namespace {

using session::LiveSession;
using session::Recorder;
using namespace std::chrono_literals;

struct RecordOptions : WatchOptions
{
    QString file;
};

cluster::RecordingInfo describe(const base::Clock &clock)
{
    cluster::RecordingInfo info;
    info.program = QStringLiteral("nodescope-cli ") + QCoreApplication::applicationVersion();
    info.began = clock.wall();
    return info;
}

/// Writes what happens until it is over.
class Record
{
public:
    Record(const RecordOptions &options, dist::CookieStore cookies, Console &console)
        : m_options(options)
        , m_console(console)
        , m_session(m_clock, options.session, std::move(cookies))
        , m_seeking(m_session, options)
        , m_recorder(options.file, describe(m_clock))
    {
    }

    ExitStatus run()
    {
        const auto begun = m_recorder.begin(now(), m_session.picture().cluster());
        if (!begun.ok())
            return fail(begun.error());
        QObject::connect(&m_interruption, &Interruption::interrupted, &m_loop, &QEventLoop::quit);
        QObject::connect(&m_session, &LiveSession::changed, &m_loop, [this](const cluster::Deltas &deltas) {
            m_recorder.take(now(), deltas);
            m_events += m_lines.take({cluster::RecordingReader::Step::Batch, now(), deltas, {}}).size();
        });
        QObject::connect(&m_seeking, &Seeking::gaveUp, &m_loop, [this] { giveUp(); });
        QObject::connect(&m_recorder, &Recorder::failed, &m_loop,
                         [this](const session::RecorderError &error) {
                             m_status = fail(error);
                             m_loop.quit();
                         });
        if (m_options.duration > 0ns)
            QTimer::singleShot(dist::timerInterval(m_options.duration), &m_loop, &QEventLoop::quit);
        m_seeking.begin();
        m_loop.exec();
        m_recorder.end();
        if (m_status == ExitStatus::Done)
            conclude();
        return m_status;
    }

private:
    [[nodiscard]] qint64 now() const { return m_clock.wall().toMSecsSinceEpoch(); }

    void giveUp()
    {
        m_status = ExitStatus::Failed;
        m_console.error(QStringLiteral("not_reached"), Words::tr("none of the nodes can be reached"));
        m_loop.quit();
    }

    ExitStatus fail(const session::RecorderError &error)
    {
        const bool opening = error.kind == session::RecorderError::CannotOpen;
        m_console.error(opening ? QStringLiteral("unwritable") : QStringLiteral("write_failed"),
                        (opening ? Words::tr("%1 cannot be made: %2") : Words::tr("%1 cannot be written: %2"))
                            .arg(safeText(error.file), error.detail));
        return ExitStatus::Failed;
    }

    void conclude()
    {
        m_events += m_lines.finish().size();
        if (m_console.isJson()) {
            m_console.print(QJsonObject{{QStringLiteral("file"), m_options.file},
                                        {QStringLiteral("bytes"), m_recorder.bytes()},
                                        {QStringLiteral("events"), m_events}});
            return;
        }
        m_console.print(Words::tr("%1: %n event(s)", nullptr, int(std::min<qint64>(m_events, INT_MAX)))
                            .arg(safeText(m_options.file)));
    }

    const RecordOptions m_options;
    Console &m_console;
    Interruption m_interruption;
    base::SystemClock m_clock;
    LiveSession m_session;
    Seeking m_seeking;
    Recorder m_recorder;
    QEventLoop m_loop;
    ReplayLines m_lines; ///< what replay will print of it, which is what is counted
    qint64 m_events = 0;
    ExitStatus m_status = ExitStatus::Done;
};

base::Result<RecordOptions, QString> recordOptions(const Arguments &arguments)
{
    const auto watched =
        watchOptionsOf(arguments, arguments.positional().mid(1), !arguments.has(QStringLiteral("no-follow")));
    if (!watched.ok())
        return base::Failure{watched.error()};
    RecordOptions options;
    static_cast<WatchOptions &>(options) = *watched;
    options.file = arguments.positional().constFirst();
    return options;
}

ExitStatus runRecord(const Arguments &arguments, Console &console)
{
    auto options = recordOptions(arguments);
    if (!options.ok())
        return wrongUse(recordCommand(), options.error(), console);
    const auto access = chooseAccess(arguments, options->nodes, console);
    if (!access)
        return ExitStatus::WrongUse;
    options->session.tls = access->tls;
    return Record(*options, access->cookies, console).run();
}

} // namespace

Command recordCommand()
{
    Command command;
    command.name = QStringLiteral("record");
    command.synopsis = QStringLiteral(
        "FILE NODE... [--for SECONDS] [--no-follow] [--cookie-file FILE] "
        "[--tls-optfile FILE] [--epmd-port PORT] [--dist-port PORT] [--timeout SECONDS] [--json]");
    command.summary = Words::tr("what happens to a cluster, into a file");
    command.help = Words::tr(
        "Writes what the named nodes and those that they know of see of each other to a new file, "
        "until it is interrupted, or for the time of --for. The window and replay open it. What "
        "was written before a crash can be read. No cookie and no key is in it. At the end it says how "
        "many events the file holds: one for each line that replay prints.");
    command.options = {
        {QStringLiteral("for"), QStringLiteral("SECONDS"), Words::tr("end after so long")},
        {QStringLiteral("no-follow"), {}, Words::tr("only the named nodes, not those that they know of")},
        cookieFileOption(),
        tlsOption(),
        epmdPortOption(),
        distPortOption(),
        timeoutOption(Words::tr("how long to try to reach the first node (default: 10)")),
        jsonOption()};
    command.example = QStringLiteral("nodescope-cli record night.nodescope app@db1");
    command.minArguments = 2;
    command.maxArguments = -1;
    command.run = runRecord;
    return command;
}

} // namespace nodescope::cli
