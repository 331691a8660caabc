#include "session/errands/Mailbox.h"

namespace nodescope::session {

using base::NodeName;
using term::Term;

std::optional<dist::Destination> destinationOf(const Term &target)
{
    if (const auto pid = target.toPid())
        return *pid;
    if (const auto alias = target.toReference())
        return *alias;
    const auto node = NodeName::parse(target.at(1).atomText());
    if (target.isTuple(2) && target.at(0).isAtom() && node)
        return dist::ProcessName{*node, target.at(0).atomText()};
    return std::nullopt;
}

OwnMailbox::OwnMailbox(dist::LocalNode &self, const NodeName &peer, QObject *parent)
    : Mailbox(parent)
    , m_self(self)
    , m_peer(peer)
{
}

OwnMailbox::~OwnMailbox()
{
    if (!m_process)
        return;
    m_process->disconnect(this);
    m_process->exit();
}

void OwnMailbox::start()
{
    m_process = m_self.createProcess();
    connect(m_process, &dist::LocalProcess::delivered, this, [this](const dist::Delivery &delivery) {
        Q_EMIT got(delivery.message, delivery.from, delivery.size);
    });
    connect(m_process, &dist::LocalProcess::down, this,
            [this](const term::Reference &, const dist::Destination &, const Term &reason) {
                Q_EMIT down(reason);
            });
    QMetaObject::invokeMethod(this, &Mailbox::ready, Qt::QueuedConnection);
}

term::Pid OwnMailbox::pid() const
{
    return m_process ? m_process->pidOn(m_peer) : term::Pid();
}

void OwnMailbox::send(const Term &to, const Term &message)
{
    const auto destination = destinationOf(to);
    const auto sent =
        m_process && destination ? m_process->send(*destination, message) : dist::SendResult::NoProcess;
    switch (sent) {
    case dist::SendResult::Sent:
        Q_EMIT did({});
        return;
    case dist::SendResult::NoConnection:
        Q_EMIT did(QStringLiteral("noconnection"));
        return;
    case dist::SendResult::NoProcess:
        Q_EMIT did(QStringLiteral("noproc"));
        return;
    case dist::SendResult::Busy:
        Q_EMIT did(QStringLiteral("busy"));
        return;
    case dist::SendResult::Unsupported:
        break;
    }
    Q_EMIT did(QStringLiteral("notsup"));
}

void OwnMailbox::monitor(const Term &to)
{
    const auto destination = destinationOf(to);
    if (m_process && destination)
        m_process->monitor(*destination);
    Q_EMIT did(destination ? QString() : QStringLiteral("badarg"));
}

} // namespace nodescope::session
