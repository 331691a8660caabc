#pragma once

#include <vector>

#include <QHostAddress>
#include <QList>
#include <QMetaType>
#include <QString>

#include "base/Clock.h"

/// Values about reaching a host and a port: what was tried, and how it ended.
namespace nodescope::dist {

/// Why no TCP connection came about, as far as the system tells.
enum class ConnectProblem : quint8 {
    Refused,         ///< nobody listens (RST)
    TimedOut,        ///< no answer: filtered, or the host is down
    HostUnreachable, ///< no route, or the network says so
    Other            ///< see `detail`
};

/// One address that was tried in vain.
struct FailedConnect
{
    QHostAddress address;
    quint16 port = 0;
    ConnectProblem problem = ConnectProblem::Other;
    QString detail; ///< the system's own words, untranslated evidence
    base::Duration elapsed{};
};

/// All addresses of a host failed; in the order of the attempts.
struct ConnectFailure
{
    std::vector<FailedConnect> attempts;

    /// The problem that says most: a refusal before a timeout before anything else.
    [[nodiscard]] ConnectProblem problem() const;
};

/// A host name that does not resolve.
struct ResolveFailure
{
    QString host;
    bool timedOut = false; ///< no answer from the name service in time
    QString detail;        ///< the system's own words
};

/// The two ends of a connection.
struct Endpoints
{
    QHostAddress localAddress;
    quint16 localPort = 0;
    QHostAddress peerAddress;
    quint16 peerPort = 0;
};

/// How long we wait for the network.
struct ConnectTimeouts
{
    base::Duration resolve = std::chrono::seconds(7);
    base::Duration connect = std::chrono::seconds(7); ///< for each address
    base::Duration reply = std::chrono::seconds(7);   ///< EPMD's
    base::Duration total = std::chrono::seconds(10);  ///< for a whole attempt
};

} // namespace nodescope::dist

Q_DECLARE_METATYPE(nodescope::dist::ConnectFailure)
