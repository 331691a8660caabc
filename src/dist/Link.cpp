#include "dist/Link.h"

#include <limits>

#include "base/Logging.h"
#include "dist/Timing.h"

namespace nodescope::dist {

using base::lcDist;

namespace {

constexpr qint64 LittleChunk = 4096;
constexpr qsizetype Piece = 4096;

bool isMessage(const protocol::ControlMessage &control)
{
    namespace ctl = protocol::control;
    return std::holds_alternative<ctl::Send>(control) || std::holds_alternative<ctl::RegSend>(control) ||
           std::holds_alternative<ctl::AliasSend>(control) ||
           std::holds_alternative<ctl::AltactSend>(control) ||
           std::holds_alternative<ctl::SpawnRequest>(control);
}

} // namespace

Link::Link(std::unique_ptr<Transport> transport, protocol::Role role, protocol::HandshakeSettings handshake,
           protocol::ChallengeBook &book, const base::Clock &clock, LinkSettings settings, QObject *parent)
    : QObject(parent)
    , m_state(Idle{std::move(handshake)})
    , m_transport(std::move(transport))
    , m_role(role)
    , m_book(book)
    , m_clock(clock)
    , m_settings(settings)
    , m_endpoints(m_transport->endpoints())
    , m_tls(m_transport->tls())
    , m_startedAt(clock.now())
    , m_lastReadAt(m_startedAt)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Link::onTimer);
    m_measureTimer.setSingleShot(true);
    connect(&m_measureTimer, &QTimer::timeout, this, &Link::measured);
    connect(m_transport.get(), &Transport::written, this, &Link::onWritten);
    connect(m_transport.get(), &Transport::readable, this, &Link::pump);
    connect(m_transport.get(), &Transport::peerClosed, this, &Link::onPeerClosed);
    connect(m_transport.get(), &Transport::failed, this, &Link::onFailed);
}

Link::~Link() = default;

void Link::start()
{
    auto *idle = std::get_if<Idle>(&m_state);
    Q_ASSERT(idle);
    auto handshake = std::make_unique<protocol::Handshake>(m_role, std::move(idle->settings), m_book);
    protocol::Handshake &machine = *handshake;
    m_state = std::move(handshake);
    take(machine.start(m_clock.now()));
    pump(); // the peer may have spoken before we looked
}

void Link::decide(const protocol::AcceptDecision &decision)
{
    if (auto *handshake = std::get_if<Handshaking>(&m_state))
        take((*handshake)->decide(decision, m_clock.now()));
}

void Link::giveUp()
{
    if (auto *handshake = std::get_if<Handshaking>(&m_state))
        take((*handshake)->giveUp(m_clock.now()));
}

SendResult Link::send(const protocol::ControlMessage &control, const term::Term &payload)
{
    auto *channel = std::get_if<Established>(&m_state);
    if (!channel)
        return SendResult::NoConnection;
    // Who watches whom must stay right, so such signals have a reserve of their own.
    const qint64 limit = isMessage(control) ? m_settings.writeLimit : 2 * m_settings.writeLimit;
    if (writeQueue() > limit) {
        m_busy = true;
        return SendResult::Busy;
    }
    m_frames.resize(0);
    if (const auto error = (*channel)->send(control, payload, m_clock.lately(), m_frames)) {
        qCDebug(lcDist) << "signal not written to" << m_result->peer.text() << int(error->kind)
                        << error->lacking;
        return SendResult::Unsupported;
    }
    write(m_frames);
    ++m_counters.signalsOut;
    sendMore();
    return SendResult::Sent;
}

void Link::close(link_down::ClosedByUs::Why why)
{
    finish(link_down::ClosedByUs{why});
}

Link::State Link::state() const
{
    return State(m_state.index());
}

const protocol::HandshakeResult *Link::result() const
{
    return m_result ? &*m_result : nullptr;
}

void Link::pump()
{
    m_pumpQueued = false;
    const base::Instant since = m_clock.now();
    qint64 taken = 0;
    while (!std::holds_alternative<Down>(m_state) && !isReadingPaused() &&
           m_transport->bytesAvailable() > 0) {
        if (taken > 0 && !mayGoOn(taken, since)) {
            pumpLater();
            return;
        }
        const qint64 count = readOnce();
        if (count == 0)
            break;
        taken += count;
    }
    if (m_peerClosed && !isReadingPaused())
        onPeerClosed();
}

