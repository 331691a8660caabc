#pragma once

#include <optional>
#include <variant>

#include <QByteArray>
#include <QDebug>
#include <QString>

#include "base/Result.h"
#include "term/Identifiers.h"
#include "term/Term.h"

/// The control messages of a connected link as values (erl_dist_protocol, "Protocol between connected
/// nodes"). Several numbers on the wire mean the same (with or without a trace token, a sender, a
/// payload): each is one type here, and the agreed flags decide which number goes out.
///
/// Identifiers stand as the peer claims them; whether they are its own is for the owner to judge.
namespace nodescope::protocol {

/// The numbers on the wire.
enum class Operation : quint8 {
    Link = 1,
    Send = 2,
    Exit = 3,
    Unlink = 4,
    NodeLink = 5,
    RegSend = 6,
    GroupLeader = 7,
    Exit2 = 8,
    SendTt = 12,
    ExitTt = 13,
    RegSendTt = 16,
    Exit2Tt = 18,
    MonitorP = 19,
    DemonitorP = 20,
    MonitorPExit = 21,
    SendSender = 22,
    SendSenderTt = 23,
    PayloadExit = 24,
    PayloadExitTt = 25,
    PayloadExit2 = 26,
    PayloadExit2Tt = 27,
    PayloadMonitorPExit = 28,
    SpawnRequest = 29,
    SpawnRequestTt = 30,
    SpawnReply = 31,
    SpawnReplyTt = 32,
    AliasSend = 33,
    AliasSendTt = 34,
    UnlinkId = 35,
    UnlinkIdAck = 36,
    AltactSigSend = 37
};
/// The name in the specification, e.g. `SPAWN_REQUEST_TT`; empty for a number without a meaning.
[[nodiscard]] QString operationName(int operation);

namespace control {

/// A process by identifier, or by registered name.
using Process = std::variant<term::Pid, QString>;
/// Where ALTACT_SIG_SEND may go: also to an alias.
using Target = std::variant<term::Pid, QString, term::Reference>;

struct Link
{
    term::Pid from;
    term::Pid to;
};
/// UNLINK_ID (35), or UNLINK (4) where the peer knows only that; then `id` is 0.
struct Unlink
{
    quint64 id = 0; ///< 1 to 2^64-1, chosen by the sender
    term::Pid from;
    term::Pid to;
};
/// The answer to UNLINK_ID, with the same id, before any other signal to that process.
struct UnlinkAck
{
    quint64 id = 0;
    term::Pid from;
    term::Pid to;
};
/// Obsolete.
struct NodeLink
{
};
/// SEND (2, 12) or SEND_SENDER (22, 23). The message is the payload.
struct Send
{
    std::optional<term::Pid> from;
    term::Pid to;
    term::Term token; ///< sequential trace token; invalid if there is none. So in all types here.
};
/// REG_SEND (6, 16): to a registered name. The message is the payload.
struct RegSend
{
    term::Pid from;
    QString to;
    term::Term token;
};
struct GroupLeader
{
    term::Pid from;
    term::Pid to;
};
/// EXIT (3, 13) or PAYLOAD_EXIT (24, 25): a linked process ended. `reason` is set when the message is
/// written; when read it is invalid if it stands in the payload (see Signal::reason).
struct Exit
{
    term::Pid from;
    term::Pid to;
    term::Term reason;
    term::Term token;
};
/// EXIT2 (8, 18) or PAYLOAD_EXIT2 (26, 27): `exit(Pid, Reason)`. `reason` as in Exit.
struct Exit2
{
    term::Pid from;
    term::Pid to;
    term::Term reason;
    term::Term token;
};
/// MONITOR_P (19).
struct Monitor
{
    term::Pid from; ///< who watches
    Process to;     ///< who is watched
    term::Reference reference;
};
/// DEMONITOR_P (20).
struct Demonitor
{
    term::Pid from;
    Process to;
    term::Reference reference;
};
/// MONITOR_P_EXIT (21) or PAYLOAD_MONITOR_P_EXIT (28). `reason` as in Exit.
struct MonitorExit
{
    Process from; ///< who ended
    term::Pid to; ///< who watched
    term::Reference reference;
    term::Term reason;
};
/// SPAWN_REQUEST (29, 30). The list of arguments is the payload.
struct SpawnRequest
{
    term::Reference request;
    term::Pid from;
    term::Pid groupLeader;
    QString module;
    QString function;
    quint32 arity = 0;
    term::Term options; ///< a proper list, such as `[monitor]`
    term::Term token;
};
/// SPAWN_REPLY (31, 32).
struct SpawnReply
{
    static constexpr quint32 Linked = 1;
    static constexpr quint32 Monitored = 2;

    term::Reference request;
    term::Pid to;
    quint32 flags = 0;                       ///< Linked, Monitored
    std::variant<term::Pid, QString> result; ///< the process, or the atom that says why not
    term::Term token;
};
/// ALIAS_SEND (33, 34). Written as ALTACT_SIG_SEND where both ends know that. The message is the payload.
struct AliasSend
{
    term::Pid from;
    term::Reference alias;
    term::Term token;
};
/// ALTACT_SIG_SEND (37), OTP 28 and later. The message, or the exit reason, is the payload.
struct AltactSend
{
    static constexpr quint32 Priority = 1;
    static constexpr quint32 HasToken = 2; ///< follows from `token` when written
    static constexpr quint32 ToAlias = 4;  ///< follows from `to` when written
    static constexpr quint32 ToName = 8;   ///< follows from `to` when written
    static constexpr quint32 ExitSignal = 16;

    quint32 flags = 0;
    term::Pid from;
    Target to;
    term::Term token;
};

using Message =
    std::variant<Link, Unlink, UnlinkAck, NodeLink, Send, RegSend, GroupLeader, Exit, Exit2, Monitor,
                 Demonitor, MonitorExit, SpawnRequest, SpawnReply, AliasSend, AltactSend>;
} // namespace control
using ControlMessage = control::Message;

/// Why a term is no control message.
enum class ControlFault : quint8 {
    NotATuple, ///< no tuple that begins with a small integer
    UnknownOperation,
    WrongArity,
    WrongArgument ///< an element of the wrong kind
};
struct ControlError
{
    ControlFault fault = ControlFault::NotATuple;
    int operation = -1; ///< the number, if there was one
    int element = 0;    ///< of the tuple, from 0, for WrongArgument

    friend bool operator==(const ControlError &, const ControlError &) = default;
};

struct DecodedControl
{
    Operation operation = Operation::Link;
    ControlMessage message;
};
/// Reads a control message from its term.
[[nodiscard]] base::Result<DecodedControl, ControlError> decodeControl(const term::Term &term);
/// Whether a payload follows the control message.
[[nodiscard]] bool hasPayload(Operation operation);

} // namespace nodescope::protocol
