#include "lab/CookieFiles.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>

namespace nodescope::lab {

namespace {
base::Result<CookieFile, CookieFileError> create(const QString &path)
{
    CookieFile made{path, randomCookie()};
    QFile file(path);
    // NewOnly: never through a link or over a file that somebody put there in the meantime.
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner))
        return base::Failure{CookieFileError{path, file.errorString()}};
    const QByteArrayView cookie = made.cookie.reveal();
    if (file.write(cookie.data(), cookie.size()) != cookie.size() || !file.flush()) {
        const CookieFileError error{path, file.errorString()};
        file.remove();
        return base::Failure{error};
    }
    return made;
}
} // namespace

base::Secret randomCookie()
{
    constexpr int Length = 20;
    QByteArray letters(Length, 'A');
    for (char &letter : letters)
        letter = char('A' + QRandomGenerator::system()->bounded(26));
    base::Secret cookie{QByteArrayView(letters)};
    base::wipe(letters);
    return cookie;
}

base::Result<CookieFile, CookieFileError> CookieFiles::obtain(const QString &path, const QString &name)
{
    if (!path.isEmpty()) {
        const auto read = dist::readCookieFile(path);
        if (read.ok())
            return CookieFile{path, *read};
        if (read.error().kind == dist::CookieError::Kind::NotFound)
            return create(path);
        return base::Failure{CookieFileError{path, {}, read.error()}};
    }
    if (!m_folder)
        m_folder =
            std::make_unique<QTemporaryDir>(QDir::tempPath() + QStringLiteral("/nodescope-practice-XXXXXX"));
    if (!m_folder->isValid())
        return base::Failure{CookieFileError{QDir::tempPath(), m_folder->errorString()}};
    return create(m_folder->filePath(name));
}

} // namespace nodescope::lab
