#pragma once

#include <QJsonObject>
#include <QStringList>

#include "cluster/Lint.h"

namespace nodescope::cli {

/// What was found, the worst first, with the nodes of each group, what it will lead to, and what to do.
[[nodiscard]] QStringList textOf(const cluster::LintReport &report);

/// `{"asked":[],"unasked":[],"findings":[{"rule","severity","groups":[{"value","nodes"}],"detail","title",
/// "explanation","remedy":[{"text","snippets":[{"language","where","code"}]}]}]}`.
[[nodiscard]] QJsonObject jsonOf(const cluster::LintReport &report);

} // namespace nodescope::cli
