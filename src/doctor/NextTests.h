#pragma once

#include <QStringList>

#include "cluster/Diagnosis.h"

namespace nodescope::doctor {

/// Where causes cannot be told apart from here: what would tell, one sentence for each test, the most telling
/// first. Empty where the verdict needs none. Translated; call it where CauseText may be called.
[[nodiscard]] QStringList nextTestsOf(const cluster::Diagnosis &diagnosis);

} // namespace nodescope::doctor
