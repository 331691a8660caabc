#include "session/processes/SupervisionDesk.h"

#include "doctor/settings/Forms.h"
#include "session/Probes.h"
#include "session/processes/ProcessAnswer.h"
#include "term/Parser.h"
#include "term/Printer.h"

namespace nodescope::session {

using namespace std::chrono_literals;
using namespace cluster;
using base::NodeName;
using doctor::probes::binding;
using term::Term;

namespace {
constexpr base::Duration AnswerTimeout = 15s;
} // namespace

/// One node that is looked at.
struct SupervisionDesk::Watched
{
    SupervisionTree tree;
    dist::LocalProcess *monitors = nullptr;   ///< ours, the one that watches
    QHash<QString, term::Reference> watching; ///< by pid
    QHash<QString, QString> ended;            ///< pid to reason: seen since the last answer
    QTimer timer;
    quint64 life = 0;
    bool asking = false;
    bool again = false; ///< somebody ended while we asked
};

SupervisionDesk::SupervisionDesk(dist::LocalNode &self, QObject *parent)
    : QObject(parent)
    , m_self(self)
{
}

SupervisionDesk::~SupervisionDesk()
{
    const QList<NodeName> nodes = m_nodes.keys();
    for (const NodeName &node : nodes)
        leave(node);
}

void SupervisionDesk::watch(const NodeName &node)
{
    if (!m_nodes.contains(node)) {
        auto *watched = new Watched;
        watched->life = ++m_lives;
        watched->tree.node = node;
        watched->timer.setSingleShot(true);
        connect(&watched->timer, &QTimer::timeout, this, [this, node] { ask(node); });
        watched->monitors = m_self.createProcess();
        connect(watched->monitors, &dist::LocalProcess::down, this,
                [this, node](const term::Reference &monitor, const dist::Destination &, const Term &reason) {
                    onDown(node, monitor, reason);
                });
        m_nodes.insert(node, watched);
    }
    ask(node);
}

void SupervisionDesk::leave(const NodeName &node)
{
    Watched *watched = m_nodes.take(node);
    if (!watched)
        return;
    watched->monitors->disconnect(this);
    for (const term::Reference &monitor : std::as_const(watched->watching))
        watched->monitors->demonitor(monitor);
    watched->monitors->exit();
    delete watched;
}

void SupervisionDesk::ask(const NodeName &node)
{
    Watched *watched = m_nodes.value(node);
    if (!watched)
        return;
    if (watched->asking) {
        watched->again = true;
        return;
    }
    watched->asking = true;
    dist::CallRequest request;
    request.node = node;
    request.module = QStringLiteral("erl_eval");
    request.function = QStringLiteral("exprs");
    request.arguments = {probes::supervisionForms(),
                         Term::list({binding(QLatin1String("Most"), Term::integer(MostChildren)),
                                     binding(QLatin1String("Total"), Term::integer(MaxSupervised))})};
    request.timeout = AnswerTimeout;
    request.endOnTimeout = true;
    m_self.call(request, this, [this, node, life = watched->life](const dist::CallResult &result) {
        onAnswer(node, life, result);
    });
}

void SupervisionDesk::onAnswer(const NodeName &node, quint64 life, const dist::CallResult &result)
{
    Watched *watched = m_nodes.value(node);
    if (!watched || watched->life != life)
        return;
    watched->asking = false;
    SupervisionTree tree;
    tree.node = node;
    if (readTree(evaluated(result), tree)) {
        takeTree(*watched, tree);
        monitorAll(*watched);
        watched->tree.watched = true;
        const base::Duration next = std::exchange(watched->again, false) ? Pause : Interval;
        watched->timer.start(std::chrono::duration_cast<std::chrono::milliseconds>(next));
    } else {
        watched->tree.refusal = refusalOf(result);
        watched->tree.watched = false;
        // Time may run out for a busy node; whoever cannot answer is not asked again.
        if (std::holds_alternative<dist::call_end::TimedOut>(result.end))
            watched->timer.start(std::chrono::duration_cast<std::chrono::milliseconds>(Interval));
    }
    Q_EMIT told(watched->tree);
}

void SupervisionDesk::takeTree(Watched &watched, SupervisionTree &tree)
{
    QHash<QString, const Supervised *> before;
    for (const Supervised &entry : std::as_const(watched.tree.entries))
        before.insert(entry.path, &entry);
    for (Supervised &entry : tree.entries) {
        const Supervised *old = before.value(entry.path);
        if (!old)
            continue;
        entry.restarts = old->restarts;
        entry.lastEnd = old->lastEnd;
        entry.lastRestart = old->lastRestart;
        if (old->pid == entry.pid)
            continue;
        if (const auto end = watched.ended.constFind(old->pid); end != watched.ended.constEnd())
            entry.lastEnd = *end;
        // It stood empty, or somebody else stood there: only the latter is a restart, or both in a row.
        if (!entry.pid.isEmpty() && (!old->pid.isEmpty() || old->state == Supervised::State::Restarting)) {
            ++entry.restarts;
            entry.lastRestart = m_self.clock().wall();
        }
    }
    watched.ended.clear();
    watched.tree = std::move(tree);
}

void SupervisionDesk::monitorAll(Watched &watched)
{
    QSet<QString> there;
    for (const Supervised &entry : std::as_const(watched.tree.entries)) {
        if (entry.pid.isEmpty() || there.size() >= MaxMonitors)
            continue;
        there.insert(entry.pid);
        if (watched.watching.contains(entry.pid))
            continue;
        const auto parsed = term::parse(entry.pid);
        if (const auto pid = parsed.ok() ? parsed->toPid() : std::nullopt)
            watched.watching.insert(entry.pid, watched.monitors->monitor(*pid));
    }
    for (auto it = watched.watching.begin(); it != watched.watching.end();) {
        if (there.contains(it.key())) {
            ++it;
            continue;
        }
        watched.monitors->demonitor(*it);
        it = watched.watching.erase(it);
    }
}

void SupervisionDesk::onDown(const NodeName &node, const term::Reference &monitor, const Term &reason)
{
    Watched *watched = m_nodes.value(node);
    if (!watched)
        return;
    const QString pid = watched->watching.key(monitor);
    watched->watching.remove(pid);
    watched->ended.insert(pid, term::toErlang(reason, MaxText));
    if (watched->asking)
        watched->again = true;
    else if (watched->timer.remainingTimeAsDuration() > Pause || !watched->timer.isActive())
        watched->timer.start(std::chrono::duration_cast<std::chrono::milliseconds>(Pause));
}

} // namespace nodescope::session
