#pragma once

#include <optional>

#include "dist/LocalProcess.h"
#include "term/Term.h"

namespace nodescope::dist {

/// A `gen_server:call/2` that came in as a message: `{'$gen_call', {Pid, Tag}, Request}`.
struct GenCall
{
    term::Pid from;
    term::Term tag; ///< a reference, or since OTP 24 `[alias | Ref]`
    term::Term request;

    [[nodiscard]] static std::optional<GenCall> parse(const term::Term &message);
    /// Sends `{Tag, Reply}`: to the alias if the tag has one, to the pid otherwise.
    SendResult reply(LocalProcess &server, const term::Term &reply) const;
};

} // namespace nodescope::dist
