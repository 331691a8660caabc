#pragma once

#include <QList>
#include <QMetaType>
#include <QString>

namespace nodescope::cluster {

/// Why two nodes do not connect. The identifier (identifierOf) is the cause's stable name in JSON,
/// recordings and tests; it never changes once released. A new cause is a new line here and in the
/// table of Cause.cpp, a rule in `doctor`, and a text in `doctor/CauseText`.
enum class Cause {
    None,               ///< nothing failed
    Unknown,            ///< it failed, and the evidence fits no cause that we know
    CookieMismatch,     ///< the cookies differ
    NotAllowedByList,   ///< `net_kernel:allow/1` on the other side excludes us
    FlagsMissing,       ///< releases too far apart: a mandatory flag is missing
    EpmdUnreachable,    ///< nobody answers at EPMD's port
    HostUnresolvable,   ///< the host part of the name does not resolve
    NotRegistered,      ///< EPMD answers and knows no such name
    DistPortBlocked,    ///< EPMD answers, the distribution port does not
    NotANode,           ///< something that is no Erlang node listens there
    TlsPlainMixed,      ///< one side speaks TLS, the other does not
    TlsCertificate,     ///< a certificate was refused, the peer's or ours; the detail says why
    TlsFailed,          ///< both speak TLS, and found nothing to agree on (versions, ciphers …)
    OtherNameAnswers,   ///< the node that answers has another name than the one dialled
    NameInUse,          ///< the peer answered `nok` or `alive`: our name is taken or being set up
    PeerSilent,         ///< the peer accepted the connection and then said nothing
    PeerBrokeProtocol,  ///< the peer is a node, but broke the handshake; the evidence says where
    ReflectionRefused,  ///< the peer tried to have us sign our own challenge
    EpmdDefect,         ///< what answers at EPMD's port does not speak EPMD's protocol
    AddressUnreachable, ///< no route to the host
    StalePort,          ///< EPMD lists a port that refuses connections
    ConnectionLost,     ///< an established link went down
    Cancelled,          ///< a person or the program gave up before there was an answer
    NoCookie,           ///< we hold no cookie for this node
    CookieCrossed,   ///< each of the two was given the other's cookie for the other, so the two values cross
    CookieTruncated, ///< a `#` in vm.args began a comment and cut the cookie
    CookieFileMode,  ///< the cookie file may be read by others, so the node refuses to start
    CookieFileUnreadable, ///< the cookie file cannot be read or made
    CookieOfOtherUser,    ///< the service runs as another user, with another cookie file
    ShortDialsLong,       ///< a node with a short name dials a host with dots; it refuses by itself
    LongDialsShort,       ///< a node with a long name dials a host without dots; it refuses by itself
    NoOwnLongName,        ///< the node finds no host name of its own with a dot in it
    EpmdForgotNode,       ///< the node lives, and its EPMD was restarted and does not list it
    StrayEpmd,            ///< an EPMD answers on a host whose nodes do without
    EpmdPortDefect,       ///< `erl_epmd_port` is set on OTP 25.0 to 25.2, which cannot use it
    OwnHostChanged,       ///< the host's own name no longer leads to an address of the host
    MeshIntercepts,       ///< a service mesh accepts the connections and speaks another protocol
    DnsWithoutRecord,     ///< DNS has no record of the kind that names the nodes
    IpVersionMixed,       ///< one side speaks IPv4 alone, the other IPv6 alone
    DoesNotListen,        ///< the node was started with `-dist_listen false`
    AutoConnectOff,       ///< `dist_auto_connect` keeps the node from connecting by itself
    GlobalEvicted,        ///< `global` disconnected the node to prevent overlapping partitions
    Hidden,               ///< the link is hidden, so `nodes()` does not list it
    GlobalIntroduced,     ///< `global` introduces nodes of other clusters, which then refuse each other
    LinkOverloaded,       ///< more is sent over the link than it carries
    NetKernelStuck,       ///< `net_kernel` does not answer, so the node sets up no link
    NotDistributed,       ///< the emulator runs as nonode@nohost
    Simultaneous,         ///< both dialled at once, and the other attempt goes on
    AlreadyConnected,     ///< the peer still holds a link to a node of the caller's name
    TlsClientOptions,     ///< the dialling node has TLS options that it cannot use, so it never dials
    NativeRecordSent,     ///< a native record was sent to a node that cannot read one
};

/// How sure the verdict is.
enum class Certainty {
    Certain,           ///< the evidence admits nothing else
    AlmostCertain,     ///< nothing else that stock nodes do looks like this
    CannotDistinguish, ///< one of several candidates; the diagnosis lists them
};

/// The stable name, e.g. `cookie_mismatch`.
[[nodiscard]] QString identifierOf(Cause cause);
/// The cause of that stable name; Unknown when there is none.
[[nodiscard]] Cause causeFromIdentifier(QStringView identifier);
/// Every cause, in the order of the enumeration.
[[nodiscard]] QList<Cause> allCauses();
/// `certain`, `almost_certain` or `cannot_distinguish`.
[[nodiscard]] QString identifierOf(Certainty certainty);

} // namespace nodescope::cluster

Q_DECLARE_METATYPE(nodescope::cluster::Cause)
