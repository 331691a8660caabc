#include "session/Inbox.h"

#include "term/Encoder.h"
#include "term/Printer.h"

namespace nodescope::session {

using cluster::Mail;
using cluster::Mailbox;
using dist::LocalNode;
using dist::LocalProcess;
using term::Term;

Inbox::Inbox(LocalNode &self, QString name, QObject *parent)
    : QObject(parent)
    , m_self(self)
    , m_name(std::move(name))
{
    connect(&m_self, &LocalNode::linkUp, this, &Inbox::tellMailbox);
    // The link is still among those that stand when linkDown is told.
    connect(&m_self, &LocalNode::linkDown, this, &Inbox::tellMailbox, Qt::QueuedConnection);
    open();
}

Inbox::~Inbox()
{
    if (m_process) {
        m_process->disconnect(this);
        m_process->exit();
    }
}

void Inbox::open()
{
    m_process = m_self.createProcess(m_name);
    if (!m_process)
        return;
    collect(*m_process);
    // In a later turn: the name is free only when the one that ends is gone.
    connect(
        m_process, &LocalProcess::exited, this,
        [this] {
            m_process = nullptr;
            open();
            tellMailbox();
        },
        Qt::QueuedConnection);
}

void Inbox::collect(LocalProcess &process)
{
    connect(&process, &LocalProcess::delivered, this,
            [this, &process](const dist::Delivery &delivery) { take(process, delivery); });
}

void Inbox::take(const LocalProcess &process, const dist::Delivery &delivery)
{
    // From a process of our own the peer is our own name, and a dynamic node has none.
    const base::NodeName node = m_self.isConnected(delivery.peer) ? delivery.peer : base::NodeName();
    const QString receiver =
        delivery.alias ? term::toErlang(Term::reference(*delivery.alias)) : process.registeredName();
    Q_EMIT arrived(keep(delivery.message, delivery.from, node, receiver, delivery.size));
}

Mail Inbox::keep(const Term &message, const term::Pid &from, const base::NodeName &node,
                 const QString &receiver, qint64 wireBytes)
{
    Mail mail;
    mail.id = ++m_received;
    mail.time = m_self.clock().wall();
    mail.at = m_self.clock().now();
    mail.node = node;
    if (!from.node.isEmpty())
        mail.sender = term::toErlang(Term::pid(from));
    mail.receiver = receiver;
    mail.wireBytes = wireBytes;
    mail.externalTerm = term::encode(message);
    mail.excerpt = term::toErlang(message, ExcerptCharacters);
    return mail;
}

Mailbox Inbox::mailbox() const
{
    Mailbox mailbox;
    if (!m_process)
        return mailbox;
    mailbox.name = m_name;
    for (const dist::LinkInfo &link : m_self.links()) {
        mailbox.addresses.append(
            {link.peer, m_self.nameOn(link.peer), term::toErlang(Term::pid(m_process->pidOn(link.peer)))});
    }
    return mailbox;
}

void Inbox::tellMailbox()
{
    const Mailbox now = mailbox();
    if (now == m_told)
        return;
    m_told = now;
    Q_EMIT mailboxChanged(now);
}

} // namespace nodescope::session
