#pragma once

#include <QList>
#include <QString>

#include "base/Clock.h"
#include "base/NodeName.h"
#include "base/Result.h"
#include "cli/Arguments.h"
#include "session/LiveSession.h"

namespace nodescope::cli {

/// What a command is told that follows nodes until it is over: `watch` and `record`.
struct WatchOptions
{
    QList<base::NodeName> nodes;
    session::LiveSettings session; ///< without TLS, which chooseTls() reads
    base::Duration duration{};     ///< `--for`; zero: until interrupted
    base::Duration patience{};     ///< `--timeout`: how long the first node may take to be reached
};

/// `nodes` as they were written; `follow`: also the nodes that they know of. The error is a sentence.
[[nodiscard]] base::Result<WatchOptions, QString> watchOptionsOf(const Arguments &arguments,
                                                                 const QStringList &nodes, bool follow);

} // namespace nodescope::cli
