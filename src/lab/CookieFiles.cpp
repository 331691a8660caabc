#include "lab/CookieFiles.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>

#include "dist/CookieSource.h"

namespace nodescope::lab {

namespace {
QString describe(const dist::CookieError &error)
{
    switch (error.kind) {
    case dist::CookieError::Kind::NotFound:
        return QStringLiteral("not_found");
    case dist::CookieError::Kind::NotAFile:
        return QStringLiteral("not_a_file");
    case dist::CookieError::Kind::TooOpen:
        return QStringLiteral("too_open");
    case dist::CookieError::Kind::Empty:
        return QStringLiteral("empty");
    case dist::CookieError::Kind::TooLong:
        return QStringLiteral("too_long");
    case dist::CookieError::Kind::BadCharacters:
        return QStringLiteral("bad_characters");
    case dist::CookieError::Kind::Unreadable:
    case dist::CookieError::Kind::NotSet:
        break;
    }
    return error.detail;
}

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
        return base::Failure{CookieFileError{path, describe(read.error())}};
    }
    if (!m_folder)
        m_folder =
            std::make_unique<QTemporaryDir>(QDir::tempPath() + QStringLiteral("/nodescope-practice-XXXXXX"));
    if (!m_folder->isValid())
        return base::Failure{CookieFileError{QDir::tempPath(), m_folder->errorString()}};
    return create(m_folder->filePath(name));
}

} // namespace nodescope::lab
