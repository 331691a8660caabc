#pragma once

#include <variant>
#include <vector>

#include <QByteArray>

#include "base/Clock.h"
#include "protocol/Flags.h"
#include "protocol/Limits.h"
#include "protocol/link/FrameReader.h"
#include "protocol/link/SignalReader.h"
#include "protocol/link/SignalSender.h"
#include "protocol/link/TickClock.h"

namespace nodescope::protocol {

namespace channel_event {
struct Received
{
    Signal signal;
};
struct Skipped
{
    SkippedSignal skipped;
};
/// A frame that says nothing sensible; the link stays up.
struct Misunderstood
{
    SignalError error;
};
/// The peer gave a sign of life.
struct TickReceived
{
};
/// Another quarter of the tick time has passed without a byte of the peer.
struct TickMissed
{
    int silentQuarters = 0; ///< in a row
};
/// The last event: the link must close. Either the bytes make no sense any more, or the peer is silent.
struct Down
{
    struct Silent
    {
        int intervals = 0; ///< quarters of the tick time
        base::Duration sinceLastRead{};
    };
    std::variant<SignalError, Silent> reason;
};
using Event = std::variant<Received, Skipped, Misunderstood, TickReceived, TickMissed, Down>;
} // namespace channel_event
using ChannelEvent = channel_event::Event;

struct ChannelOutput
{
    QByteArray toSend;
    std::vector<ChannelEvent> events;
    std::size_t frames = 0; ///< that were complete, ticks and oversized ones included
};

/// The connected phase of one link as a function of bytes and time: frames, signals and ticks in one
/// object. The owner sends what comes out, and calls timeout() at deadline(). What Handshake left over is
/// handed to receive() first.
class Channel
{
public:
    Channel(Flags agreedFlags, base::Instant now, const Limits &limits = {},
            base::Duration tickTime = TickClock::DefaultTickTime, const SendOptions &sending = {});

    /// Bytes came, in any slices. Ignored once Down was reported.
    [[nodiscard]] ChannelOutput receive(QByteArrayView bytes, base::Instant now);
    /// Where the next bytes may be read to, instead of handing them to receive(): see FrameReader.
    [[nodiscard]] std::span<char> room();
    [[nodiscard]] ChannelOutput filled(qsizetype count, base::Instant now);
    [[nodiscard]] bool expectsLong() const { return m_frames.expectsLong(); }
    /// Sends a tick or reports silence, if one is due.
    [[nodiscard]] ChannelOutput timeout(base::Instant now);
    [[nodiscard]] base::Instant deadline() const { return m_ticks.nextDeadline(); }

    /// Appends to `out` what of this signal may leave now; see SignalSender.
    [[nodiscard]] std::optional<WriteError> send(const ControlMessage &message, const term::Term &payload,
                                                 base::Instant now, QByteArray &out);
    /// Appends about `budget` bytes of what waits.
    void sendMore(QByteArray &out, qsizetype budget, base::Instant now);

    /// The peer's own tick time, once it is known.
    void setPeerTickTime(base::Duration tickTime, base::Instant now)
    {
        m_ticks.setPeerTickTime(tickTime, now);
    }
    /// The owner reads nothing for a while, so silence says nothing about the peer.
    void setReadingPaused(bool paused, base::Instant now) { m_ticks.setReadingPaused(paused, now); }

    [[nodiscard]] const SignalSender &sender() const { return m_sender; }
    [[nodiscard]] const TickClock &ticks() const { return m_ticks; }
    [[nodiscard]] bool isDown() const { return m_down; }

private:
    [[nodiscard]] ChannelOutput takeBatch(base::Instant now);
    void take(frame::Event &event, base::Instant now, ChannelOutput &out);
    void take(SignalReader::Outcome &&outcome, ChannelOutput &out);

    FrameReader m_frames;
    SignalReader m_signals;
    SignalSender m_sender;
    TickClock m_ticks;
    bool m_down = false;
    std::vector<frame::Event> m_batch; // kept for its capacity
};

} // namespace nodescope::protocol
