#pragma once

#include "base/Result.h"
#include "protocol/Flags.h"
#include "protocol/link/ControlMessage.h"

namespace nodescope::protocol {

/// Why a signal cannot be written: we misuse our own interface, or the peer lacks a flag.
struct WriteError
{
    enum class Kind : quint8 {
        MissingPayload, ///< the message needs one
        SuperfluousPayload,
        InvalidTerm, ///< an invalid term among the parts
        NotAgreed,   ///< the peer does not know this message; see `lacking`
        TooLarge     ///< over 2^32-1 bytes
    };
    Kind kind = Kind::InvalidTerm;
    Flags lacking;

    friend bool operator==(const WriteError &, const WriteError &) = default;
};

/// A control message as it goes out.
struct WrittenControl
{
    term::Term tuple;
    term::Term payload; ///< the reason of an exit, if the flags want it there; else invalid
};

/// Chooses number and shape of a control message by the agreed flags. `withPayload`: the caller has a
/// payload for it.
[[nodiscard]] base::Result<WrittenControl, WriteError> writeControl(const ControlMessage &message,
                                                                    Flags flags, bool withPayload);

} // namespace nodescope::protocol
