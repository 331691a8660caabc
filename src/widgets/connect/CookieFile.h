#pragma once

#include <QString>

#include "base/Result.h"
#include "base/Secret.h"

namespace nodescope::widgets {

/// Why a file holds no cookie that can be used.
struct CookieFileError
{
    enum class Kind { NotReadable, Empty, TooLarge };
    Kind kind = Kind::NotReadable;
    QString detail; ///< the system's words
};

/// Reads a cookie as Erlang does: the first line, without what ends it.
[[nodiscard]] base::Result<base::Secret, CookieFileError> readCookieFile(const QString &path);
/// The error as a sentence.
[[nodiscard]] QString sentenceFor(const CookieFileError &error);

} // namespace nodescope::widgets
