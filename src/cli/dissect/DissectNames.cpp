#include "cli/dissect/DissectNames.h"

#include <array>

namespace nodescope::cli {

using namespace protocol;
using dissector_event::Gap;
using dissector_event::Undecodable;

namespace {

template<std::size_t N, class Enum>
QLatin1String pick(const std::array<const char *, N> &names, Enum value)
{
    const std::size_t at = std::size_t(value);
    return QLatin1String(at < N ? names[at] : "unknown");
}

} // namespace

QLatin1String nameOf(Gap::Cause cause)
{
    return pick(std::array{"not_captured", "cut_short", "held_too_much"}, cause);
}

QLatin1String nameOf(Undecodable::Since since)
{
    return pick(std::array{"gap", "middle", "encryption", "handshake_failure", "link_error"}, since);
}

QLatin1String nameOf(capture::CaptureProblem::Kind kind)
{
    return pick(std::array{"not_a_capture", "truncated", "absurd_length", "bad_block", "unknown_interface",
                           "too_many_interfaces", "ip_fragment", "unknown_link_type", "too_many_streams"},
                kind);
}

QLatin1String nameOf(ForeignProtocol protocol)
{
    return pick(std::array{"unknown", "tls_alert", "tls_handshake", "http", "ssh"}, protocol);
}

QLatin1String nameOf(SignalError::Kind kind)
{
    return pick(std::array{"wrong_form", "bad_header", "bad_fragment", "undecodable_control", "bad_control",
                           "missing_payload"},
                kind);
}

QLatin1String nameOf(epmd::EpmdError::Kind kind)
{
    return pick(std::array{"empty_request", "too_long", "too_many_names", "line_too_long", "unknown_request",
                           "unexpected_reply", "bad_length", "bad_name", "bad_port", "closed_without_reply",
                           "closed_early"},
                kind);
}

QLatin1String awaitedAt(HandshakeStep step)
{
    switch (step) {
    case HandshakeStep::AwaitName:
        return QLatin1String("name");
    case HandshakeStep::AwaitStatus:
        return QLatin1String("status");
    case HandshakeStep::AwaitStatusReply:
        return QLatin1String("status_reply");
    case HandshakeStep::AwaitChallenge:
        return QLatin1String("challenge");
    case HandshakeStep::AwaitComplement:
        return QLatin1String("complement");
    case HandshakeStep::AwaitReply:
        return QLatin1String("reply");
    case HandshakeStep::AwaitAck:
        return QLatin1String("ack");
    default:
        return QLatin1String();
    }
}

QLatin1String nameOf(const HandshakeBody &body)
{
    return pick(std::array{"name", "status", "status_reply", "challenge", "complement", "reply", "ack"},
                body.index());
}

QLatin1String nameOf(Role role)
{
    return QLatin1String(role == Role::Initiator ? "initiator" : "acceptor");
}

QLatin1String nameOf(const epmd::Request &request)
{
    return pick(std::array{"ALIVE2_REQ", "PORT_PLEASE2_REQ", "NAMES_REQ", "DUMP_REQ", "KILL_REQ", "STOP_REQ"},
                request.index());
}

QLatin1String nameOf(const epmd::Reply &reply)
{
    const auto *alive = std::get_if<epmd::AliveReply>(&reply);
    if (alive && alive->wide)
        return QLatin1String("ALIVE2_X_RESP");
    return pick(std::array{"ALIVE2_RESP", "PORT2_RESP", "NAMES_RESP", "DUMP_RESP", "KILL_RESP", "STOP_RESP"},
                reply.index());
}

} // namespace nodescope::cli
