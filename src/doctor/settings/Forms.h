#pragma once

#include "term/Term.h"

/// The two arguments of `erl_eval:exprs/2`, for all probes of the program.
namespace nodescope::doctor::probes {

/// The parsed expressions in a resource (resources/probes/*.forms). Invalid only if the program's resources
/// are damaged.
[[nodiscard]] term::Term readForms(const QString &path);
/// `{'Name', Value}`: one variable of theirs.
[[nodiscard]] term::Term binding(QLatin1String name, const term::Term &value);

} // namespace nodescope::doctor::probes
