#pragma once

#include "cluster/Examination.h"
#include "cluster/Visit.h"
#include "widgets/doctor/DoctorWords.h"

/// Calls at our listening post as the views of the doctor's room take them.
namespace nodescope::widgets {

/// Why the post is not open, or not registered: a sentence; empty: nothing is wrong.
[[nodiscard]] QString problemOf(const cluster::Post &post);
/// In what a person must do about it: with Connects the caller has a cookie of ours.
[[nodiscard]] Outcome outcomeOf(const cluster::Visit &visit);
/// The call as if it had been examined, for the views of ladder, evidence and facts.
[[nodiscard]] cluster::Examination asExamination(const cluster::Visit &visit);

} // namespace nodescope::widgets
