#pragma once

#include <memory>

#include <QSignalSpy>
#include <QTest>

#include "EvilPeer.h"
#include "dist/LocalNode.h"

namespace nodescope::test::evil {

inline constexpr const char *Cookie = "victims-cookie";
inline constexpr const char *VictimName = "victim@127.0.0.1";
/// Sorts before the victim's, so that an attempt of the victim stands against one of eve.
inline constexpr const char *EvilName = "eve@127.0.0.1";

/// A node of ours that evil peers dial, and that dials them; linked to a healthy one from the start.
class Victim
{
public:
    /// How long anything may take that is no test of a deadline.
    static constexpr int Wait = 20'000; ///< milliseconds
    /// Memory that one misbehaviour may cost: the contract's 16 MiB, and the caps of limits().
    static constexpr qint64 Memory = 24 * 1024 * 1024;

    /// A hasty one gives up after a fraction of a second, for peers that stall.
    explicit Victim(bool hasty = false);

    /// Dials the evil peer, and waits for the end of it.
    [[nodiscard]] dist::DialReport dial(quint16 port, const base::NodeName &name, bool probe = false);
    /// Whether the healthy link still answers a call.
    [[nodiscard]] bool healthyAnswers();

    /// Caps small enough to be met within a test.
    [[nodiscard]] static protocol::Limits limits(bool hasty = false);
    [[nodiscard]] static base::NodeName evilName()
    {
        return base::NodeName::literal(QString(QLatin1String(EvilName)));
    }

    base::SystemClock clock;
    std::unique_ptr<dist::LocalNode> healthy;
    std::unique_ptr<dist::LocalNode> node;
    QObject context; ///< for calls
};

/// Bytes of this process in memory now; 0 where a sanitizer makes the number worthless.
[[nodiscard]] qint64 residentBytes();

} // namespace nodescope::test::evil
