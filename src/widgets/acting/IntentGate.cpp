#include "widgets/acting/IntentGate.h"

#include <QMessageBox>
#include <QPushButton>

#include "cluster/Node.h"
#include "widgets/acting/ConfirmActDialog.h"
#include "widgets/common/SafeText.h"

namespace nodescope::widgets {

using namespace cluster;

namespace {
/// The hosts to which this program itself would connect.
QStringList dialledHosts(const Intent &intent)
{
    if (const auto *dial = std::get_if<ConnectToNode>(&intent))
        return {dial->node.host()};
    if (const auto *open = std::get_if<OpenProfile>(&intent)) {
        QStringList hosts;
        for (const base::NodeName &node : open->profile.entry)
            hosts.append(node.host());
        return hosts;
    }
    if (const auto *step = std::get_if<StepHandshake>(&intent); step && !step->incoming)
        return {step->node.host()};
    const auto *examine = std::get_if<Examine>(&intent);
    const bool ours = examine && (examine->from.isNull() || examine->from == selfName());
    return ours ? QStringList{examine->to.host()} : QStringList();
}
} // namespace

IntentGate::IntentGate(const ClusterStore &store, KnownHosts &hosts, QWidget &window)
    : QObject(&window)
    , m_guard(store)
    , m_hosts(hosts)
    , m_window(window)
{
}

void IntentGate::submit(const Intent &intent)
{
    QStringList hosts = dialledHosts(intent);
    hosts.removeIf([this](const QString &host) { return m_hosts.isKnown(host); });
    hosts.removeDuplicates();
    if (!hosts.isEmpty()) {
        askToDial(hosts, intent);
        return;
    }
    if (const auto question = m_guard.questionFor(intent)) {
        askToAct(*question, intent);
        return;
    }
    Q_EMIT passed(intent);
}

void IntentGate::askToAct(const ActQuestion &question, const Intent &intent)
{
    auto *dialog = new ConfirmActDialog(question, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const bool arms = !question.armed;
    connect(dialog, &QDialog::accepted, this, [this, intent, arms] {
        if (arms)
            Q_EMIT passed(ArmActing{true});
        Q_EMIT passed(intent);
    });
    connect(dialog, &QDialog::rejected, this, [this, intent] { Q_EMIT declined(intent); });
    dialog->open();
}

void IntentGate::askToDial(const QStringList &hosts, const Intent &intent)
{
    auto *box = new QMessageBox(&m_window);
    box->setObjectName(QStringLiteral("FirstDialDialog"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setIcon(QMessageBox::NoIcon);
    box->setWindowTitle(tr("First connection to a host"));
    box->setText(
        tr("Connect to %1 for the first time?").arg(visibleText(hosts.join(QStringLiteral(", ")), 200)));
    box->setInformativeText(firstDialWarning());
    QPushButton *go = box->addButton(tr("Connect"), QMessageBox::AcceptRole);
    box->addButton(QMessageBox::Cancel);
    connect(go, &QPushButton::clicked, this, [this, hosts, intent] {
        for (const QString &host : hosts)
            m_hosts.remember(host);
        submit(intent); // it may be an act besides
    });
    connect(box, &QMessageBox::finished, this, [this, box, go, intent] {
        if (box->clickedButton() != go)
            Q_EMIT declined(intent);
    });
    box->open();
}

} // namespace nodescope::widgets
