#include "widgets/doctor/VisitWords.h"

#include <QCoreApplication>

namespace nodescope::widgets {

using namespace cluster;

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
