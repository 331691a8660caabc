#pragma once

#include <QString>

#include "base/Result.h"
#include "base/Secret.h"

namespace nodescope::dist {
struct CookieError;
}

/// Why there is no cookie, in words for the window and the command line alike. Translated through
/// QCoreApplication; call on the thread on which the translators are installed.
namespace nodescope::doctor {

/// What is wrong with the file, the variable or what was typed, and what mends it. Never holds the cookie.
[[nodiscard]] QString cookieProblemText(const dist::CookieError &error);

/// Why the cookie file of the person's own at that path is not taken, as it is now; empty if it would be.
[[nodiscard]] QString cookieFileProblem(const QString &path);

/// The path of the person's own cookie file, `~/.erlang.cookie`, if a cookie can be read from it now; else
/// empty.
[[nodiscard]] QString usableOwnCookieFile();

/// The cookie in a file that a person chose, for those who know nothing of the client; or why there is none.
/// Whoever chooses a file answers for who else may read it.
[[nodiscard]] base::Result<base::Secret, QString> chosenCookie(const QString &path);

} // namespace nodescope::doctor
