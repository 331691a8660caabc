#pragma once

#include <optional>
#include <vector>

#include <QSet>
#include <QString>

#include "lab/PracticeTypes.h"

namespace nodescope::lab {

/// One node of a plan.
struct PlannedNode
{
    base::NodeName name;
    bool hidden = false;
    bool otherCookie = false;
    /// Whom it dials when the cluster starts: indices of nodes that stand before it.
    std::vector<int> dials;
};

/// Which nodes a practice cluster has, and who dials whom: a pure function of the options and of the
/// names that are taken at EPMD (the parts before `@`). Visible nodes come first, then hidden ones, then
/// those with another cookie. Empty if the host makes no node name.
[[nodiscard]] std::vector<PlannedNode> planCluster(const PracticeOptions &options,
                                                   const QSet<QString> &taken);

/// `wanted`, or with the lowest number from 2 on behind it that is free.
[[nodiscard]] QString freeName(const QString &wanted, const QSet<QString> &taken);

/// The name on the cluster's host, if that makes one.
[[nodiscard]] std::optional<base::NodeName> practiceName(const QString &name, const PracticeOptions &options);

} // namespace nodescope::lab
