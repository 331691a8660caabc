#pragma once

#include <QJsonObject>
#include <QStringList>

#include "cluster/Diagnosis.h"

namespace nodescope::cli {

/// A failure for people: what happened, why, the rungs that were climbed, and what to do.
[[nodiscard]] QStringList textOf(const cluster::Diagnosis &diagnosis);

/// `{"from","to","cause","certainty","candidates","title","detail","elapsed_ms","rungs":[{"rung","state",
/// "evidence","elapsed_ms"}],"remedies":[{"text","snippets":[{"language","where","code"}]}]}`.
[[nodiscard]] QJsonObject jsonOf(const cluster::Diagnosis &diagnosis);

} // namespace nodescope::cli
