#pragma once

#include <QString>

/// Evidence in the language of the window. Evidence is a value: it is made without translators, recorded, and
/// stands in JSON as it is. Where a person reads it, these say the wordings of `doctor` in their language.
/// Names, addresses, and what nodes and the system said are left as they are. Translated through
/// QCoreApplication; call on the thread on which the translators are installed.
namespace nodescope::doctor {

/// What was seen on a rung (RungResult::evidence), or a fact of PeerFacts.
[[nodiscard]] QString evidenceText(const QString &evidence);

} // namespace nodescope::doctor
