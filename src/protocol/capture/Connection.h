#pragma once

#include "protocol/capture/CaptureEvents.h"
#include "protocol/capture/PortBook.h"
#include "protocol/capture/TcpHalf.h"

namespace nodescope::protocol::capture {

/// What all connections of a capture share.
struct CaptureContext
{
    Limits limits;
    PortBook ports;
    int streams = 0; ///< found so far
    CaptureEvents out;
    base::Instant now;
    bool timed = true;
};

/// One TCP connection in a capture: put in order, recognised, dissected. For this folder only.
class Connection
{
public:
    /// Between these two; which of them opened it is not known yet. `context` must outlive it.
    Connection(const Endpoint &a, const Endpoint &b, CaptureContext &context);
    Q_DISABLE_COPY_MOVE(Connection)

    void take(const TcpSegment &segment);
    /// Whether a SYN belongs to a new connection between the same ends.
    [[nodiscard]] bool isSucceededBy(const TcpSegment &segment) const;
    /// Gives up holes, to save memory.
    void relieve();
    /// The capture ends, or a new connection takes the place.
    void finish();

    [[nodiscard]] bool isOver() const { return m_finished; }
    /// Neither distribution nor EPMD.
    [[nodiscard]] bool isForeign() const { return m_state == State::Foreign; }
    [[nodiscard]] int stream() const { return m_stream; }
    [[nodiscard]] qsizetype held() const { return m_halves[0].held() + m_halves[1].held(); }

private:
    enum class State : quint8 { Undecided, Distribution, Epmd, Foreign };
    struct Pending
    {
        int side = 0;
        base::Instant at;
        TcpPiece piece;
    };

    void process(int side, TcpPieces pieces);
    void dispatch(int side, const TcpPiece &piece, base::Instant at);
    void decide(bool finally);
    [[nodiscard]] bool decideByContent();
    void decideByPort();
    void begin(State state, int initiator);
    void passOver();
    void learnLate();
    [[nodiscard]] std::optional<int> sideOfKnownPort() const;
    [[nodiscard]] Role roleOf(int side) const
    {
        return side == m_initiator ? Role::Initiator : Role::Acceptor;
    }
    void emitEvents(DissectorEvents events);
    void emitEvents(EpmdEvents events);

    std::array<Endpoint, 2> m_ends;
    CaptureContext &m_context;
    std::array<TcpHalf, 2> m_halves;
    std::optional<int> m_client; // who sent the SYN
    bool m_finished = false;

    State m_state = State::Undecided;
    std::vector<Pending> m_pending; // while undecided
    qsizetype m_pendingBytes = 0;
    std::array<QByteArray, 2> m_heads;
    std::array<bool, 2> m_headOver{}; // a hole or the end follows the head
    std::size_t m_portsSeen = 0;      // version of the port book

    int m_stream = 0;
    int m_initiator = 0;
    std::optional<Dissector> m_dissector;
    std::optional<EpmdDissector> m_epmd;
};

} // namespace nodescope::protocol::capture
