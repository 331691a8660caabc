#pragma once

#include "cluster/Visit.h"
#include "doctor/CauseText.h"

namespace nodescope::doctor {

/// What a call means, in the words that the window and the command line share. While it runs: how far it is.
/// Translated through QCoreApplication.
[[nodiscard]] CauseText textOf(const cluster::Visit &visit);

/// The part about the cookie, as one sentence: `It used the cookie that you call staging.` Empty before it
/// came to that.
[[nodiscard]] QString cookieSentence(const cluster::Visit &visit);

/// Who called, as far as it is known: a node's name, `a node on web1 that asks for a name`, `a port scan` …
[[nodiscard]] QString callerText(const cluster::Visit &visit);

} // namespace nodescope::doctor
