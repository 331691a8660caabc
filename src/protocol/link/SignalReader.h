#pragma once

#include <optional>
#include <variant>

#include "protocol/Flags.h"
#include "protocol/Limits.h"
#include "protocol/link/QuickControl.h"
#include "protocol/link/Signal.h"

namespace nodescope::protocol {

/// Turns the frames of a connected link into signals: header or pass-through form, atom cache,
/// fragments, control message. One for each link and direction.
class SignalReader
{
public:
    /// A fragment was stored, or nothing is to be said.
    struct Nothing
    {
    };
    using Outcome = std::variant<Nothing, Signal, SkippedSignal, SignalError>;

    explicit SignalReader(Flags agreedFlags, const Limits &limits = {});

    /// Reads one frame's body, of which the signal keeps what it needs, without a copy; what is left of it
    /// stays in `frame`. After an error that ends the link, nothing more is to be read.
    [[nodiscard]] Outcome read(QByteArray &&frame, base::Instant now);
    /// A frame of `length` bytes was too long to be kept, and begins with `head`. The atoms of its
    /// header still enter the cache, so that no later message reads a stale name.
    [[nodiscard]] Outcome readOversized(const QByteArray &head, quint32 length, base::Instant now);
    /// What a loss took from an observer beyond the bytes themselves.
    struct Damage
    {
        Outcome outcome;             ///< SkippedSignal if the frame was the last of its message
        bool atomsForgotten = false; ///< the cache may have changed: references give placeholders now
        int messagesLost = 0;        ///< fragmented messages that can no longer be completed
    };
    /// For an observer: a frame of `length` bytes begins with `head`, and some of the rest was lost.
    [[nodiscard]] Damage readDamaged(const QByteArray &head, quint32 length, base::Instant now);
    /// Gives up fragments that wait for too long.
    void expire(base::Instant now) { m_fragments.expire(now); }

    [[nodiscard]] const FragmentAssembler &fragments() const { return m_fragments; }

private:
    struct Start
    {
        AtomCache::Header header;
        qsizetype bodyAt = 0; // where control message or fragment begin
        quint8 kind = 0;      // 68, 69 or 70
        quint64 sequence = 0;
        quint64 number = 0;
    };
    [[nodiscard]] std::variant<Start, SignalError> readStart(QByteArrayView frame);
    [[nodiscard]] Outcome readFragment(QByteArray &&frame, Start start, base::Instant now);
    [[nodiscard]] Outcome skipFragment(const QByteArray &head, const Start &start, quint32 length,
                                       base::Instant now);
    [[nodiscard]] Damage loseHeader(const QByteArray &head, quint32 length, base::Instant now);
    [[nodiscard]] Outcome readSignal(const QByteArray &bytes, qsizetype offset, bool versionByte,
                                     HeaderAtoms atoms, int unknownAtoms = 0);
    /// Sets operation and control message of `signal`, and `size` to the bytes that these took.
    [[nodiscard]] std::optional<SignalError> readControl(const QByteArray &bytes, qsizetype offset,
                                                         bool versionByte, const HeaderAtoms &atoms,
                                                         Signal &signal, qsizetype &size);

    bool m_withHeader;
    Limits m_limits;
    term::Limits m_termLimits;
    AtomCache m_cache;
    RecentAtoms m_recent;
    FragmentAssembler m_fragments;
};

/// Whether messages carry a distribution header on a link with these flags.
[[nodiscard]] bool usesHeader(Flags agreedFlags);

} // namespace nodescope::protocol
