#pragma once

#include <optional>

#include <QList>
#include <QString>
#include <QStringList>

#include "app/RenderArguments.h"
#include "base/NodeName.h"
#include "base/Result.h"

namespace nodescope::app {

/// What the window was started with.
struct Arguments
{
    std::optional<int> practiceNodes; ///< start the practice cluster with so many nodes
    std::optional<quint16> epmdPort;
    QString cookieFile;                    ///< a path
    QString profile;                       ///< a saved cluster profile, or the file of one; empty: none
    QString language;                      ///< empty: as chosen before, or the system's
    bool newWindow = false;                ///< even if another one could open what is given
    QList<base::NodeName> nodes;           ///< to connect to
    QString recording;                     ///< a file to show; empty: none
    std::optional<RenderArguments> render; ///< a picture instead of a window
};

/// A wrong use, or a request that ends the program with text: `--help` and `--version`.
struct ArgumentsEnd
{
    bool wrongUse = false;
    QString text;
};

/// Reads the command line, without the program's name. There is no option for a cookie: every user of
/// the machine could read it in the list of processes.
[[nodiscard]] base::Result<Arguments, ArgumentsEnd> readArguments(const QStringList &arguments);

} // namespace nodescope::app
