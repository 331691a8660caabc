#include "widgets/sequence/MessageWords.h"

#include <QCoreApplication>

#include "widgets/common/SafeText.h"
#include "widgets/common/Words.h"

namespace nodescope::widgets {

using cluster::MessageForm;
using cluster::StepKind;

namespace {
class MessageText
{
    Q_DECLARE_TR_FUNCTIONS(Messages)
};
} // namespace

QString wordFor(StepKind kind)
{
    switch (kind) {
    case StepKind::Sent:
        return MessageText::tr("sent");
    case StepKind::Relayed:
        return MessageText::tr("sent by the other node");
    case StepKind::Delivered:
        return MessageText::tr("delivered");
    case StepKind::Received:
        return MessageText::tr("received");
    case StepKind::Answered:
        return MessageText::tr("answered");
    case StepKind::Failed:
        break;
    }
    return MessageText::tr("failed");
}

QString wordFor(MessageForm form)
{
    switch (form) {
    case MessageForm::Message:
        break;
    case MessageForm::Call:
        return MessageText::tr("call");
    case MessageForm::Cast:
        return MessageText::tr("cast");
    case MessageForm::Function:
        return MessageText::tr("function");
    case MessageForm::Exit:
        return MessageText::tr("exit signal");
    case MessageForm::Monitor:
        return MessageText::tr("monitor");
    case MessageForm::Link:
        return MessageText::tr("link");
    }
    return MessageText::tr("message");
}

QString nameFor(const cluster::MessageEnd &end)
{
    if (end.process.isEmpty())
        return nameFor(end.node);
    return MessageText::tr("%1 on %2").arg(visibleText(end.process, 80), nameFor(end.node));
}

QString nameFor(const graph::Lane &lane, bool perNode)
{
    if (lane.rest)
        return MessageText::tr("other processes");
    if (lane.end.process.isEmpty())
        return perNode ? MessageText::tr("all processes") : MessageText::tr("process not known");
    return visibleText(lane.end.process, 80);
}

QString fateFor(const graph::Arrow &arrow)
{
    using Fate = graph::Arrow::Fate;
    switch (arrow.fate) {
    case Fate::Failed:
        return arrow.reason.isEmpty() ? MessageText::tr("it did not arrive")
                                      : MessageText::tr("it failed: %1").arg(reasonText(arrow.reason));
    case Fate::Arrived:
        if (arrow.receivedRow >= 0)
            return arrow.reason.isEmpty() ? MessageText::tr("it arrived")
                                          : MessageText::tr("it arrived (%1)").arg(reasonText(arrow.reason));
        return MessageText::tr("it arrived, since it was answered");
    case Fate::Unknown:
        break;
    }
    return MessageText::tr("whether it arrived is not known: a message has no receipt");
}

QString sentenceFor(const cluster::MessageStep &step)
{
    const QString from = nameFor(step.from);
    const QString to = nameFor(step.to);
    switch (step.kind) {
    case StepKind::Sent:
        return MessageText::tr("%1 sent to %2").arg(from, to);
    case StepKind::Relayed:
        return MessageText::tr("%1 sent to %2, over the link of its own").arg(from, to);
    case StepKind::Delivered:
        return MessageText::tr("what %1 sent has reached %2").arg(from, to);
    case StepKind::Received:
        return MessageText::tr("%2 received from %1").arg(from, to);
    case StepKind::Answered:
        return MessageText::tr("%1 answered %2").arg(from, to);
    case StepKind::Failed:
        break;
    }
    return MessageText::tr("from %1 to %2: %3").arg(from, to, reasonText(step.reason));
}

QString reasonText(const QString &reason)
{
    if (reason == QLatin1String("not_sent"))
        return MessageText::tr("there is no link to the node");
    if (reason == QLatin1String("noproc"))
        return MessageText::tr("there is no such process (noproc)");
    if (reason == QLatin1String("noconnection"))
        return MessageText::tr("the link was lost (noconnection)");
    if (reason == QLatin1String("timeout"))
        return MessageText::tr("no answer came in time (timeout)");
    if (reason == QLatin1String("was_there"))
        return MessageText::tr("the process was there afterwards");
    return visibleText(reason, 200);
}

QString wordFor(graph::Relation relation)
{
    switch (relation) {
    case graph::Relation::Before:
        return MessageText::tr("before it: may have led to it");
    case graph::Relation::After:
        return MessageText::tr("after it: may follow from it");
    case graph::Relation::Concurrent:
        return MessageText::tr("concurrent: no order is known");
    case graph::Relation::Itself:
        break;
    }
    return {};
}

} // namespace nodescope::widgets
