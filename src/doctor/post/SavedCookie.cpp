#include "doctor/post/SavedCookie.h"

#include "doctor/post/VisitWords.h"

namespace nodescope::doctor {

std::vector<SavedCookie> savedCookies(const dist::CookieStore &store)
{
    std::vector<SavedCookie> cookies;
    for (const dist::CookieStore::Entry &entry : store.entries()) {
        const QString label = entry.subject.isEmpty() ? VisitWords::tr("the default")
                                                      : VisitWords::tr("for %1").arg(entry.subject);
        cookies.push_back({label, entry.secret});
    }
    return cookies;
}

std::optional<QString> labelOf(const protocol::DigestProof &proof, const std::vector<SavedCookie> &cookies)
{
    std::optional<QString> found;
    for (const SavedCookie &cookie : cookies) {
        const bool matches = !cookie.secret.isNull() && proof.digestMatches(cookie.secret);
        if (matches && !found)
            found = cookie.label;
    }
    return found;
}

int distinctCookies(const std::vector<SavedCookie> &cookies)
{
    std::vector<base::Secret> different;
    for (const SavedCookie &cookie : cookies) {
        bool counted = cookie.secret.isNull();
        for (const base::Secret &other : different)
            counted = cookie.secret.equals(other) || counted;
        if (!counted)
            different.push_back(cookie.secret);
    }
    return int(different.size());
}

} // namespace nodescope::doctor
