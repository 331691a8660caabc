#pragma once

#include <optional>
#include <span>
#include <variant>
#include <vector>

#include <QByteArray>

#include "protocol/Limits.h"

namespace nodescope::protocol {

namespace frame {
/// A frame of length 0: a sign of life.
struct Tick
{
};
/// The body of a frame, without its length.
struct Body
{
    QByteArray bytes;
};
/// A frame over the limit. Its bytes were dropped as they came; reported when the last one is gone.
struct Oversized
{
    quint32 length = 0;
    QByteArray head; ///< its first bytes, at most OversizedHeadBytes
};
/// So much is kept of a frame that is dropped: any distribution header fits (255 atoms of 1,020 bytes).
inline constexpr qsizetype OversizedHeadBytes = 264 * 1024;
using Event = std::variant<Tick, Body, Oversized>;
} // namespace frame

/// Cuts the bytes of a connected link into frames: `length:32 body`. The result does not depend on how
/// the bytes are sliced, and memory grows with what arrives, never with what a length announces.
class FrameReader
{
public:
    explicit FrameReader(const Limits &limits = {});

    /// Appends the frames that are complete now to `out`.
    void receive(QByteArrayView bytes, std::vector<frame::Event> &out);
    /// Where the next bytes can be read to without a copy: in the middle of a long frame, else empty. Call
    /// filled() before anything else.
    [[nodiscard]] std::span<char> room();
    /// So many bytes came into room().
    void filled(qsizetype count, std::vector<frame::Event> &out);
    /// Long frames come: who reads little now finds room() for the rest.
    [[nodiscard]] bool expectsLong() const { return m_lastWasLong; }
    /// Memory of a frame that was read: a later long frame is put there, if nobody else holds it by then.
    void reuse(const QByteArray &memory);
    /// For an observer: the next `count` bytes were lost. If they lie within the frame that is being read,
    /// that frame is given up and reading goes on behind it; `hit` says what there was of it, once. If not,
    /// nobody knows where the next frame begins, and the reader is of no more use.
    struct Loss
    {
        bool framingKept = false;
        std::optional<frame::Oversized> hit;
    };
    [[nodiscard]] Loss lose(quint64 count);
    /// Bytes held of an unfinished frame.
    [[nodiscard]] qsizetype pending() const;

private:
    [[nodiscard]] qsizetype takeWhole(QByteArrayView bytes, std::vector<frame::Event> &out);
    [[nodiscard]] qsizetype takeHeader(QByteArrayView bytes, std::vector<frame::Event> &out);
    [[nodiscard]] qsizetype takeBody(QByteArrayView bytes, std::vector<frame::Event> &out);
    [[nodiscard]] qsizetype drain(QByteArrayView bytes, std::vector<frame::Event> &out);
    [[nodiscard]] QByteArray memoryFor(quint32 length);
    void finishBody(std::vector<frame::Event> &out);
    void startFrame();

    quint32 m_limit;
    quint32 m_length = 0;  // of the frame being read
    int m_headerBytes = 0; // 0 to 4: how much of the length is known
    QByteArray m_body;     // of the frame being read, or the head of one that is drained
    QByteArray m_spare;    // of the last long frame
    qsizetype m_room = 0;  // at the end of it, given out
    bool m_lastWasLong = false;
    quint32 m_drained = 0;
    bool m_givenUp = false; // the rest of this frame is dropped without a word
};

/// `body` with its length before it.
[[nodiscard]] QByteArray frameOf(QByteArrayView body);
/// Four zero bytes.
[[nodiscard]] QByteArray tickFrame();

} // namespace nodescope::protocol
