#pragma once

#include <QList>
#include <QString>

#include "cluster/Diagnosis.h"

namespace nodescope::doctor {

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

} // namespace nodescope::doctor
