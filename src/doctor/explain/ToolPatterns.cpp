#include "doctor/explain/LogPattern.h"

// What tools say that dial a node: erl -remsh, iex --remsh, the scripts of releases, RabbitMQ's diagnostics,
// libcluster. Most of them know only that it failed.

namespace nodescope::doctor {

namespace {
using cluster::Cause;
using enum cluster::Certainty;
using enum LogWording;
using Pattern = LogPattern;

constexpr std::array<Cause, 5> AnyReason{Cause::NotRegistered, Cause::CookieMismatch, Cause::EpmdUnreachable,
                                         Cause::HostUnresolvable, Cause::OtherNameAnswers};

constexpr std::array ToolTable{
    Pattern{"Could not contact remote node <peer>, reason: <word reason>", RemoteShell, Cause::NotRegistered,
            CannotDistinguish, AnyReason},
    Pattern{"Could not connect to \"<peer>\"", RemoteShell, Cause::NotRegistered, CannotDistinguish,
            AnyReason},
    Pattern{"--rpc-eval : RPC failed with reason <word reason>", RemoteShell, Cause::NotRegistered,
            CannotDistinguish, AnyReason},
    Pattern{"unable to connect to <peer>: not part of network", NotANodeItself, Cause::NotDistributed},
    // What a shell prints of itself and of a ping. The name alone says nothing: while it boots, a node of
    // any name reports its progress under this one.
    Pattern{"nonode@nohost pang", NotANodeItself, Cause::NotDistributed},
    Pattern{"unable to connect to :<peer>", RemoteShell, Cause::NotRegistered, CannotDistinguish, AnyReason},
    Pattern{"unable to connect to node <peer>", RemoteShell, Cause::NotRegistered, CannotDistinguish,
            AnyReason},
    Pattern{"unable to perform an operation on node <peer>", RemoteShell, Cause::NotRegistered,
            CannotDistinguish, AnyReason},

    Pattern{"Authentication failed (rejected by the remote node), please check the Erlang cookie",
            CliAuthentication, Cause::CookieMismatch, AlmostCertain},
    Pattern{"unable to connect to epmd (port <int port>) on <text host>: nxdomain", CliEpmd,
            Cause::HostUnresolvable},
    Pattern{"unable to connect to epmd (port <int port>) on <text host>: <rest reason>", CliEpmd,
            Cause::EpmdUnreachable, AlmostCertain},
    Pattern{"epmd reports: node '<word name>' not running at all", CliNotRegistered, Cause::NotRegistered},
    Pattern{"mismatch: node <peer> believes its node name is not", CliOtherName, Cause::OtherNameAnswers},
    Pattern{"believes its host is different", CliOtherName, Cause::OtherNameAnswers, AlmostCertain},
    Pattern{"TCP connection succeeded but Erlang distribution failed",
            CliDistribution,
            Cause::CookieMismatch,
            CannotDistinguish,
            {Cause::CookieMismatch, Cause::OtherNameAnswers, Cause::TlsPlainMixed}},
    Pattern{"can't establish TCP connection to the target node, reason: <rest reason>", CliPort,
            Cause::DistPortBlocked, AlmostCertain},
    Pattern{"can't establish TCP connection, reason: <rest reason>", CliPort, Cause::DistPortBlocked,
            AlmostCertain},

    Pattern{"lookup against <text host> failed: :nxdomain", DnsLookup, Cause::DnsWithoutRecord,
            AlmostCertain},
};
} // namespace

std::span<const LogPattern> toolPatterns()
{
    return ToolTable;
}

} // namespace nodescope::doctor
