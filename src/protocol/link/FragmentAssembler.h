#pragma once

#include <optional>
#include <variant>

#include <QByteArray>
#include <QHash>

#include "base/Clock.h"
#include "protocol/Limits.h"
#include "protocol/link/AtomCache.h"

namespace nodescope::protocol {

/// Puts fragmented messages together (erl_dist_protocol, "Distribution fragments"). Sequences of
/// different senders interleave; within one, numbers count down to 1 without a gap.
///
/// A message over the limits is counted and dropped, and its sequence followed to the end; so the link
/// lives on.
class FragmentAssembler
{
public:
    enum class Fault : quint8 {
        UnknownSequence, ///< goes on with a sequence that was never begun
        OutOfOrder,      ///< another number than the next
        DuplicateStart,  ///< begins a sequence that is open
        NoFragments,     ///< number 0
        TooManySequences ///< Limits::openFragmentSequences
    };
    /// More is to come.
    struct Pending
    {
    };
    /// The whole message: from `from` on control message, then payload.
    struct Complete
    {
        QByteArray bytes;
        qsizetype from = 0;
        HeaderAtoms atoms;
        int fragments = 0;
        int unknownAtoms = 0;
    };
    /// The last fragment of a message that was dropped.
    struct Dropped
    {
        qint64 size = 0;
        QByteArray head; ///< its first bytes, at most EvidenceBytes
    };
    using Outcome = std::variant<Pending, Complete, Dropped, Fault>;

    explicit FragmentAssembler(const Limits &limits = {});

    /// The first fragment of a sequence: `number` is how many there are in all. It begins at `from`: what is
    /// before is kept with it, for cutting it off could mean a copy. Of `atoms` so many are placeholders
    /// (AtomCache::forget).
    [[nodiscard]] Outcome begin(quint64 sequence, quint64 number, QByteArray bytes, HeaderAtoms atoms,
                                base::Instant now, int unknownAtoms = 0, qsizetype from = 0);
    /// A further fragment.
    [[nodiscard]] Outcome append(quint64 sequence, quint64 number, QByteArrayView bytes, base::Instant now);
    /// A fragment of this sequence was too long to be read: the message is dropped.
    [[nodiscard]] Outcome skip(quint64 sequence, quint64 number, qint64 size, base::Instant now);
    /// For an observer that has missed fragments and cannot tell which: what is open is dropped, and from
    /// now on a fragment that fits nothing belongs to a message that is dropped, too; it is no fault.
    /// Returns how many messages were open.
    int forget();
    /// Gives up the bytes of sequences without news for Limits::fragmentAge. Returns how many were.
    int expire(base::Instant now);

    [[nodiscard]] qsizetype openSequences() const { return m_open.size(); }
    [[nodiscard]] qsizetype heldBytes() const { return m_held; }

private:
    struct Sequence
    {
        QByteArray bytes;
        qsizetype from = 0; // where the message begins in them
        HeaderAtoms atoms;
        int unknownAtoms = 0;
        qsizetype atomBytes = 0; // what they hold; counted like the fragments
        quint64 next = 0;        // the number that must follow
        int fragments = 0;
        qint64 size = 0;
        bool dropped = false;
        base::Instant touched;
    };
    using Entry = QHash<quint64, Sequence>::iterator;

    [[nodiscard]] std::variant<Entry, Fault> find(quint64 sequence, quint64 number, base::Instant now);
    [[nodiscard]] std::variant<Entry, Fault> adopt(quint64 sequence, quint64 number, base::Instant now);
    [[nodiscard]] bool hasRoom();
    void store(Sequence &sequence, QByteArrayView bytes);
    void count(Sequence &sequence, qsizetype size);
    void drop(Sequence &sequence);
    [[nodiscard]] Outcome finishIfLast(Entry entry);

    Limits m_limits;
    QHash<quint64, Sequence> m_open;
    qsizetype m_held = 0;
    bool m_forgetful = false;
};

} // namespace nodescope::protocol
