#include "doctor/pairs/PairEvidence.h"

namespace nodescope::doctor {

std::optional<bool> PairEvidence::cookiesEqual() const
{
    const QByteArray forB = ofA.cookieDigests.value(b);
    const QByteArray forA = ofB.cookieDigests.value(a);
    if (forB.isEmpty() || forA.isEmpty())
        return std::nullopt;
    return forB == forA;
}

bool PairEvidence::cookiesCross() const
{
    const QByteArray forB = ofA.cookieDigests.value(b);
    const QByteArray forA = ofB.cookieDigests.value(a);
    return cookiesEqual() == false && !ofA.cookieDigest.isEmpty() && !ofB.cookieDigest.isEmpty() &&
           forB == ofB.cookieDigest && forA == ofA.cookieDigest;
}

} // namespace nodescope::doctor
