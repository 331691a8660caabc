#pragma once

#include <optional>

#include "base/Result.h"
#include "cli/Arguments.h"
#include "cli/Console.h"
#include "cli/ExitStatus.h"
#include "dist/tls/TlsSettings.h"

namespace nodescope::cli {

/// `--tls-optfile FILE`.
[[nodiscard]] Option tlsOption();

/// What the client's section of `--tls-optfile` says; no settings without the option. Options that are passed
/// over are told as notices. An error has been reported; the command ends with WrongUse.
[[nodiscard]] base::Result<std::optional<dist::TlsRole>, ExitStatus> chooseTls(const Arguments &arguments,
                                                                               Console &console);

/// Likewise the server's section.
[[nodiscard]] base::Result<std::optional<dist::TlsRole>, ExitStatus>
chooseServerTls(const Arguments &arguments, Console &console);

} // namespace nodescope::cli
