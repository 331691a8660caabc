#include "lab/Relayer.h"

#include "lab/PracticeNode.h"
#include "lab/Terms.h"

namespace nodescope::lab {

using term::Term;

namespace {
Term referenceOf(const dist::Destination &target)
{
    if (const auto *pid = std::get_if<term::Pid>(&target))
        return Term::pid(*pid);
    if (const auto *name = std::get_if<dist::ProcessName>(&target))
        return Term::tuple({atom(name->name), atom(name->node)});
    return Term::reference(std::get<term::Reference>(target));
}
} // namespace

Relayer::Relayer(PracticeNode &node, dist::LocalProcess &process, const term::Pid &master, const Term &tag)
    : QObject(&process)
    , m_node(node)
    , m_process(process)
    , m_master(master)
    , m_tag(tag)
    , m_watch(process.monitor(master))
{
    connect(&process, &dist::LocalProcess::message, this,
            [this](const Term &message) { onMessage(message); });
    connect(&process, &dist::LocalProcess::down, this,
            [this](const term::Reference &monitor, const dist::Destination &target, const Term &reason) {
                if (monitor == m_watch)
                    return m_process.exit();
                report("got", Term::tuple({atom("DOWN"), Term::reference(monitor), atom("process"),
                                           referenceOf(target), reason}));
            });
}

void Relayer::onMessage(const Term &message)
{
    const bool order = message.isTuple() && message.at(0) == m_tag;
    if (order && message.isTuple(2) && isAtom(message.at(1), "stop"))
        m_process.exit();
    else if (order && message.isTuple(4) && isAtom(message.at(1), "send"))
        sendTo(message.at(2), message.at(3));
    else if (order && message.isTuple(3) && isAtom(message.at(1), "monitor"))
        monitor(message.at(2));
    else
        report("got", message);
}

void Relayer::withLink(const dist::Destination &to, const std::function<void()> &act)
{
    const auto peer = base::NodeName::parse(dist::nodeOf(to));
    if (!peer || *peer == m_node.name() || m_node.local().isConnected(*peer))
        return act();
    const QPointer<Relayer> self = this;
    m_node.connectTo(*peer, [self, act](bool) {
        if (self && self->m_process.isAlive())
            act();
    });
}

void Relayer::sendTo(const Term &to, const Term &message)
{
    const auto destination = destinationOf(m_node, to);
    if (!destination)
        return report("did", errorTuple(atom("badarg")));
    withLink(*destination, [this, to = *destination, message] {
        m_process.send(to, message); // lost if there is no link; send/2 never tells
        report("did", atom("sent"));
    });
}

void Relayer::monitor(const Term &to)
{
    const auto destination = destinationOf(m_node, to);
    if (!destination)
        return report("did", errorTuple(atom("badarg")));
    withLink(*destination,
             [this, to = *destination] { report("did", Term::reference(m_process.monitor(to))); });
}

void Relayer::report(const char *what, const Term &value)
{
    if (m_process.isAlive())
        m_process.send(m_master, Term::tuple({m_tag, Term::atom(QLatin1String(what)), value}));
}

} // namespace nodescope::lab
