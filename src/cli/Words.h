#pragma once

#include <QCoreApplication>

namespace nodescope::cli {

/// tr() for all that the command line says: one context in the translations, "Cli".
class Words
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

} // namespace nodescope::cli
