#pragma once

#include <QByteArray>

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

/// Writes signals as whole frames, with their length, in the form that the agreed flags ask for. We send
/// neither fragments nor cached atoms. A value without state beyond the flags.
class SignalWriter
{
public:
    using Outcome = base::Result<QByteArray, WriteError>;

    explicit SignalWriter(Flags agreedFlags);

    /// A message without payload. The reason of an exit is no payload here: it is in the message, and is
    /// moved to where the flags want it.
    [[nodiscard]] Outcome frame(const ControlMessage &message) const;
    /// A message with its payload.
    [[nodiscard]] Outcome frame(const ControlMessage &message, const term::Term &payload) const;
    /// The same with a payload that is encoded already, without its 131.
    [[nodiscard]] Outcome frameEncoded(const ControlMessage &message, QByteArrayView payload) const;

    [[nodiscard]] Flags flags() const { return m_flags; }

private:
    Flags m_flags;
};

} // namespace nodescope::protocol
