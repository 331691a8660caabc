#include "doctor/RemedyParts.h"

#include <QCoreApplication>

#include "cluster/Node.h"

namespace nodescope::doctor {

using base::NodeName;
using cluster::Diagnosis;

namespace {
class Words
{
    Q_DECLARE_TR_FUNCTIONS(CauseText)
};
} // namespace

QString inShellOf(const NodeName &node)
{
    return node.isNull() ? Words::tr("in the shell of the node")
                         : Words::tr("in the shell of %1").arg(node.text());
}

QString onHostOf(const NodeName &node)
{
    return node.isNull() ? Words::tr("on the host of the node") : Words::tr("on %1").arg(node.host());
}

QString whenStarting(const NodeName &node)
{
    return node.isNull() ? Words::tr("where the node is started")
                         : Words::tr("where %1 is started").arg(node.text());
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

bool isOurs(const Diagnosis &diagnosis)
{
    return diagnosis.from.isNull() || diagnosis.from == cluster::selfName();
}

} // namespace nodescope::doctor
