#include <QFile>

#include "cli/CommonOptions.h"
#include "cli/SafeText.h"
#include "cli/Words.h"
#include "cli/commands/Commands.h"
#include "cli/dissect/DissectJson.h"
#include "cli/dissect/DissectText.h"

namespace nodescope::cli {

namespace {

using namespace protocol::capture;

// What was written, and whether the file itself is to blame for what was not.
struct Reading
{
    Console &console;
    bool fatal = false;
    bool nothing = false; // no capture at all

    // False once the reader of the output has gone.
    bool write(const CaptureEvents &events)
    {
        for (const CaptureEvent &event : events) {
            if (const auto *problem = event.as<CaptureProblem>()) {
                fatal = fatal || problem->fatal;
                nothing = nothing || problem->kind == CaptureProblem::Kind::NotACapture;
            }
            if (nothing)
                continue;
            const bool written =
                console.isJson() ? console.write(jsonLineOf(event)) : console.print(textOf(event));
            if (!written)
                return false;
        }
        return true;
    }
};

ExitStatus conclude(const Reading &reading, const CaptureSummary &summary, Console &console)
{
    if (reading.nothing) {
        console.error(QStringLiteral("not_a_capture"), Words::tr("this is no pcap or pcapng file"));
        return ExitStatus::Failed;
    }
    if (console.isJson())
        console.write(jsonLineOf(summary));
    if (summary.streams > 0)
        return ExitStatus::Done;
    console.error(QStringLiteral("nothing_found"),
                  Words::tr("in %n packet(s) there is no link of nodes and no EPMD", nullptr,
                            int(qMin(summary.packets, qint64(INT_MAX)))));
    return ExitStatus::Failed;
}

ExitStatus dissect(QIODevice &file, Console &console)
{
    constexpr qint64 Chunk = 256 * 1024;
    CaptureDissector dissector;
    Reading reading{console};
    while (!reading.fatal) {
        const QByteArray bytes = file.read(Chunk);
        if (bytes.isEmpty())
            break;
        if (!reading.write(dissector.append(bytes)))
            return ExitStatus::Done;
    }
    if (!reading.write(dissector.finish()))
        return ExitStatus::Done;
    return conclude(reading, dissector.summary(), console);
}

ExitStatus runDissect(const Arguments &arguments, Console &console)
{
    const QString name = arguments.positional().first();
    if (name == QLatin1String("-"))
        return dissect(console.input(), console);
    QFile file(name);
    if (file.open(QIODevice::ReadOnly))
        return dissect(file, console);
    console.error(QStringLiteral("unreadable"),
                  Words::tr("%1 cannot be read: %2").arg(safeText(name), file.errorString()));
    return ExitStatus::Failed;
}

} // namespace

Command dissectCommand()
{
    Command command;
    command.name = QStringLiteral("dissect");
    command.synopsis = QStringLiteral("FILE [--json]");
    command.summary = Words::tr("read captured traffic between nodes");
    command.help =
        Words::tr("Reads a capture file (pcap or pcapng; - is the standard input), finds the links "
                  "of nodes and the conversations with EPMD in it, on any port, and prints what "
                  "was said: handshakes, signals and messages, and what is missing. Needs no "
                  "cookie, and shows no digest.");
    command.options = {jsonOption()};
    command.example = QStringLiteral("nodescope-cli dissect trace.pcapng");
    command.minArguments = 1;
    command.maxArguments = 1;
    command.run = runDissect;
    return command;
}

} // namespace nodescope::cli
