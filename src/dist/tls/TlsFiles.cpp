#include "dist/tls/TlsFiles.h"

#include <cstring>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <QFile>

#include "dist/tls/OpenSslPointer.h"

namespace nodescope::dist {

namespace {

using Kind = TlsFileError::Kind;

base::Result<QByteArray, TlsFileError> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::Failure{TlsFileError{Kind::Unreadable, path, file.errorString()}};
    QByteArray bytes = file.read(MaxTlsFile + 1);
    if (file.error() != QFileDevice::NoError)
        return base::Failure{TlsFileError{Kind::Unreadable, path, file.errorString()}};
    if (bytes.size() > MaxTlsFile) {
        base::wipe(bytes);
        return base::Failure{TlsFileError{Kind::TooLarge, path, {}}};
    }
    return bytes;
}

struct Passphrase
{
    base::Secret secret;
    bool asked = false;
};

// pem_password_cb of OpenSSL.
int givePassphrase(char *buffer, int size, int, void *userData)
{
    auto *passphrase = static_cast<Passphrase *>(userData);
    passphrase->asked = true;
    const QByteArrayView bytes = passphrase->secret.reveal();
    if (passphrase->secret.isNull() || bytes.size() > size)
        return -1;
    std::memcpy(buffer, bytes.data(), size_t(bytes.size()));
    return int(bytes.size());
}

} // namespace

const char *kindName(Kind kind)
{
    static constexpr const char *Names[] = {"unreadable", "too_large",         "no_certificate",
                                            "no_key",     "passphrase_needed", "wrong_passphrase"};
    return Names[std::size_t(kind)];
}

base::Result<QList<QSslCertificate>, TlsFileError> readCertificates(const QString &path)
{
    const auto bytes = readFile(path);
    if (!bytes.ok())
        return base::Failure{bytes.error()};
    QList<QSslCertificate> certificates = QSslCertificate::fromData(bytes.value(), QSsl::Pem);
    if (certificates.isEmpty())
        return base::Failure{TlsFileError{Kind::NoCertificate, path, {}}};
    return certificates;
}

base::Result<QSslKey, TlsFileError> readPrivateKey(const QString &path, const base::Secret &passphrase)
{
    auto bytes = readFile(path);
    if (!bytes.ok())
        return base::Failure{bytes.error()};
    auto key = parsePrivateKey(bytes.value(), passphrase, path);
    base::wipe(bytes.value());
    return key;
}

base::Result<QSslKey, TlsFileError> parsePrivateKey(QByteArrayView pem, const base::Secret &passphrase,
                                                    const QString &path)
{
    const OpenSslPointer<BIO> bio(BIO_new_mem_buf(pem.data(), int(pem.size())));
    Passphrase asked{passphrase, false};
    OpenSslPointer<EVP_PKEY> key(PEM_read_bio_PrivateKey(bio.get(), nullptr, &givePassphrase, &asked));
    if (!key) {
        const Kind kind = !asked.asked          ? Kind::NoKey
                          : passphrase.isNull() ? Kind::PassphraseNeeded
                                                : Kind::WrongPassphrase;
        return base::Failure{TlsFileError{kind, path, {}}};
    }
    // Qt takes the key over, of whatever kind it is.
    QSslKey result(Qt::HANDLE(key.release()), QSsl::PrivateKey);
    return result;
}

bool keyFits(const QSslKey &key, const QSslCertificate &certificate)
{
    const QByteArray der = certificate.toDer();
    const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
    const OpenSslPointer<X509> parsed(d2i_X509(nullptr, &bytes, long(der.size())));
    if (!parsed || key.isNull())
        return false;
    if (key.algorithm() == QSsl::Opaque)
        return X509_check_private_key(parsed.get(), reinterpret_cast<EVP_PKEY *>(key.handle())) == 1;
    QByteArray pem = key.toPem();
    const OpenSslPointer<BIO> bio(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    const OpenSslPointer<EVP_PKEY> own(PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr));
    base::wipe(pem);
    return own && X509_check_private_key(parsed.get(), own.get()) == 1;
}

base::Status<TlsFileError> writeOwnerFile(const QString &path, QByteArrayView bytes)
{
    QFile file(path);
    const auto fail = [&] { return base::Failure{TlsFileError{Kind::Unreadable, path, file.errorString()}}; };
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                   QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return fail();
    if (file.write(bytes.data(), bytes.size()) != bytes.size() || !file.flush())
        return fail();
    return std::monostate();
}

} // namespace nodescope::dist
