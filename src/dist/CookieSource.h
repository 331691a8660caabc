#pragma once

#include <QString>

#include "base/Result.h"
#include "base/Secret.h"

/// Where cookies come from: a file, or the environment. Never an argument, which every user of the
/// machine could read in the list of processes.
namespace nodescope::dist {

/// Why there is no cookie.
struct CookieError
{
    enum class Kind : quint8 {
        NotFound,      ///< no such file
        Unreadable,    ///< it exists, and the system refuses; see `detail`
        NotAFile,      ///< a directory, a pipe, a device
        TooOpen,       ///< group or others may read it: OTP would refuse to start
        Empty,         ///< no character left: OTP says "Too short cookie string"
        TooLong,       ///< over 255 characters, which no atom holds
        BadCharacters, ///< a character that OTP refuses; `offset` says where
        NotSet         ///< the environment has no such variable
    };
    Kind kind = Kind::NotFound;
    QString source; ///< the path, or the name of the variable
    uint mode = 0;  ///< permission bits, with TooOpen
    qsizetype offset = 0;
    QString detail; ///< the system's own words
};

using CookieResult = base::Result<base::Secret, CookieError>;

/// Whether a file that others can read is taken. OTP refuses one, and so do we where the file is
/// the user's own; a file made for us by a container may be readable for all.
enum class CookieFileMode : quint8 { OwnerOnly, Any };

/// The cookie in a file, read as OTP reads `.erlang.cookie` (kernel's auth): characters from space to
/// tilde, and behind them line ends and spaces that are cut off.
[[nodiscard]] CookieResult readCookieFile(const QString &path,
                                          CookieFileMode mode = CookieFileMode::OwnerOnly);
/// The cookie in an environment variable, read by the same rules.
[[nodiscard]] CookieResult readCookieEnvironment(const char *variable = "NODESCOPE_COOKIE");
/// The cookie in bytes, by the same rules; `source` goes into errors.
[[nodiscard]] CookieResult parseCookie(QByteArrayView bytes, const QString &source);
/// The environment's cookie where NODESCOPE_COOKIE is set, else the one in userCookieFile(): what a program
/// that a person starts takes unless it is told otherwise.
[[nodiscard]] CookieResult findCookie();
/// `.erlang.cookie` in the user's home: what OTP uses when no cookie is given. Only for hosts that the
/// person chose.
[[nodiscard]] QString userCookieFile();

} // namespace nodescope::dist
