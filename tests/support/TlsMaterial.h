#pragma once

#include <QSslCertificate>

#include "dist/tls/CertificateMaker.h"
#include "dist/tls/TlsFiles.h"
#include "dist/tls/TlsSettings.h"

namespace nodescope::test {

/// An authority of a test's own, and what it issues.
class TlsMaterial
{
public:
    /// `authority` false: an issuer that is no authority.
    explicit TlsMaterial(const QString &name = QStringLiteral("Test CA"), bool authority = true)
        : ca(*dist::makeSelfSigned({name, {}, authority}))
    {
    }

    [[nodiscard]] dist::IssuedCertificate issue(const QString &host) const
    {
        return issue(dist::CertificateRequest{QStringLiteral("node"), {host}});
    }
    [[nodiscard]] dist::IssuedCertificate issue(const dist::CertificateRequest &request) const
    {
        return *dist::makeCertificate(request, ca);
    }

    [[nodiscard]] static QList<QSslCertificate> certificates(const dist::IssuedCertificate &issued)
    {
        return QSslCertificate::fromData(issued.certificate, QSsl::Pem);
    }
    /// A role that shows a certificate, and trusts this authority.
    [[nodiscard]] dist::TlsRole role(const dist::IssuedCertificate &own) const
    {
        dist::TlsRole role = bareRole();
        role.chain = certificates(own);
        role.key = *dist::parsePrivateKey(own.key.reveal());
        return role;
    }
    /// A role without a certificate.
    [[nodiscard]] dist::TlsRole bareRole() const
    {
        dist::TlsRole role;
        role.authorities = certificates(ca);
        return role;
    }
    /// A node at this host, in both roles.
    [[nodiscard]] dist::TlsSettings node(const QString &host = QStringLiteral("127.0.0.1")) const
    {
        const dist::TlsRole one = role(issue(host));
        return {one, one};
    }

    const dist::IssuedCertificate ca;
};

} // namespace nodescope::test
