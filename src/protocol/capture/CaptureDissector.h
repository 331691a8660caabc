#pragma once

#include <map>
#include <memory>
#include <utility>

#include "protocol/capture/CaptureEvents.h"
#include "protocol/capture/Connection.h"

namespace nodescope::protocol::capture {

/// Counts of a whole capture.
struct CaptureSummary
{
    qint64 packets = 0;
    qint64 segments = 0; ///< of TCP, that could be read
    qint64 ipFragments = 0;
    qint64 unreadable = 0; ///< packets cut short within their headers, or malformed
    int streams = 0;       ///< of distribution and EPMD
    qint64 otherStreams = 0;
};

/// Finds the links of nodes and the conversations with port mappers in a capture file, whatever their ports,
/// and dissects them, many at once. Bytes of the file come in any slices; events come in the order of
/// packets.
///
/// Memory grows with what unfinished frames and holes need, not with the file. Not thread-safe.
class CaptureDissector
{
public:
    static constexpr std::size_t MaxConnections = 65536;
    static constexpr qsizetype MaxHeld = 64 * 1024 * 1024; ///< behind holes, of all connections

    explicit CaptureDissector(const Limits &limits = {});
    Q_DISABLE_COPY_MOVE(CaptureDissector)

    [[nodiscard]] CaptureEvents append(QByteArrayView bytes);
    /// The file ends: what is held is given out.
    [[nodiscard]] CaptureEvents finish();
    [[nodiscard]] CaptureSummary summary() const;

private:
    using Key = std::pair<Endpoint, Endpoint>; // the smaller first

    void readAll();
    void take(const Packet &packet);
    void take(const TcpSegment &segment, qint64 fileOffset);
    void count(NoSegment reason, const Packet &packet);
    void tell(CaptureProblem::Kind kind, qint64 offset, qint64 value);
    [[nodiscard]] bool makeRoom();

    CaptureContext m_context;
    CaptureReader m_reader;
    std::map<Key, std::unique_ptr<Connection>> m_connections;
    int m_refusals = 0; // new connections to refuse before room is looked for again
    qsizetype m_held = 0;
    CaptureSummary m_summary;
    quint32 m_told = 0; // kinds of problems that were told, by bit
};

} // namespace nodescope::protocol::capture
