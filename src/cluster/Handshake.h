#pragma once

#include <optional>

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include "base/Clock.h"
#include "base/NodeName.h"
#include "base/Secret.h"
#include "cluster/Diagnosis.h"

/// Handshakes that we took part in, as values: what the sequence chart shows. Made by `doctor` from the wire.
namespace nodescope::cluster {

/// One message. Its digest is zeroed in `wire`, as everywhere, and stands apart: it is looked at in this
/// program, and goes into no recording, log or export unless a person says so.
struct HandshakeLine
{
    WireExcerpt wire;    ///< label, direction, bytes, and when since the beginning
    base::Secret digest; ///< the 16 bytes of `r` and `a`; null: there is none
    QStringList changed; ///< in steps: the fields that are not as a node would send them, e.g. `cookie`
};

/// What a person wants said instead of what a node would say. Empty fields stay.
struct HandshakeEdit
{
    base::Secret cookie;              ///< the digest is made of this one
    std::optional<QByteArray> digest; ///< 16 bytes; wins over `cookie`
    std::optional<quint64> flags;
    std::optional<QString> name;
    std::optional<quint32> creation;
    std::optional<quint32> challenge;
    std::optional<QString> status;
    std::optional<quint32> length;
};

/// A message of ours that waits to be released.
struct HandshakeDue
{
    HandshakeLine line;  ///< as a node would send it
    QStringList fields;  ///< what of it can be changed
    base::Instant since; ///< since when it waits
    /// Since when the peer waits. A node's set-up timer begins with the connection, and anew with what it
    /// sends; it ends the handshake after HandshakeRecord::setupTime.
    base::Instant peerSince;
};
inline constexpr base::Duration DefaultSetupTime = std::chrono::seconds(7);

/// One handshake, while it lasts and when it is over.
struct HandshakeRecord
{
    quint64 id = 0;
    bool running = true;
    bool incoming = false; ///< the peer dialled
    bool probe = false;    ///< it was to end with the challenge
    bool stepped = false;  ///< each message of ours waited
    /// How long the peer waits for each message: OTP's usual time, unless its `net_setuptime` says otherwise.
    base::Duration setupTime = DefaultSetupTime;
    base::NodeName peer;    ///< whom we dialled, or who said to call; null: not said
    QString peerSaid;       ///< how the other side called itself; may be no name of a node
    base::NodeName ownName; ///< null: we asked for one, and got none
    QDateTime time;         ///< when it began, UTC
    base::Duration elapsed{};
    int lengthBytes = 2; ///< of each message; 4 over TLS
    QString ownAddress;  ///< empty: it came to no connection
    QString peerAddress;
    quint16 ownPort = 0;
    quint16 peerPort = 0;
    QList<HandshakeLine> lines;
    std::optional<quint64> ownFlags; ///< as we sent them; in steps, until then: as we shall
    std::optional<quint64> peerFlags;

    /// How it ended: `up`, `probed`, `ended` (by a person), or a failure, e.g. `closed`, `refused`,
    /// `wrong_digest`; `unreachable` if it came to no connection. Empty while it runs.
    QString outcome;
    QString detail;                 ///< the fact behind it: a status word, a name, why it was unreachable
    base::Duration sinceLastSend{}; ///< with a failure: since our last message
    /// With a failure: the message at which it happened, by its number in `lines`. As many as there are: at
    /// the one that was due next, whose label is `missing`. -1: no failure, or no message.
    qsizetype failedAt = -1;
    QString missing;
    /// In steps, where we dialled, it failed, and all that we said was as a node says it: why. What a changed
    /// field brought about is no fault of the peer's or of the cookie's.
    std::optional<Diagnosis> diagnosis;
    QString unsent; ///< in steps, with a failure: the message of ours that still waited to be sent
    /// With a failure: since the peer's set-up timer began, with the connection or its own last message.
    base::Duration peerWaited{};
    QByteArray framesOut; ///< in steps, after success: what went over the new framing
    QByteArray framesIn;
    bool peerLeft = false; ///< in steps, after success: the peer closed

    std::optional<HandshakeDue> due; ///< in steps: what waits
    bool listening = false;          ///< in steps: nobody has dialled us yet
    quint16 listeningPort = 0;

    [[nodiscard]] bool failed() const
    {
        return !running && outcome != QLatin1String("up") && outcome != QLatin1String("probed") &&
               outcome != QLatin1String("ended");
    }
};

/// Handshakes that are begun by people number from here, others below.
inline constexpr quint64 FirstSteppedHandshake = quint64(1) << 62;

} // namespace nodescope::cluster

Q_DECLARE_METATYPE(nodescope::cluster::HandshakeRecord)
