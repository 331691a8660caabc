// Mail, and what nodes tell of their processes: the reports of a live session.

#include "doctor/errands/ErrandPlan.h"
#include "session/LiveSession.h"

namespace nodescope::session {

using namespace cluster;

void LiveSession::joinReports()
{
    connect(&m_inbox, &Inbox::arrived, this, &LiveSession::onMail);
    // What answers an errand is mail, too; its step of the exchange is told by the errand.
    connect(&m_errands, &ErrandDesk::answered, this,
            [this](const Errand &errand, const term::Term &answer, const term::Pid &from, qint64 size) {
                if (doctor::isObserving(errand))
                    return; // the window's own question, as for names to choose from, is nobody's mail
                const base::NodeName node = base::NodeName::parse(from.node).value_or(errand.node);
                reportMail(m_inbox.keep(answer, from, node, {}, size));
            });
    connect(&m_inbox, &Inbox::mailboxChanged, this,
            [this](const cluster::Mailbox &mailbox) { report(MailboxChanged{mailbox}); });
    connect(&m_senderNames, &SenderNames::named, this, [this](const QString &pid, const QString &name) {
        report(SenderNamed{pid, name});
    });
    connect(&m_processes, &ProcessDesk::pageTold, this,
            [this](const ProcessPage &page) { report(ProcessesTold{page}); });
    connect(&m_processes, &ProcessDesk::detailTold, this,
            [this](const ProcessDetail &detail) { report(ProcessTold{detail}); });
    connect(&m_supervision, &SupervisionDesk::told, this,
            [this](const SupervisionTree &tree) { report(SupervisionTold{tree}); });
}

void LiveSession::report(const Report &report)
{
    m_reports.append(report);
    publishSoon();
}

void LiveSession::onMail(Mail mail)
{
    MessageStep step;
    step.exchange = m_picture.newExchange();
    step.kind = StepKind::Received;
    step.from = {mail.node.isNull() ? selfName() : mail.node, mail.sender};
    step.to = {selfName(), mail.receiver};
    step.size = mail.externalTerm.size();
    step.text = mail.excerpt;
    m_picture.message(step);
    reportMail(std::move(mail));
}

void LiveSession::reportMail(Mail mail)
{
    mail.senderName = m_senderNames.nameOf(mail.node, mail.sender);
    report(MailArrived{std::move(mail)});
}

void LiveSession::obey(const AskProcesses &intent)
{
    m_processes.ask(intent);
}

void LiveSession::obey(const AskProcess &intent)
{
    m_processes.ask(intent);
}

void LiveSession::obey(const WatchSupervision &intent)
{
    m_supervision.watch(intent.node);
}

void LiveSession::obey(const LeaveSupervision &intent)
{
    m_supervision.leave(intent.node);
}

} // namespace nodescope::session
