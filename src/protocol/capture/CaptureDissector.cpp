#include "protocol/capture/CaptureDissector.h"

#include <algorithm>

namespace nodescope::protocol::capture {

CaptureDissector::CaptureDissector(const Limits &limits)
{
    m_context.limits = limits;
}

CaptureEvents CaptureDissector::append(QByteArrayView bytes)
{
    m_reader.append(bytes);
    readAll();
    return std::exchange(m_context.out, {});
}

CaptureEvents CaptureDissector::finish()
{
    m_reader.finish();
    readAll();
    std::vector<Connection *> left;
    for (const auto &entry : m_connections)
        left.push_back(entry.second.get());
    std::stable_sort(left.begin(), left.end(),
                     [](const Connection *a, const Connection *b) { return a->stream() < b->stream(); });
    for (Connection *connection : left)
        connection->finish();
    return std::exchange(m_context.out, {});
}

CaptureSummary CaptureDissector::summary() const
{
    CaptureSummary summary = m_summary;
    summary.streams = m_context.streams;
    return summary;
}

void CaptureDissector::readAll()
{
    while (true) {
        CaptureReader::Next next = m_reader.next();
        if (const auto *packet = std::get_if<Packet>(&next))
            take(*packet);
        else if (const auto *problem = std::get_if<CaptureProblem>(&next))
            m_context.out.push_back({m_context.now, m_context.timed, 0, *problem});
        else
            return;
    }
}

void CaptureDissector::take(const Packet &packet)
{
    ++m_summary.packets;
    m_context.timed = packet.timed;
    if (packet.timed)
        m_context.now = packet.at;
    const auto parsed = parsePacket(packet);
    if (const auto *segment = std::get_if<TcpSegment>(&parsed))
        take(*segment, packet.fileOffset);
    else
        count(std::get<NoSegment>(parsed), packet);
}

void CaptureDissector::count(NoSegment reason, const Packet &packet)
{
    switch (reason) {
    case NoSegment::UnknownLinkType:
        tell(CaptureProblem::Kind::UnknownLinkType, packet.fileOffset, packet.linkType);
        ++m_summary.unreadable;
        break;
    case NoSegment::IpFragment:
        tell(CaptureProblem::Kind::IpFragment, packet.fileOffset, -1);
        ++m_summary.ipFragments;
        break;
    case NoSegment::Malformed:
    case NoSegment::CutShort:
        ++m_summary.unreadable;
        break;
    case NoSegment::NotTcp:
        break;
    }
}

// Each kind once; how often it happened is in the summary.
void CaptureDissector::tell(CaptureProblem::Kind kind, qint64 offset, qint64 value)
{
    const quint32 bit = 1u << unsigned(kind);
    if (m_told & bit)
        return;
    m_told |= bit;
    m_context.out.push_back({m_context.now, m_context.timed, 0, CaptureProblem{kind, false, offset, value}});
}

void CaptureDissector::take(const TcpSegment &segment, qint64 fileOffset)
{
    ++m_summary.segments;
    const Key key(std::min(segment.from, segment.to), std::max(segment.from, segment.to));
    auto found = m_connections.find(key);
    if (found != m_connections.end() && found->second->isSucceededBy(segment)) {
        m_held -= found->second->held();
        found->second->finish();
        m_connections.erase(found);
        found = m_connections.end();
    }
    if (found == m_connections.end()) {
        if (!makeRoom()) {
            tell(CaptureProblem::Kind::TooManyStreams, fileOffset, qint64(m_connections.size()));
            return;
        }
        auto fresh = std::make_unique<Connection>(key.first, key.second, m_context);
        found = m_connections.emplace(key, std::move(fresh)).first;
    }
    Connection &connection = *found->second;
    const bool foreign = connection.isForeign();
    m_held -= connection.held();
    connection.take(segment);
    if (m_held + connection.held() > MaxHeld)
        connection.relieve();
    m_held += connection.held();
    m_summary.otherStreams += !foreign && connection.isForeign() ? 1 : 0;
}

bool CaptureDissector::makeRoom()
{
    if (m_refusals > 0) {
        --m_refusals;
        return false;
    }
    if (m_connections.size() >= MaxConnections) {
        for (auto it = m_connections.begin(); it != m_connections.end();) {
            Connection &connection = *it->second;
            const bool dispensable = connection.isOver() || connection.isForeign();
            m_held -= dispensable ? connection.held() : 0;
            it = dispensable ? m_connections.erase(it) : std::next(it);
        }
    }
    constexpr int RefusalsAtOnce = 4096; // since looking takes its time
    if (m_connections.size() < MaxConnections)
        return true;
    m_refusals = RefusalsAtOnce;
    return false;
}

} // namespace nodescope::protocol::capture
