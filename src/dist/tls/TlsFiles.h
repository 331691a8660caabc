#pragma once

#include <QList>
#include <QSslCertificate>
#include <QSslKey>
#include <QString>

#include "base/Result.h"
#include "base/Secret.h"

/// Certificates and keys from PEM files, and to them.
namespace nodescope::dist {

/// Why a file gives no certificate or no key. Names the file, never what is in it.
struct TlsFileError
{
    enum class Kind : quint8 {
        Unreadable,       ///< see `detail`
        TooLarge,         ///< over MaxTlsFile bytes
        NoCertificate,    ///< no certificate in it
        NoKey,            ///< no private key in it
        PassphraseNeeded, ///< the key is encrypted, and no passphrase was given
        WrongPassphrase   ///< the passphrase does not open the key
    };
    Kind kind = Kind::Unreadable;
    QString path;
    QString detail; ///< the system's own words
};

/// A stable identifier, e.g. `wrong_passphrase`.
[[nodiscard]] const char *kindName(TlsFileError::Kind kind);

inline constexpr qint64 MaxTlsFile = 1024 * 1024; ///< bytes

/// All certificates of a PEM file, in its order.
[[nodiscard]] base::Result<QList<QSslCertificate>, TlsFileError> readCertificates(const QString &path);

/// The first private key of a PEM file (RSA, EC, Ed25519 …), opened with the passphrase if it is encrypted.
[[nodiscard]] base::Result<QSslKey, TlsFileError> readPrivateKey(const QString &path,
                                                                 const base::Secret &passphrase = {});
/// Likewise, from memory; `path` is for the error alone.
[[nodiscard]] base::Result<QSslKey, TlsFileError>
parsePrivateKey(QByteArrayView pem, const base::Secret &passphrase = {}, const QString &path = {});

/// Whether the key is the one of the certificate.
[[nodiscard]] bool keyFits(const QSslKey &key, const QSslCertificate &certificate);

/// Writes a new file that only its owner can read. Never over a file or through a link that is there.
[[nodiscard]] base::Status<TlsFileError> writeOwnerFile(const QString &path, QByteArrayView bytes);

} // namespace nodescope::dist
