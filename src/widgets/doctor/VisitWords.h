#pragma once

#include "cluster/Examination.h"
#include "cluster/Visit.h"
#include "widgets/doctor/DoctorWords.h"

/// The words for who calls at our listening post, in the language of the moment.
namespace nodescope::widgets {

/// Why the post is not open, or not registered: a sentence; empty: nothing is wrong.
[[nodiscard]] QString problemOf(const cluster::Post &post);
/// What is known of the caller's cookie, where it came so far; else what kept it from that.
[[nodiscard]] QString titleOf(const cluster::Visit &visit);
/// Who called: its name, or what else it said, or only its address.
[[nodiscard]] QString callerOf(const cluster::Visit &visit);
/// In what a person must do about it: with Connects the caller has a cookie of ours.
[[nodiscard]] Outcome outcomeOf(const cluster::Visit &visit);
/// The call as if it had been examined, for the views of ladder, evidence and facts.
[[nodiscard]] cluster::Examination asExamination(const cluster::Visit &visit);

} // namespace nodescope::widgets
