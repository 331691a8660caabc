#pragma once

#include <QLatin1String>

#include "protocol/capture/CaptureEvents.h"

/// Stable identifiers of what a dissector says; part of the JSON of `dissect`, see nodescope-cli(1).
namespace nodescope::cli {

[[nodiscard]] QLatin1String nameOf(protocol::dissector_event::Gap::Cause cause);
[[nodiscard]] QLatin1String nameOf(protocol::dissector_event::Undecodable::Since since);
[[nodiscard]] QLatin1String nameOf(protocol::capture::CaptureProblem::Kind kind);
[[nodiscard]] QLatin1String nameOf(protocol::ForeignProtocol protocol);
[[nodiscard]] QLatin1String nameOf(protocol::SignalError::Kind kind);
[[nodiscard]] QLatin1String nameOf(protocol::epmd::EpmdError::Kind kind);
/// The packet that is awaited at a step: `name`, `status`, … `ack`; empty for steps that await none.
[[nodiscard]] QLatin1String awaitedAt(protocol::HandshakeStep step);
/// The kind of a handshake message, in the same words.
[[nodiscard]] QLatin1String nameOf(const protocol::HandshakeBody &body);
/// `initiator` or `acceptor`.
[[nodiscard]] QLatin1String nameOf(protocol::Role role);
/// The request as in the specification, e.g. `PORT_PLEASE2_REQ`; and the reply to it.
[[nodiscard]] QLatin1String nameOf(const protocol::epmd::Request &request);
[[nodiscard]] QLatin1String nameOf(const protocol::epmd::Reply &reply);

} // namespace nodescope::cli
