#pragma once

#include <QByteArray>

#include "protocol/link/ControlWriter.h"

namespace nodescope::protocol {

/// Writes signals as whole frames, with their length, in the form that the agreed flags ask for: without
/// fragments and cached atoms, which need state (see SignalSender). A value without state beyond the flags.
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
