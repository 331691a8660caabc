#pragma once

#include <QList>
#include <QString>

#include "base/Clock.h"
#include "cluster/Diagnosis.h"

namespace nodescope::doctor {

/// A node refuses a digest at once; a stuck one closes when its set-up timer runs out, 7 s by default.
/// Between the two lies room for slow networks (protocol.md 1.4 and 1.5).
inline constexpr base::Duration RefusedWithin = std::chrono::milliseconds(4500);

/// What a rule concludes from evidence, before the ladder is drawn around it.
struct Verdict
{
    cluster::Cause cause = cluster::Cause::Unknown;
    cluster::Certainty certainty = cluster::Certainty::Certain;
    cluster::Rung rung = cluster::Rung::LinkUp; ///< the one that broke
    QString evidence;                           ///< of that rung, in the wire's terms
    QString detail;                             ///< the one fact that the text needs
    QList<cluster::Cause> candidates;           ///< with CannotDistinguish
};

/// EPMD knows no such name, whoever asked it. Whether the node runs all the same, that does not say.
[[nodiscard]] inline Verdict notRegisteredAt(const QString &evidence, const QString &detail)
{
    using cluster::Cause;
    return {Cause::NotRegistered,
            cluster::Certainty::CannotDistinguish,
            cluster::Rung::NameRegistered,
            evidence,
            detail,
            {Cause::NotRegistered, Cause::EpmdForgotNode, Cause::DoesNotListen}};
}

} // namespace nodescope::doctor
