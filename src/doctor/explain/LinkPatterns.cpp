#include "doctor/explain/LogPattern.h"

// What happens to links that were up: dist_util's ticks, global, the emulator, system monitors, calls that
// found no link, and what brokers and databases make of it.

namespace nodescope::doctor {

namespace {
using cluster::Cause;
using enum cluster::Certainty;
using enum LogWording;
using Pattern = LogPattern;

constexpr std::array<Cause, 5> Silence{Cause::PeerSilent, Cause::LinkOverloaded};
constexpr std::array<Cause, 5> NoLink{Cause::ConnectionLost, Cause::NotRegistered, Cause::CookieMismatch};

constexpr std::array LinkTable{
    Pattern{"Node <peer> not responding ** ** Removing (timedout) connection **", NotResponding,
            Cause::PeerSilent, CannotDistinguish, Silence},
    Pattern{"Node <peer> not responding **", NotResponding, Cause::PeerSilent, CannotDistinguish, Silence},
    // 29, with the kernel parameter log_missed_net_ticks.
    Pattern{"Node <peer>: net tick <int tick>/<int ticks> missed", TicksMissed, Cause::PeerSilent,
            CannotDistinguish, Silence},
    Pattern{"Node <peer>: <int ticks> consecutive net ticks missed", TicksMissed, Cause::PeerSilent,
            CannotDistinguish, Silence},

    // From 25 on, and in later patches of 24; `disconnected old` and `excluded` are rare forms of it.
    Pattern{"'global' at node <own> disconnected node <peer> in order to prevent overlapping partitions",
            GlobalDisconnected, Cause::GlobalEvicted},
    Pattern{"'global' at node <own> disconnected old node <peer> in order to prevent overlapping partitions",
            GlobalDisconnected, Cause::GlobalEvicted},
    Pattern{"'global' at node <own> requested disconnect from node <peer> in order to prevent overlapping "
            "partitions",
            GlobalRequested, Cause::GlobalEvicted},
    Pattern{"'global' at node <own> excluded global group member node <peer> in order to prevent overlapping "
            "partitions",
            GlobalDisconnected, Cause::GlobalEvicted},
    Pattern{
        "'global' at node <own> got an out of sync connection attempt from old version <int version> node "
        "<peer>.",
        GlobalOldVersion},
    Pattern{"'global' at <own> failed to connect to <peer>",
            GlobalCannotConnect,
            Cause::GlobalIntroduced,
            CannotDistinguish,
            {Cause::GlobalIntroduced, Cause::StrayEpmd, Cause::HostUnresolvable, Cause::DistPortBlocked,
             Cause::CookieMismatch}},
    // 23 and 24.
    Pattern{"global: <own> failed to connect to <peer>",
            GlobalCannotConnect,
            Cause::GlobalIntroduced,
            CannotDistinguish,
            {Cause::GlobalIntroduced, Cause::StrayEpmd, Cause::HostUnresolvable, Cause::DistPortBlocked,
             Cause::CookieMismatch}},
    Pattern{"global: nodeup never came <own> <peer>", NodeDown, Cause::ConnectionLost, AlmostCertain},
    Pattern{"Illegal global protocol version <int version> Node: <peer>", GlobalOldVersion},
    Pattern{"global: Name conflict terminating <rest name>", GlobalNameConflict},

    Pattern{"got a corrupted external term from <peer> on distribution channel",
            CorruptTerm,
            Cause::NativeRecordSent,
            CannotDistinguish,
            {Cause::NativeRecordSent, Cause::PeerBrokeProtocol},
            Pattern::OwnBefore},
    Pattern{"got a corrupted distribution header from <peer> on distribution channel",
            CorruptFrame,
            Cause::PeerBrokeProtocol,
            AlmostCertain,
            {},
            Pattern::OwnBefore},
    Pattern{"Invalid distribution message: <rest reason>", CorruptFrame, Cause::PeerBrokeProtocol,
            AlmostCertain},
    Pattern{"Absurdly large distribution output data buffer (", BusyDistPort, Cause::LinkOverloaded,
            AlmostCertain},
    Pattern{"monitor, <pid>, busy_dist_port, {<text port>, <peer>}", BusyDistPort, Cause::LinkOverloaded,
            AlmostCertain},
    Pattern{"monitor, <pid>, busy_dist_port,", BusyDistPort, Cause::LinkOverloaded, AlmostCertain},
    Pattern{"monitor, <pid>, :busy_dist_port,", BusyDistPort, Cause::LinkOverloaded, AlmostCertain},
    Pattern{"busy_dist_port <pid> [<text>] {<text port>,<peer>}", BusyDistPort, Cause::LinkOverloaded,
            AlmostCertain},
    Pattern{"busy_dist_port <pid>", BusyDistPort, Cause::LinkOverloaded, AlmostCertain},

    // 29 shows the reason of a set-up that failed twice.
    Pattern{"{nodedown, <peer>, pending, <tuple>", NodeDown, Cause::None, Certain, {}, Pattern::Repeated},
    Pattern{"{nodedown, <peer>, <text>net_tick_timeout", NotResponding, Cause::PeerSilent, CannotDistinguish,
            Silence},
    Pattern{"{:nodedown, <peer>, <text>:net_tick_timeout", NotResponding, Cause::PeerSilent,
            CannotDistinguish, Silence},
    Pattern{"{nodedown, <peer>, up, <word reason>", NodeDown, Cause::ConnectionLost},
    Pattern{"{nodedown, <peer>, <text>nodedown_reason, <word reason>", NodeDown, Cause::ConnectionLost},
    Pattern{"{:nodedown, <peer>, <text>nodedown_reason: <word reason>", NodeDown, Cause::ConnectionLost},
    Pattern{"{nodedown, <peer>}", NoConnection, Cause::ConnectionLost, CannotDistinguish, NoLink},
    Pattern{"{:nodedown, <peer>}", NoConnection, Cause::ConnectionLost, CannotDistinguish, NoLink},
    Pattern{"{badrpc, nodedown}", NoConnection, Cause::ConnectionLost, CannotDistinguish, NoLink},
    Pattern{"{:badrpc, :nodedown}", NoConnection, Cause::ConnectionLost, CannotDistinguish, NoLink},
    Pattern{"{erpc, noconnection}", NoConnection, Cause::ConnectionLost, CannotDistinguish, NoLink},
    Pattern{"{:erpc, :noconnection}", NoConnection, Cause::ConnectionLost, CannotDistinguish, NoLink},
    Pattern{"no connection to <peer>", NoConnection, Cause::ConnectionLost, CannotDistinguish, NoLink},

    Pattern{"node <peer> down: net_tick_timeout", NotResponding, Cause::PeerSilent, CannotDistinguish,
            Silence},
    Pattern{"node <peer> down: <word reason>", NodeDown, Cause::ConnectionLost},
    Pattern{"Partial partition detected: <text> DOWN from <peer>", Partitioned, Cause::ConnectionLost,
            AlmostCertain},
    Pattern{"inconsistent_database, running_partitioned_network, <peer>", Partitioned, Cause::ConnectionLost,
            AlmostCertain},
    Pattern{"inconsistent_database, starting_partitioned_network, <peer>", Partitioned, Cause::ConnectionLost,
            AlmostCertain},
    Pattern{
        "Mnesia(<own>): ** ERROR ** mnesia_event got {inconsistent_database, running_partitioned_network, "
        "<peer>}",
        Partitioned, Cause::ConnectionLost, AlmostCertain},
    Pattern{
        "Mnesia(<own>): ** ERROR ** mnesia_event got {inconsistent_database, starting_partitioned_network, "
        "<peer>}",
        Partitioned, Cause::ConnectionLost, AlmostCertain},
};
} // namespace

std::span<const LogPattern> linkPatterns()
{
    return LinkTable;
}

} // namespace nodescope::doctor