void Link::pumpLater()
{
    if (std::exchange(m_pumpQueued, true))
        return;
    // A timer of no time, not a queued call: those would all run before the other sockets are looked at.
    QTimer::singleShot(0, this, &Link::pump);
}

bool Link::mayGoOn(qint64 bytesTaken, base::Instant since) const
{
    return bytesTaken < m_settings.budget.bytes && m_clock.now() - since < m_settings.budget.time;
}

// A chunk, or the rest of a long frame straight to where it belongs.
qint64 Link::readOnce()
{
    auto *channel = std::get_if<Established>(&m_state);
    if (const std::span<char> room = channel ? (*channel)->room() : std::span<char>(); !room.empty()) {
        const qint64 count = m_transport->readInto(room.data(), qint64(room.size()));
        noteRead(count);
        take((*channel)->filled(count, m_lastReadAt));
        return count;
    }
    // A handshake is short, and of a long frame only the beginning is to come this way.
    const bool little = !channel || (*channel)->expectsLong();
    const QByteArray bytes =
        m_transport->read(little ? qMin(LittleChunk, m_settings.budget.chunk) : m_settings.budget.chunk);
    if (bytes.isEmpty())
        return 0;
    noteRead(bytes.size());
    if (auto *handshake = std::get_if<Handshaking>(&m_state))
        take((*handshake)->receive(bytes, m_lastReadAt));
    else
        takeBytes(bytes);
    return bytes.size();
}

// A few messages at a time: the memory of those is there again for the next, in the processor's caches.
void Link::takeBytes(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        auto *channel = std::get_if<Established>(&m_state);
        if (!channel)
            return;
        const QByteArrayView piece = bytes.first(qMin(bytes.size(), Piece));
        take((*channel)->receive(piece, m_lastReadAt));
        bytes = bytes.sliced(piece.size());
    }
}

void Link::noteRead(qint64 bytes)
{
    if (bytes == 0)
        return;
    m_lastReadAt = m_clock.now();
    m_counters.bytesIn += quint64(bytes);
    measureLater();
}

void Link::take(const protocol::HandshakeOutput &output)
{
    write(output.toSend);
    for (const protocol::HandshakeEvent &event : output.events)
        takeHandshakeEvent(event);
    // Only now: those who heard of up() are listening.
    if (auto *channel = std::get_if<Established>(&m_state); channel && !output.leftover.isEmpty())
        take((*channel)->receive(output.leftover, m_clock.now()));
    armTimer();
}

void Link::takeHandshakeEvent(const protocol::HandshakeEvent &event)
{
    namespace ev = protocol::handshake_event;
    if (std::holds_alternative<Down>(m_state))
        return;
    if (const auto *message = std::get_if<ev::Message>(&event)) {
        Q_EMIT handshakeMessage(message->message);
    } else if (const auto *wanted = std::get_if<ev::DecisionWanted>(&event)) {
        m_caller = wanted->caller;
        Q_EMIT decisionWanted(wanted->caller);
    } else if (const auto *completed = std::get_if<ev::Completed>(&event)) {
        m_result = completed->result;
        m_state =
            std::make_unique<protocol::Channel>(completed->result.agreedFlags, m_clock.now(),
                                                m_settings.limits, m_settings.tickTime, m_settings.sending);
        Q_EMIT up(completed->result);
    } else if (const auto *result = std::get_if<ev::Probed>(&event)) {
        Q_EMIT probed(result->result);
        finish(link_down::ProbeOver{});
    } else if (const auto *failed = std::get_if<ev::Failed>(&event)) {
        finish(link_down::HandshakeFailed{failed->error});
    }
}

void Link::take(const protocol::ChannelOutput &output)
{
    m_counters.packetsIn += output.frames;
    // A channel sends nothing but ticks by itself.
    m_counters.ticksOut += quint64(output.toSend.size()) / 4;
    write(output.toSend);
    for (const protocol::ChannelEvent &event : output.events) {
        if (std::holds_alternative<Down>(m_state))
            return;
        takeChannelEvent(event);
    }
}

