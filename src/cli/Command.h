#pragma once

#include <functional>

#include <QList>
#include <QString>

#include "cli/Arguments.h"
#include "cli/Console.h"
#include "cli/ExitStatus.h"

namespace nodescope::cli {

/// One command, as data and a function. Made anew for each use, in the language of the moment.
struct Command
{
    QString name;
    QString synopsis; ///< what may follow the name
    QString summary;  ///< a phrase for the list of commands
    QString help;     ///< what it does, in paragraphs
    QList<Option> options;
    QString example = {};    ///< a whole command line, said where something is missing; needs no translation
    bool readsInput = false; ///< what it works on comes from the standard input, never as an argument
    int minArguments = 0;
    int maxArguments = 0; ///< -1: any number
    std::function<ExitStatus(const Arguments &, Console &)> run;
};

/// Says what is wrong with the command line, and how it goes.
ExitStatus wrongUse(const Command &command, const QString &complaint, Console &console);

} // namespace nodescope::cli
