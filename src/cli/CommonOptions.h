#pragma once

#include <QList>

#include "base/Clock.h"
#include "base/NodeName.h"
#include "cli/Arguments.h"

/// Options that several commands share, and the reading of what they hold. Errors are sentences.
namespace nodescope::cli {

[[nodiscard]] Option epmdPortOption();
/// `--dist-port PORT`, for clusters without EPMD.
[[nodiscard]] Option distPortOption();
[[nodiscard]] Option cookieFileOption();
[[nodiscard]] Option jsonOption();
[[nodiscard]] Option elixirOption();
/// `--timeout SECONDS`.
[[nodiscard]] Option timeoutOption(const QString &help);

/// `--epmd-port`, else ERL_EPMD_PORT, else 4369.
[[nodiscard]] base::Result<quint16, QString> epmdPortOf(const Arguments &arguments);
/// `--dist-port`; 0 if it was not given: EPMD is asked.
[[nodiscard]] base::Result<quint16, QString> distPortOf(const Arguments &arguments);
/// Both of these.
struct Ports
{
    quint16 epmd = 0;
    quint16 dist = 0; ///< 0: EPMD is asked
};
[[nodiscard]] base::Result<Ports, QString> portsOf(const Arguments &arguments);
/// A number of seconds, with a fraction if need be, above 0 and at most a year.
[[nodiscard]] base::Result<base::Duration, QString>
secondsOf(const Arguments &arguments, const QString &option, base::Duration otherwise);
[[nodiscard]] base::Result<base::NodeName, QString> nodeOf(const QString &word);
/// In the order given, each once.
[[nodiscard]] base::Result<QList<base::NodeName>, QString> nodesOf(const QStringList &words);

} // namespace nodescope::cli
