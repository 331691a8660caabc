#pragma once

#include <QJsonObject>

#include "cluster/Examination.h"

namespace nodescope::cli {

/// `ok`, `failed`, or `uncertain`: nobody tried it to the end.
[[nodiscard]] QString verdictOf(const cluster::Examination &examination);

/// What `doctor --json` prints; the man page has the fields.
[[nodiscard]] QJsonObject jsonOf(const cluster::Examination &examination);

} // namespace nodescope::cli
