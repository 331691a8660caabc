#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

class QSslCertificate;

namespace nodescope::dist {

/// What a certificate says, as a value: evidence to show, compare and export. Holds nothing secret.
struct TlsCertificate
{
    QString subject;     ///< as `CN=…, O=…`, in the certificate's order
    QString issuer;      ///< likewise
    QString commonName;  ///< of the subject; empty if it has none
    QStringList names;   ///< subject alternative names: DNS names, then addresses
    QDateTime notBefore; ///< UTC
    QDateTime notAfter;  ///< UTC
    QByteArray sha256;   ///< fingerprint, 32 bytes
    bool authority = false;
    bool selfIssued = false; ///< subject and issuer are the same

    friend bool operator==(const TlsCertificate &, const TlsCertificate &) = default;
};

[[nodiscard]] TlsCertificate describe(const QSslCertificate &certificate);
[[nodiscard]] QList<TlsCertificate> describe(const QList<QSslCertificate> &chain);

/// Whether a certificate is one for this host: by its alternative names alone (RFC 9525, 6.3 and 7.1).
/// A common name never counts. Addresses match an address entry, or a DNS entry of the same text, which
/// is what Erlang compares.
[[nodiscard]] bool isForHost(const QSslCertificate &certificate, const QString &host);

} // namespace nodescope::dist
