#pragma once

#include <optional>
#include <vector>

#include <QString>

#include "base/Secret.h"
#include "dist/CookieStore.h"
#include "protocol/handshake/Digest.h"

namespace nodescope::doctor {

/// A cookie under the name by which the person knows it.
struct SavedCookie
{
    QString label;
    base::Secret secret;
};

/// Those of a store, labelled by what they are for.
[[nodiscard]] std::vector<SavedCookie> savedCookies(const dist::CookieStore &store);

/// The label of the cookie by which the proof was made; nothing if it is none of these. Takes the same time
/// wherever it stands among them.
[[nodiscard]] std::optional<QString> labelOf(const protocol::DigestProof &proof,
                                             const std::vector<SavedCookie> &cookies);

/// How many different cookies these are: one that is saved for several nodes counts once, and one that is
/// missing not at all.
[[nodiscard]] int distinctCookies(const std::vector<SavedCookie> &cookies);

} // namespace nodescope::doctor
