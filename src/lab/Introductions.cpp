#include "lab/Introductions.h"

#include "lab/PracticeNode.h"
#include "lab/Terms.h"

namespace nodescope::lab {

using term::Term;

namespace {
const QLatin1String ProcessName{"nodescope_practice"};
/// What we follow of one introduction: no cluster that this is made for is larger.
constexpr int MaxPeers = 256;
} // namespace

Introductions::Introductions(PracticeNode &node)
    : QObject(&node.local())
    , m_node(node)
    , m_process(node.local().createProcess(QString(ProcessName)))
{
    connect(&node, &PracticeNode::linkUp, this, &Introductions::onLinkUp);
    connect(m_process, &dist::LocalProcess::message, this, &Introductions::take);
}

void Introductions::onLinkUp(const dist::LinkInfo &link)
{
    if (!m_enabled || link.hidden())
        return;
    QList<base::NodeName> others = m_node.visiblePeers();
    others.removeAll(link.peer);
    m_process->send(dist::ProcessName{link.peer, QString(ProcessName)},
                    Term::tuple({atom("introduction"), atom(m_node.name()), atoms(others)}));
}

void Introductions::take(const Term &message)
{
    if (!m_enabled || !message.isTuple(3) || !isAtom(message.at(0), "introduction"))
        return;
    int followed = 0;
    for (const Term &entry : message.at(2).elements()) {
        const auto peer = nodeName(entry);
        if (peer && ++followed <= MaxPeers)
            m_node.connectTo(*peer);
    }
}

} // namespace nodescope::lab
