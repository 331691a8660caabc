#pragma once

#include <QList>
#include <QString>

#include "cluster/Handshake.h"

/// What a handshake shows, in words for the window and the command line alike. Translated through
/// QCoreApplication; call on the thread on which the translators are installed.
namespace nodescope::doctor {

/// What the other side did after a message of ours.
enum class Reaction {
    Unknown,      ///< it is not its turn yet, or the handshake was ended
    WentOn,       ///< it answered as after an unchanged one, or took us for connected
    Refused,      ///< it said so: `nok`, `not_allowed`
    ClosedAtOnce, ///< it closed without a word
    ClosedLater,  ///< it waited until its set-up timer was over, then closed
    ClosedThen,   ///< it closed at once, and just when its set-up timer was due: cannot be told apart
    Silent        ///< it neither answered nor closed as long as we waited
};

/// What came of one changed field.
struct StepFinding
{
    qsizetype line = 0; ///< its message in the record
    QString field;      ///< e.g. `digest`
    Reaction reaction = Reaction::Unknown;
    QString text; ///< what the other side did, and why

    /// A stable name for tests and JSON: `send_challenge_reply.digest.closed_at_once`.
    [[nodiscard]] QString identifier(const cluster::HandshakeRecord &record) const;
};

[[nodiscard]] const char *identifierOf(Reaction reaction);
/// What came after the message of that number.
[[nodiscard]] Reaction reactionTo(const cluster::HandshakeRecord &record, qsizetype line);
/// One for each changed field, in the order of the wire.
[[nodiscard]] QList<StepFinding> findingsOf(const cluster::HandshakeRecord &record);

/// What a message is for, in one sentence.
[[nodiscard]] QString purposeOf(const QString &label);
/// How it ended, as a sentence: `The peer closed 1.2 ms after our reply.` While it runs: what is awaited.
[[nodiscard]] QString outcomeText(const cluster::HandshakeRecord &record);
/// What a change of this field would try, before it is sent.
[[nodiscard]] QString expectationOf(const QString &label, const QString &field, bool incoming);
/// Who the other side is, as far as it is known.
[[nodiscard]] QString otherSideOf(const cluster::HandshakeRecord &record);

} // namespace nodescope::doctor
