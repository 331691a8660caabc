#include "doctor/explain/LogFinding.h"

#include <array>

namespace nodescope::doctor {

namespace {
struct Named
{
    LogWording wording;
    const char *identifier;
};

using enum LogWording;
constexpr std::array Table{
    Named{ChallengeReplyInvalid, "challenge_reply_invalid"},
    Named{ChallengeAckInvalid, "challenge_ack_invalid"},
    Named{ClosedAfterDigest, "closed_after_digest"},
    Named{DisallowedNode, "disallowed_node"},
    Named{DisallowedOwn, "disallowed_own"},
    Named{DisallowedAddress, "disallowed_address"},
    Named{StatusNotAllowed, "status_not_allowed"},
    Named{CannotHandle, "cannot_handle"},
    Named{OtherName, "other_name"},
    Named{StatusClosed, "status_closed"},
    Named{SetupTimedOut, "setup_timed_out"},
    Named{AddressType, "address_type"},
    Named{PendingNok, "pending_nok"},
    Named{NotResponding, "not_responding"},
    Named{TicksMissed, "ticks_missed"},
    Named{NodeDown, "node_down"},
    Named{NoConnection, "no_connection"},
    Named{Partitioned, "partitioned"},
    Named{TableFull, "table_full"},
    Named{SetupInternal, "setup_internal"},
    Named{NetKernelEnds, "net_kernel_ends"},
    Named{NodeNameInvalid, "node_name_invalid"},
    Named{NoLongName, "no_long_name"},
    Named{NoShortName, "no_short_name"},
    Named{NameTaken, "name_taken"},
    Named{RegisterError, "register_error"},
    Named{ProtocolUnknown, "protocol_unknown"},
    Named{ArgumentRepeated, "argument_repeated"},
    Named{NoDistribution, "no_distribution"},
    Named{NodesMissing, "nodes_missing"},
    Named{NotANodeItself, "not_a_node_itself"},
    Named{OwnHostName, "own_host_name"},
    Named{LogWording::CookieFileMode, "cookie_file_mode"},
    Named{CookieFile, "cookie_file"},
    Named{CookieFileContent, "cookie_file_content"},
    Named{Unauthorized, "unauthorized"},
    Named{LongDialsShort, "long_dials_short"},
    Named{ShortDialsLong, "short_dials_long"},
    Named{GlobalDisconnected, "global_disconnected"},
    Named{GlobalRequested, "global_requested"},
    Named{GlobalOldVersion, "global_old_version"},
    Named{GlobalCannotConnect, "global_cannot_connect"},
    Named{GlobalNameConflict, "global_name_conflict"},
    Named{CorruptTerm, "corrupt_term"},
    Named{CorruptFrame, "corrupt_frame"},
    Named{BusyDistPort, "busy_dist_port"},
    Named{TlsOptionsFile, "tls_options_file"},
    Named{TlsOptions, "tls_options"},
    Named{TlsAccept, "tls_accept"},
    Named{TlsHandshake, "tls_handshake"},
    Named{TlsAlert, "tls_alert"},
    Named{RemoteShell, "remote_shell"},
    Named{CliAuthentication, "cli_authentication"},
    Named{CliEpmd, "cli_epmd"},
    Named{CliNotRegistered, "cli_not_registered"},
    Named{CliOtherName, "cli_other_name"},
    Named{CliDistribution, "cli_distribution"},
    Named{CliPort, "cli_port"},
    Named{DnsLookup, "dns_lookup"},
    Named{EpmdRefusedForeign, "epmd_refused_foreign"},
    Named{EpmdCannotListen, "epmd_cannot_listen"},
};
} // namespace

QString identifierOf(LogWording wording)
{
    for (const Named &entry : Table) {
        if (entry.wording == wording)
            return QString::fromLatin1(entry.identifier);
    }
    return {};
}

QString LogFinding::fact(QStringView name) const
{
    for (const LogFact &fact : facts) {
        if (fact.name == name)
            return fact.value;
    }
    return {};
}

} // namespace nodescope::doctor
