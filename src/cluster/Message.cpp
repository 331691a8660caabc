#include "cluster/Message.h"

namespace nodescope::cluster {

QString identifierOf(StepKind kind)
{
    switch (kind) {
    case StepKind::Sent:
        return QStringLiteral("sent");
    case StepKind::Relayed:
        return QStringLiteral("relayed");
    case StepKind::Delivered:
        return QStringLiteral("delivered");
    case StepKind::Received:
        return QStringLiteral("received");
    case StepKind::Answered:
        return QStringLiteral("answered");
    case StepKind::Failed:
        break;
    }
    return QStringLiteral("failed");
}

QString identifierOf(MessageForm form)
{
    switch (form) {
    case MessageForm::Message:
        break;
    case MessageForm::Call:
        return QStringLiteral("call");
    case MessageForm::Cast:
        return QStringLiteral("cast");
    case MessageForm::Function:
        return QStringLiteral("function");
    case MessageForm::Exit:
        return QStringLiteral("exit");
    case MessageForm::Monitor:
        return QStringLiteral("monitor");
    case MessageForm::Link:
        return QStringLiteral("link");
    }
    return QStringLiteral("message");
}

} // namespace nodescope::cluster
