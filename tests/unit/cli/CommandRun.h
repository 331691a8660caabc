#pragma once

#include <QBuffer>
#include <QJsonDocument>
#include <QJsonObject>

#include "cli/CommandLine.h"

namespace nodescope::test {

/// A command line that was run in this process, and what came of it.
struct CommandRun
{
    cli::ExitStatus status = cli::ExitStatus::Done;
    QByteArray output;
    QByteArray errors;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(output).object(); }
    [[nodiscard]] QJsonObject error() const
    {
        return QJsonDocument::fromJson(errors).object().value(QStringLiteral("error")).toObject();
    }
};

[[nodiscard]] inline CommandRun runCommand(const QStringList &words, QByteArray input = {})
{
    CommandRun run;
    QBuffer in(&input);
    QBuffer out(&run.output);
    QBuffer err(&run.errors);
    in.open(QIODevice::ReadOnly);
    out.open(QIODevice::WriteOnly);
    err.open(QIODevice::WriteOnly);
    cli::Console console(in, out, err);
    run.status = cli::runCommandLine(words, console);
    return run;
}

} // namespace nodescope::test
