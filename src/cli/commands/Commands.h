#pragma once

#include "cli/Command.h"

/// The commands, one per file of this folder.
namespace nodescope::cli {

[[nodiscard]] Command namesCommand();
[[nodiscard]] Command topologyCommand();
[[nodiscard]] Command watchCommand();
[[nodiscard]] Command recordCommand();
[[nodiscard]] Command replayCommand();
[[nodiscard]] Command callCommand();
[[nodiscard]] Command connectCommand();
[[nodiscard]] Command doctorCommand();
[[nodiscard]] Command sendCommand();
[[nodiscard]] Command shellCommand();
[[nodiscard]] Command practiceCommand();
[[nodiscard]] Command termCommand();
[[nodiscard]] Command discoverCommand();
[[nodiscard]] Command dissectCommand();
[[nodiscard]] Command explainCommand();
[[nodiscard]] Command handshakeCommand();
[[nodiscard]] Command lintCommand();
[[nodiscard]] Command listenCommand();

} // namespace nodescope::cli
