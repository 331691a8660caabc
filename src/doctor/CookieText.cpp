#include "doctor/CookieText.h"

#include <QCoreApplication>

#include "base/SafeText.h"
#include "dist/CookieSource.h"
#include "doctor/Quoting.h"

namespace nodescope::doctor {

namespace {
class CookieWords
{
    Q_DECLARE_TR_FUNCTIONS(CookieText)
};
} // namespace

QString cookieProblemText(const dist::CookieError &error)
{
    using Kind = dist::CookieError::Kind;
    const QString source = base::safeText(error.source);
    switch (error.kind) {
    case Kind::NotFound:
        return CookieWords::tr("There is no cookie file %1.").arg(source);
    case Kind::Unreadable:
        return CookieWords::tr("The cookie file %1 cannot be read: %2. You must be its owner.")
            .arg(source, error.detail);
    case Kind::NotAFile:
        return CookieWords::tr("%1 is no file that could hold a cookie.").arg(source);
    case Kind::TooOpen:
        return CookieWords::tr("Others may read the cookie file %1 (its mode is %2). Make it yours alone: "
                               "chmod 600 %3")
            .arg(source, QString::number(error.mode, 8).rightJustified(4, u'0'),
                 base::safeText(shellWord(error.source)));
    case Kind::Empty:
        return CookieWords::tr("There is no cookie in %1: it is empty.").arg(source);
    case Kind::TooLong:
        return CookieWords::tr("The cookie in %1 has more than 255 characters.").arg(source);
    case Kind::BadCharacters:
        return CookieWords::tr("The cookie in %1 holds a character that no cookie may have, at byte %2.")
            .arg(source, QString::number(error.offset));
    case Kind::NotSet:
        break;
    }
    return CookieWords::tr("The environment variable %1 is not set.").arg(source);
}

QString cookieFileProblem(const QString &path)
{
    const dist::CookieResult cookie = dist::readCookieFile(path);
    return cookie ? QString() : cookieProblemText(cookie.error());
}

QString usableOwnCookieFile()
{
    const QString path = dist::userCookieFile();
    return dist::readCookieFile(path).ok() ? path : QString();
}

base::Result<base::Secret, QString> chosenCookie(const QString &path)
{
    const dist::CookieResult cookie = dist::readCookieFile(path, dist::CookieFileMode::Any);
    if (!cookie)
        return base::Failure{cookieProblemText(cookie.error())};
    return *cookie;
}

} // namespace nodescope::doctor
