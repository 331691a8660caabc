#pragma once

#include <QHash>

#include "cluster/Node.h"
#include "doctor/settings/NodeSettings.h"

namespace nodescope::doctor {

/// Which nodes disconnect others to prevent overlapping partitions, as far as they told: what they have set,
/// and whether they take part in `global`'s mesh at all. A value; thread-safe as such.
class Prevention
{
public:
    /// What a node told by settings, or to its watcher; what it told before is replaced. Passed over when it
    /// did not tell.
    void note(const NodeSettings &settings);
    void note(const cluster::Node &node);

    [[nodiscard]] bool isKnown(const base::NodeName &node) const { return m_prevents.contains(node); }
    /// Of a node that has not told, everything is possible.
    [[nodiscard]] bool isPossible(const base::NodeName &node) const { return m_prevents.value(node, true); }

private:
    QHash<base::NodeName, bool> m_prevents;
};

} // namespace nodescope::doctor
