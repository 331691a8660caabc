#pragma once

#include <optional>

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>

#include "base/Clock.h"
#include "base/NodeName.h"
#include "cluster/Cause.h"

namespace nodescope::cluster {

/// The rungs of the connection ladder, in climbing order (diagnosis.md).
enum class Rung {
    NameWellFormed,
    NameMode, ///< short or long, as the dialling node demands of the host part
    HostResolves,
    EpmdReachable,
    NameRegistered,
    PortReachable,
    TransportAsExpected, ///< TLS or plain
    Status,
    NameAndFlags,
    Challenge,
    OurDigest,   ///< the peer accepted the digest that we sent
    TheirDigest, ///< the digest that the peer sent is right
    LinkUp,
    FirstTick, ///< a byte of the peer came in within its tick time
    CallsAnswered,
};

enum class RungState { NotReached, Passed, Failed, Skipped, Uncertain };

/// The stable name of a rung, e.g. `epmd_reachable`, and of its state, e.g. `passed`.
[[nodiscard]] QString identifierOf(Rung rung);
[[nodiscard]] QString identifierOf(RungState state);

/// One rung as it was climbed. `evidence` is what was seen, in the wire's own terms (an address, a
/// port, a status word, `closed`), never translated and never a secret.
struct RungResult
{
    Rung rung = Rung::NameWellFormed;
    RungState state = RungState::NotReached;
    /// Time spent on this rung; empty where none was measured: it costs none, or others told of it.
    std::optional<base::Duration> elapsed;
    QString evidence;
};

/// A few bytes of the conversation that matter for the verdict. Digests and challenges are blanked
/// before they get here: a digest permits offline guessing of the cookie.
struct WireExcerpt
{
    bool sent = false;          ///< sent by us, otherwise received
    QString label;              ///< the message's name in the protocol: `send_name`, `status` …; `close`
    QByteArray bytes;           ///< capped; empty for a close
    qsizetype blankedFrom = -1; ///< bytes from here on prove a secret and were zeroed; -1: none
    base::Duration at{};        ///< since the attempt began
    qsizetype blankedTo = -1;   ///< where the zeroed bytes end; -1: with the last one
};

/// Why an attempt to connect `from` to `to` ended as it did: the value that the inspector, the
/// command line and (later) reports show. Made by `doctor` from evidence, carried by Link.
struct Diagnosis
{
    base::NodeName from; ///< selfName() for an attempt of ours
    base::NodeName to;
    Cause cause = Cause::None;
    Certainty certainty = Certainty::Certain;
    QList<Cause> candidates;     ///< with CannotDistinguish: all that fit, most likely first
    QList<RungResult> rungs;     ///< in climbing order
    QList<WireExcerpt> excerpts; ///< in the order of the wire
    QString detail;              ///< the one fact the text needs (names, flags, status), untranslated
    QDateTime time;              ///< when it ended, UTC
    base::Duration elapsed{};    ///< of the whole attempt
    quint16 epmdPort = 0;        ///< the port of EPMD that was asked, or was to be; 0: none, or not known

    [[nodiscard]] bool ok() const { return cause == Cause::None; }
    /// The first rung that failed; empty when none did.
    [[nodiscard]] std::optional<RungResult> brokenRung() const;
};

} // namespace nodescope::cluster

Q_DECLARE_METATYPE(nodescope::cluster::Diagnosis)
