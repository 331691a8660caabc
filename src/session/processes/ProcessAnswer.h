#pragma once

#include "cluster/Process.h"
#include "dist/RemoteCall.h"
#include "term/Term.h"

/// Answers of nodes about their processes, as values. Pure; whatever a node says, texts and counts are
/// bounded.
namespace nodescope::session {

/// More entries of a tree, processes of a page or ties of one process are not taken.
inline constexpr int MaxSupervised = 5000;
inline constexpr int MaxPage = 2000;
inline constexpr int MaxTies = 3000;
/// Of each text; a node may give a child the id that it likes.
inline constexpr qsizetype MaxText = 200;

/// What `erl_eval:exprs/2` returned, without its bindings; invalid if that is not its shape.
[[nodiscard]] term::Term evaluated(const dist::CallResult &result);
/// Why there is none, as a stable identifier: how the call ended, or `unreadable`.
[[nodiscard]] QString refusalOf(const dist::CallResult &result);

/// Fills `page` from the answer of processes.erl. False if it is none.
[[nodiscard]] bool readPage(const term::Term &answer, cluster::ProcessPage &page);
/// Fills `detail` from the answer of process.erl. False if it is none.
[[nodiscard]] bool readDetail(const term::Term &answer, cluster::ProcessDetail &detail);
/// Fills `tree` from the answer of supervision.erl. False if it is none.
[[nodiscard]] bool readTree(const term::Term &answer, cluster::SupervisionTree &tree);

} // namespace nodescope::session
