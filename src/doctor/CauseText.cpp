#include "doctor/CauseText.h"

#include <QLocale>

#include "base/SafeText.h"
#include "cluster/Node.h"
#include "doctor/CauseWords.h"
#include "doctor/EvidenceText.h"

namespace nodescope::doctor {

using cluster::Cause;
using cluster::Certainty;
using cluster::Diagnosis;
using cluster::Rung;
using cluster::RungState;
using cluster::selfName;

namespace {
constexpr qsizetype LongestOwner = 16; ///< of a digest, in the name of a rung

bool isOpen(Cause cause, Certainty certainty)
{
    return certainty == Certainty::CannotDistinguish && cause != Cause::None && cause != Cause::Unknown;
}

/// Nothing speaks for any of the candidates more than for the others.
bool isUndecided(const Diagnosis &diagnosis)
{
    return diagnosis.cause == Cause::Unknown && diagnosis.certainty == Certainty::CannotDistinguish &&
           diagnosis.candidates.size() > 1;
}

bool isUs(const base::NodeName &name)
{
    return name.isNull() || name == selfName();
}

/// How long the broken rung took, in words; empty: nobody measured it, as where others tell of it.
QString timeOf(const Diagnosis &diagnosis)
{
    const auto broken = diagnosis.brokenRung();
    if (broken)
        return broken->elapsed ? durationText(*broken->elapsed) : QString();
    return diagnosis.elapsed > base::Duration::zero() ? durationText(diagnosis.elapsed) : QString();
}

/// A close after a digest, ours or another's.
QString closeOf(const Diagnosis &diagnosis, const QString &time)
{
    const bool ours = diagnosis.from == selfName();
    if (time.isEmpty())
        return ours ? CauseWords::tr("closed after our digest") : CauseWords::tr("closed after the digest");
    return ours ? CauseWords::tr("closed %1 after our digest").arg(time)
                : CauseWords::tr("closed %1 after the digest").arg(time);
}

/// What an attempt met on its way to the handshake.
QString wayFact(Cause cause, const QString &time)
{
    switch (cause) {
    case Cause::EpmdUnreachable:
        return time.isEmpty() ? CauseWords::tr("no answer at the port of EPMD")
                              : CauseWords::tr("no answer at the port of EPMD after %1").arg(time);
    case Cause::DistPortBlocked:
        return time.isEmpty()
                   ? CauseWords::tr("EPMD named the port, and the port did not answer")
                   : CauseWords::tr("EPMD named the port, and the port did not answer within %1").arg(time);
    case Cause::StalePort:
        return time.isEmpty()
                   ? CauseWords::tr("EPMD named the port, and the port refused")
                   : CauseWords::tr("EPMD named the port, and the port refused after %1").arg(time);
    default:
        return time.isEmpty() ? CauseWords::tr("connected, and then nothing")
                              : CauseWords::tr("connected, and then nothing for %1").arg(time);
    }
}

// What was seen, as the half sentence behind "Certain:". Empty: the rung's own evidence will do.
QString factOf(const Diagnosis &diagnosis)
{
    const auto broken = diagnosis.brokenRung();
    const QString time = timeOf(diagnosis);
    // What stopped others was told by them, or read in a log, in its own words.
    if (!isUs(diagnosis.from) && diagnosis.cause != Cause::CookieMismatch)
        return broken ? evidenceText(broken->evidence) : QString();
    switch (diagnosis.cause) {
    case Cause::CookieMismatch:
        if (broken && broken->rung == Rung::TheirDigest)
            return isUs(diagnosis.from)
                       ? CauseWords::tr("their digest does not fit our challenge")
                       : CauseWords::tr("the digest that came back does not fit the challenge");
        // Two nodes are compared where they are; a log tells of a close.
        return diagnosis.from != selfName() && diagnosis.certainty == Certainty::Certain && broken
                   ? CauseWords::tr(
                         "both computed a digest of their cookie for the other, and the two differ")
                   : closeOf(diagnosis, time);
    case Cause::NotAllowedByList:
        return CauseWords::tr("the peer answered not_allowed, and we sent every flag that it can demand");
    case Cause::NotRegistered:
        return CauseWords::tr("EPMD answered, and knows no such name");
    case Cause::EpmdUnreachable:
    case Cause::DistPortBlocked:
    case Cause::StalePort:
    case Cause::PeerSilent:
        return wayFact(diagnosis.cause, time);
    default:
        return broken ? evidenceText(broken->evidence) : QString();
    }
}

/// Whose digest it is: by name where that says it, else by part.
QString digestOf(const base::NodeName &owner, const base::NodeName &other, bool dialler)
{
    const QString name = owner.name();
    if (!name.isEmpty() && name.size() <= LongestOwner && name != other.name())
        return CauseWords::tr("%1’s digest").arg(base::safeText(name));
    return dialler ? CauseWords::tr("the dialler’s digest") : CauseWords::tr("the other’s digest");
}
} // namespace

CauseText textOf(const Diagnosis &diagnosis)
{
    QString explanation =
        isUndecided(diagnosis)
            ? CauseWords::tr("What could be seen speaks for none of them. The tests below tell them apart.")
            : explanationOf(diagnosis);
    // One of several is explained, so it is said which.
    if (isOpen(diagnosis.cause, diagnosis.certainty))
        explanation = CauseWords::tr("The likeliest of them: %1 %2")
                          .arg(titleOf(diagnosis.cause), explanation)
                          .trimmed();
    return {titleOf(diagnosis), certaintyOf(diagnosis), explanation, remediesOf(diagnosis)};
}

QString titleOf(const Diagnosis &diagnosis)
{
    if (!isOpen(diagnosis.cause, diagnosis.certainty) && !isUndecided(diagnosis))
        return titleOf(diagnosis.cause);
    return diagnosis.candidates.size() > 1
               ? CauseWords::tr("Several causes are possible.")
               : CauseWords::tr("It is not known for certain why they do not connect.");
}

QString identifiersOf(const Diagnosis &diagnosis)
{
    const bool open = isOpen(diagnosis.cause, diagnosis.certainty) || isUndecided(diagnosis);
    if (!open || diagnosis.candidates.isEmpty())
        return identifierOf(diagnosis.cause);
    QStringList identifiers;
    for (const Cause cause : diagnosis.candidates)
        identifiers.append(identifierOf(cause));
    return identifiers.join(QStringLiteral(", "));
}

QString briefOf(Cause cause, Certainty certainty)
{
    return isOpen(cause, certainty) ? CauseWords::tr("%1?", "one of several causes").arg(briefOf(cause))
                                    : briefOf(cause);
}

QString sentenceOf(Cause cause, Certainty certainty)
{
    if (isOpen(cause, certainty))
        return CauseWords::tr("Several causes are possible. The likeliest: %1").arg(titleOf(cause));
    return certainty == Certainty::AlmostCertain ? CauseWords::tr("Almost certainly: %1").arg(titleOf(cause))
                                                 : titleOf(cause);
}

QString certaintyOf(const Diagnosis &diagnosis)
{
    if (diagnosis.certainty == Certainty::CannotDistinguish) {
        QStringList names;
        for (const Cause cause : diagnosis.candidates)
            names.append(briefOf(cause));
        if (names.isEmpty())
            return CauseWords::tr("The evidence fits more than one cause.");
        return CauseWords::tr("Cannot be told apart from here: %1.").arg(names.join(QStringLiteral(", ")));
    }
    const QString fact = factOf(diagnosis);
    const bool certain = diagnosis.certainty == Certainty::Certain;
    if (fact.isEmpty())
        return certain ? CauseWords::tr("Certain.") : CauseWords::tr("Almost certain.");
    return certain ? CauseWords::tr("Certain: %1.").arg(fact)
                   : CauseWords::tr("Almost certain: %1.").arg(fact);
}

QString titleOf(Rung rung)
{
    switch (rung) {
    case Rung::NameWellFormed:
        return CauseWords::tr("name is well-formed");
    case Rung::NameMode:
        return CauseWords::tr("short or long name");
    case Rung::HostResolves:
        return CauseWords::tr("host resolves");
    case Rung::EpmdReachable:
        return CauseWords::tr("EPMD answers");
    case Rung::NameRegistered:
        return CauseWords::tr("name registered");
    case Rung::PortReachable:
        return CauseWords::tr("port reachable");
    case Rung::TransportAsExpected:
        return CauseWords::tr("transport as expected");
    case Rung::Status:
        return CauseWords::tr("status");
    case Rung::NameAndFlags:
        return CauseWords::tr("name and flags");
    case Rung::Challenge:
        return CauseWords::tr("challenge");
    case Rung::OurDigest:
        return CauseWords::tr("our digest");
    case Rung::TheirDigest:
        return CauseWords::tr("their digest");
    case Rung::LinkUp:
        return CauseWords::tr("link up");
    case Rung::FirstTick:
        return CauseWords::tr("first tick");
    case Rung::CallsAnswered:
        break;
    }
    return CauseWords::tr("calls answered");
}

QString titleOf(Rung rung, const base::NodeName &from, const base::NodeName &to)
{
    if (isUs(from) || (rung != Rung::OurDigest && rung != Rung::TheirDigest))
        return titleOf(rung);
    return rung == Rung::OurDigest ? digestOf(from, to, true) : digestOf(to, from, false);
}

QString titleOf(RungState state)
{
    switch (state) {
    case RungState::NotReached:
        return CauseWords::tr("not reached");
    case RungState::Passed:
        return CauseWords::tr("passed");
    case RungState::Failed:
        return CauseWords::tr("failed");
    case RungState::Skipped:
        return CauseWords::tr("skipped");
    case RungState::Uncertain:
        break;
    }
    return CauseWords::tr("uncertain");
}

QString durationText(base::Duration duration)
{
    const QLocale locale;
    const double milliseconds = std::chrono::duration<double, std::milli>(duration).count();
    if (milliseconds >= 1000)
        return CauseWords::tr("%1 s").arg(locale.toString(milliseconds / 1000, 'f', 1));
    // What was measured and is tiny is no zero.
    const int digits = milliseconds >= 100 ? 0 : milliseconds >= 0.0995 || milliseconds == 0 ? 1 : 3;
    return CauseWords::tr("%1 ms").arg(locale.toString(milliseconds, 'f', digits));
}

} // namespace nodescope::doctor
