#include "doctor/RemedyParts.h"

#include "cluster/Node.h"
#include "doctor/CauseWords.h"

namespace nodescope::doctor {

using base::NodeName;
using cluster::Diagnosis;

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
