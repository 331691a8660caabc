#include "widgets/sequence/MessageWords.h"

#include <QCoreApplication>

#include "widgets/common/SafeText.h"
#include "widgets/common/Words.h"

namespace nodescope::widgets {

using cluster::MessageForm;
using cluster::StepKind;

namespace {
class Text
{
    Q_DECLARE_TR_FUNCTIONS(Messages)
};
} // namespace

QString wordFor(StepKind kind)
{
    switch (kind) {
    case StepKind::Sent:
        return Text::tr("sent");
    case StepKind::Relayed:
        return Text::tr("sent by the other node");
    case StepKind::Delivered:
        return Text::tr("delivered");
    case StepKind::Received:
        return Text::tr("received");
    case StepKind::Answered:
        return Text::tr("answered");
    case StepKind::Failed:
        break;
    }
    return Text::tr("failed");
}

QString wordFor(MessageForm form)
{
    switch (form) {
    case MessageForm::Message:
        break;
    case MessageForm::Call:
        return Text::tr("call");
    case MessageForm::Cast:
        return Text::tr("cast");
    case MessageForm::Function:
        return Text::tr("function");
    case MessageForm::Exit:
        return Text::tr("exit signal");
    case MessageForm::Monitor:
        return Text::tr("monitor");
    case MessageForm::Link:
        return Text::tr("link");
    }
    return Text::tr("message");
}

QString nameFor(const cluster::MessageEnd &end)
{
    if (end.process.isEmpty())
        return nameFor(end.node);
    return Text::tr("%1 on %2").arg(visibleText(end.process, 80), nameFor(end.node));
}

QString nameFor(const graph::Lane &lane, bool perNode)
{
    if (lane.rest)
        return Text::tr("other processes");
    if (lane.end.process.isEmpty())
        return perNode ? Text::tr("all processes") : Text::tr("process not known");
    return visibleText(lane.end.process, 80);
}

QString fateFor(const graph::Arrow &arrow)
{
    using Fate = graph::Arrow::Fate;
    switch (arrow.fate) {
    case Fate::Failed:
        return arrow.reason.isEmpty() ? Text::tr("it did not arrive")
                                      : Text::tr("it failed: %1").arg(reasonText(arrow.reason));
    case Fate::Arrived:
        if (arrow.receivedRow >= 0)
            return arrow.reason.isEmpty() ? Text::tr("it arrived")
                                          : Text::tr("it arrived (%1)").arg(reasonText(arrow.reason));
        return Text::tr("it arrived, since it was answered");
    case Fate::Unknown:
        break;
    }
    return Text::tr("whether it arrived is not known: a message has no receipt");
}

QString sentenceFor(const cluster::MessageStep &step)
{
    const QString from = nameFor(step.from);
    const QString to = nameFor(step.to);
    switch (step.kind) {
    case StepKind::Sent:
        return Text::tr("%1 sent to %2").arg(from, to);
    case StepKind::Relayed:
        return Text::tr("%1 sent to %2, over the link of its own").arg(from, to);
    case StepKind::Delivered:
        return Text::tr("what %1 sent has reached %2").arg(from, to);
    case StepKind::Received:
        return Text::tr("%2 received from %1").arg(from, to);
    case StepKind::Answered:
        return Text::tr("%1 answered %2").arg(from, to);
    case StepKind::Failed:
        break;
    }
    return Text::tr("from %1 to %2: %3").arg(from, to, reasonText(step.reason));
}

QString reasonText(const QString &reason)
{
    if (reason == QLatin1String("not_sent"))
        return Text::tr("there is no link to the node");
    if (reason == QLatin1String("noproc"))
        return Text::tr("there is no such process (noproc)");
    if (reason == QLatin1String("noconnection"))
        return Text::tr("the link was lost (noconnection)");
    if (reason == QLatin1String("timeout"))
        return Text::tr("no answer came in time (timeout)");
    if (reason == QLatin1String("was_there"))
        return Text::tr("the process was there afterwards");
    return visibleText(reason, 200);
}

QString wordFor(graph::Relation relation)
{
    switch (relation) {
    case graph::Relation::Before:
        return Text::tr("before it: may have led to it");
    case graph::Relation::After:
        return Text::tr("after it: may follow from it");
    case graph::Relation::Concurrent:
        return Text::tr("concurrent: no order is known");
    case graph::Relation::Itself:
        break;
    }
    return {};
}

} // namespace nodescope::widgets
