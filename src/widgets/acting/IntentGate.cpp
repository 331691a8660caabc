#include "widgets/acting/IntentGate.h"

#include <QMessageBox>
#include <QPushButton>

#include "widgets/acting/ConfirmActDialog.h"
#include "widgets/common/SafeText.h"

namespace nodescope::widgets {

using namespace cluster;

IntentGate::IntentGate(const ClusterStore &store, KnownHosts &hosts, QWidget &window)
    : QObject(&window)
    , m_guard(store)
    , m_hosts(hosts)
    , m_window(window)
{
}

void IntentGate::submit(const Intent &intent)
{
    if (const auto *dial = std::get_if<ConnectToNode>(&intent); dial && !m_hosts.isKnown(dial->node.host())) {
        askToDial(*dial);
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
    dialog->open();
}

void IntentGate::askToDial(const ConnectToNode &dial)
{
    auto *box = new QMessageBox(&m_window);
    box->setObjectName(QStringLiteral("FirstDialDialog"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setIcon(QMessageBox::NoIcon);
    box->setWindowTitle(tr("First connection to a host"));
    box->setText(tr("Connect to %1 for the first time?").arg(visibleText(dial.node.host(), 100)));
    box->setInformativeText(firstDialWarning());
    QPushButton *go = box->addButton(tr("Connect"), QMessageBox::AcceptRole);
    box->addButton(QMessageBox::Cancel);
    connect(go, &QPushButton::clicked, this, [this, dial] {
        m_hosts.remember(dial.node.host());
        Q_EMIT passed(dial);
    });
    box->open();
}

} // namespace nodescope::widgets
