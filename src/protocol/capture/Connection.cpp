#include "protocol/capture/Connection.h"

#include "protocol/capture/StreamRecogniser.h"

namespace nodescope::protocol::capture {

using namespace tcp_piece;

namespace {
// So much is held while neither end has said what decides.
constexpr qsizetype MaxPendingBytes = 16 * 1024;
constexpr qsizetype PendingCost = 96;
} // namespace

Connection::Connection(const Endpoint &a, const Endpoint &b, CaptureContext &context)
    : m_ends{a, b}
    , m_context(context)
{
}

bool Connection::isSucceededBy(const TcpSegment &segment) const
{
    if (!segment.syn || segment.acknowledges)
        return false;
    const TcpHalf &half = m_halves[segment.from == m_ends[0] ? 0 : 1];
    return m_finished || (half.isStarted() && !half.startedWith(segment.sequence + 1));
}

void Connection::take(const TcpSegment &segment)
{
    if (m_finished || (isForeign() && m_client))
        return;
    learnLate();
    const int side = segment.from == m_ends[0] ? 0 : 1;
    TcpHalf &half = m_halves[std::size_t(side)];
    TcpHalf &other = m_halves[std::size_t(1 - side)];
    if (segment.syn) {
        half.start(segment.sequence + 1, true);
        m_client = segment.acknowledges ? 1 - side : side;
    }
    TcpPieces pieces;
    if (segment.acknowledges && !segment.reset) {
        // A SYN that is answered was the first of the other end, captured or not.
        other.start(segment.acknowledged, segment.syn);
        other.acknowledged(segment.acknowledged, pieces);
        process(1 - side, std::exchange(pieces, {}));
    }
    if (!segment.reset) {
        half.take(segment.sequence + (segment.syn ? 1 : 0), segment.payload, segment.missing, segment.fin,
                  pieces);
        process(side, std::exchange(pieces, {}));
    } else {
        half.reset(pieces);
        process(side, std::exchange(pieces, {}));
        finish();
    }
    if (half.isOver() && other.isOver())
        finish();
}

void Connection::relieve()
{
    for (const int side : {0, 1}) {
        TcpPieces pieces;
        m_halves[std::size_t(side)].relieve(pieces);
        process(side, std::move(pieces));
    }
}

void Connection::finish()
{
    if (std::exchange(m_finished, true))
        return;
    for (const int side : {0, 1}) {
        TcpPieces pieces;
        m_halves[std::size_t(side)].flush(pieces);
        process(side, std::move(pieces));
    }
    decide(true);
    if (m_dissector)
        emitEvents(m_dissector->finish(m_context.now));
    if (m_epmd)
        emitEvents(m_epmd->finish(m_context.now));
    m_dissector.reset();
    m_epmd.reset();
}

void Connection::process(int side, TcpPieces pieces)
{
    for (TcpPiece &piece : pieces) {
        if (m_state != State::Undecided) {
            dispatch(side, piece, m_context.now);
            continue;
        }
        QByteArray &head = m_heads[std::size_t(side)];
        bool &over = m_headOver[std::size_t(side)];
        if (const auto *bytes = std::get_if<Bytes>(&piece)) {
            m_pendingBytes += bytes->bytes.size();
            if (!over)
                head.append(bytes->bytes.first(qMin(bytes->bytes.size(), OpeningBytes - head.size())));
        } else {
            over = true;
        }
        m_pendingBytes += PendingCost;
        m_pending.push_back({side, m_context.now, std::move(piece)});
        decide(false);
    }
}

void Connection::dispatch(int side, const TcpPiece &piece, base::Instant at)
{
    const Role role = roleOf(side);
    const auto *bytes = std::get_if<Bytes>(&piece);
    const auto *lost = std::get_if<Lost>(&piece);
    const bool reset = !bytes && !lost && std::get<End>(piece).reset;
    if (m_dissector) {
        emitEvents(bytes  ? m_dissector->receive(role, bytes->bytes, at)
                   : lost ? m_dissector->lost(role, lost->bytes, lost->cause, at)
                          : m_dissector->closed(role, reset, at));
    } else if (m_epmd) {
        emitEvents(bytes  ? m_epmd->receive(role, bytes->bytes, at)
                   : lost ? m_epmd->lost(role, lost->bytes, lost->cause, at)
                          : m_epmd->closed(role, reset, at));
    }
}

void Connection::decide(bool finally)
{
    if (m_state != State::Undecided || decideByContent())
        return;
    const auto isHopeless = [this](int side) {
        const std::size_t at = std::size_t(side);
        return m_headOver[at] || (!m_heads[at].isEmpty() && recognise(m_heads[at]) == Opening::Other);
    };
    // The one who opened the connection speaks first; if nobody knows who it was, either.
    const bool hopeless = m_client ? isHopeless(*m_client) : isHopeless(0) || isHopeless(1);
    if (finally || hopeless || m_pendingBytes > MaxPendingBytes)
        decideByPort();
}

bool Connection::decideByContent()
{
    const std::array<Opening, 2> openings{recognise(m_heads[0]), recognise(m_heads[1])};
    for (const int side : {0, 1}) {
        const Opening opening = openings[std::size_t(side)];
        const bool mayOpen = m_client.value_or(side) == side;
        const bool mayAnswer = m_client.value_or(1 - side) != side;
        if (opening == Opening::Name && mayOpen)
            begin(State::Distribution, side);
        else if (opening == Opening::EpmdRequest && mayOpen)
            begin(State::Epmd, side);
        else if (opening == Opening::Status && mayAnswer)
            begin(State::Distribution, 1 - side);
        else
            continue;
        return true;
    }
    return false;
}

void Connection::decideByPort()
{
    const std::optional<int> server = sideOfKnownPort();
    if (server && !(m_heads[0].isEmpty() && m_heads[1].isEmpty()))
        begin(State::Distribution, 1 - *server);
    else
        passOver();
}

std::optional<int> Connection::sideOfKnownPort() const
{
    for (const int side : {0, 1}) {
        const bool mayBe = m_client.value_or(1 - side) != side;
        if (mayBe && m_context.ports.nodeAt(m_ends[std::size_t(side)]))
            return side;
    }
    return std::nullopt;
}

void Connection::passOver()
{
    m_state = State::Foreign;
    m_pending = {};
    m_heads = {};
    m_portsSeen = m_context.ports.version();
    if (!m_client)
        return;
    for (TcpHalf &half : m_halves) // for good: see learnLate()
        half.drop();
}

// A port mapper told that this is distribution, after all: then we have missed the beginning. (A connection
// whose beginning was seen and is foreign stays so.)
void Connection::learnLate()
{
    const bool changed = m_portsSeen != m_context.ports.version();
    if (m_state != State::Foreign || m_client || !changed)
        return;
    m_portsSeen = m_context.ports.version();
    if (const std::optional<int> server = sideOfKnownPort())
        begin(State::Distribution, 1 - *server);
}

void Connection::begin(State state, int initiator)
{
    m_state = state;
    m_initiator = initiator;
    m_stream = ++m_context.streams;
    StreamFound found;
    found.client = m_ends[std::size_t(initiator)];
    found.server = m_ends[std::size_t(1 - initiator)];
    const bool distribution = state == State::Distribution;
    found.kind = distribution ? StreamFound::Kind::Distribution : StreamFound::Kind::Epmd;
    if (distribution)
        found.node = m_context.ports.nodeAt(found.server).value_or(QString());
    const std::vector<Pending> pending = std::exchange(m_pending, {});
    const base::Instant at = pending.empty() ? m_context.now : pending.front().at;
    m_context.out.push_back({at, m_context.timed, m_stream, found});
    if (!distribution) {
        m_epmd.emplace(m_context.limits);
    } else {
        m_dissector.emplace(DissectorSettings{m_context.limits});
        const Opening own = recognise(m_heads[std::size_t(initiator)]);
        const Opening others = recognise(m_heads[std::size_t(1 - initiator)]);
        if (!m_client && own != Opening::Name && others != Opening::Status)
            emitEvents(m_dissector->beganInTheMiddle(at));
    }
    m_heads = {};
    for (const Pending &one : pending)
        dispatch(one.side, one.piece, one.at);
}

void Connection::emitEvents(DissectorEvents events)
{
    for (DissectorEvent &event : events) {
        const base::Instant at = event.at;
        m_context.out.push_back({at, m_context.timed, m_stream, std::move(event)});
    }
}

void Connection::emitEvents(EpmdEvents events)
{
    for (EpmdEvent &event : events) {
        const Endpoint &client = m_ends[std::size_t(m_initiator)];
        const Endpoint &server = m_ends[std::size_t(1 - m_initiator)];
        if (const auto *request = event.as<epmd::Request>())
            m_context.ports.learn(*request, server, client);
        if (const auto *reply = event.as<epmd::Reply>())
            m_context.ports.learn(*reply, server);
        const base::Instant at = event.at;
        m_context.out.push_back({at, m_context.timed, m_stream, std::move(event)});
    }
}

} // namespace nodescope::protocol::capture
