#include "dist/ClusterWatch.h"

#include "dist/LocalNode.h"
#include "dist/WatchForms.h"
#include "term/Parser.h"
#include "term/Printer.h"

namespace nodescope::dist {

using base::NodeName;
using term::Term;

namespace {

constexpr qsizetype MaxReasonCharacters = 200;

Term watchForms()
{
    static const auto forms = term::parse(QString::fromUtf8(WatchForms));
    return forms.ok() ? *forms : Term();
}

/// The value of a key in a list of pairs, or, as later releases may have it, in a map.
Term infoValue(const Term &info, QLatin1String key)
{
    for (const Term &entry : info.elements()) {
        if (entry.isTuple(2) && entry.at(0).isAtom(key))
            return entry.at(1);
    }
    return info.value(key);
}

void append(QList<SeenNode> &nodes, const Term &names, bool hidden)
{
    for (const Term &name : names.elements()) {
        if (const auto node = NodeName::parse(name.atomText()))
            nodes.append({*node, hidden});
    }
}

QString textOf(const Term &reason)
{
    return reason.isValid() ? term::toErlang(reason, MaxReasonCharacters) : QString();
}

} // namespace

ClusterWatch::ClusterWatch(LocalNode &node, const NodeName &peer, QObject *parent)
    : QObject(parent)
    , m_node(&node)
    , m_peer(peer)
    , m_process(node.createProcess())
{
    connect(m_process, &LocalProcess::spawned, this, &ClusterWatch::onSpawned);
    connect(m_process, &LocalProcess::message, this, [this](const Term &message) { onMessage(message); });
    connect(
        m_process, &LocalProcess::down, this,
        [this](const term::Reference &, const Destination &, const Term &reason) { end(textOf(reason)); });
    const Term self = Term::pid(m_process->pidOn(peer));
    SpawnOptions options;
    options.monitor = true;
    m_process->spawnRequest(peer, QStringLiteral("erl_eval"), QStringLiteral("exprs"),
                            {watchForms(), Term::list({Term::tuple({Term::atom(u"P"), self})})}, options);
}

ClusterWatch::~ClusterWatch()
{
    if (!m_node || !m_process)
        return; // the node went first, or goes now and takes us along
    // Its end reaches the watcher as 'DOWN', and ends that too.
    m_process->disconnect(this);
    m_process->exit();
}

void ClusterWatch::onSpawned(const SpawnOutcome &outcome)
{
    if (const term::Pid *pid = outcome.pid())
        m_watcher = *pid;
    else
        end(std::get<QString>(outcome.result));
}

void ClusterWatch::onMessage(const Term &message)
{
    // Only the watcher knows this process; a message of another would have to claim its pid.
    const auto sender = message.at(1).toPid();
    if (!sender || (!m_watcher.node.isEmpty() && *sender != m_watcher))
        return;
    if (message.isTuple(4) && message.at(0).isAtom(u"nodescope_hello")) {
        m_watcher = *sender;
        QList<SeenNode> nodes;
        append(nodes, message.at(2), false);
        append(nodes, message.at(3), true);
        Q_EMIT listed(nodes);
    } else if (message.isTuple(3) && message.at(0).isAtom(u"nodescope_event")) {
        onEvent(message.at(2));
    }
}

void ClusterWatch::onEvent(const Term &event)
{
    const auto name = NodeName::parse(event.at(1).atomText());
    if (!name)
        return;
    const Term info = event.at(2);
    const SeenNode node{*name, infoValue(info, QLatin1String("node_type")).isAtom(u"hidden")};
    if (event.at(0).isAtom(u"nodeup"))
        Q_EMIT nodeUp(node);
    else if (event.at(0).isAtom(u"nodedown"))
        Q_EMIT nodeDown(node, textOf(infoValue(info, QLatin1String("nodedown_reason"))));
}

void ClusterWatch::end(const QString &why)
{
    if (!m_process)
        return;
    m_process->disconnect(this);
    m_process->exit();
    m_process.clear();
    Q_EMIT ended(why);
}

} // namespace nodescope::dist
