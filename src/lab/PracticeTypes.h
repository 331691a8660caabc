#pragma once

#include <optional>
#include <vector>

#include <QMetaType>
#include <QString>

#include "base/NodeName.h"
#include "base/Secret.h"
#include "dist/CookieSource.h"
#include "protocol/epmd/EpmdMessages.h"

/// Values about practice clusters.
namespace nodescope::lab {

/// What practice cluster is wanted.
struct PracticeOptions
{
    static constexpr int MinNodes = 2;
    static constexpr int MaxNodes = 50;

    int nodes = 6; ///< MinNodes to MaxNodes; others are clamped
    /// Some nodes are hidden (one in fifteen, at least one), if there are at least four.
    bool hidden = true;
    /// Some nodes have a cookie of their own (as many), if there are at least three.
    bool otherCookie = true;
    /// The port mapper's port. 0 chooses: the machine's own, if one answers at `machineEpmdPort`; else one
    /// of ours at that port; else one of ours at a free port.
    quint16 epmdPort = 0;
    quint16 machineEpmdPort = protocol::epmd::DefaultPort;
    /// The file that holds the cookie. If it does not exist, it is made, with a random cookie, and left
    /// there. Empty: a file in a private temporary folder that goes when the cluster stops.
    QString cookieFile;
    /// Its links are encrypted (`-proto_dist inet_tls`), with certificates made for it.
    bool tls = false;
    QString host = QStringLiteral("127.0.0.1"); ///< behind the `@`; must lead to this machine's loopback
};

/// A practice node that is up.
struct PracticeNodeInfo
{
    base::NodeName name;
    quint16 port = 0; ///< of its listener
    bool hidden = false;
    bool otherCookie = false;
    QString cookieFile;  ///< a path
    base::Secret cookie; ///< what the file holds
};

/// The cluster that is up.
struct PracticeInfo
{
    quint16 epmdPort = 0;
    bool embeddedEpmd = false; ///< the port mapper is ours, and goes with us
    QString cookieFile;        ///< of the nodes that belong together
    QString tlsOptionFile;     ///< with TLS: the `-ssl_dist_optfile` for guests; else empty
    std::vector<PracticeNodeInfo> nodes;
};

/// Why a practice cluster did not start. Nothing of it is left then.
struct PracticeError
{
    enum class Kind : quint8 {
        EpmdPortTaken, ///< something that is no port mapper answers there, or does not answer; see `port`
        EpmdListen,    ///< we cannot open the port ourselves
        CookieFile,    ///< it cannot be read or written; see `subject`
        Listen,        ///< a node cannot open a port for itself
        NameRefused,   ///< EPMD refuses one name after the other; see `subject`
        EpmdLost,      ///< EPMD went away while we registered
        BadHost,       ///< no node name can be made with this host
        Descriptors,   ///< this process may not open as many sockets as the links need
        Certificates   ///< they cannot be made or written; see `subject`
    };
    Kind kind = Kind::EpmdListen;
    quint16 port = 0;
    QString subject;                              ///< a path, a node's name or a host
    QString detail;                               ///< the system's own words
    std::optional<dist::CookieError> cookie = {}; ///< what is wrong with a cookie file that is there
};

/// A stable identifier for logs, JSON and tests, e.g. `epmd_port_taken`.
[[nodiscard]] const char *errorName(PracticeError::Kind kind);

} // namespace nodescope::lab

Q_DECLARE_METATYPE(nodescope::lab::PracticeNodeInfo)
Q_DECLARE_METATYPE(nodescope::lab::PracticeInfo)
Q_DECLARE_METATYPE(nodescope::lab::PracticeError)
