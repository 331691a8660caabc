#pragma once

#include <variant>

#include <QMetaType>

#include "base/NodeName.h"
#include "term/Identifiers.h"

namespace nodescope::dist {

/// A registered name on a node: `{Name, Node}`.
struct ProcessName
{
    base::NodeName node;
    QString name;

    friend bool operator==(const ProcessName &, const ProcessName &) = default;
};

/// Where a message or a monitor goes: a process, a registered name, or an alias.
using Destination = std::variant<term::Pid, ProcessName, term::Reference>;

/// The node that a destination names, as text; it need not be well-formed.
[[nodiscard]] QString nodeOf(const Destination &destination);

} // namespace nodescope::dist
