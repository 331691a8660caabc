#include "doctor/post/VisitText.h"

#include "doctor/EvidenceText.h"
#include "doctor/post/VisitWords.h"

namespace nodescope::doctor {

using namespace cluster;

namespace {
QString visitTitle(const Visit &visit)
{
    switch (visit.kind) {
    case VisitorKind::TlsHello:
        return VisitWords::tr("The caller speaks TLS, and this port is plain.");
    case VisitorKind::PlainHello:
        return VisitWords::tr("The caller speaks without TLS, and this port is encrypted.");
    case VisitorKind::TlsCaller:
        return visit.diagnosis.cause == Cause::TlsCertificate
                   ? VisitWords::tr("The caller and this post do not accept each other’s certificates.")
                   : VisitWords::tr("No encrypted connection with the caller came about.");
    case VisitorKind::Http:
    case VisitorKind::Ssh:
    case VisitorKind::Garbage:
    case VisitorKind::Knock:
    case VisitorKind::Mute:
        return VisitWords::tr("What called is no node.");
    default:
        break;
    }
    switch (visit.diagnosis.cause) {
    case Cause::None:
        return visit.cookie == VisitCookie::Known ? VisitWords::tr("The caller has a cookie that you saved.")
                                                  : VisitWords::tr("A call is under way.");
    case Cause::CookieMismatch:
        return VisitWords::tr("The caller has a cookie that you did not save.");
    case Cause::OtherNameAnswers:
        return VisitWords::tr("The caller dialled another name than this one.");
    case Cause::PeerSilent:
        return VisitWords::tr("The caller said its name, and then nothing.");
    default:
        return doctor::titleOf(visit.diagnosis);
    }
}

// How sure, and by what.
QString certaintyOf(const Visit &visit)
{
    if (visit.cookie == VisitCookie::Known)
        return VisitWords::tr("Certain: its digest is made with that cookie.");
    if (visit.cookie == VisitCookie::NoneOfOurs)
        return visit.cookiesCompared > 0 ? VisitWords::tr("Certain: its digest is made with none of them.")
                                         : QString();
    if (visit.diagnosis.certainty == Certainty::CannotDistinguish)
        return doctor::certaintyOf(visit.diagnosis);
    const auto broken = visit.diagnosis.brokenRung();
    const QString fact = broken ? evidenceText(broken->evidence) : QString();
    return visit.diagnosis.certainty == Certainty::Certain ? VisitWords::tr("Certain: %1.").arg(fact)
                                                           : VisitWords::tr("Almost certain: %1.").arg(fact);
}

// Of callers that are nodes.
QString nodeExplanation(const Visit &visit)
{
    const QString caller = callerText(visit);
    const QString post = visit.diagnosis.to.text();
    switch (visit.diagnosis.cause) {
    case Cause::None:
    case Cause::CookieMismatch:
    case Cause::NoCookie:
        return VisitWords::
            tr("%1 found its way here and proved a cookie by a digest, which was compared on this machine "
               "and kept nowhere. The call was then closed, so that no link comes about: at the caller "
               "it looks as with a wrong cookie, whichever it is.")
                .arg(caller);
    case Cause::OtherNameAnswers:
        return VisitWords::tr(
                   "%1 closed as soon as it had read the name %2. A node does so, without a word in its log, "
                   "when it dialled another name: EPMD compares only what stands before the @.")
            .arg(caller, post);
    case Cause::FlagsMissing:
        return VisitWords::tr(
                   "%1 lacks what every node since OTP 25 demands: %2. It was answered not_allowed, as such "
                   "a node does.")
            .arg(caller, visit.diagnosis.detail);
    case Cause::NameInUse:
        return VisitWords::tr(
                   "%1 calls under the very name of this post, and was answered nok, as a node does.")
            .arg(caller);
    case Cause::PeerSilent:
        return VisitWords::tr(
                   "%1 said its name, was answered, and sent no digest. It is frozen, or something between "
                   "swallows what is said.")
            .arg(caller);
    case Cause::ReflectionRefused:
        return VisitWords::
            tr("%1 sent back a challenge of this post as its own: whoever signs that lets an intruder in. "
               "This post signs nothing.")
                .arg(caller);
    case Cause::PeerBrokeProtocol:
        return VisitWords::tr("%1 said something that is not allowed at that point of the handshake.")
            .arg(caller);
    case Cause::Cancelled:
        return VisitWords::tr("It was dropped to make room for newer callers.");
    default:
        return VisitWords::tr("%1 ended the call in a way that says nothing more.").arg(caller);
    }
}

// Of callers that speak TLS, and came no further: nobody has said a name yet.
QString tlsExplanation(const Visit &visit)
{
    if (visit.diagnosis.cause != Cause::TlsCertificate)
        return VisitWords::tr(
            "What both sides offer does not fit: the versions, the suites, or the settings of "
            "one of them. The other nodes of the caller’s cluster refuse it for the same "
            "reason if this post has their options.");
    return visit.diagnosis.detail.startsWith(QLatin1String("own_"))
               ? VisitWords::tr(
                     "The caller refused the certificate that this post showed. It does so with other "
                     "nodes too whose certificates have that issuer, host and purpose.")
               : VisitWords::tr(
                     "This post refused the caller’s certificate, as a node does that has the same "
                     "options: see the evidence for what is wrong with it.");
}

QString explanationOf(const Visit &visit)
{
    switch (visit.kind) {
    case VisitorKind::TlsHello:
        return VisitWords::tr(
            "If it is a node, it was started with -proto_dist inet_tls, and takes this post for one "
            "as well. A node that is plain is silent to it for seven seconds, and neither logs a word.");
    case VisitorKind::PlainHello:
        return VisitWords::tr(
            "A node that was started without -proto_dist inet_tls. A node over TLS answers it "
            "with an alert, as this post did, which it takes for a closed connection.");
    case VisitorKind::TlsCaller:
        return tlsExplanation(visit);
    case VisitorKind::Http:
    case VisitorKind::Ssh:
        return VisitWords::tr("It speaks another protocol: a health check, a browser or a scanner.");
    case VisitorKind::Garbage:
        return VisitWords::tr(
            "Its bytes are no message of a node: a scanner, a service mesh or another program.");
    case VisitorKind::Knock:
        return VisitWords::tr(
            "It connected and closed without a byte, as port scans, load balancers and people with "
            "telnet do. A node says its name at once.");
    case VisitorKind::Mute:
        return VisitWords::tr(
            "It connected and said nothing. A node says its name at once, unless it freezes in that "
            "very moment.");
    case VisitorKind::Unknown:
    case VisitorKind::Node:
        break;
    }
    return visit.running ? QString() : nodeExplanation(visit);
}

// What a later release would not let pass.
QString laterSentence(const Visit &visit)
{
    if (visit.missingFlags.isEmpty() || visit.diagnosis.cause == Cause::FlagsMissing)
        return {};
    return VisitWords::tr("A node of OTP 26 or later refuses it, since it lacks %1.")
        .arg(visit.missingFlags.join(QLatin1String(", ")));
}

Diagnosis forRemedies(const Visit &visit)
{
    Diagnosis diagnosis = visit.diagnosis;
    if (diagnosis.from.isNull())
        diagnosis.from = base::NodeName::literal(u"the_caller@its_host");
    return diagnosis;
}
} // namespace

QString callerText(const Visit &visit)
{
    switch (visit.kind) {
    case VisitorKind::TlsHello:
    case VisitorKind::TlsCaller:
        return VisitWords::tr("something that speaks TLS");
    case VisitorKind::PlainHello:
        return VisitWords::tr("a node that speaks without TLS");
    case VisitorKind::Http:
        return VisitWords::tr("something that speaks HTTP");
    case VisitorKind::Ssh:
        return VisitWords::tr("something that speaks SSH");
    case VisitorKind::Garbage:
        return VisitWords::tr("something that is no node");
    case VisitorKind::Knock:
        return VisitWords::tr("a port scan or health check");
    case VisitorKind::Mute:
        return VisitWords::tr("something that says nothing");
    case VisitorKind::Unknown:
    case VisitorKind::Node:
        break;
    }
    if (!visit.caller.isNull())
        return visit.caller.text();
    return visit.callerHost.isEmpty()
               ? VisitWords::tr("A caller")
               : VisitWords::tr("A node on %1 that asks for a name").arg(visit.callerHost);
}

QString cookieSentence(const Visit &visit)
{
    if (visit.cookie == VisitCookie::Known)
        return VisitWords::tr("It used the cookie that you call %1.").arg(visit.cookieLabel);
    if (visit.cookie != VisitCookie::NoneOfOurs)
        return {};
    if (visit.cookiesCompared == 0)
        return VisitWords::tr("It used a cookie, and none is saved to compare with.");
    return VisitWords::tr("It used none of your %n cookie(s).", nullptr, visit.cookiesCompared);
}

CauseText textOf(const Visit &visit)
{
    CauseText text;
    text.title = visitTitle(visit);
    if (visit.running)
        return text;
    text.certainty = certaintyOf(visit);
    QStringList sentences{cookieSentence(visit), explanationOf(visit), laterSentence(visit)};
    sentences.removeAll(QString());
    text.explanation = sentences.join(u' ');
    // The other remedies speak of a node that is dialled, which this post is not.
    if (visit.diagnosis.cause == Cause::FlagsMissing || visit.diagnosis.cause == Cause::TlsPlainMixed)
        text.remedies = remediesOf(forRemedies(visit));
    return text;
}

} // namespace nodescope::doctor
