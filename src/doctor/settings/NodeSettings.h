#pragma once

#include <optional>

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMetaType>
#include <QStringList>

#include "base/NodeName.h"
#include "protocol/Flags.h"

namespace nodescope::doctor {

/// What one node sees of another: asked on the node itself, so that it is its own resolver, its own EPMD
/// port and its own network that answer. Empty: not known.
struct PeerView
{
    std::optional<bool> resolves;     ///< in the IP version of its own distribution
    QString resolution;               ///< the address, or the error's atom
    std::optional<bool> resolvesElse; ///< in the other IP version
    /// NotRegistered only where EPMD was reached and knew no such name; `erl_epmd` itself says `noport`
    /// to either.
    enum class Epmd : quint8 { Unknown, Bypassed, Found, NotRegistered, Unreachable };
    Epmd epmd = Epmd::Unknown;
    QString epmdAnswer;            ///< the port, or the reason
    std::optional<bool> portOpens; ///< a bare TCP connection from there; asked only with consent
    QString portAnswer;            ///< the error's atom

    friend bool operator==(const PeerView &, const PeerView &) = default;
};

/// How a node is set that matters for connecting, in its own words (SettingsQuery). A value; empty members
/// are not known.
///
/// Holds no cookie: cookies are digests, made on the node over a nonce of ours, good for comparing the
/// answers of one round and for nothing else. They permit offline guessing all the same, so they never
/// leave this process: not into deltas, reports or logs.
struct NodeSettings
{
    /// How it came: by the probe's expression, by single calls (a node that evaluates nothing), or not.
    enum class Source : quint8 { None, Calls, Probe };
    enum class NameMode : quint8 { Unknown, Short, Long };
    /// Whether its own EPMD, at its own port on 127.0.0.1, lists it.
    enum class OwnEpmd : quint8 { Unknown, Listed, NotListed, Unreachable };
    /// Of its own cookie: below 8 characters, below 16, or more.
    enum class CookieLength : quint8 { Unknown, Short, Medium, Long };

    struct TlsRole
    {
        bool authorities = false; ///< cacertfile or cacerts are given
        QString verify;           ///< `verify_peer`, `verify_none`; empty: not given
        friend bool operator==(const TlsRole &, const TlsRole &) = default;
    };
    struct Tls
    {
        bool options = false; ///< an options file or options on the command line are given
        TlsRole server;
        TlsRole client;
        friend bool operator==(const Tls &, const Tls &) = default;
    };

    base::NodeName node;
    Source source = Source::None;

    QString release; ///< of OTP, e.g. `25`
    QString erts;
    QString kernel; ///< the kernel application's version: tells 25.2 from 25.3
    QString elixir;

    /// False: `net_kernel` was silent for three seconds, and what only it knows is missing.
    std::optional<bool> netKernelAnswers;
    NameMode nameMode = NameMode::Unknown;
    std::optional<int> netTickTime;       ///< seconds
    std::optional<QStringList> allowed;   ///< names, hosts; an empty list: everybody
    std::optional<QStringList> protocols; ///< `-proto_dist`, e.g. `inet_tls`; by default `inet_tcp`
    std::optional<bool> connectAll;
    QString autoConnect; ///< `always`, `never` or `once`
    std::optional<bool> preventsPartitions;
    std::optional<bool> listens; ///< `-dist_listen`
    std::optional<quint16> listenMin;
    std::optional<quint16> listenMax;

    std::optional<quint16> fixedPort; ///< `-erl_epmd_port`: EPMD is neither asked nor told
    std::optional<bool> startsEpmd;   ///< `-start_epmd`
    QString epmdModule;
    std::optional<quint16> epmdPort;
    QString epmdAddress; ///< ERL_EPMD_ADDRESS; empty: not set, or not known
    OwnEpmd ownEpmd = OwnEpmd::Unknown;
    quint16 ownEpmdPort = 0; ///< what EPMD lists it at
    /// Addresses of its host, without loopback, at which EPMD took a connection; asked only if wanted.
    std::optional<QStringList> epmdAnswersAt;

    std::optional<Tls> tls;

    QList<int> cookieFileModes; ///< permission bits of the cookie files in its home
    std::optional<bool> cookieOnCommandLine;
    CookieLength cookieLength = CookieLength::Unknown;
    std::optional<bool> cookieWellKnown;             ///< one of a list of words that are tried first
    QByteArray cookieDigest;                         ///< of its own
    QHash<base::NodeName, QByteArray> cookieDigests; ///< of the one that it uses for each peer

    std::optional<QList<base::NodeName>> visible; ///< `nodes(visible)`
    std::optional<QList<base::NodeName>> hidden;
    std::optional<PeerView> view; ///< of the node that was asked for

    std::optional<bool> isHidden; ///< `-hidden`; our own link does not tell, since we are hidden ourselves
    std::optional<protocol::Flags> flags; ///< from our link to it, or from a probe

    [[nodiscard]] int releaseNumber() const { return release.toInt(); }
    [[nodiscard]] bool isConnectedTo(const base::NodeName &peer) const;
    [[nodiscard]] bool isHiddenlyConnectedTo(const base::NodeName &peer) const;
    /// Of its distribution: whether it is encrypted, whether it is IPv6; empty for carriers that are not
    /// OTP's own, and for nodes with several.
    [[nodiscard]] std::optional<bool> usesTls() const;
    [[nodiscard]] std::optional<bool> usesIpv6() const;
};

/// `shortnames` or `longnames`, as `net_kernel` calls them; empty for Unknown.
[[nodiscard]] QString identifierOf(NodeSettings::NameMode mode);

} // namespace nodescope::doctor

Q_DECLARE_METATYPE(nodescope::doctor::NodeSettings)
