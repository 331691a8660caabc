#include "session/SenderNames.h"

#include "doctor/settings/Forms.h"
#include "session/Probes.h"
#include "session/processes/ProcessAnswer.h"
#include "term/Parser.h"

namespace nodescope::session {

using namespace std::chrono_literals;
using doctor::probes::binding;
using term::Term;

SenderNames::SenderNames(dist::LocalNode &self, QObject *parent)
    : QObject(parent)
    , m_self(self)
{
}

QString SenderNames::nameOf(const base::NodeName &node, const QString &pid)
{
    if (const auto known = m_names.constFind(pid); known != m_names.constEnd())
        return *known;
    if (!node.isNull() && !pid.isEmpty() && m_open < MaxOpen && m_self.isConnected(node))
        ask(node, pid);
    return {};
}

void SenderNames::ask(const base::NodeName &node, const QString &pid)
{
    const auto parsed = term::parse(pid);
    // A pid that claims another node than the one that it came from is asked of nobody.
    const auto claimed = parsed.ok() ? parsed->toPid() : std::nullopt;
    if (!claimed || claimed->node != node.text())
        return;
    if (m_names.size() >= MaxKnown)
        m_names.clear();
    m_names.insert(pid, {});
    ++m_open;
    dist::CallRequest request;
    request.node = node;
    request.module = QStringLiteral("erl_eval");
    request.function = QStringLiteral("exprs");
    request.arguments = {
        probes::processForms(),
        Term::list({binding(QLatin1String("P"), *parsed), binding(QLatin1String("Most"), Term::integer(0))})};
    request.timeout = 5s;
    request.endOnTimeout = true;
    m_self.call(request, this, [this, pid](const dist::CallResult &result) {
        --m_open;
        cluster::ProcessDetail detail;
        if (!readDetail(evaluated(result), detail) || detail.facts.name.isEmpty())
            return;
        if (m_names.contains(pid))
            m_names[pid] = detail.facts.name;
        Q_EMIT named(pid, detail.facts.name);
    });
}

} // namespace nodescope::session
