#include <cmath>

#include <QFile>
#include <QThread>

#include "cli/CommonOptions.h"
#include "cli/SafeText.h"
#include "cli/Words.h"
#include "cli/commands/Commands.h"
#include "cli/recordings/ReplayLines.h"
#include "cli/recordings/ReplayTime.h"

namespace nodescope::cli {

namespace {

using cluster::RecordingProblem;
using cluster::RecordingReader;

struct ReplayOptions
{
    bool json = false;
    QString from; ///< see ReplayTime; empty: from the beginning
    QString to;
    double speed = 0; ///< 0: at once
};

/// Goes through a file once, without keeping it.
class Replay
{
public:
    Replay(const ReplayOptions &options, Console &console)
        : m_options(options)
        , m_console(console)
    {
    }

    ExitStatus run(QIODevice &file)
    {
        constexpr qint64 Chunk = 256 * 1024;
        bool more = true;
        while (more && !m_done) {
            const QByteArray bytes = file.read(Chunk);
            if (bytes.isEmpty())
                break;
            QList<RecordingReader::Step> steps;
            more = m_reader.feed(bytes, steps);
            for (const RecordingReader::Step &step : std::as_const(steps))
                take(step);
        }
        m_reader.finish();
        if (!m_done)
            print(m_lines.finish());
        return conclude();
    }

private:
    void take(const RecordingReader::Step &step)
    {
        if (m_done)
            return;
        if (m_begin == 0)
            begin(step.time);
        if (step.kind != RecordingReader::Step::Mark && step.time > m_to) {
            m_done = true;
            print(m_lines.finish());
            return;
        }
        const QList<QJsonObject> lines = m_lines.take(step);
        const bool isMark = step.kind == RecordingReader::Step::Mark;
        if (step.time < m_from || (isMark && step.time > m_to))
            return;
        pace(step);
        print(lines);
    }

    void begin(qint64 time)
    {
        m_begin = std::max<qint64>(1, time);
        m_from = replayTime(m_options.from, m_begin).value_or(m_begin);
        m_to = replayTime(m_options.to, m_begin).value_or(std::numeric_limits<qint64>::max());
        m_last = m_from;
        if (!m_options.json)
            return;
        QJsonObject line{{QStringLiteral("event"), QStringLiteral("recording")},
                         {QStringLiteral("program"), m_reader.info().program},
                         {QStringLiteral("redacted"), m_reader.info().redacted}};
        if (m_reader.info().began.isValid())
            line.insert(QStringLiteral("time"), m_reader.info().began.toUTC().toString(Qt::ISODateWithMs));
        m_done = !m_console.print(line);
    }

    void pace(const RecordingReader::Step &step)
    {
        if (m_options.speed > 0 && step.time > m_last)
            QThread::msleep(
                static_cast<unsigned long>(std::lround(double(step.time - m_last) / m_options.speed)));
        m_last = std::max(m_last, step.time);
    }

    void print(const QList<QJsonObject> &lines)
    {
        for (const QJsonObject &line : lines) {
            const bool printed =
                m_options.json ? m_console.print(line) : m_console.print(ReplayLines::textOf(line));
            m_done = m_done || !printed;
        }
    }

    ExitStatus conclude()
    {
        switch (m_reader.problem()) {
        case RecordingProblem::None:
            break;
        case RecordingProblem::NotARecording:
            m_console.error(QStringLiteral("not_a_recording"),
                            Words::tr("this is no recording of Nodescope"));
            return ExitStatus::Failed;
        case RecordingProblem::LaterVersion:
            m_console.error(QStringLiteral("later_version"),
                            Words::tr("this recording was made by a later version of Nodescope"));
            return ExitStatus::Failed;
        case RecordingProblem::Cut:
            if (!m_done)
                m_console.notice(QStringLiteral("cut"),
                                 Words::tr("the recording was not ended in order; this is all of it"));
            break;
        case RecordingProblem::Damaged:
            m_console.error(
                QStringLiteral("damaged"),
                Words::tr("the recording is damaged behind its first %1 bytes; what follows is not shown")
                    .arg(m_reader.wholeBytes()));
            return ExitStatus::Failed;
        }
        return ExitStatus::Done;
    }

    const ReplayOptions m_options;
    Console &m_console;
    RecordingReader m_reader;
    ReplayLines m_lines;
    qint64 m_begin = 0;
    qint64 m_from = 0;
    qint64 m_to = 0;
    qint64 m_last = 0;
    bool m_done = false;
};

base::Result<ReplayOptions, QString> replayOptions(const Arguments &arguments)
{
    ReplayOptions options;
    const QString format = arguments.value(QStringLiteral("format"));
    options.json = arguments.has(QStringLiteral("json")) || format == QLatin1String("json");
    if (!format.isEmpty() && format != QLatin1String("json") && format != QLatin1String("text"))
        return base::Failure{Words::tr("--format takes text or json")};
    options.from = arguments.value(QStringLiteral("from"));
    options.to = arguments.value(QStringLiteral("to"));
    for (const QString &moment : {options.from, options.to}) {
        if (!moment.isEmpty() && !replayTime(moment, 1))
            return base::Failure{Words::tr("%1 is no moment: it must be HH:MM:SS, a date with a time as "
                                           "2026-03-01T14:03:07, or +SECONDS")
                                     .arg(moment)};
    }
    if (arguments.has(QStringLiteral("speed"))) {
        bool ok = false;
        options.speed = arguments.value(QStringLiteral("speed")).toDouble(&ok);
        if (!ok || options.speed <= 0 || options.speed > 1e6)
            return base::Failure{Words::tr("--speed takes a number above 0")};
    }
    return options;
}

ExitStatus runReplay(const Arguments &arguments, Console &console)
{
    const auto options = replayOptions(arguments);
    if (!options.ok())
        return wrongUse(replayCommand(), options.error(), console);
    console.setJson(options->json);
    const QString name = arguments.positional().constFirst();
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        console.error(QStringLiteral("unreadable"),
                      Words::tr("%1 cannot be read: %2").arg(safeText(name), file.errorString()));
        return ExitStatus::Failed;
    }
    return Replay(*options, console).run(file);
}

} // namespace

Command replayCommand()
{
    Command command;
    command.name = QStringLiteral("replay");
    command.synopsis = QStringLiteral("FILE [--format text|json] [--from TIME] [--to TIME] [--speed N]");
    command.summary = Words::tr("what a recording holds");
    command.help =
        Words::tr("Prints the events of a recording, one a line, and what they mean for the cluster: splits, "
                  "nodes that went, nodes that flap. Opens no connection. A recording that was cut by a "
                  "crash is read up to its last whole record.");
    command.options = {
        {QStringLiteral("format"), QStringLiteral("FORMAT"),
         Words::tr("text (default) or json, as watch prints it")},
        {QStringLiteral("from"), QStringLiteral("TIME"),
         Words::tr("begin there: HH:MM:SS, a date with a time, or +SECONDS after the beginning")},
        {QStringLiteral("to"), QStringLiteral("TIME"), Words::tr("end there")},
        {QStringLiteral("speed"), QStringLiteral("N"),
         Words::tr("print as things happened, N times as fast (default: at once)")},
        jsonOption()};
    command.example = QStringLiteral("nodescope-cli replay night.nodescope");
    command.minArguments = 1;
    command.maxArguments = 1;
    command.run = runReplay;
    return command;
}

} // namespace nodescope::cli
