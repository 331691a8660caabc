#include "dist/tls/CertificateMaker.h"

#include <algorithm>

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <QHostAddress>

#include "dist/tls/OpenSslPointer.h"

namespace nodescope::dist {

namespace {

base::Failure<CertificateError> failure()
{
    char text[256] = {};
    ERR_error_string_n(ERR_get_error(), text, sizeof text);
    ERR_clear_error();
    return base::Failure{CertificateError{QString::fromLatin1(text)}};
}

QByteArray contents(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return {data, qsizetype(size)};
}

bool addExtension(X509 *certificate, X509 *issuer, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const OpenSslPointer<X509_EXTENSION> extension(
        X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

// The names become part of an expression that OpenSSL parses.
bool areHosts(const QStringList &hosts)
{
    const auto fits = [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || QStringView(u".:-_*").contains(c));
    };
    return std::all_of(hosts.begin(), hosts.end(), [&](const QString &host) {
        return !host.isEmpty() && std::all_of(host.begin(), host.end(), fits);
    });
}

QByteArray alternativeNames(const QStringList &hosts)
{
    QByteArrayList entries;
    for (const QString &host : hosts) {
        entries.append("DNS:" + host.toLatin1());
        if (!QHostAddress(host).isNull())
            entries.append("IP:" + host.toLatin1());
    }
    return entries.join(',');
}

// Serial numbers must be unique for each issuer (RFC 5280, 4.1.2.2): 127 random bits.
bool setSerial(X509 *certificate)
{
    const OpenSslPointer<BIGNUM> number(BN_new());
    return number && BN_rand(number.get(), 127, BN_RAND_TOP_ANY, BN_RAND_BOTTOM_ANY) == 1 &&
           BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr;
}

bool setSubject(X509 *certificate, const QString &commonName)
{
    const QByteArray name = commonName.toUtf8();
    X509_NAME *subject = X509_get_subject_name(certificate);
    return X509_NAME_add_entry_by_NID(subject, NID_commonName, MBSTRING_UTF8,
                                      reinterpret_cast<const unsigned char *>(name.constData()),
                                      int(name.size()), -1, 0) == 1;
}

bool fillIn(X509 *certificate, const CertificateRequest &request, X509 *issuer)
{
    X509_gmtime_adj(X509_getm_notBefore(certificate), long(request.validFrom.count()));
    X509_gmtime_adj(X509_getm_notAfter(certificate), long(request.validFor.count()));
    const bool basics = X509_set_version(certificate, X509_VERSION_3) == 1 && setSerial(certificate) &&
                        setSubject(certificate, request.commonName) &&
                        X509_set_issuer_name(certificate, X509_get_subject_name(issuer)) == 1;
    const QByteArray usage = request.authority ? "critical,keyCertSign,cRLSign" : "critical,digitalSignature";
    const bool extended = addExtension(certificate, issuer, NID_basic_constraints,
                                       request.authority ? "critical,CA:TRUE" : "critical,CA:FALSE") &&
                          addExtension(certificate, issuer, NID_key_usage, usage) &&
                          addExtension(certificate, issuer, NID_subject_key_identifier, "hash");
    const bool leaf =
        request.authority || addExtension(certificate, issuer, NID_ext_key_usage, "serverAuth,clientAuth");
    const bool named = request.hosts.isEmpty() || addExtension(certificate, issuer, NID_subject_alt_name,
                                                               alternativeNames(request.hosts));
    return basics && extended && leaf && named;
}

base::Result<base::Secret, CertificateError> keyText(EVP_PKEY *key, const base::Secret &passphrase)
{
    const OpenSslPointer<BIO> bio(BIO_new(BIO_s_secmem()));
    const QByteArrayView phrase = passphrase.reveal();
    const EVP_CIPHER *cipher = passphrase.isNull() ? nullptr : EVP_aes_256_cbc();
    if (PEM_write_bio_PKCS8PrivateKey(bio.get(), key, cipher, phrase.data(), int(phrase.size()), nullptr,
                                      nullptr) != 1)
        return failure();
    QByteArray text = contents(bio.get());
    base::Secret secret{QByteArrayView(text)};
    base::wipe(text);
    return secret;
}

/// Signs with the issuer's key, or with its own if there is no issuer.
CertificateResult make(const CertificateRequest &request, X509 *issuer, EVP_PKEY *issuerKey,
                       const base::Secret &passphrase)
{
    if (!areHosts(request.hosts))
        return base::Failure{CertificateError{QStringLiteral("not a host name")}};
    const OpenSslPointer<EVP_PKEY> key(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
    const OpenSslPointer<X509> certificate(X509_new());
    if (!key || !certificate || X509_set_pubkey(certificate.get(), key.get()) != 1 ||
        !fillIn(certificate.get(), request, issuer ? issuer : certificate.get()) ||
        X509_sign(certificate.get(), issuerKey ? issuerKey : key.get(), EVP_sha256()) == 0)
        return failure();
    const OpenSslPointer<BIO> bio(BIO_new(BIO_s_mem()));
    if (PEM_write_bio_X509(bio.get(), certificate.get()) != 1)
        return failure();
    auto text = keyText(key.get(), passphrase);
    if (!text.ok())
        return base::Failure{text.error()};
    return IssuedCertificate{contents(bio.get()), text.value()};
}

} // namespace

CertificateResult makeSelfSigned(const CertificateRequest &request, const base::Secret &passphrase)
{
    return make(request, nullptr, nullptr, passphrase);
}

CertificateResult makeCertificate(const CertificateRequest &request, const IssuedCertificate &issuer,
                                  const base::Secret &passphrase)
{
    const QByteArrayView keyText = issuer.key.reveal();
    const OpenSslPointer<BIO> certificateBio(
        BIO_new_mem_buf(issuer.certificate.constData(), int(issuer.certificate.size())));
    const OpenSslPointer<BIO> keyBio(BIO_new_mem_buf(keyText.data(), int(keyText.size())));
    const OpenSslPointer<X509> certificate(
        PEM_read_bio_X509(certificateBio.get(), nullptr, nullptr, nullptr));
    const OpenSslPointer<EVP_PKEY> key(PEM_read_bio_PrivateKey(keyBio.get(), nullptr, nullptr, nullptr));
    if (!certificate || !key)
        return failure();
    return make(request, certificate.get(), key.get(), passphrase);
}

} // namespace nodescope::dist
