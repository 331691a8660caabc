#pragma once

#include <QList>
#include <QSslCertificate>
#include <QSslKey>
#include <QString>

namespace nodescope::dist {

/// The versions that one role offers.
enum class TlsVersions : quint8 { Tls12Or13, Tls12, Tls13 };

/// How one role of a node does TLS: as client when we dial, as server when we are dialled. Roles differ,
/// as in Erlang's `-ssl_dist_optfile`, so faults can be one-way. A value; TlsOptionFile reads one from a
/// file. The key is in memory as QSslKey keeps it, and printed by nobody.
struct TlsRole
{
    QList<QSslCertificate> chain; ///< our own certificate first, then its issuers; may be empty as client
    QSslKey key;
    QList<QSslCertificate> authorities; ///< whom we trust; the system's own are not used
    /// Whether the peer's certificate is verified. Without it TLS only hides the traffic.
    bool verifyPeer = true;
    /// Server: whether a client without certificate is refused. Needs verifyPeer.
    bool demandCertificate = true;
    TlsVersions versions = TlsVersions::Tls12Or13;
    /// Client: the name to announce and to verify against; empty: the host part of the node's name.
    QString serverName;
    int depth = 0; ///< how many intermediate certificates a chain may have; 0: the library's default
};

/// Both roles of a node.
struct TlsSettings
{
    TlsRole client;
    TlsRole server;
};

} // namespace nodescope::dist
