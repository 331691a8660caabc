#pragma once

#include "doctor/explain/LogFinding.h"

namespace nodescope::doctor {

/// What the table cannot say: what a reason, an alert or the way a name is written makes of a finding.
/// `written` is the name of the peer as it stands in the text, with its quotes.
void applyRules(LogFinding &finding, QByteArrayView written);

/// What findings make of each other: the same failure said twice, an overload that became a silence, and
/// which lost link may have led `global` to drop others.
void relateFindings(QList<LogFinding> &findings);

} // namespace nodescope::doctor
