#include "widgets/send/SendActions.h"

#include "widgets/send/SendDialog.h"
#include "widgets/style/Icons.h"

namespace nodescope::widgets {

using namespace cluster;

SendActions::SendActions(const ClusterStore &store, const SelectionModel &selection, QSettings &settings,
                         QWidget &window)
    : ActionSet(&window)
    , m_store(store)
    , m_selection(selection)
    , m_window(window)
    , m_memory(settings)
    , m_send(add(QStringLiteral("term.send"), QKeySequence(Qt::CTRL | Qt::Key_T)))
{
    m_send->setIcon(icon(Glyph::Send));
    connect(m_send, &QAction::triggered, this, &SendActions::openDialog);
    connect(&store, &ClusterStore::batchEnded, this, &SendActions::update);
    connect(&store, &ClusterStore::reset, this, &SendActions::update);
    update();
}

void SendActions::retranslate()
{
    describe(m_send, tr("&Send…"), tr("Compose a message, call or signal to a process of a node"));
    update();
}

void SendActions::update()
{
    const auto &nodes = m_store.cluster().nodes();
    const bool anyUp = std::any_of(nodes.begin(), nodes.end(), [](const Node &node) {
        return node.state == NodeState::Up && node.kind != NodeKind::Self;
    });
    setAvailable(m_send, anyUp ? QString() : tr("No node is connected that could be sent to"));
}

SendDialog *SendActions::newDialog()
{
    auto *dialog = new SendDialog(m_store, m_memory, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SendDialog::intent, this, &SendActions::intent);
    return dialog;
}

void SendActions::openDialog()
{
    SendDialog *dialog = newDialog();
    // What was typed goes on; else it goes to what is selected.
    const base::NodeName *node = m_selection.node();
    if (!dialog->resume() && node)
        dialog->setNode(*node);
    dialog->show();
}

void SendActions::composeTo(const base::NodeName &node, const QString &process)
{
    SendDialog *dialog = newDialog();
    dialog->setDestination(node, process);
    dialog->show();
}

} // namespace nodescope::widgets
