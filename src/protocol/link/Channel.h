#pragma once

#include <variant>
#include <vector>

#include <QByteArray>

#include "base/Clock.h"
#include "protocol/Flags.h"
#include "protocol/Limits.h"
#include "protocol/link/FrameReader.h"
#include "protocol/link/SignalReader.h"
#include "protocol/link/SignalWriter.h"
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
using Event = std::variant<Received, Skipped, Misunderstood, TickReceived, Down>;
} // namespace channel_event
using ChannelEvent = channel_event::Event;

struct ChannelOutput
{
    QByteArray toSend;
    std::vector<ChannelEvent> events;
};

/// The connected phase of one link as a function of bytes and time: frames, signals and ticks in one
/// object. The owner sends what comes out, calls timeout() at deadline(), and tells with wrote() when
/// it has written anything of its own. What Handshake left over is handed to receive() first.
class Channel
{
public:
    Channel(Flags agreedFlags, base::Instant now, const Limits &limits = {},
            base::Duration tickTime = TickClock::DefaultTickTime);

    /// Bytes came, in any slices. Ignored once Down was reported.
    [[nodiscard]] ChannelOutput receive(QByteArrayView bytes, base::Instant now);
    /// Sends a tick or reports silence, if one is due.
    [[nodiscard]] ChannelOutput timeout(base::Instant now);
    [[nodiscard]] base::Instant deadline() const { return m_ticks.nextDeadline(); }
    /// The owner wrote a frame.
    void wrote(base::Instant now) { m_ticks.wrote(now); }

    [[nodiscard]] const SignalWriter &writer() const { return m_writer; }
    [[nodiscard]] const TickClock &ticks() const { return m_ticks; }
    [[nodiscard]] bool isDown() const { return m_down; }

private:
    void take(const frame::Event &event, base::Instant now, ChannelOutput &out);
    void take(SignalReader::Outcome outcome, ChannelOutput &out);

    FrameReader m_frames;
    SignalReader m_signals;
    SignalWriter m_writer;
    TickClock m_ticks;
    bool m_down = false;
    std::vector<frame::Event> m_batch; // kept for its capacity
};

} // namespace nodescope::protocol
