#pragma once

#include "cluster/Examination.h"
#include "cluster/Lint.h"

/// Examinations and comparisons made up for tests and pictures, as a session would tell of them.
namespace nodescope::test {

/// An ended examination of `to` by this program, with the whole handshake among its excerpts.
[[nodiscard]] cluster::Examination demoExamination(quint64 id, cluster::Cause cause,
                                                   const base::NodeName &to);
/// The same while it runs, after its first `rungs` rungs.
[[nodiscard]] cluster::Examination demoRunning(quint64 id, qsizetype rungs, const base::NodeName &to);
/// Two nodes whose cookies differ, with all settings side by side.
[[nodiscard]] cluster::Examination demoPairExamination(quint64 id, const base::NodeName &from,
                                                       const base::NodeName &to);
/// One whose causes cannot be told apart.
[[nodiscard]] cluster::Examination demoUncertain(quint64 id, const base::NodeName &to);
/// A finding of each severity, and nodes that were not asked.
[[nodiscard]] cluster::LintReport demoLint();

} // namespace nodescope::test
