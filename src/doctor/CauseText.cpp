#include "doctor/CauseText.h"

#include <QLocale>

#include "cluster/Node.h"
#include "doctor/CauseWords.h"

namespace nodescope::doctor {

using cluster::Cause;
using cluster::Certainty;
using cluster::Diagnosis;
using cluster::Rung;
using cluster::RungState;
using cluster::selfName;

namespace {
// What was seen, as the half sentence behind "Certain:". Empty: the rung's own evidence will do.
QString factOf(const Diagnosis &diagnosis)
{
    const auto broken = diagnosis.brokenRung();
    const QString time = durationText(broken ? broken->elapsed : diagnosis.elapsed);
    switch (diagnosis.cause) {
    case Cause::CookieMismatch:
        if (broken && broken->rung == Rung::TheirDigest)
            return CauseWords::tr("their digest does not fit our challenge");
        if (diagnosis.from == selfName())
            return CauseWords::tr("closed %1 after our digest").arg(time);
        // Two nodes are compared where they are; a log tells of a close.
        return diagnosis.certainty == Certainty::Certain && broken
                   ? CauseWords::tr(
                         "both computed a digest of their cookie for the other, and the two differ")
                   : CauseWords::tr("closed %1 after the digest").arg(time);
    case Cause::NotAllowedByList:
        return CauseWords::tr("the peer answered not_allowed, and we sent every flag that it can demand");
    case Cause::EpmdUnreachable:
        return CauseWords::tr("no answer at the port of EPMD after %1").arg(time);
    case Cause::NotRegistered:
        return CauseWords::tr("EPMD answered, and knows no such name");
    case Cause::DistPortBlocked:
        return CauseWords::tr("EPMD named the port, and the port did not answer within %1").arg(time);
    case Cause::StalePort:
        return CauseWords::tr("EPMD named the port, and the port refused after %1").arg(time);
    case Cause::PeerSilent:
        return CauseWords::tr("connected, and then nothing for %1").arg(time);
    default:
        return broken ? broken->evidence : QString();
    }
}
} // namespace

CauseText textOf(const Diagnosis &diagnosis)
{
    return {titleOf(diagnosis.cause), certaintyOf(diagnosis), explanationOf(diagnosis),
            remediesOf(diagnosis)};
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
    return CauseWords::tr("%1 ms").arg(locale.toString(milliseconds, 'f', milliseconds < 100 ? 1 : 0));
}

} // namespace nodescope::doctor
