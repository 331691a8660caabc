#pragma once

#include <variant>
#include <vector>

#include <QByteArray>
#include <QString>

#include "base/Result.h"
#include "protocol/Limits.h"

/// The messages of the port mapper (erl_dist_protocol, "Protocol between EPMD and a node"), as values.
/// Requests are `length:16 body`; replies have no length.
namespace nodescope::protocol::epmd {

inline constexpr quint16 DefaultPort = 4369;

/// The kind of node that registers.
enum class NodeType : quint8 { Hidden = 72, Normal = 77 };

/// What a node tells EPMD of itself, and what EPMD tells of it.
struct Registration
{
    QString name;                           ///< the part before `@`
    quint16 port = 0;                       ///< its distribution port
    quint8 type = quint8(NodeType::Normal); ///< NodeType, or what a peer claims
    quint8 protocol = 0;                    ///< 0: TCP over IP
    quint16 highestVersion = 6;             ///< of the handshake
    quint16 lowestVersion = 5;
    QByteArray extra; ///< returned verbatim

    friend bool operator==(const Registration &, const Registration &) = default;
};

/// ALIVE2 (120): register; the connection that carries it is the registration.
struct AliveRequest
{
    Registration registration;
};
/// PORT_PLEASE2 (122): where is the node of this name?
struct PortRequest
{
    QString name;
};
/// NAMES (110): who is registered?
struct NamesRequest
{
};
/// DUMP (100): NAMES, with unused slots and descriptors.
struct DumpRequest
{
};
/// KILL (107): end the port mapper. Nodescope never sends it to a port mapper that is not its own.
struct KillRequest
{
};
/// STOP (115): forget a name. Never sent either.
struct StopRequest
{
    QString name;
};
using Request = std::variant<AliveRequest, PortRequest, NamesRequest, DumpRequest, KillRequest, StopRequest>;
enum class RequestKind : quint8 { Alive, Port, Names, Dump, Kill, Stop };
[[nodiscard]] RequestKind kindOf(const Request &request);

/// ALIVE2_RESP (121) or ALIVE2_X_RESP (118).
struct AliveReply
{
    quint8 result = 0;    ///< 0: registered; otherwise refused, mostly because the name is taken
    quint32 creation = 0; ///< 16 bits in the older form
    bool wide = true;     ///< the newer form, sent to those that support version 6

    [[nodiscard]] bool accepted() const { return result == 0; }
};
/// PORT2_RESP (119).
struct PortReply
{
    quint8 result = 0;         ///< 0: found; otherwise the name is not registered
    Registration registration; ///< only if found

    [[nodiscard]] bool found() const { return result == 0; }
};
/// A line of NAMES.
struct NamePort
{
    QString name;
    quint16 port = 0;

    friend bool operator==(const NamePort &, const NamePort &) = default;
};
/// NAMES: a number and lines of text, ended by closing the connection.
struct NamesReply
{
    quint32 epmdPort = 0;
    std::vector<NamePort> names;
    int unreadableLines = 0; ///< lines that were skipped: no name, no port, port 0 or above 65535
};
/// A line of DUMP.
struct DumpLine
{
    QString name;
    quint16 port = 0;
    int descriptor = -1;
    bool active = true; ///< false: an old name that EPMD remembers

    friend bool operator==(const DumpLine &, const DumpLine &) = default;
};
/// DUMP: like NAMES.
struct DumpReply
{
    quint32 epmdPort = 0;
    std::vector<DumpLine> lines;
    int unreadableLines = 0;
};
/// `OK`, or `NO` while nodes are registered.
struct KillReply
{
    bool accepted = false;
};
/// `STOPPED` or `NOEXIST`.
struct StopReply
{
    bool stopped = false;
};
using Reply = std::variant<AliveReply, PortReply, NamesReply, DumpReply, KillReply, StopReply>;

/// Why bytes are no EPMD message.
struct EpmdError
{
    enum class Kind : quint8 {
        EmptyRequest,       ///< length 0
        TooLong,            ///< over Limits::epmdRequest or Limits::epmdReply
        TooManyNames,       ///< over Limits::epmdNames
        LineTooLong,        ///< over Limits::epmdLine
        UnknownRequest,     ///< a request code that does not exist
        UnexpectedReply,    ///< the reply starts with another code than the request asks for
        BadLength,          ///< an inner length does not fit the message
        BadName,            ///< empty, over 255 characters, or with control characters
        BadPort,            ///< port 0
        ClosedWithoutReply, ///< the other side closed and sent nothing
        ClosedEarly         ///< the other side closed within a message
    };
    Kind kind = Kind::UnexpectedReply;
    qint64 offset = 0;   ///< of the offending byte, from the start of the request or reply
    QByteArray evidence; ///< the first bytes received, at most EvidenceBytes

    friend bool operator==(const EpmdError &, const EpmdError &) = default;
};

/// The bytes of a request, with its length. Names are written as UTF-8 and must be at most 255 bytes.
[[nodiscard]] QByteArray encode(const Request &request);
/// The bytes of a reply.
[[nodiscard]] QByteArray encode(const Reply &reply);

/// Whether EPMD would store this name: 1 to 255 bytes of UTF-8 without control characters.
[[nodiscard]] bool isRegistrableName(QStringView name);

} // namespace nodescope::protocol::epmd
