#pragma once

#include <memory>
#include <optional>

#include <QString>
#include <QTemporaryDir>

#include "base/Result.h"
#include "base/Secret.h"
#include "dist/CookieSource.h"

namespace nodescope::lab {

/// A cookie and the file that holds it.
struct CookieFile
{
    QString path;
    base::Secret cookie;
};

/// Why there is none.
struct CookieFileError
{
    QString path;
    QString detail = {};                            ///< the system's words where it cannot be made
    std::optional<dist::CookieError> unusable = {}; ///< why the one that is there is of no use
};

/// The cookie files of one practice cluster. Files in the private folder go with this object; a file
/// that somebody named stays.
class CookieFiles
{
public:
    /// The cookie in `path`; if there is no such file, it is made. An empty path means `name` in a private
    /// temporary folder.
    [[nodiscard]] base::Result<CookieFile, CookieFileError> obtain(const QString &path, const QString &name);

private:
    std::unique_ptr<QTemporaryDir> m_folder; // mode 0700
};

/// Twenty capital letters from a cryptographic generator, as OTP makes them.
[[nodiscard]] base::Secret randomCookie();

} // namespace nodescope::lab
