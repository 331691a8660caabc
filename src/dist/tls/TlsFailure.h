#pragma once

#include <optional>

#include <QByteArray>
#include <QMetaType>
#include <QString>

#include "base/Clock.h"
#include "dist/tls/TlsCertificate.h"
#include "protocol/handshake/HandshakeMessage.h"

/// What TLS makes known about a connection, and why it did not come about: values.
namespace nodescope::dist {

/// An encrypted connection, as it was agreed.
struct TlsSession
{
    QString version;                 ///< `TLSv1.2`, `TLSv1.3`
    QString cipher;                  ///< the suite's name, as OpenSSL writes it
    QList<TlsCertificate> peerChain; ///< as the peer sent it, its own first; empty: it showed none
};

/// An alert (RFC 8446, 6).
struct TlsAlert
{
    int number = 0;

    /// The specification's name, e.g. `unknown_ca`; the number if it is unknown.
    [[nodiscard]] QString name() const;
    friend bool operator==(const TlsAlert &, const TlsAlert &) = default;
};

/// Why there is no encrypted connection, or none any more.
enum class TlsProblem : quint8 {
    // What we found wrong with the peer's certificate.
    HostMismatch,      ///< not for the host that was dialled; a common name does not count
    UnknownIssuer,     ///< no path to an authority that we trust
    SelfSigned,        ///< signed by itself, and not trusted by itself
    Expired,           ///< it, or one of its issuers
    NotYetValid,       ///< likewise
    IssuerNoAuthority, ///< an issuer in the chain is no certificate authority
    WrongPurpose,      ///< not for this role (extended key usage)
    BadCertificate,    ///< anything else, see `detail`
    NoPeerCertificate, ///< the peer showed none, and one is demanded
    // What the peer said.
    AlertReceived,   ///< it refused; `received` says with which alert
    ProtocolVersion, ///< no version that both speak; `received` or `sent` is protocol_version
    // What else was seen.
    PlainPeer,        ///< the peer speaks the distribution protocol without TLS
    NotTls,           ///< what came is neither TLS nor a handshake of distribution
    Silent,           ///< nothing came in time
    Closed,           ///< the peer closed without an alert
    NoUsableSettings, ///< our own certificate or key cannot be used
    Other             ///< see `detail`
};

/// A stable identifier for logs, JSON and tests, e.g. `unknown_issuer`.
[[nodiscard]] const char *problemName(TlsProblem problem);

/// A failed TLS connection with its evidence. A value; holds nothing secret.
struct TlsFailure
{
    TlsProblem problem = TlsProblem::Other;
    protocol::Role role = protocol::Role::Initiator; ///< ours
    QString host;                                    ///< initiator: the name that was verified against
    std::optional<TlsAlert> received;
    std::optional<TlsAlert> sent; ///< what we told the peer
    /// As the peer sent it, its own first. As acceptor only the certificate at fault is known.
    QList<TlsCertificate> peerChain;
    std::optional<TlsCertificate> offending; ///< the certificate that `problem` speaks of
    bool commonNameOnly = false; ///< HostMismatch: the common name would fit, but it does not count
    bool ownCertificate = false; ///< whether we had one to show
    bool saidHello = false;      ///< acceptor: the first bytes that came were TLS's
    bool afterHandshake = false; ///< the peer refused after we took the connection for made (TLS 1.3)
    QString version;             ///< agreed version and suite, if it came so far
    QString cipher;
    QByteArray evidence;      ///< PlainPeer, NotTls as acceptor: the first bytes that came
    QString detail;           ///< the library's own words, untranslated
    base::Duration elapsed{}; ///< since the connection stood

    /// Whether it is the peer's certificate that we refused.
    [[nodiscard]] bool refusedByUs() const { return problem <= TlsProblem::NoPeerCertificate; }
    /// Whether anything of TLS came from the peer at all.
    [[nodiscard]] bool peerSpokeTls() const;
};

} // namespace nodescope::dist

Q_DECLARE_METATYPE(nodescope::dist::TlsFailure)
