#include "widgets/doctor/VisitWords.h"

#include <QCoreApplication>

#include "cluster/Node.h"
#include "doctor/CauseText.h"
#include "widgets/common/SafeText.h"
#include "widgets/common/Words.h"

namespace nodescope::widgets {

using namespace cluster;

namespace {
class Text
{
    Q_DECLARE_TR_FUNCTIONS(VisitWords)
};

QString wordFor(VisitorKind kind)
{
    switch (kind) {
    case VisitorKind::TlsHello:
        return Text::tr("It speaks TLS, and this post does not.");
    case VisitorKind::Http:
        return Text::tr("It speaks HTTP: no node.");
    case VisitorKind::Ssh:
        return Text::tr("It speaks SSH: no node.");
    case VisitorKind::Garbage:
        return Text::tr("It sent bytes that are no protocol known here.");
    case VisitorKind::Knock:
        return Text::tr("It connected and closed without a byte.");
    case VisitorKind::Mute:
        return Text::tr("It connected and said nothing.");
    case VisitorKind::Unknown:
    case VisitorKind::Node:
        break;
    }
    return {};
}
} // namespace

QString titleOf(const Visit &visit)
{
    if (visit.cookie == VisitCookie::Known)
        return Text::tr("It used the cookie that you call “%1”.").arg(visibleText(visit.cookieLabel, 200));
    if (visit.cookie == VisitCookie::NoneOfOurs) {
        return visit.cookiesCompared == 0
                   ? Text::tr("It has a cookie, and there is none saved to compare it with.")
                   : Text::tr("It used none of your %n saved cookie(s).", nullptr, visit.cookiesCompared);
    }
    if (visit.running)
        return Text::tr("It is calling…");
    const QString kind = wordFor(visit.kind);
    return kind.isEmpty() ? doctor::titleOf(visit.diagnosis.cause) : kind;
}

QString callerOf(const Visit &visit)
{
    if (!visit.caller.isNull())
        return nameFor(visit.caller);
    if (!visit.callerHost.isEmpty())
        return Text::tr("a node of %1 that asks for a name").arg(visibleText(visit.callerHost, 255));
    return visibleText(visit.address, 100);
}

Outcome outcomeOf(const Visit &visit)
{
    if (visit.running)
        return Outcome::Running;
    if (visit.cookie == VisitCookie::Known)
        return Outcome::Connects;
    if (visit.kind == VisitorKind::Knock || visit.kind == VisitorKind::Mute)
        return Outcome::GivenUp;
    return visit.diagnosis.certainty == Certainty::CannotDistinguish ? Outcome::Uncertain : Outcome::Fails;
}

Examination asExamination(const Visit &visit)
{
    Examination examination;
    examination.id = visit.id;
    examination.from = visit.caller;
    examination.to = visit.diagnosis.to;
    examination.running = visit.running;
    examination.diagnosis = visit.diagnosis;
    examination.facts.name = visit.caller.isNull() ? visit.callerHost : visit.caller.text();
    examination.facts.release = visit.release;
    examination.facts.flags = visit.flags;
    examination.facts.hidden = visit.hidden;
    examination.facts.missingFlags = visit.missingFlags;
    return examination;
}

QString problemOf(const cluster::Post &post)
{
    if (post.problem == QLatin1String("cannot_listen"))
        return QCoreApplication::translate("VisitWords",
                                           "This machine did not give us a port to listen at: %1")
            .arg(post.detail);
    if (post.problem == QLatin1String("name_in_use"))
        return QCoreApplication::translate(
            "VisitWords",
            "EPMD has a node of that name already. Choose another name; callers that know the port "
            "can come all the same.");
    if (post.problem == QLatin1String("epmd_gone"))
        return QCoreApplication::translate("VisitWords",
                                           "EPMD is gone. We register again as soon as it is back.");
    return post.problem;
}

} // namespace nodescope::widgets
