#pragma once

#include <optional>

#include "base/NodeName.h"
#include "term/Term.h"

/// The expressions of resources/probes, as terms, for recognising them. Nothing here is evaluated: what
/// they do on a BEAM node is done by Watcher and functions/Evaluation.
namespace nodescope::lab::probes {

[[nodiscard]] const term::Term &watchForms();
[[nodiscard]] const term::Term &cookieDigestForms();

[[nodiscard]] const term::Term &figuresForms();
[[nodiscard]] const term::Term &relayForms();
[[nodiscard]] const term::Term &processesForms();
[[nodiscard]] const term::Term &processForms();
[[nodiscard]] const term::Term &supervisionForms();

/// The pid that the binding `'P'` holds.
[[nodiscard]] std::optional<term::Pid> boundPid(const term::Term &bindings);
/// What a binding holds, or invalid. Bindings are a list of pairs, or a map.
[[nodiscard]] term::Term bound(const term::Term &bindings, QLatin1String variable);

} // namespace nodescope::lab::probes
