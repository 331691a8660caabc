#include "doctor/RemedyParts.h"

#include "cluster/Node.h"
#include "doctor/CauseWords.h"
#include "protocol/epmd/EpmdMessages.h"

namespace nodescope::doctor {

using base::NodeName;
using cluster::Diagnosis;

namespace {
bool isUsualPort(quint16 port)
{
    return epmdPortOr(port) == protocol::epmd::DefaultPort;
}
} // namespace

QString inShellOf(const NodeName &node)
{
    return node.isNull() ? CauseWords::tr("in the shell of the node")
                         : CauseWords::tr("in the shell of %1").arg(node.text());
}

QString onHostOf(const NodeName &node)
{
    return node.isNull() ? CauseWords::tr("on the host of the node")
                         : CauseWords::tr("on %1").arg(node.host());
}

QString whenStarting(const NodeName &node)
{
    return node.isNull() ? CauseWords::tr("where the node is started")
                         : CauseWords::tr("where %1 is started").arg(node.text());
}

QString epmdCommand(quint16 port, const QString &arguments)
{
    return isUsualPort(port) ? QStringLiteral("epmd ") + arguments
                             : QStringLiteral("epmd -port %1 %2").arg(port).arg(arguments);
}

QString epmdVariable(quint16 port)
{
    return isUsualPort(port) ? QString() : QStringLiteral("ERL_EPMD_PORT=%1 ").arg(port);
}

QString epmdArgument(quint16 port)
{
    return isUsualPort(port) ? QString() : QStringLiteral("\n-epmd_port %1").arg(port);
}

QString inAnyShell(quint16 port)
{
    return isUsualPort(port)
               ? CauseWords::tr("in any shell")
               : CauseWords::tr("in any shell that was started with ERL_EPMD_PORT=%1").arg(port);
}

quint16 epmdPortOr(quint16 port)
{
    return port == 0 ? protocol::epmd::DefaultPort : port;
}

Snippet elixir(const QString &where, const QString &code)
{
    return {SnippetLanguage::Elixir, where, code};
}

Snippet erlang(const QString &where, const QString &code)
{
    return {SnippetLanguage::Erlang, where, code};
}

Snippet shell(const QString &where, const QString &code)
{
    return {SnippetLanguage::Shell, where, code};
}

Snippet vmArgs(const QString &where, const QString &code)
{
    return {SnippetLanguage::VmArgs, where, code};
}

quint16 otherEpmdPort(const Diagnosis &diagnosis)
{
    const quint16 told = diagnosis.detail.toUShort();
    return diagnosis.cause == cluster::Cause::NotRegistered && told != diagnosis.epmdPort ? told : 0;
}

bool isOurs(const Diagnosis &diagnosis)
{
    return diagnosis.from.isNull() || diagnosis.from == cluster::selfName();
}

} // namespace nodescope::doctor
