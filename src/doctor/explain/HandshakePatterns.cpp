#include "doctor/explain/LogPattern.h"

// Sources: dist_util, net_kernel, inet_tcp_dist, inet_tls_dist, ssl_alert and the terms that
// net_kernel:verbose/1 shows, of OTP 23, 25, 27 and 29. A comment names the releases where they differ.

namespace nodescope::doctor {

namespace {
using cluster::Cause;
using enum cluster::Certainty;
using enum LogWording;
using Pattern = LogPattern;

constexpr std::array HandshakeTable{
    Pattern{"Connection attempt from node <peer> rejected. Invalid challenge reply.",
            ChallengeReplyInvalid,
            Cause::CookieMismatch,
            Certain,
            {},
            Pattern::PeerDialled},
    Pattern{"Connection attempt to node <peer> cancelled. Invalid challenge ack.",
            ChallengeAckInvalid,
            Cause::PeerBrokeProtocol,
            CannotDistinguish,
            {Cause::PeerBrokeProtocol, Cause::CookieMismatch}},
    // Up to 20; from 21 on it is the wording above.
    Pattern{"Connection attempt to disallowed node <peer>",
            ChallengeAckInvalid,
            Cause::PeerBrokeProtocol,
            CannotDistinguish,
            {Cause::PeerBrokeProtocol, Cause::CookieMismatch}},
    Pattern{"Connection attempt from node <peer> rejected since it cannot handle <flags flags>",
            CannotHandle,
            Cause::FlagsMissing,
            Certain,
            {},
            Pattern::PeerDialled | Pattern::OwnBefore},
    Pattern{"Connection attempt to node <peer> aborted since it cannot handle <flags flags>",
            CannotHandle,
            Cause::FlagsMissing,
            Certain,
            {},
            Pattern::OwnBefore},
    // Up to 20.
    Pattern{"Connection attempt from node <peer> rejected since it cannot handle extended <rest flags>",
            CannotHandle,
            Cause::FlagsMissing,
            Certain,
            {},
            Pattern::PeerDialled | Pattern::OwnBefore},
    Pattern{"Connection attempt to node <peer> aborted since it cannot handle extended <rest flags>",
            CannotHandle,
            Cause::FlagsMissing,
            Certain,
            {},
            Pattern::OwnBefore},
    // The allow list from 21 on; in older releases a wrong cookie, too: see the rules in ExplainLog.cpp.
    Pattern{"Connection attempt from disallowed node <peer>",
            DisallowedNode,
            Cause::NotAllowedByList,
            CannotDistinguish,
            {Cause::NotAllowedByList, Cause::CookieMismatch, Cause::CookieOfOtherUser},
            Pattern::PeerDialled},
    Pattern{"Connection attempt from disallowed node(s) <tuple address>", DisallowedNode,
            Cause::NotAllowedByList},
    Pattern{"Connection attempt with disallowed node <peer>", DisallowedOwn, Cause::NotAllowedByList},
    Pattern{"Connection attempt from disallowed IP <tuple address>", DisallowedAddress},

    // What net_kernel:verbose/1 shows: `{'EXIT',Pid,Reason}` up to 26, `{conn_own_exit,Pid,Reason,Node}`
    // later.
    Pattern{"recv_challenge_reply_failed,bad_cookie", ChallengeReplyInvalid, Cause::CookieMismatch},
    Pattern{"recv_challenge_ack_failed,bad_cookie},<peer>",
            ChallengeAckInvalid,
            Cause::PeerBrokeProtocol,
            CannotDistinguish,
            {Cause::PeerBrokeProtocol, Cause::CookieMismatch}},
    Pattern{"recv_challenge_ack_failed,bad_cookie",
            ChallengeAckInvalid,
            Cause::PeerBrokeProtocol,
            CannotDistinguish,
            {Cause::PeerBrokeProtocol, Cause::CookieMismatch}},
    Pattern{"recv_challenge_ack_failed, {error,closed}}, <peer>", ClosedAfterDigest, Cause::CookieMismatch,
            AlmostCertain},
    Pattern{"recv_challenge_ack_failed, {error,closed}", ClosedAfterDigest, Cause::CookieMismatch,
            AlmostCertain},
    Pattern{"recv_status_failed, not_allowed}, <peer>",
            StatusNotAllowed,
            Cause::NotAllowedByList,
            CannotDistinguish,
            {Cause::NotAllowedByList, Cause::FlagsMissing}},
    Pattern{"recv_status_failed, not_allowed",
            StatusNotAllowed,
            Cause::NotAllowedByList,
            CannotDistinguish,
            {Cause::NotAllowedByList, Cause::FlagsMissing}},
    Pattern{"recv_status_failed, {error,closed}}, <peer>",
            StatusClosed,
            Cause::NotANode,
            CannotDistinguish,
            {Cause::TlsPlainMixed, Cause::NotANode, Cause::NameInUse}},
    Pattern{"recv_status_failed, {error,closed}",
            StatusClosed,
            Cause::NotANode,
            CannotDistinguish,
            {Cause::TlsPlainMixed, Cause::NotANode, Cause::NameInUse}},
    Pattern{"recv_challenge_failed, no_node", OtherName, Cause::OtherNameAnswers, AlmostCertain},
    Pattern{"check_dflags_failed, <flags flags>}, <peer>", CannotHandle, Cause::FlagsMissing},
    Pattern{"check_dflags_failed, <flags flags>", CannotHandle, Cause::FlagsMissing},
    Pattern{"setup_timer_timeout, <peer>",
            SetupTimedOut,
            Cause::PeerSilent,
            CannotDistinguish,
            {Cause::PeerSilent, Cause::TlsPlainMixed, Cause::DistPortBlocked}},
    Pattern{"setup_timer_timeout}",
            SetupTimedOut,
            Cause::PeerSilent,
            CannotDistinguish,
            {Cause::PeerSilent, Cause::TlsPlainMixed, Cause::DistPortBlocked}},
    // From 28 or 29 on. 29 says it of hosts that do not resolve.
    Pattern{"unsupported_address_type, <peer>",
            AddressType,
            Cause::HostUnresolvable,
            CannotDistinguish,
            {Cause::HostUnresolvable, Cause::IpVersionMixed}},
    Pattern{"accept_pending_nok, <peer>", PendingNok, Cause::Simultaneous, Certain, {}, Pattern::PeerDialled},

    Pattern{"Distribution system limit reached, no table space left for node <peer>", TableFull},
    Pattern{"Distribution connection error, could not get low level port for node <peer>", SetupInternal},
    Pattern{"was not allowed to send {nodeup, <peer>} to kernel when",
            SetupInternal,
            Cause::Simultaneous,
            CannotDistinguish,
            {Cause::Simultaneous, Cause::AlreadyConnected}},
    Pattern{"Cannot get connection id for node <peer>", SetupInternal},

    Pattern{"System NOT running to use fully qualified hostnames ** ** Hostname <text host> is illegal",
            ShortDialsLong, Cause::ShortDialsLong},
    Pattern{"System NOT running to use fully qualified hostnames **", ShortDialsLong, Cause::ShortDialsLong},
    Pattern{"System running to use fully qualified hostnames ** ** Hostname <text host> is illegal",
            LongDialsShort, Cause::LongDialsShort},
    Pattern{"System running to use fully qualified hostnames **", LongDialsShort, Cause::LongDialsShort},
    Pattern{"Nodename <text name> illegal, no '@' character", NodeNameInvalid},
    Pattern{"** Nodename <text name> illegal **", NodeNameInvalid},

    // Old messages of auth, printed on the node that sent without a valid cookie.
    Pattern{"** Unauthorized rpc attempt to <peer> **", Unauthorized, Cause::CookieMismatch, AlmostCertain},
    Pattern{"** Unauthorized spawn attempt to <peer> **", Unauthorized, Cause::CookieMismatch, AlmostCertain},
    Pattern{"** Unauthorized spawn_link attempt to <peer> **", Unauthorized, Cause::CookieMismatch,
            AlmostCertain},
    Pattern{"** Unauthorized send attempt <text> to <peer> **", Unauthorized, Cause::CookieMismatch,
            AlmostCertain},

    // TLS. From 26 on the options are checked before anything is sent.
    Pattern{"ssl_connect_failed, <tuple address>, <int port>, {error, {options, <text reason>}}}, <peer>",
            TlsOptions, Cause::TlsClientOptions},
    Pattern{"ssl_connect_failed, <tuple address>, <int port>, {error, {options, <text reason>}}", TlsOptions,
            Cause::TlsClientOptions},
    Pattern{"ssl_connect_failed, <tuple address>, <int port>, {error, {tls_alert, <text> ALERT: Fatal - "
            "<alert alert>",
            TlsHandshake, Cause::TlsFailed},
    Pattern{"ssl_connect_failed, <tuple address>, <int port>, {error, <word reason>",
            TlsHandshake,
            Cause::TlsFailed,
            CannotDistinguish,
            {Cause::TlsPlainMixed, Cause::TlsFailed, Cause::TlsCertificate}},
    Pattern{"Cannot accept TLS distribution connection: <rest reason>", TlsAccept, Cause::TlsFailed},
    Pattern{"TLS distribution handshake failed: <rest reason>",
            TlsHandshake,
            Cause::TlsFailed,
            CannotDistinguish,
            {Cause::TlsCertificate, Cause::TlsFailed, Cause::TlsPlainMixed}},
    Pattern{"generated SERVER ALERT: Fatal - <alert alert> - <rest reason>", TlsAlert, Cause::TlsFailed},
    Pattern{"generated SERVER ALERT: Fatal - <alert alert>", TlsAlert, Cause::TlsFailed},
    Pattern{"generated CLIENT ALERT: Fatal - <alert alert> - <rest reason>", TlsAlert, Cause::TlsFailed},
    Pattern{"generated CLIENT ALERT: Fatal - <alert alert>", TlsAlert, Cause::TlsFailed},
    Pattern{"received SERVER ALERT: Fatal - <alert alert>", TlsAlert, Cause::TlsFailed},
    Pattern{"received CLIENT ALERT: Fatal - <alert alert>", TlsAlert, Cause::TlsFailed},
};
} // namespace

std::span<const LogPattern> handshakePatterns()
{
    return HandshakeTable;
}

} // namespace nodescope::doctor
