#include "protocol/link/Channel.h"

namespace nodescope::protocol {

using namespace channel_event;

Channel::Channel(Flags agreedFlags, base::Instant now, const Limits &limits, base::Duration tickTime,
                 const SendOptions &sending)
    : m_frames(limits)
    , m_signals(agreedFlags, limits)
    , m_sender(agreedFlags, sending)
    , m_ticks(now, tickTime)
{
}

ChannelOutput Channel::receive(QByteArrayView bytes, base::Instant now)
{
    if (m_down || bytes.isEmpty())
        return {};
    m_batch.clear();
    m_frames.receive(bytes, m_batch);
    return takeBatch(now);
}

std::span<char> Channel::room()
{
    return m_down ? std::span<char>() : m_frames.room();
}

ChannelOutput Channel::filled(qsizetype count, base::Instant now)
{
    m_batch.clear();
    m_frames.filled(count, m_batch);
    return count > 0 ? takeBatch(now) : ChannelOutput();
}

ChannelOutput Channel::takeBatch(base::Instant now)
{
    ChannelOutput out;
    m_ticks.read(now);
    out.frames = m_batch.size();
    out.events.reserve(m_batch.size());
    for (frame::Event &event : m_batch) {
        take(event, now, out);
        if (m_down)
            break;
    }
    m_batch.clear();
    return out;
}

void Channel::take(frame::Event &event, base::Instant now, ChannelOutput &out)
{
    if (auto *body = std::get_if<frame::Body>(&event)) {
        SignalReader::Outcome outcome = m_signals.read(std::move(body->bytes), now);
        m_frames.reuse(body->bytes);
        if (const auto *signal = std::get_if<Signal>(&outcome))
            m_frames.reuse(signal->controlBytes.memory());
        take(std::move(outcome), out);
    } else if (const auto *oversized = std::get_if<frame::Oversized>(&event)) {
        take(m_signals.readOversized(oversized->head, oversized->length, now), out);
    } else {
        out.events.emplace_back(TickReceived());
        if (m_ticks.answersTick(now)) {
            out.toSend.append(tickFrame());
            m_ticks.wrote(now);
        }
    }
}

void Channel::take(SignalReader::Outcome &&outcome, ChannelOutput &out)
{
    if (auto *signal = std::get_if<Signal>(&outcome)) {
        std::get<Received>(out.events.emplace_back(std::in_place_type<Received>)).signal = std::move(*signal);
    } else if (auto *skipped = std::get_if<SkippedSignal>(&outcome)) {
        out.events.emplace_back(Skipped{std::move(*skipped)});
    } else if (auto *error = std::get_if<SignalError>(&outcome)) {
        m_down = error->endsLink();
        if (m_down)
            out.events.emplace_back(Down{std::move(*error)});
        else
            out.events.emplace_back(Misunderstood{std::move(*error)});
    }
}

std::optional<WriteError> Channel::send(const ControlMessage &message, const term::Term &payload,
                                        base::Instant now, QByteArray &out)
{
    const auto error = m_sender.send(message, payload, out);
    if (!out.isEmpty())
        m_ticks.wrote(now);
    return error;
}

void Channel::sendMore(QByteArray &out, qsizetype budget, base::Instant now)
{
    m_sender.more(out, budget);
    if (!out.isEmpty())
        m_ticks.wrote(now);
}

ChannelOutput Channel::timeout(base::Instant now)
{
    ChannelOutput out;
    if (m_down)
        return out;
    m_signals.expire(now);
    if (const int silent = m_ticks.takeMissed(now))
        out.events.emplace_back(TickMissed{silent});
    switch (m_ticks.due(now)) {
    case TickClock::Action::None:
        break;
    case TickClock::Action::SendTick:
        out.toSend = tickFrame();
        m_ticks.wrote(now);
        break;
    case TickClock::Action::PeerSilent:
        m_down = true;
        out.events.emplace_back(Down{Down::Silent{m_ticks.silentIntervals(now), now - m_ticks.lastRead()}});
        break;
    }
    return out;
}

} // namespace nodescope::protocol
