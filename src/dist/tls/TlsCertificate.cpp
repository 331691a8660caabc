#include "dist/tls/TlsCertificate.h"

#include <openssl/x509v3.h>

#include <QCryptographicHash>
#include <QHostAddress>
#include <QSslCertificate>
#include <QUrl>

#include "dist/tls/OpenSslPointer.h"

namespace nodescope::dist {

namespace {

OpenSslPointer<X509> parse(const QSslCertificate &certificate)
{
    const QByteArray der = certificate.toDer();
    const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
    return OpenSslPointer<X509>(d2i_X509(nullptr, &bytes, long(der.size())));
}

QString nameText(const QList<QByteArray> &attributes, const auto &valuesOf)
{
    QStringList parts;
    for (const QByteArray &attribute : attributes) {
        for (const QString &value : valuesOf(attribute))
            parts.append(QString::fromLatin1(attribute) + u'=' + value);
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace

TlsCertificate describe(const QSslCertificate &certificate)
{
    TlsCertificate result;
    result.subject = nameText(certificate.subjectInfoAttributes(),
                              [&](const QByteArray &name) { return certificate.subjectInfo(name); });
    result.issuer = nameText(certificate.issuerInfoAttributes(),
                             [&](const QByteArray &name) { return certificate.issuerInfo(name); });
    result.commonName = certificate.subjectInfo(QSslCertificate::CommonName).value(0);
    const auto alternatives = certificate.subjectAlternativeNames();
    for (const QSsl::AlternativeNameEntryType type : {QSsl::DnsEntry, QSsl::IpAddressEntry}) {
        QStringList names = alternatives.values(type);
        names.sort();
        result.names += names;
    }
    result.notBefore = certificate.effectiveDate().toUTC();
    result.notAfter = certificate.expiryDate().toUTC();
    result.sha256 = certificate.digest(QCryptographicHash::Sha256);
    const OpenSslPointer<X509> parsed = parse(certificate);
    result.authority = parsed && X509_check_ca(parsed.get()) != 0;
    result.selfIssued = certificate.isSelfSigned();
    return result;
}

QList<TlsCertificate> describe(const QList<QSslCertificate> &chain)
{
    QList<TlsCertificate> result;
    for (const QSslCertificate &certificate : chain)
        result.append(describe(certificate));
    return result;
}

bool isForHost(const QSslCertificate &certificate, const QString &host)
{
    const OpenSslPointer<X509> parsed = parse(certificate);
    if (!parsed || host.isEmpty())
        return false;
    const bool isAddress = !QHostAddress(host).isNull();
    if (isAddress && X509_check_ip_asc(parsed.get(), host.toLatin1().constData(), 0) == 1)
        return true;
    const QByteArray name = isAddress ? host.toLatin1() : QUrl::toAce(host);
    constexpr unsigned Rules = X509_CHECK_FLAG_NEVER_CHECK_SUBJECT | X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS;
    return !name.isEmpty() &&
           X509_check_host(parsed.get(), name.constData(), size_t(name.size()), Rules, nullptr) == 1;
}

} // namespace nodescope::dist
