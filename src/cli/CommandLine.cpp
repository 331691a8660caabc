#include "cli/CommandLine.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include "cli/Words.h"
#include "cli/commands/Commands.h"

namespace nodescope::cli {

namespace {

constexpr qsizetype HelpColumn = 24;
constexpr qsizetype HelpWidth = 100;

QString usageOf(const Command &command)
{
    return QStringLiteral("nodescope-cli %1 %2").arg(command.name, command.synopsis).trimmed();
}

/// The text in lines of a terminal's width, each behind the first begun by `indent` spaces.
QString wrapped(const QString &text, qsizetype indent)
{
    const qsizetype width = HelpWidth - indent;
    QString out;
    qsizetype column = 0;
    const QStringList words = text.split(u' ');
    for (const QString &word : words) {
        if (column > 0 && column + 1 + word.size() > width) {
            out += u'\n' + QString(indent, u' ');
            column = 0;
        } else if (column > 0) {
            out += u' ';
            ++column;
        }
        out += word;
        column += word.size();
    }
    return out;
}

/// Two columns.
QString entry(const QString &left, const QString &right)
{
    QString text = QStringLiteral("  ") + left.leftJustified(HelpColumn - 3) + u' ';
    if (left.size() > HelpColumn - 3)
        text += u'\n' + QString(HelpColumn, u' ');
    return text + wrapped(right, HelpColumn);
}

QString overview()
{
    QStringList lines{Words::tr("Look at and act on Erlang and Elixir clusters from the command line."),
                      {},
                      Words::tr("usage: nodescope-cli COMMAND [ARGUMENTS...] [OPTIONS...]"),
                      {}};
    const QList<Command> commands = allCommands();
    for (const Command &command : commands)
        lines.append(entry(command.name, command.summary));
    lines += {{},
              entry(QStringLiteral("help COMMAND"), Words::tr("what a command does, and its options")),
              entry(QStringLiteral("--version"), Words::tr("the program's version")),
              {},
              Words::tr("Exit status: 0 done, 1 the thing asked about failed, 2 wrong use.")};
    return lines.join(u'\n');
}

QString helpOf(const Command &command)
{
    QStringList lines{
        wrapped(Words::tr("usage: %1").arg(usageOf(command)), 4), {}, wrapped(command.help, 0), {}};
    for (const Option &option : command.options) {
        const QString left = QStringLiteral("--") + option.name;
        lines.append(entry(option.value.isEmpty() ? left : left + u' ' + option.value, option.help));
    }
    lines.append(entry(QStringLiteral("--help"), Words::tr("this text")));
    return lines.join(u'\n');
}

ExitStatus wrongStart(const QString &complaint, Console &console)
{
    console.error(QStringLiteral("wrong_use"), complaint);
    console.explain(Words::tr("Try: nodescope-cli --help"));
    return ExitStatus::WrongUse;
}

const Command *find(const QList<Command> &commands, const QString &name)
{
    for (const Command &command : commands) {
        if (command.name == name)
            return &command;
    }
    return nullptr;
}

ExitStatus help(const QStringList &words, Console &console)
{
    if (words.isEmpty()) {
        console.print(overview());
        return ExitStatus::Done;
    }
    const QList<Command> commands = allCommands();
    const Command *command = find(commands, words.first());
    if (!command)
        return wrongStart(Words::tr("there is no command %1").arg(words.first()), console);
    console.print(helpOf(*command));
    return ExitStatus::Done;
}

/// What has to stand there: the synopsis begins with it.
QString missingIn(const Command &command, qsizetype given)
{
    static const QRegularExpression marks(QStringLiteral("[().\\[\\]]"));
    const QString what = command.synopsis.section(u' ', given, given).remove(marks);
    return command.example.isEmpty() ? Words::tr("%1 is missing").arg(what)
                                     : Words::tr("%1 is missing; for example: %2").arg(what, command.example);
}

QString tooMuchIn(const Command &command, const QString &word)
{
    return command.readsInput ? Words::tr("too much: %1; it reads the standard input, for example: %2")
                                    .arg(word, command.example)
                              : Words::tr("too much: %1").arg(word);
}

ExitStatus run(const Command &command, const QStringList &words, Console &console)
{
    const QStringList options = words.mid(0, words.indexOf(QStringLiteral("--")));
    if (options.contains(QStringLiteral("--help")) || options.contains(QStringLiteral("-h"))) {
        console.print(helpOf(command));
        return ExitStatus::Done;
    }
    console.setJson(options.contains(QStringLiteral("--json")));
    const auto arguments = Arguments::parse(words, command.options);
    if (!arguments.ok())
        return wrongUse(command, arguments.error(), console);
    const qsizetype count = arguments->positional().size();
    if (count < command.minArguments)
        return wrongUse(command, missingIn(command, count), console);
    if (command.maxArguments >= 0 && count > command.maxArguments)
        return wrongUse(command, tooMuchIn(command, arguments->positional().at(command.maxArguments)),
                        console);
    const ExitStatus status = command.run(*arguments, console);
    return status == ExitStatus::Done && console.hasLostOutput() ? ExitStatus::Failed : status;
}

} // namespace

ExitStatus wrongUse(const Command &command, const QString &complaint, Console &console)
{
    console.error(QStringLiteral("wrong_use"),
                  console.isJson() ? complaint : QStringLiteral("%1: %2").arg(command.name, complaint));
    console.explain(wrapped(Words::tr("usage: %1").arg(usageOf(command)), 4));
    return ExitStatus::WrongUse;
}

QList<Command> allCommands()
{
    return {namesCommand(),     discoverCommand(), topologyCommand(), watchCommand(),  recordCommand(),
            replayCommand(),    callCommand(),     sendCommand(),     shellCommand(),  connectCommand(),
            handshakeCommand(), doctorCommand(),   lintCommand(),     listenCommand(), explainCommand(),
            practiceCommand(),  termCommand(),     dissectCommand()};
}

ExitStatus runCommandLine(const QStringList &words, Console &console)
{
    if (words.isEmpty())
        return wrongStart(Words::tr("which command?"), console);
    const QString &first = words.first();
    if (first == QLatin1String("--help") || first == QLatin1String("-h") || first == QLatin1String("help"))
        return help(words.mid(1), console);
    if (first == QLatin1String("--version") || first == QLatin1String("version")) {
        console.print(QStringLiteral("nodescope-cli %1").arg(QCoreApplication::applicationVersion()));
        return ExitStatus::Done;
    }
    const QList<Command> commands = allCommands();
    if (const Command *command = find(commands, first))
        return run(*command, words.mid(1), console);
    if (first.startsWith(u'-')) {
        const auto refused = Arguments::parse({first}, {});
        return wrongStart(refused.ok() ? first : refused.error(), console);
    }
    return wrongStart(Words::tr("there is no command %1").arg(first), console);
}

} // namespace nodescope::cli
