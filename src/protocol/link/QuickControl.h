#pragma once

#include <array>
#include <optional>

#include "protocol/Flags.h"
#include "protocol/link/AtomCache.h"
#include "protocol/link/ControlMessage.h"
#include "term/Encoder.h"

/// The control messages that most signals have, written and read without making a term of them. Everything
/// else is left to writeControl() and decodeControl(), which these agree with in every byte and verdict.
namespace nodescope::protocol {

/// Writes messages to a pid, a name or an alias, and spawn requests, all without trace token, behind what
/// `out` holds. False, and nothing written, for all others.
[[nodiscard]] bool writeQuickly(const ControlMessage &message, Flags flags,
                                const term::EncodeOptions &options, QByteArray &out);

/// The texts of the atoms that came last, so that the few names of a link are made once.
class RecentAtoms
{
public:
    /// Null if it is not ASCII of at most 255 characters. Stands until the next one is asked for.
    [[nodiscard]] const QString *text(QByteArrayView utf8);

private:
    struct Entry
    {
        QByteArray utf8;
        QString text;
    };
    std::array<Entry, 8> m_entries; // the latest first
};

struct QuickControl
{
    Operation operation = Operation::Send;
    ControlMessage message;
    qsizetype size = 0; ///< bytes that it took
};
/// Reads messages to a pid, a name or an alias, replies to spawn requests and the ends of monitored
/// processes, all without trace token. Nothing for all others, and for whatever is unusual or wrong.
[[nodiscard]] std::optional<QuickControl> readQuickly(QByteArrayView bytes, bool versionByte,
                                                      const HeaderAtoms &atoms, RecentAtoms &recent);

} // namespace nodescope::protocol
