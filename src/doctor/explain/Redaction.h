#pragma once

#include <QString>

namespace nodescope::doctor {

/// The text up to where a cookie or digest may stand in it, with `…` for the rest: behind `-setcookie`,
/// `--cookie`, `cookie=`, `RELEASE_COOKIE:`, `set_cookie(`, `cookie hash:`, `digest=` and their like.
[[nodiscard]] QString redacted(const QString &text);

} // namespace nodescope::doctor
