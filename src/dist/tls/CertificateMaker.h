#pragma once

#include <chrono>

#include <QByteArray>
#include <QString>
#include <QStringList>

#include "base/Result.h"
#include "base/Secret.h"

/// Short-lived certificates, for practice clusters and tests.
namespace nodescope::dist {

/// What a certificate is to say. What a real authority would refuse to sign is possible on purpose.
struct CertificateRequest
{
    QString commonName;
    /// Subject alternative names. An address becomes an address entry, and a DNS entry of the same text,
    /// which is what Erlang compares with the host part of a node's name.
    QStringList hosts;
    bool authority = false;                                 ///< CA:TRUE, and may sign certificates
    std::chrono::seconds validFrom{-300};                   ///< from now; a little before it, for slow clocks
    std::chrono::seconds validFor = std::chrono::hours(24); ///< from now
};

/// A certificate with its key, both as PEM.
struct IssuedCertificate
{
    QByteArray certificate;
    base::Secret key; ///< PKCS#8, encrypted if a passphrase was given
};

struct CertificateError
{
    QString detail; ///< OpenSSL's own words
};

using CertificateResult = base::Result<IssuedCertificate, CertificateError>;

/// A certificate that signs itself: an authority, or a fault to be found. EC keys (P-256), SHA-256.
[[nodiscard]] CertificateResult makeSelfSigned(const CertificateRequest &request,
                                               const base::Secret &passphrase = {});
/// A certificate that `issuer` signs, whether or not that is an authority. Its key must not be encrypted.
[[nodiscard]] CertificateResult makeCertificate(const CertificateRequest &request,
                                                const IssuedCertificate &issuer,
                                                const base::Secret &passphrase = {});

} // namespace nodescope::dist
