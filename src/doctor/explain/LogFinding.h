#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include "base/NodeName.h"
#include "cluster/Cause.h"
#include "cluster/Diagnosis.h"
#include "doctor/CauseText.h"

namespace nodescope::doctor {

/// What a message says, whatever its exact wording in a release. Several messages may mean one cause, and
/// some that are worth knowing mean none. The identifier never changes once released.
enum class LogWording {
    ChallengeReplyInvalid, ///< an acceptor found that the caller's digest is wrong
    ChallengeAckInvalid,   ///< a caller found that the acceptor's digest is wrong
    ClosedAfterDigest,     ///< a caller was closed upon after its digest
    DisallowedNode,        ///< an acceptor refused the caller by its name, or (before OTP 21) by its digest
    DisallowedOwn,         ///< a node's own allow list keeps it from dialling
    DisallowedAddress,     ///< an acceptor refused the caller's address
    StatusNotAllowed,      ///< a caller was answered `not_allowed`
    CannotHandle,          ///< flags are missing
    OtherName,             ///< a caller found another name than the one it dialled
    StatusClosed,          ///< a caller was closed upon before the challenge
    SetupTimedOut,         ///< a set-up took longer than net_setuptime
    AddressType,           ///< no way to dial such an address
    PendingNok,            ///< of two that dialled each other one gave way
    NotResponding,         ///< four tick intervals of silence
    TicksMissed,           ///< silence that has not lasted so long yet
    NodeDown,              ///< a link went down, with its reason
    NoConnection,          ///< a call found no link, and none came about
    Partitioned,           ///< a database or broker says that nodes were apart
    TableFull,             ///< no place for another node
    SetupInternal,         ///< the set-up broke within the node
    NetKernelEnds,         ///< net_kernel gives up
    NodeNameInvalid,       ///< the node's own name, or the dialled one, is none
    NoLongName,            ///< no long name for the node itself
    NoShortName,           ///< no short name for the node itself
    NameTaken,             ///< EPMD has that name already
    RegisterError,         ///< no listening or no registration; the fact `reason` says why
    ProtocolUnknown,       ///< no such -proto_dist
    ArgumentRepeated,      ///< -name or its kind is given twice, or without sense
    NoDistribution,        ///< the node ends because its distribution did not start
    NodesMissing,          ///< nodes to wait for did not come
    NotANodeItself,        ///< what wanted to dial is no node itself
    OwnHostName,           ///< the host's own name leads nowhere
    CookieFileMode,        ///< the cookie file's mode
    CookieFile,            ///< the cookie file cannot be read or made
    CookieFileContent,     ///< what is in it is no cookie
    Unauthorized,          ///< a message without a valid cookie (old)
    LongDialsShort,        ///< a long name dials a host without dots
    ShortDialsLong,        ///< a short name dials a host with dots
    GlobalDisconnected,    ///< `global` dropped a link
    GlobalRequested,       ///< `global` had the other node drop their link
    GlobalOldVersion,      ///< `global` of the other node is too old
    GlobalCannotConnect,   ///< told of a node by another, and cannot connect to it
    GlobalNameConflict,    ///< two parts that met had registered the same name
    CorruptTerm,           ///< a term that could not be read
    CorruptFrame,          ///< a frame or a control message that could not be read
    BusyDistPort,          ///< a sender waited, since the link's buffer was full
    TlsOptionsFile,        ///< the file for -ssl_dist_optfile cannot be used
    TlsOptions,            ///< TLS options that cannot be used for dialling
    TlsAccept,             ///< TLS options that cannot be used for accepting
    TlsHandshake,          ///< the TLS handshake of a link failed; the fact `reason` says why
    TlsAlert,              ///< a TLS alert; the fact `alert` says which
    RemoteShell,           ///< a tool could not reach the node that it was given
    CliAuthentication,     ///< RabbitMQ's tools were refused after their digest
    CliEpmd,               ///< RabbitMQ's tools did not reach EPMD
    CliNotRegistered,      ///< RabbitMQ's tools asked EPMD in vain
    CliOtherName,          ///< RabbitMQ's tools met a node of another name
    CliDistribution,       ///< RabbitMQ's tools reached the port, and no more
    CliPort,               ///< RabbitMQ's tools did not reach the node's port
    DnsLookup,             ///< the look-up of a cluster's nodes found no record
    EpmdRefusedForeign,    ///< EPMD refused a registration from another host
    EpmdCannotListen,      ///< EPMD could not take its port
};

/// The stable name of a wording, e.g. `challenge_reply_invalid`.
[[nodiscard]] QString identifierOf(LogWording wording);

/// Something more that the text says.
struct LogFact
{
    QString name;  ///< `flags`, `reason`, `alert`, `host`, `tick` … (stable)
    QString value; ///< as written, at most a few hundred characters
};

/// When, as far as the text says.
struct LogTime
{
    QString text; ///< as it stands there; empty: none
    QDateTime at; ///< invalid if the text has no date; in local time if it names no offset from UTC

    [[nodiscard]] bool isNull() const { return text.isEmpty(); }
};

/// One thing that a log says about the distribution. Equal ones are one finding with a count.
struct LogFinding
{
    LogWording wording = LogWording::NodeDown;
    cluster::Cause cause = cluster::Cause::Unknown; ///< Unknown: a known message, and none of our causes
    cluster::Certainty certainty = cluster::Certainty::Certain;
    QList<cluster::Cause> candidates; ///< with CannotDistinguish: all that fit, the likeliest first

    qsizetype firstLine = 0;  ///< of the first occurrence, counted from 1
    qsizetype lineCount = 1;  ///< of the first occurrence
    QString excerpt;          ///< the first occurrence in one line, secrets blanked; of any origin: escape it
    base::NodeName node;      ///< whose log it is; null: the text does not say
    base::NodeName peer;      ///< the other node; null: none, or not said
    bool peerDialled = false; ///< `peer` dialled `node`; false: the other way round, or it does not matter
    QList<LogFact> facts;

    LogTime first;          ///< of the first occurrence
    LogTime last;           ///< of the last one
    qsizetype lastLine = 0; ///< where the last occurrence begins
    qint64 count = 1;

    /// With what `global` did: the lost links before it in the text that it can have followed from, as
    /// indexes of findings. That it did follow is the text's order, not its word.
    QList<qsizetype> after;

    /// The value of a fact; empty: there is none.
    [[nodiscard]] QString fact(QStringView name) const;
};

/// What the finding means, in the words that the window and the command line share. The remedies are those of
/// its cause, with names that stand for what the text does not say.
[[nodiscard]] CauseText textOf(const LogFinding &finding);

/// The finding as the diagnosis of an attempt, without rungs: what remedies are made of.
[[nodiscard]] cluster::Diagnosis diagnosisOf(const LogFinding &finding);

} // namespace nodescope::doctor
