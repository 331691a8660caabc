#pragma once

#include <deque>
#include <optional>

#include <QByteArray>

#include "protocol/link/AtomCacheWriter.h"
#include "protocol/link/ControlWriter.h"

namespace nodescope::protocol {

/// How signals go out where the peer agreed to more than whole frames.
struct SendOptions
{
    /// Bytes of payload in one fragment, as OTP's; a payload that is longer by more than an eighth leaves in
    /// several. 0: never.
    qsizetype fragment = 64 * 1024;
    /// Fragmented messages that may be under way at one time; beyond, a long message leaves whole.
    std::size_t openMessages = 64;
};

/// Writes the signals of one link: atoms by the cache and long payloads in fragments, both if the agreed
/// flags have them (erl_dist_protocol, "Distribution header" and "Distribution fragments").
///
/// The fragments of a long message do not leave at once, but as the owner asks for more(); so signals of
/// other processes overtake it. Signals of the same sender wait behind it, since Erlang promises their
/// order. One for each link.
class SignalSender
{
public:
    explicit SignalSender(Flags agreedFlags, const SendOptions &options = {});

    /// Appends to `out` whole frames: what of this signal may leave now. The reason of an exit is in the
    /// message, not in `payload`, which is invalid for messages without one. On an error nothing changes.
    [[nodiscard]] std::optional<WriteError> send(const ControlMessage &message, const term::Term &payload,
                                                 QByteArray &out);
    /// Appends further frames, in turn of each message under way, until `out` holds `budget` bytes.
    void more(QByteArray &out, qsizetype budget);
    [[nodiscard]] bool hasMore() const { return !m_open.empty(); }
    /// Encoded bytes that wait for more().
    [[nodiscard]] qsizetype waitingBytes() const { return m_waitingBytes; }
    /// Frames that were written, ticks not counted.
    [[nodiscard]] quint64 frames() const { return m_frames; }
    [[nodiscard]] Flags flags() const { return m_flags; }

private:
    // A signal without frame and header.
    struct Body
    {
        QByteArray bytes;
        qsizetype controlSize = 0;
    };
    struct Message
    {
        quint64 sequence = 0;
        quint64 left = 0; // fragments that have not left
        QByteArray bytes;
        qsizetype at = 0; // of `bytes`: where the next fragment begins
        std::optional<quint64> sender;
        std::deque<Body> behind; // signals of the same sender
    };

    [[nodiscard]] std::optional<WriteError> sendInPlace(const ControlMessage &message,
                                                        const term::Term &payload,
                                                        std::optional<quint64> sender, QByteArray &out);
    // Of a whole frame, from its length to its atoms.
    [[nodiscard]] qsizetype headSize() const;
    void writeHead(char *to, qsizetype frameSize);
    [[nodiscard]] bool isLong(qsizetype payloadSize) const;
    [[nodiscard]] std::optional<WriteError> encode(const ControlMessage &message, const term::Term &payload,
                                                   term::AtomReferences *references, QByteArray &out,
                                                   qsizetype &controlSize) const;
    void write(Body body, std::optional<quint64> sender, bool withAtoms, QByteArray &out);
    void writeWhole(const Body &body, bool withAtoms, QByteArray &out);
    void writeFirst(Message &message, qsizetype controlSize, bool withAtoms, QByteArray &out);
    void writeNext(Message &message, QByteArray &out);
    void finishFront(QByteArray &out);
    void appendAtoms(bool withAtoms, QByteArray &out) const;
    [[nodiscard]] Message *messageOf(std::optional<quint64> sender);

    const Flags m_flags;
    const SendOptions m_options;
    const bool m_withHeader;
    const bool m_withCache;
    const bool m_withFragments;
    AtomCacheWriter m_atoms;
    qsizetype m_headSize;       // the last whole frame's
    std::deque<Message> m_open; // the front's turn is next
    quint64 m_lastSequence = 0;
    qsizetype m_waitingBytes = 0;
    quint64 m_frames = 0;
};

} // namespace nodescope::protocol
