#include "dist/tls/TlsConfiguration.h"

#include <QSslSocket>

namespace nodescope::dist {

namespace {

QSsl::SslProtocol protocolOf(TlsVersions versions)
{
    switch (versions) {
    case TlsVersions::Tls12:
        return QSsl::TlsV1_2;
    case TlsVersions::Tls13:
        return QSsl::TlsV1_3;
    case TlsVersions::Tls12Or13:
        break;
    }
    return QSsl::TlsV1_2OrLater;
}

} // namespace

QSslConfiguration configurationOf(const TlsRole &settings, protocol::Role role)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(protocolOf(settings.versions));
    configuration.setLocalCertificateChain(settings.chain);
    configuration.setPrivateKey(settings.key);
    configuration.setCaCertificates(settings.authorities); // and nobody else
    configuration.setPeerVerifyDepth(settings.depth);
    // The peer learns by an alert what is wrong with its certificate.
    configuration.setHandshakeMustInterruptOnError(true);
    const bool demand = role == protocol::Role::Initiator || settings.demandCertificate;
    configuration.setMissingCertificateIsFatal(demand);
    configuration.setPeerVerifyMode(!settings.verifyPeer ? QSslSocket::VerifyNone
                                    : demand             ? QSslSocket::VerifyPeer
                                                         : QSslSocket::QueryPeer);
    return configuration;
}

TlsProblem problemOfCertificate(QSslError::SslError error)
{
    switch (error) {
    case QSslError::HostNameMismatch:
        return TlsProblem::HostMismatch;
    case QSslError::SelfSignedCertificate:
        return TlsProblem::SelfSigned;
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return TlsProblem::UnknownIssuer;
    case QSslError::CertificateExpired:
        return TlsProblem::Expired;
    case QSslError::CertificateNotYetValid:
        return TlsProblem::NotYetValid;
    case QSslError::InvalidCaCertificate:
        return TlsProblem::IssuerNoAuthority;
    case QSslError::InvalidPurpose:
        return TlsProblem::WrongPurpose;
    case QSslError::NoPeerCertificate:
        return TlsProblem::NoPeerCertificate;
    default:
        return TlsProblem::BadCertificate;
    }
}

} // namespace nodescope::dist
