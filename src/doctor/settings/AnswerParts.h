#pragma once

#include "term/Term.h"

/// Parts of what nodes answer. Internal to settings.
namespace nodescope::doctor {

/// The text of an atom, a string or a binary, no longer than it can be shown; empty if it is none.
[[nodiscard]] QString shortText(const term::Term &term);
/// An IP address, of a tuple of four bytes or eight words; empty if it is none.
[[nodiscard]] QString addressText(const term::Term &tuple);

} // namespace nodescope::doctor
