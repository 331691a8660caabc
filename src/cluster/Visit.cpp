#include "cluster/Visit.h"

namespace nodescope::cluster {

QString identifierOf(VisitorKind kind)
{
    switch (kind) {
    case VisitorKind::Unknown:
        break;
    case VisitorKind::Node:
        return QStringLiteral("node");
    case VisitorKind::TlsHello:
        return QStringLiteral("tls_hello");
    case VisitorKind::PlainHello:
        return QStringLiteral("plain_hello");
    case VisitorKind::TlsCaller:
        return QStringLiteral("tls_caller");
    case VisitorKind::Http:
        return QStringLiteral("http");
    case VisitorKind::Ssh:
        return QStringLiteral("ssh");
    case VisitorKind::Garbage:
        return QStringLiteral("garbage");
    case VisitorKind::Knock:
        return QStringLiteral("knock");
    case VisitorKind::Mute:
        return QStringLiteral("mute");
    }
    return QStringLiteral("unknown");
}

QString identifierOf(VisitCookie cookie)
{
    switch (cookie) {
    case VisitCookie::NotReached:
        break;
    case VisitCookie::Known:
        return QStringLiteral("known");
    case VisitCookie::NoneOfOurs:
        return QStringLiteral("none_of_ours");
    }
    return QStringLiteral("not_reached");
}

} // namespace nodescope::cluster
