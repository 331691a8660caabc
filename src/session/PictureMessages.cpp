#include "session/Picture.h"

/// What a picture does with messages.
namespace nodescope::session {

using namespace cluster;
using namespace std::chrono_literals;

namespace {
/// Empty: it is not told as an event.
std::optional<Event> eventOf(const MessageStep &step)
{
    Event event;
    event.source = step.from.node;
    event.node = step.to.node;
    event.reason = step.to.process;
    event.detail = step.text;
    switch (step.kind) {
    case StepKind::Sent:
    case StepKind::Relayed:
        event.kind = EventKind::Sent;
        break;
    case StepKind::Received:
    case StepKind::Answered:
        // Such an event is about the node that it came from.
        event.kind = EventKind::Received;
        event.source = step.to.node;
        event.node = step.from.node;
        event.reason = step.from.process;
        break;
    case StepKind::Failed:
        event.kind = EventKind::Notice;
        event.reason = QStringLiteral("message_failed");
        event.detail = step.reason;
        break;
    case StepKind::Delivered:
        return std::nullopt;
    }
    event.time = step.time;
    event.at = step.at;
    event.exchange = step.exchange;
    return event;
}
} // namespace

void Picture::message(MessageStep step)
{
    step.time = m_clock.wall();
    step.at = m_clock.now();
    if (step.text.size() > MessageStep::MaxText)
        step.text = step.text.left(MessageStep::MaxText - 1) + u'…';
    push(MessageHappened{step});
    if (const auto event = eventOf(step); event && mayTellAnother())
        push(EventHappened{*event});
}

bool Picture::mayTellAnother()
{
    const base::Instant now = m_clock.now();
    if (m_messageEvents == 0 || now - m_secondBegan >= 1s) {
        m_secondBegan = now;
        m_messageEvents = 0;
        if (m_leftOut > 0)
            event(EventKind::Notice, selfName(), selfName(), QStringLiteral("messages_left_out"),
                  QString::number(std::exchange(m_leftOut, 0)));
    }
    if (m_messageEvents >= MaxMessageEvents) {
        ++m_leftOut;
        return false;
    }
    ++m_messageEvents;
    return true;
}

} // namespace nodescope::session
