#include "doctor/handshakes/HandshakeText.h"

#include <algorithm>
#include <iterator>

#include "cluster/Node.h"
#include "doctor/CauseText.h"
#include "doctor/handshakes/HandshakeWords.h"
#include "doctor/handshakes/StepExplanations.h"

namespace nodescope::doctor {

using namespace cluster;

namespace {
/// A peer that closes sooner after our message may have done so because of what it read.
constexpr base::Duration Soon = std::chrono::seconds(1);
/// One that closes later than this did not, even over a slow path.
constexpr base::Duration NotBecauseOfIt = std::chrono::seconds(4);
/// About when its set-up timer is over.
base::Duration timerFrom(const HandshakeRecord &record)
{
    return record.setupTime - std::chrono::milliseconds(500);
}
base::Duration timerTo(const HandshakeRecord &record)
{
    return record.setupTime + std::chrono::milliseconds(1500);
}

bool is(const HandshakeRecord &record, const char *outcome)
{
    return record.outcome == QLatin1String(outcome);
}

/// What the close of the other side was. Its timer began before our last message went out: with the
/// connection, or with what it sent itself. So a close soon after a message that waited long here may be
/// either, and one that comes later is the timer's.
Reaction closeOf(const HandshakeRecord &record)
{
    const bool due = record.peerWaited >= timerFrom(record);
    if (record.sinceLastSend < Soon)
        return due && record.peerWaited <= timerTo(record) ? Reaction::ClosedThen : Reaction::ClosedAtOnce;
    return due || record.sinceLastSend >= NotBecauseOfIt ? Reaction::ClosedLater : Reaction::ClosedAtOnce;
}

/// The other side closed while a message of ours still waited for a person.
QString tooSlowText(const HandshakeRecord &record)
{
    const QString waited = durationText(record.peerWaited);
    if (record.peerWaited < timerFrom(record))
        return HandshakeWords::tr(
                   "The other side closed after %1, before its set-up timer was due, while %2 still waited "
                   "here to be sent.")
            .arg(waited, record.unsent);
    return HandshakeWords::tr(
               "We were too slow: %2 still waited here to be sent when the set-up timer of the other side "
               "ran out, after %1, and it closed.")
        .arg(waited, record.unsent);
}

QString closedText(const HandshakeRecord &record)
{
    const QString after = durationText(record.sinceLastSend);
    const qsizetype last = record.lines.size() - 1;
    const bool weSpokeLast = last >= 0 && record.lines.at(last).wire.sent;
    if (!record.unsent.isEmpty() && (!weSpokeLast || closeOf(record) == Reaction::ClosedLater))
        return tooSlowText(record);
    if (!weSpokeLast)
        return record.due || record.missing.isEmpty()
                   ? HandshakeWords::tr("The other side closed while a message of ours was awaited.")
                   : HandshakeWords::tr("The other side closed, and %1 never came.").arg(record.missing);
    const QString label = record.lines.at(last).wire.label;
    const QString waited = durationText(record.peerWaited);
    switch (closeOf(record)) {
    case Reaction::ClosedLater:
        return HandshakeWords::tr(
                   "The other side closed %1 after our %2, when its set-up timer ran out: it had waited %3.")
            .arg(after, label, waited);
    case Reaction::ClosedThen:
        return HandshakeWords::tr(
                   "The other side closed %1 after our %2, and just when its set-up timer was due: it had "
                   "waited %3. Either may be why.")
            .arg(after, label, waited);
    default:
        return HandshakeWords::tr("The other side closed %1 after our %2.").arg(after, label);
    }
}

/// It came to no handshake: the verdict and its first repair, in the doctor's words.
QString unreachableText(const HandshakeRecord &record)
{
    struct Obstacle
    {
        const char *name;
        Cause cause;
    };
    static constexpr Obstacle Obstacles[] = {
        {"not_registered", Cause::NotRegistered},
        {"host_unresolvable", Cause::HostUnresolvable},
        {"epmd_unreachable", Cause::EpmdUnreachable},
        {"epmd_silent", Cause::EpmdUnreachable},
        {"epmd_broken", Cause::EpmdDefect},
        {"epmd_lost", Cause::EpmdUnreachable},
        {"port_unreachable", Cause::DistPortBlocked},
        {"timed_out", Cause::PeerSilent},
        {"no_cookie", Cause::NoCookie},
        {"tls_failed", Cause::TlsFailed},
        {"already_connected", Cause::AlreadyConnected},
    };
    const auto *obstacle =
        std::find_if(std::begin(Obstacles), std::end(Obstacles),
                     [&record](const Obstacle &one) { return record.detail == QLatin1String(one.name); });
    if (obstacle == std::end(Obstacles))
        return HandshakeWords::tr("No connection came about: %1.").arg(record.detail);
    Diagnosis diagnosis;
    diagnosis.from = selfName();
    diagnosis.to = record.peer;
    diagnosis.cause = obstacle->cause;
    const QList<Remedy> remedies = record.peer.isNull() ? QList<Remedy>() : remediesOf(diagnosis);
    return HandshakeWords::tr("No connection with %1 came about. %2 %3")
        .arg(otherSideOf(record), titleOf(diagnosis), remedies.isEmpty() ? QString() : remedies.first().text)
        .trimmed();
}

QString failureText(const HandshakeRecord &record)
{
    if (is(record, "closed"))
        return closedText(record);
    if (is(record, "timed_out"))
        return HandshakeWords::tr("The other side said nothing for %1.")
            .arg(durationText(record.sinceLastSend));
    if (is(record, "refused"))
        return HandshakeWords::tr("The other side refused: %1.").arg(record.detail);
    if (is(record, "declined"))
        return HandshakeWords::tr("We refused: %1.").arg(record.detail);
    if (is(record, "wrong_digest"))
        return record.incoming
                   ? HandshakeWords::tr("The caller’s digest is not of the cookie that we have for it.")
                   : HandshakeWords::tr("The other side’s digest is not of the cookie and our challenge.");
    if (is(record, "other_name"))
        return HandshakeWords::tr("Another node answers: %1. It gets no digest.").arg(record.detail);
    if (is(record, "flags_missing"))
        return HandshakeWords::tr("The other side lacks what we demand: %1.").arg(record.detail);
    if (is(record, "reflection"))
        return HandshakeWords::tr(
            "It sent a challenge of ours back. Who signs that gives away what lets others in.");
    if (is(record, "no_cookie"))
        return HandshakeWords::tr("We have no cookie for it, so no digest can be made.");
    if (is(record, "unknown_status"))
        return HandshakeWords::tr("It answered with a word that is no status: %1.").arg(record.detail);
    if (is(record, "gave_way"))
        return HandshakeWords::tr("It answered false: its old link to us stays, and this connection ends.");
    if (is(record, "not_erlang"))
        return HandshakeWords::tr("What answers there does not speak the handshake of Erlang nodes.");
    if (is(record, "unreachable"))
        return unreachableText(record);
    return HandshakeWords::tr("It failed: %1.").arg(record.outcome);
}
} // namespace

const char *identifierOf(Reaction reaction)
{
    switch (reaction) {
    case Reaction::Unknown:
        return "unknown";
    case Reaction::WentOn:
        return "went_on";
    case Reaction::Refused:
        return "refused";
    case Reaction::ClosedAtOnce:
        return "closed_at_once";
    case Reaction::ClosedLater:
        return "closed_later";
    case Reaction::ClosedThen:
        return "closed_at_once_or_later";
    case Reaction::Silent:
        return "silent";
    }
    return "";
}

QString StepFinding::identifier(const HandshakeRecord &record) const
{
    return QStringLiteral("%1.%2.%3")
        .arg(record.lines.at(line).wire.label, field, QLatin1String(identifierOf(reaction)));
}

Reaction reactionTo(const HandshakeRecord &record, qsizetype line)
{
    // The next thing that the other side said is its answer; a refusal is no going on.
    for (qsizetype i = line + 1; i < record.lines.size(); ++i) {
        const WireExcerpt &wire = record.lines.at(i).wire;
        if (wire.sent || wire.label == QLatin1String("unexpected"))
            continue;
        const bool refusal = is(record, "refused") && i == record.failedAt;
        return refusal ? Reaction::Refused : Reaction::WentOn;
    }
    if (is(record, "up"))
        return record.peerLeft ? Reaction::ClosedAtOnce : Reaction::WentOn;
    if (is(record, "closed"))
        return closeOf(record);
    if (is(record, "timed_out"))
        return Reaction::Silent;
    return Reaction::Unknown;
}

QList<StepFinding> findingsOf(const HandshakeRecord &record)
{
    QList<StepFinding> findings;
    for (qsizetype i = 0; i < record.lines.size(); ++i) {
        const HandshakeLine &line = record.lines.at(i);
        for (const QString &field : line.changed) {
            StepFinding finding{i, field, reactionTo(record, i), {}};
            finding.text = explanationOf(record, finding);
            findings.append(finding);
        }
    }
    return findings;
}

QString purposeOf(const QString &label)
{
    if (label == QLatin1String("send_name"))
        return HandshakeWords::tr("Who dials says its name, its flags, and which incarnation it is.");
    if (label == QLatin1String("recv_status"))
        return HandshakeWords::tr("Who is dialled says whether the other may go on.");
    if (label == QLatin1String("status_reply"))
        return HandshakeWords::tr("After alive: whether the new connection shall replace the old link.");
    if (label == QLatin1String("send_challenge"))
        return HandshakeWords::tr(
            "Who is dialled says its own name and flags, and asks for a proof of the cookie.");
    if (label == QLatin1String("send_complement"))
        return HandshakeWords::tr(
            "What the old form of the name had no room for: the upper flags and the creation.");
    if (label == QLatin1String("send_challenge_reply"))
        return HandshakeWords::tr("The proof of the cookie, and a challenge in return.");
    if (label == QLatin1String("send_challenge_ack"))
        return HandshakeWords::tr("The other’s proof. From the next byte on, lengths have four bytes.");
    if (label == QLatin1String("unexpected"))
        return HandshakeWords::tr("Bytes that are no message of the handshake.");
    return {};
}

QString outcomeText(const HandshakeRecord &record)
{
    if (record.running) {
        if (record.listening)
            return HandshakeWords::tr("Waiting to be dialled at port %1.").arg(record.listeningPort);
        if (record.due)
            return HandshakeWords::tr("%1 waits to be sent.").arg(record.due->line.wire.label);
        return is(record, "up")
                   ? HandshakeWords::tr("Both have proved the cookie. The other side takes us for connected.")
                   : HandshakeWords::tr("It is the other side’s turn.");
    }
    if (is(record, "up"))
        return record.peerLeft ? HandshakeWords::tr("Both proved the cookie; then the other side closed.")
                               : HandshakeWords::tr("Both proved the cookie.");
    if (is(record, "probed"))
        return HandshakeWords::tr("The challenge came, and no more was wanted. Nothing was proved.");
    if (is(record, "ended"))
        return HandshakeWords::tr("It was ended here before it was over.");
    return failureText(record);
}

QString otherSideOf(const HandshakeRecord &record)
{
    if (!record.peer.isNull())
        return record.peer.text();
    return record.peerSaid.isEmpty() ? record.peerAddress : record.peerSaid;
}

} // namespace nodescope::doctor
