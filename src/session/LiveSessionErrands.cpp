// The part of LiveSession that does errands: messages, calls and signals to processes elsewhere.

#include "session/LiveSession.h"

#include "doctor/errands/ErrandPlan.h"

namespace nodescope::session {

using namespace cluster;
using base::NodeName;

namespace {
/// Whom an errand is for, as the timeline says it.
QString targetText(const Errand &errand)
{
    return errand.kind == ErrandKind::Call ? errand.module + u':' + errand.function : errand.process;
}
} // namespace

void LiveSession::joinErrands()
{
    connect(&m_errands, &ErrandDesk::changed, this, [this](const ErrandReport &report) {
        m_picture.errandChanged(report);
        publishSoon();
    });
    connect(&m_errands, &ErrandDesk::stepped, this, &LiveSession::onErrandStep);
}

void LiveSession::obey(const RunErrand &intent)
{
    const Errand &errand = intent.errand;
    const bool allowed = mayActOn(errand.node) && (errand.via.isNull() || mayActOn(errand.via));
    if (allowed)
        m_errands.run(errand);
    else
        m_errands.refuse(errand, QStringLiteral("acting_not_armed"));
}

void LiveSession::obey(const CancelErrand &intent)
{
    m_errands.cancel(intent.id);
}

void LiveSession::onErrandStep(const Errand &errand, const ErrandStep &step)
{
    const NodeName &from = errand.via.isNull() ? selfName() : errand.via;
    if (step.kind == ErrandStepKind::Sent || step.kind == ErrandStepKind::Relayed)
        m_picture.event(EventKind::Sent, from, errand.node, targetText(errand),
                        doctor::shownTerm(doctor::termOf(errand), 500));
    else if (step.kind == ErrandStepKind::Answered)
        m_picture.event(EventKind::Received, from, step.where, targetText(errand), step.detail.left(500));
}

} // namespace nodescope::session
