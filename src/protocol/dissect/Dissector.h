#pragma once

#include <optional>

#include "protocol/dissect/DissectorEvents.h"

namespace nodescope::protocol {

struct DissectorSettings
{
    Limits limits;
    /// Bytes of both directions that are held while the handshake waits for the other one. Beyond, each
    /// direction is read by itself: all is still read, but steps are no longer checked or put in order.
    qsizetype held = 1024 * 1024;
};

/// Observes one link between two others, in both directions from its first byte, and knows no cookie
/// (erl_dist_protocol, "Distribution handshake" and "Protocol between connected nodes"). What comes out are
/// the values of a live link: handshake messages (as the initiator sees them: its own are Sent) and
/// Completed, then signals, ticks and their errors; and what only an observer has to say.
///
/// The directions may arrive in any interleaving, one before the other entirely, if need be: events of the
/// handshake come in the order of its steps, and signals of both directions after Completed. Nothing is
/// made up: after a loss, what cannot be known any more is named (dissector_event::Gap), cached atoms become
/// placeholders, and where frames cannot be told apart, the direction is not read on.
///
/// Owns no transport and no clock, grows with what arrives and never beyond the limits. Not thread-safe;
/// movable.
class Dissector
{
public:
    explicit Dissector(DissectorSettings settings = {});
    ~Dissector();
    Dissector(Dissector &&) noexcept;
    Dissector &operator=(Dissector &&) noexcept;
    Q_DISABLE_COPY(Dissector)

    /// `sender` sent these bytes, directly behind those before. Any slices.
    [[nodiscard]] DissectorEvents receive(Role sender, QByteArrayView bytes, base::Instant at);
    /// Bytes of `sender` are missing here: so many, or an unknown number.
    [[nodiscard]] DissectorEvents lost(Role sender, std::optional<qint64> bytes,
                                       dissector_event::Gap::Cause cause, base::Instant at);
    /// `sender` sends no more. Ignored the second time.
    [[nodiscard]] DissectorEvents closed(Role sender, bool reset, base::Instant at);
    /// The link is older than the observation. To be called before anything else; bytes are only counted
    /// then.
    [[nodiscard]] DissectorEvents beganInTheMiddle(base::Instant at);
    /// The observation ends: what is held for the other direction is read as far as it can be.
    [[nodiscard]] DissectorEvents finish(base::Instant at);

    /// What the handshake waits for; Up or Failed when it is over; Idle if it can no longer be followed.
    [[nodiscard]] HandshakeStep step() const;
    /// Bytes held for now.
    [[nodiscard]] qsizetype held() const;

private:
    class Observation;
    std::unique_ptr<Observation> m_observation;
};

} // namespace nodescope::protocol
