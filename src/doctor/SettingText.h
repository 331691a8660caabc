#pragma once

#include "doctor/CauseText.h"

/// The words for the causes that lie in how a node was started or set, rather than in what came over the
/// wire. Parts of explanationOf and remediesOf.
namespace nodescope::doctor {

[[nodiscard]] QString explanationOfSetting(const cluster::Diagnosis &diagnosis);
/// Also without names: a log does not always tell them.
[[nodiscard]] QList<Remedy> remediesOfSetting(const cluster::Diagnosis &diagnosis);
/// Of cookies that differ, and of one that is not at hand.
[[nodiscard]] QList<Remedy> remediesOfCookie(const cluster::Diagnosis &diagnosis);

} // namespace nodescope::doctor
