#pragma once

#include <QList>
#include <QStringList>

#include "cli/Command.h"

namespace nodescope::cli {

/// Every command, in the order of the help.
[[nodiscard]] QList<Command> allCommands();

/// Runs a whole command line; `words` without the program's name. Needs a QCoreApplication. Blocks until
/// the command is done; commands run event loops of their own within.
ExitStatus runCommandLine(const QStringList &words, Console &console);

} // namespace nodescope::cli
