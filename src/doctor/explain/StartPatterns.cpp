#include "doctor/explain/LogPattern.h"

// What keeps a node from starting as one: net_kernel, auth, erl_distribution, ssl_dist_sup, EPMD; also within
// crash reports and within the short form in which a kernel logs before its logger runs.

namespace nodescope::doctor {

namespace {
using cluster::Cause;
using enum cluster::Certainty;
using enum LogWording;
using Pattern = LogPattern;

constexpr std::array StartTable{
    Pattern{"the name <own> seems to be in use by another Erlang node", NameTaken, Cause::NameInUse},
    Pattern{"Protocol '<word protocol>': register/listen error: <rest reason>", RegisterError},
    Pattern{"Protocol: \"<word protocol>\": register error: <rest reason>", RegisterError}, // up to 20
    Pattern{"Protocol '<word protocol>': not supported", ProtocolUnknown},
    Pattern{"Protocol: \"<word protocol>\": not supported", ProtocolUnknown},
    Pattern{"Protocol '<word protocol>': invalid node name: <rest name>", NodeNameInvalid},
    Pattern{"Can't set long node name!", NoLongName, Cause::NoOwnLongName},
    Pattern{"Can't set short node name!", NoShortName},
    Pattern{"Invalid node name! Please check your configuration", NodeNameInvalid},
    Pattern{"Multiple -name given to erl, using the first, <rest name>", ArgumentRepeated},
    Pattern{"Multiple -sname given to erl, using the first, <rest name>", ArgumentRepeated},
    Pattern{"Multiple -proto_dist given to erl, using the first, <rest name>", ArgumentRepeated},
    Pattern{"Invalid -name given to erl, <rest name>", NodeNameInvalid},
    Pattern{"Invalid -sname given to erl, <rest name>", NodeNameInvalid},
    Pattern{"** Netkernel terminating", NetKernelEnds},
    Pattern{"** Distribution restart failed, net_kernel terminating", NetKernelEnds},
    Pattern{"failed_to_start_child,net_kernel,{'EXIT',nodistribution}",
            NoDistribution,
            Cause::NotDistributed,
            CannotDistinguish,
            {Cause::NameInUse, Cause::EpmdUnreachable, Cause::NoOwnLongName}},
    Pattern{"mandatory_nodes_down, [<text nodes>]",
            NodesMissing,
            Cause::NotRegistered,
            CannotDistinguish,
            {Cause::NotRegistered, Cause::HostUnresolvable, Cause::CookieMismatch}},

    Pattern{"Cookie file <text path> must be accessible by owner only", CookieFileMode,
            Cause::CookieFileMode},
    Pattern{"Cookie file <text path>.erlang.cookie is of type <word reason>", CookieFile,
            Cause::CookieFileUnreadable},
    Pattern{"Error when reading <text path>.erlang.cookie: <word reason>", CookieFile,
            Cause::CookieFileUnreadable},
    Pattern{"Failed to create cookie file '<text path>': <word reason>", CookieFile,
            Cause::CookieFileUnreadable},
    Pattern{"Failed to write to cookie file '<text path>': <word reason>", CookieFile,
            Cause::CookieFileUnreadable},
    Pattern{"Failed to change mode: eperm", CookieFile, Cause::CookieFileUnreadable, AlmostCertain},
    Pattern{"Failed to change mode: eacces", CookieFile, Cause::CookieFileUnreadable, AlmostCertain},
    Pattern{"No home for cookie file", CookieFile, Cause::CookieFileUnreadable},
    Pattern{"Bad characters in cookie", CookieFileContent, Cause::CookieFileUnreadable, AlmostCertain},
    Pattern{"Too short cookie string", CookieFileContent, Cause::CookieFileUnreadable, AlmostCertain},

    Pattern{"{bad_ssl_dist_optfile, [\"<text path>\"]", TlsOptionsFile, Cause::TlsClientOptions,
            AlmostCertain},
    Pattern{"{bad_ssl_dist_optfile, \"<text path>\"", TlsOptionsFile, Cause::TlsClientOptions, AlmostCertain},
    Pattern{"{bad_ssl_dist_optfile,", TlsOptionsFile, Cause::TlsClientOptions, AlmostCertain},

    // epmd -d
    Pattern{"node name already occupied <word name>", NameTaken, Cause::NameInUse},
    Pattern{"ALIVE2_REQ from non local address", EpmdRefusedForeign},
    Pattern{"failed to bind on ipaddr <tuple address>", EpmdCannotListen, Cause::EpmdUnreachable,
            AlmostCertain},

    Pattern{"In order to use --remsh, you need to name the current node using", NotANodeItself,
            Cause::NotDistributed},
    Pattern{"distribution_not_started", NotANodeItself, Cause::NotDistributed, AlmostCertain},
    Pattern{"your hostname \"<text host>\" does not resolve to", OwnHostName, Cause::OwnHostChanged},

    // Whose log it is: prompts, progress reports, banners of brokers and their tools.
    Pattern{"(<own>)<int>>", NodeDown, Cause::None, Certain, {}, Pattern::Context},
    Pattern{"started_at: <own>", NodeDown, Cause::None, Certain, {}, Pattern::Context},
    Pattern{"started_at, <own>", NodeDown, Cause::None, Certain, {}, Pattern::Context},
    Pattern{"node name: <own>", NodeDown, Cause::None, Certain, {}, Pattern::Context},
    Pattern{"node : <own>", NodeDown, Cause::None, Certain, {}, Pattern::Context | Pattern::LineStart},
};
} // namespace

std::span<const LogPattern> startPatterns()
{
    return StartTable;
}

} // namespace nodescope::doctor
