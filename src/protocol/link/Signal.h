#pragma once

#include <memory>
#include <optional>

#include <QByteArray>

#include "base/Result.h"
#include "protocol/link/AtomCache.h"
#include "protocol/link/ControlMessage.h"
#include "protocol/link/FragmentAssembler.h"
#include "term/Decoder.h"

namespace nodescope::protocol {

/// The encoded term behind a control message. Decoded when somebody looks; cheap to copy, and keeps
/// the frame alive.
class Payload
{
public:
    Payload() = default;
    /// `atoms`: null if there are none.
    Payload(QByteArray frame, qsizetype offset, bool versionByte, std::shared_ptr<const HeaderAtoms> atoms);

    [[nodiscard]] bool isNull() const { return m_offset < 0; }
    /// Encoded bytes.
    [[nodiscard]] qsizetype size() const { return isNull() ? 0 : m_frame.size() - m_offset; }
    [[nodiscard]] base::Result<term::Term, term::DecodeError> decode(const term::Limits &limits = {}) const;
    /// Whose memory it lies in: the frame's, or that of all its fragments.
    [[nodiscard]] const QByteArray &memory() const { return m_frame; }

private:
    QByteArray m_frame;
    qsizetype m_offset = -1;
    bool m_versionByte = false;
    std::shared_ptr<const HeaderAtoms> m_atoms;
};

/// One message of a connected link: a control message, and a payload with some.
struct Signal
{
    Operation operation = Operation::Link;
    ControlMessage control;
    Payload payload;
    Payload controlBytes; ///< the control message as it was on the wire
    qsizetype size = 0;   ///< bytes of frame or fragments
    int fragments = 0;    ///< 0: came in one frame
    /// Of an observer that has missed messages: so many atoms of the header are placeholders, which control
    /// message and payload may contain (AtomCache::forget). Always 0 on a link of our own.
    int unknownAtoms = 0;

    /// The control message as a term, for a view.
    [[nodiscard]] term::Term controlTerm() const;
    /// Of Exit, Exit2, MonitorExit, or AltactSend with an exit: the reason, wherever it stands. Invalid
    /// for other messages, and if it cannot be decoded.
    [[nodiscard]] term::Term reason(const term::Limits &limits = {}) const;
};

/// A message that was dropped unread since it is over a limit.
struct SkippedSignal
{
    qint64 size = 0;
    QByteArray head; ///< its first bytes, at most EvidenceBytes
};

/// Why a frame gives no signal.
struct SignalError
{
    enum class Kind : quint8 {
        // These end the link: the two ends no longer agree on what the bytes mean.
        WrongForm,   ///< neither the header (131) nor the pass-through form (112) that was agreed
        BadHeader,   ///< see `headerError`
        BadFragment, ///< see `fragmentFault`
        // These are logged, and the link stays up.
        UndecodableControl, ///< see `decodeError`
        BadControl,         ///< see `controlError`
        MissingPayload
    };
    Kind kind = Kind::WrongForm;
    std::optional<HeaderError> headerError;
    std::optional<FragmentAssembler::Fault> fragmentFault;
    std::optional<term::DecodeError> decodeError;
    std::optional<ControlError> controlError;
    qsizetype offset = 0; ///< in the frame
    QByteArray evidence;  ///< the frame's first bytes, at most EvidenceBytes
    qsizetype size = 0;   ///< of the frame

    [[nodiscard]] bool endsLink() const { return kind <= Kind::BadFragment; }
};

} // namespace nodescope::protocol
