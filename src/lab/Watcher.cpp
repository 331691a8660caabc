#include "lab/Watcher.h"

#include "lab/PracticeNode.h"
#include "lab/Terms.h"

namespace nodescope::lab {

using term::Term;

namespace {
Term nodeType(const dist::LinkInfo &link)
{
    return Term::tuple({atom("node_type"), link.hidden() ? atom("hidden") : atom("visible")});
}
} // namespace

Watcher::Watcher(PracticeNode &node, dist::LocalProcess &process, const term::Pid &observer,
                 const base::NodeName &peer)
    : QObject(&process)
    , m_node(node)
    , m_process(process)
    , m_observer(observer)
    , m_peer(peer)
{
    connect(&node, &PracticeNode::linkUp, this, &Watcher::onLinkUp);
    connect(&node, &PracticeNode::linkDown, this, &Watcher::onLinkDown);
    connect(&process, &dist::LocalProcess::down, this, [this] { m_process.exit(); });
    process.monitor(observer);
    sayHello();
}

void Watcher::sayHello()
{
    m_process.send(m_observer, Term::tuple({atom("nodescope_hello"), Term::pid(m_process.pidOn(m_peer)),
                                            atoms(m_node.visiblePeers()), atoms(m_node.hiddenPeers())}));
}

void Watcher::report(const Term &event)
{
    if (m_process.isAlive())
        m_process.send(m_observer,
                       Term::tuple({atom("nodescope_event"), Term::pid(m_process.pidOn(m_peer)), event}));
}

void Watcher::onLinkUp(const dist::LinkInfo &link)
{
    report(Term::tuple({atom("nodeup"), atom(link.peer), Term::list({nodeType(link)})}));
}

void Watcher::onLinkDown(const dist::LinkInfo &link, const dist::link_down::Reason &reason)
{
    const Term why = Term::tuple({atom("nodedown_reason"), atom(nodedownReason(reason))});
    report(Term::tuple({atom("nodedown"), atom(link.peer), Term::list({nodeType(link), why})}));
}

} // namespace nodescope::lab
