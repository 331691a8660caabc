#pragma once

#include <QString>

#include "base/NodeName.h"
#include "protocol/Flags.h"

namespace nodescope::dist {

/// Who we are towards others.
struct NodeIdentity
{
    /// Our name. Null asks each acceptor for a dynamic one: always hidden, nobody can dial us.
    base::NodeName name;
    /// The host that goes with a dynamic name; allow lists are matched against it.
    QString host;
    bool hidden = true;
    protocol::Flags flags = protocol::masks::RecommendedCached; ///< NAME_ME and PUBLISHED are set as fits
    protocol::Flags required = protocol::masks::Required;

    /// The default: hidden, under a dynamic name. `host` defaults to this machine's name.
    [[nodiscard]] static NodeIdentity dynamic(const QString &host = {});
    [[nodiscard]] static NodeIdentity fixed(const base::NodeName &name, bool hidden);
    [[nodiscard]] bool isDynamic() const { return name.isNull(); }
};

/// A name for a caller that asks for one: as OTP's look, thirteen characters of base 36. Null if no node
/// can have it on that host.
[[nodiscard]] base::NodeName dynamicName(const QString &host);
/// An incarnation that is not EPMD's: random, and above the few that nodes before OTP 23 use.
[[nodiscard]] quint32 randomCreation();

} // namespace nodescope::dist
