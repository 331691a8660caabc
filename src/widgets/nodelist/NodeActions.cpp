#include "widgets/nodelist/NodeActions.h"

#include <QClipboard>
#include <QGuiApplication>

#include "widgets/style/Icons.h"

namespace nodescope::widgets {

using namespace cluster;

NodeActions::NodeActions(const ClusterStore &store, const SelectionModel &selection, QObject *parent)
    : ActionSet(parent)
    , m_store(store)
    , m_selection(selection)
    , m_dial(add(QStringLiteral("node.connect"), QKeySequence(Qt::CTRL | Qt::Key_Return)))
    , m_dialWithCookie(add(QStringLiteral("node.connectWithCookie")))
    , m_leave(add(QStringLiteral("node.leave")))
    , m_connectPair(add(QStringLiteral("node.connectPair"), QKeySequence(Qt::CTRL | Qt::Key_L)))
    , m_dismiss(add(QStringLiteral("node.dismiss")))
    , m_copyName(add(QStringLiteral("node.copyName"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)))
    , m_centre(add(QStringLiteral("node.centre"), QKeySequence(Qt::CTRL | Qt::Key_E)))
{
    m_dial->setIcon(icon(Glyph::Plug));
    m_leave->setIcon(icon(Glyph::Disconnect));
    m_copyName->setIcon(icon(Glyph::Copy));
    connect(m_dial, &QAction::triggered, this, [this] {
        Q_EMIT intent(ConnectToNode{*m_selection.node(), {}, std::nullopt, true});
    });
    connect(m_dialWithCookie, &QAction::triggered, this,
            [this] { Q_EMIT otherCookieRequested(*m_selection.node()); });
    connect(m_leave, &QAction::triggered, this, [this] { Q_EMIT intent(LeaveNode{*m_selection.node()}); });
    connect(m_connectPair, &QAction::triggered, this,
            [this] { Q_EMIT connectPairRequested(*m_selection.node()); });
    connect(m_dismiss, &QAction::triggered, this, [this] {
        Q_EMIT intent(Dismiss{*m_selection.node(), {}});
    });
    connect(m_copyName, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(m_selection.node()->text()); });
    connect(m_centre, &QAction::triggered, this, [this] { Q_EMIT centreRequested(*m_selection.node()); });
    connect(&selection, &SelectionModel::changed, this, &NodeActions::update);
    connect(&store, &ClusterStore::batchEnded, this, &NodeActions::update);
    connect(&store, &ClusterStore::reset, this, &NodeActions::update);
    update();
}

void NodeActions::retranslate()
{
    describe(m_dial, tr("&Connect to It"), tr("Connects this program to the node, and watches it"));
    describe(m_dialWithCookie, tr("Connect With Another Coo&kie…"),
             tr("Opens the Connect dialog for the node"));
    describe(m_leave, tr("&Leave It"),
             tr("Ends our own connection to the node. It is hidden, so that global takes no notice: the "
                "node’s other links "
                "stay"));
    describe(m_connectPair, tr("Connect It to &Another Node…"),
             tr("Asks the node to connect to another one: choose it in the graph, or with the arrow keys and "
                "Enter"));
    describe(m_dismiss, tr("&Take It Off the Picture"), tr("Forgets a node that is down or failed"));
    describe(m_copyName, tr("Cop&y Its Name"), tr("Copies the node’s full name"));
    describe(m_centre, tr("Sho&w It in the Graph"), tr("Moves the graph so that the node is in the middle"));
    update();
}

const Node *NodeActions::selected() const
{
    const base::NodeName *name = m_selection.node();
    const Node *node = name ? m_store.cluster().node(*name) : nullptr;
    return node && node->kind != NodeKind::Self ? node : nullptr;
}

void NodeActions::update()
{
    const Node *node = selected();
    const QString none = node ? QString() : tr("No node is selected");
    for (QAction *action : {m_copyName, m_centre, m_dialWithCookie})
        setAvailable(action, none);
    if (!node) {
        for (QAction *action : {m_dial, m_leave, m_connectPair, m_dismiss})
            setAvailable(action, none);
        return;
    }
    const bool up = node->state == NodeState::Up || node->state == NodeState::Frozen;
    const bool connecting = node->state == NodeState::Connecting;
    const bool gone = node->state == NodeState::Down || node->state == NodeState::Failed;
    setAvailable(m_dial, up           ? tr("We are connected to the node already")
                         : connecting ? tr("We are connecting to the node just now")
                                      : QString());
    setAvailable(m_leave, up || connecting ? QString() : tr("We are not connected to the node"));
    const bool asks = up && (node->watched == Watched::Push || node->watched == Watched::Poll);
    setAvailable(m_connectPair,
                 asks ? QString() : tr("The node must be connected and answer questions to be asked"));
    setAvailable(m_dismiss, gone ? QString() : tr("Only nodes that are down or failed can be taken off"));
}

} // namespace nodescope::widgets