void Link::takeChannelEvent(const protocol::ChannelEvent &event)
{
    namespace ev = protocol::channel_event;
    if (const auto *signal = std::get_if<ev::Received>(&event)) {
        ++m_counters.signalsIn;
        takeIntoWindow(signal->signal.size);
        Q_EMIT received(signal->signal);
    } else if (const auto *lost = std::get_if<ev::Skipped>(&event)) {
        ++m_counters.skipped;
        Q_EMIT skipped(lost->skipped);
    } else if (const auto *odd = std::get_if<ev::Misunderstood>(&event)) {
        ++m_counters.misunderstood;
        Q_EMIT misunderstood(odd->error);
    } else if (std::holds_alternative<ev::TickReceived>(event)) {
        ++m_counters.ticksIn;
        Q_EMIT ticked();
    } else if (const auto *missed = std::get_if<ev::TickMissed>(&event)) {
        ++m_counters.missedTicks;
        measureLater();
        Q_EMIT tickMissed(missed->silentQuarters);
    } else if (const auto *down = std::get_if<ev::Down>(&event)) {
        if (const auto *silent = std::get_if<ev::Down::Silent>(&down->reason))
            finish(link_down::PeerSilent{silent->intervals, silent->sinceLastRead});
        else
            finish(link_down::PeerBrokeProtocol{std::get<protocol::SignalError>(down->reason),
                                                m_counters.bytesIn});
    }
}

void Link::write(const QByteArray &bytes)
{
    if (bytes.isEmpty() || !m_transport)
        return;
    m_counters.bytesOut += quint64(bytes.size());
    if (const auto *channel = std::get_if<Established>(&m_state))
        m_counters.packetsOut = (*channel)->sender().frames() + m_counters.ticksOut;
    m_transport->write(bytes);
    measureLater();
}

void Link::onTimer()
{
    const base::Instant now = m_clock.now();
    if (auto *handshake = std::get_if<Handshaking>(&m_state))
        take((*handshake)->timeout(now));
    else if (auto *channel = std::get_if<Established>(&m_state))
        take((*channel)->timeout(now));
    armTimer();
}

void Link::armTimer()
{
    std::optional<base::Instant> deadline;
    if (const auto *handshake = std::get_if<Handshaking>(&m_state))
        deadline = (*handshake)->deadline();
    else if (const auto *channel = std::get_if<Established>(&m_state))
        deadline = (*channel)->deadline();
    if (deadline)
        m_timer.start(timerInterval(*deadline - m_clock.now()));
    else
        m_timer.stop();
}

void Link::onPeerClosed()
{
    m_peerClosed = true;
    if (std::holds_alternative<Down>(m_state))
        return;
    if (m_transport->bytesAvailable() > 0) {
        if (!isReadingPaused()) // else resuming looks after it
            pumpLater();
        return;
    }
    if (auto *handshake = std::get_if<Handshaking>(&m_state))
        take((*handshake)->peerClosed(m_clock.now()));
    else
        finish(link_down::PeerClosed{});
}

void Link::onFailed(const TransportError &error)
{
    if (error.kind == TransportError::Kind::Reset && std::holds_alternative<Handshaking>(m_state)) {
        onPeerClosed(); // a peer that refuses may close with bytes unread, which the system makes a reset
        return;
    }
    const auto *handshake = std::get_if<Handshaking>(&m_state);
    finish(link_down::NetworkFailed{error, handshake ? (*handshake)->step() : protocol::HandshakeStep::Up});
}

void Link::finish(const link_down::Reason &reason)
{
    if (std::holds_alternative<Down>(m_state))
        return;
    auto *channel = std::get_if<Established>(&m_state);
    if (channel && std::holds_alternative<link_down::ClosedByUs>(reason)) {
        QByteArray rest;
        (*channel)->sendMore(rest, std::numeric_limits<qsizetype>::max(), m_clock.now());
        write(rest);
    }
    m_timer.stop();
    m_measureTimer.stop();
    m_transport->disconnect(this);
    m_transport->close();
    m_state = Down{};
    Q_EMIT down(reason);
}

} // namespace nodescope::dist
