#include "doctor/CauseText.h"

#include <QCoreApplication>
#include <QLocale>

#include "cluster/Node.h"

namespace nodescope::doctor {

using cluster::Cause;
using cluster::Certainty;
using cluster::Diagnosis;
using cluster::Rung;
using cluster::RungState;
using cluster::selfName;

namespace {
class Words
{
    Q_DECLARE_TR_FUNCTIONS(CauseText)
};

// What was seen, as the half sentence behind "Certain:". Empty: the rung's own evidence will do.
QString factOf(const Diagnosis &diagnosis)
{
    const auto broken = diagnosis.brokenRung();
    const QString time = durationText(broken ? broken->elapsed : diagnosis.elapsed);
    switch (diagnosis.cause) {
    case Cause::CookieMismatch:
        if (broken && broken->rung == Rung::TheirDigest)
            return Words::tr("their digest does not fit our challenge");
        return diagnosis.from == selfName() ? Words::tr("closed %1 after our digest").arg(time)
                                            : Words::tr("closed %1 after the digest").arg(time);
    case Cause::NotAllowedByList:
        return Words::tr("the peer answered not_allowed, and we sent every flag that it can demand");
    case Cause::EpmdUnreachable:
        return Words::tr("no answer at the port of EPMD after %1").arg(time);
    case Cause::NotRegistered:
        return Words::tr("EPMD answered, and knows no such name");
    case Cause::DistPortBlocked:
        return Words::tr("EPMD named the port, and the port did not answer within %1").arg(time);
    case Cause::StalePort:
        return Words::tr("EPMD named the port, and the port refused after %1").arg(time);
    case Cause::PeerSilent:
        return Words::tr("connected, and then nothing for %1").arg(time);
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
            return Words::tr("The evidence fits more than one cause.");
        return Words::tr("Cannot be told apart from here: %1.").arg(names.join(QStringLiteral(", ")));
    }
    const QString fact = factOf(diagnosis);
    const bool certain = diagnosis.certainty == Certainty::Certain;
    if (fact.isEmpty())
        return certain ? Words::tr("Certain.") : Words::tr("Almost certain.");
    return certain ? Words::tr("Certain: %1.").arg(fact) : Words::tr("Almost certain: %1.").arg(fact);
}

QString titleOf(Cause cause)
{
    switch (cause) {
    case Cause::None:
        return Words::tr("It worked.");
    case Cause::Unknown:
        return Words::tr("It failed, and the evidence fits no cause that we know.");
    case Cause::CookieMismatch:
        return Words::tr("The cookies differ.");
    case Cause::NotAllowedByList:
        return Words::tr("The node’s allow list excludes the caller.");
    case Cause::FlagsMissing:
        return Words::tr("The releases are too far apart.");
    case Cause::EpmdUnreachable:
        return Words::tr("EPMD does not answer.");
    case Cause::HostUnresolvable:
        return Words::tr("The host is not known.");
    case Cause::NotRegistered:
        return Words::tr("EPMD knows no node of that name.");
    case Cause::DistPortBlocked:
        return Words::tr("The node’s port does not answer.");
    case Cause::NotANode:
        return Words::tr("What listens there is no Erlang node.");
    case Cause::TlsPlainMixed:
        return Words::tr("One side speaks TLS, the other does not.");
    case Cause::TlsCertificate:
        return Words::tr("A certificate was refused.");
    case Cause::TlsFailed:
        return Words::tr("No encrypted connection came about.");
    case Cause::OtherNameAnswers:
        return Words::tr("A node of another name answers.");
    case Cause::NameInUse:
        return Words::tr("The name is in use.");
    case Cause::PeerSilent:
        return Words::tr("The node accepted, and then said nothing.");
    case Cause::PeerBrokeProtocol:
        return Words::tr("The peer broke the handshake.");
    case Cause::ReflectionRefused:
        return Words::tr("The peer tried to have us sign our own challenge.");
    case Cause::EpmdDefect:
        return Words::tr("What answers at EPMD’s port is not EPMD.");
    case Cause::AddressUnreachable:
        return Words::tr("There is no way to the host.");
    case Cause::StalePort:
        return Words::tr("EPMD names a port that nobody listens on.");
    case Cause::ConnectionLost:
        return Words::tr("The link went down.");
    case Cause::Cancelled:
        return Words::tr("The attempt was given up.");
    case Cause::NoCookie:
        return Words::tr("There is no cookie for this node.");
    }
    return {};
}

QString briefOf(Cause cause)
{
    switch (cause) {
    case Cause::None:
        return Words::tr("connected");
    case Cause::Unknown:
        return Words::tr("unknown cause");
    case Cause::CookieMismatch:
        return Words::tr("cookie mismatch");
    case Cause::NotAllowedByList:
        return Words::tr("not allowed");
    case Cause::FlagsMissing:
        return Words::tr("flags missing");
    case Cause::EpmdUnreachable:
        return Words::tr("no EPMD");
    case Cause::HostUnresolvable:
        return Words::tr("unknown host");
    case Cause::NotRegistered:
        return Words::tr("not registered");
    case Cause::DistPortBlocked:
        return Words::tr("port blocked");
    case Cause::NotANode:
        return Words::tr("not a node");
    case Cause::TlsPlainMixed:
        return Words::tr("TLS and plain");
    case Cause::TlsCertificate:
        return Words::tr("certificate");
    case Cause::TlsFailed:
        return Words::tr("no TLS");
    case Cause::OtherNameAnswers:
        return Words::tr("other name");
    case Cause::NameInUse:
        return Words::tr("name in use");
    case Cause::PeerSilent:
        return Words::tr("silent");
    case Cause::PeerBrokeProtocol:
        return Words::tr("broken handshake");
    case Cause::ReflectionRefused:
        return Words::tr("reflection refused");
    case Cause::EpmdDefect:
        return Words::tr("not EPMD");
    case Cause::AddressUnreachable:
        return Words::tr("no route");
    case Cause::StalePort:
        return Words::tr("stale port");
    case Cause::ConnectionLost:
        return Words::tr("link lost");
    case Cause::Cancelled:
        return Words::tr("given up");
    case Cause::NoCookie:
        return Words::tr("no cookie");
    }
    return {};
}

QString titleOf(Rung rung)
{
    switch (rung) {
    case Rung::NameWellFormed:
        return Words::tr("name is well-formed");
    case Rung::HostResolves:
        return Words::tr("host resolves");
    case Rung::EpmdReachable:
        return Words::tr("EPMD answers");
    case Rung::NameRegistered:
        return Words::tr("name registered");
    case Rung::PortReachable:
        return Words::tr("port reachable");
    case Rung::TransportAsExpected:
        return Words::tr("transport as expected");
    case Rung::Status:
        return Words::tr("status");
    case Rung::NameAndFlags:
        return Words::tr("name and flags");
    case Rung::Challenge:
        return Words::tr("challenge");
    case Rung::OurDigest:
        return Words::tr("our digest");
    case Rung::TheirDigest:
        return Words::tr("their digest");
    case Rung::LinkUp:
        return Words::tr("link up");
    case Rung::CallsAnswered:
        break;
    }
    return Words::tr("calls answered");
}

QString titleOf(RungState state)
{
    switch (state) {
    case RungState::NotReached:
        return Words::tr("not reached");
    case RungState::Passed:
        return Words::tr("passed");
    case RungState::Failed:
        return Words::tr("failed");
    case RungState::Skipped:
        return Words::tr("skipped");
    case RungState::Uncertain:
        break;
    }
    return Words::tr("uncertain");
}

QString durationText(base::Duration duration)
{
    const QLocale locale;
    const double milliseconds = std::chrono::duration<double, std::milli>(duration).count();
    if (milliseconds >= 1000)
        return Words::tr("%1 s").arg(locale.toString(milliseconds / 1000, 'f', 1));
    return Words::tr("%1 ms").arg(locale.toString(milliseconds, 'f', milliseconds < 100 ? 1 : 0));
}

} // namespace nodescope::doctor
