#include "cluster/Errand.h"

namespace nodescope::cluster {

QString identifierOf(ErrandStepKind kind)
{
    switch (kind) {
    case ErrandStepKind::Prepared:
        return QStringLiteral("prepared");
    case ErrandStepKind::Sent:
        return QStringLiteral("sent");
    case ErrandStepKind::Relayed:
        return QStringLiteral("relayed");
    case ErrandStepKind::Delivered:
        return QStringLiteral("delivered");
    case ErrandStepKind::Absent:
        return QStringLiteral("absent");
    case ErrandStepKind::NotKnown:
        return QStringLiteral("not_known");
    case ErrandStepKind::Answered:
        return QStringLiteral("answered");
    case ErrandStepKind::Raised:
        return QStringLiteral("raised");
    case ErrandStepKind::Ended:
        return QStringLiteral("ended");
    case ErrandStepKind::StillAlive:
        return QStringLiteral("still_alive");
    case ErrandStepKind::TimedOut:
        return QStringLiteral("timed_out");
    case ErrandStepKind::Failed:
        break;
    }
    return QStringLiteral("failed");
}

QString identifierOf(ErrandKind kind)
{
    switch (kind) {
    case ErrandKind::Send:
        return QStringLiteral("send");
    case ErrandKind::GenCall:
        return QStringLiteral("gen_call");
    case ErrandKind::GenCast:
        return QStringLiteral("gen_cast");
    case ErrandKind::Call:
        return QStringLiteral("call");
    case ErrandKind::Exit:
        return QStringLiteral("exit");
    case ErrandKind::Monitor:
        break;
    }
    return QStringLiteral("monitor");
}

} // namespace nodescope::cluster
