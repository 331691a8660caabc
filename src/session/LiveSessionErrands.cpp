// The part of LiveSession that does errands: messages, calls and signals to processes elsewhere.

#include "session/LiveSession.h"

#include "doctor/errands/ErrandPlan.h"

namespace nodescope::session {

using namespace cluster;
using base::NodeName;

namespace {

MessageForm formOf(ErrandKind kind)
{
    switch (kind) {
    case ErrandKind::Send:
        return MessageForm::Message;
    case ErrandKind::GenCall:
        return MessageForm::Call;
    case ErrandKind::GenCast:
        return MessageForm::Cast;
    case ErrandKind::Exit:
        return MessageForm::Exit;
    case ErrandKind::Monitor:
        return MessageForm::Monitor;
    case ErrandKind::Call:
        break;
    }
    return MessageForm::Function;
}

/// What a step of an errand is as a step of a message; empty: nothing.
std::optional<StepKind> stepKindOf(ErrandStepKind kind)
{
    switch (kind) {
    case ErrandStepKind::Sent:
        return StepKind::Sent;
    case ErrandStepKind::Relayed:
        return StepKind::Relayed;
    case ErrandStepKind::Delivered:
        return StepKind::Delivered;
    case ErrandStepKind::Answered:
    case ErrandStepKind::Raised:
    case ErrandStepKind::Ended:
        return StepKind::Answered;
    case ErrandStepKind::Absent:
    case ErrandStepKind::TimedOut:
    case ErrandStepKind::Failed:
        return StepKind::Failed;
    case ErrandStepKind::Prepared:
    case ErrandStepKind::NotKnown:
    case ErrandStepKind::StillAlive:
        break;
    }
    return std::nullopt;
}

/// Why a step was as it was, in the protocol's words.
QString reasonOf(const ErrandStep &step)
{
    switch (step.kind) {
    case ErrandStepKind::Absent:
        return QStringLiteral("noproc");
    case ErrandStepKind::TimedOut:
        return QStringLiteral("timeout");
    case ErrandStepKind::Delivered:
        return QStringLiteral("was_there");
    case ErrandStepKind::Failed:
        return step.detail;
    default:
        return {};
    }
}

MessageEnd targetOf(const Errand &errand)
{
    const bool call = errand.kind == ErrandKind::Call;
    return {errand.node, call ? errand.module + u':' + errand.function : errand.process};
}

} // namespace

void LiveSession::joinErrands()
{
    connect(&m_errands, &ErrandDesk::changed, this, [this](const ErrandReport &report) {
        if (!report.running)
            m_exchanges.remove(report.errand.id);
        m_picture.errandChanged(report);
        publishSoon();
    });
    connect(&m_errands, &ErrandDesk::stepped, this, &LiveSession::onErrandStep);
}

void LiveSession::obey(const RunErrand &intent)
{
    const Errand &errand = intent.errand;
    if (doctor::isObserving(errand))
        return m_errands.run(errand);
    const bool allowed = mayActOn(errand.node) && (errand.via.isNull() || mayActOn(errand.via));
    if (!allowed)
        return m_errands.refuse(errand, QStringLiteral("acting_not_armed"));
    m_exchanges[errand.id] = {m_picture.newExchange(), {}};
    m_errands.run(errand);
}

void LiveSession::obey(const CancelErrand &intent)
{
    m_errands.cancel(intent.id);
}

void LiveSession::onErrandStep(const Errand &errand, const ErrandStep &step)
{
    const auto known = m_exchanges.find(errand.id);
    if (known == m_exchanges.end())
        return; // a question of ours, no exchange of anybody
    Exchange &exchange = *known;
    if (step.kind == ErrandStepKind::Prepared)
        exchange.sender = step.detail;
    const auto kind = stepKindOf(step.kind);
    if (!kind)
        return;
    MessageStep told;
    told.exchange = exchange.number;
    told.kind = *kind;
    told.form = formOf(errand.kind);
    told.from = {errand.via.isNull() ? selfName() : errand.via, exchange.sender};
    told.to = targetOf(errand);
    told.size = step.size > 0 ? step.size : -1;
    told.reason = reasonOf(step);
    if (*kind == StepKind::Answered) {
        std::swap(told.from, told.to);
        told.text = step.detail;
    } else {
        told.text = doctor::shownTerm(doctor::termOf(errand), MessageStep::MaxText);
    }
    m_picture.message(told);
}

} // namespace nodescope::session
