#include "widgets/nodelist/NodeListPane.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include "cluster/Registrations.h"
#include "models/Roles.h"
#include "widgets/common/Labels.h"
#include "widgets/nodelist/NodeTreeDelegate.h"

namespace nodescope::widgets {

using namespace cluster;
using models::NodeTreeModel;
using RowKind = NodeTreeModel::RowKind;

namespace {
constexpr qsizetype ManyNodes = 1000;

base::NodeName nameOf(const QModelIndex &index)
{
    return index.data(models::NodeNameRole).value<base::NodeName>();
}
} // namespace

NodeListPane::NodeListPane(ClusterStore &store, SelectionModel &selection, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_selection(selection)
    , m_model(store)
    , m_filter(store)
    , m_view(new QTreeView(this))
    , m_emptyState(new QWidget(this))
    , m_empty(makeParagraph(TextRole::Secondary, this))
    , m_showAll(makeQuietButton(this))
{
    m_words.setSourceModel(&m_model);
    m_filter.setSourceModel(&m_words);
    build();
    retranslate();
    connect(&selection, &SelectionModel::changed, this, &NodeListPane::follow);
    connect(&store, &ClusterStore::batchEnded, this, &NodeListPane::followSize);
    connect(&store, &ClusterStore::reset, this, [this] { Q_EMIT summaryChanged(summary()); });
    connect(m_showAll, &QPushButton::clicked, this, &NodeListPane::clearFilterRequested);
    connect(&m_filter, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &section, int first, int last) {
                // Only the new ones: to expand all lays every row out again.
                for (int row = first; row <= last && !section.isValid(); ++row)
                    m_view->expand(m_filter.index(row, 0));
                updateEmptyState();
            });
    connect(&m_filter, &QAbstractItemModel::rowsRemoved, this, &NodeListPane::updateEmptyState);
    updateEmptyState();
}

void NodeListPane::build()
{
    m_view->setObjectName(QStringLiteral("nodeTree"));
    m_view->setModel(&m_filter);
    m_view->setItemDelegate(new NodeTreeDelegate(m_view));
    m_view->setHeaderHidden(true);
    m_view->setRootIsDecorated(false);
    m_view->setIndentation(0);
    m_view->setUniformRowHeights(false);
    m_view->setMouseTracking(true);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    // The delegate paints a whole row in the first column.
    m_view->hideColumn(NodeTreeModel::Remark);
    m_view->setExpandsOnDoubleClick(false);
    m_view->setContextMenuPolicy(Qt::NoContextMenu);
    m_view->installEventFilter(this);
    m_view->expandToDepth(0);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &NodeListPane::selectFromView);
    connect(m_view, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (NodeTreeModel::kindOf(index) == RowKind::EpmdEntry)
            activate(index);
        else if (NodeTreeModel::kindOf(index) == RowKind::Node)
            m_selection.select(
                nameOf(index)); // the current one as well, when something else was selected since
        else
            m_view->setExpanded(index, !m_view->isExpanded(index));
    });
    connect(m_view, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (NodeTreeModel::kindOf(index) == RowKind::Node)
            activate(index);
    });

    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *emptyRow = new QVBoxLayout(m_emptyState);
    emptyRow->setContentsMargins(16, 8, 16, 8);
    emptyRow->addWidget(m_empty);
    emptyRow->addWidget(m_showAll, 0, Qt::AlignLeft);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_emptyState);
    layout->addWidget(m_view, 1);
    layout->addStretch();
}

void NodeListPane::followSize()
{
    // Rows of several heights are measured one by one, thousands of them for each one that comes or goes.
    const bool many = m_store.cluster().nodes().size() > ManyNodes;
    if (many != m_view->uniformRowHeights())
        m_view->setUniformRowHeights(many);
    Q_EMIT summaryChanged(summary());
}

void NodeListPane::retranslate()
{
    m_view->setAccessibleName(tr("Nodes by host"));
    m_showAll->setText(tr("Show all"));
    m_words.retranslate();
    updateEmptyState();
    Q_EMIT summaryChanged(summary());
}

void NodeListPane::setFilter(const models::NodeFilter &filter)
{
    m_filtered = !filter.isEmpty();
    m_filter.setFilter(filter);
    m_view->expandToDepth(0);
    updateEmptyState();
    if (const base::NodeName *node = m_selection.node())
        follow(Selection(*node));
}

void NodeListPane::updateEmptyState()
{
    const bool empty = m_filter.rowCount() == 0;
    m_emptyState->setVisible(empty);
    m_showAll->setVisible(m_filtered);
    m_view->setVisible(!empty);
    m_empty->setText(m_filtered ? tr("No node matches what is written in the Find field.")
                                : tr("No nodes yet. Connect to one, or start the practice cluster."));
}

QString NodeListPane::summary() const
{
    int nodes = 0;
    int failed = 0;
    for (const Node &node : m_store.cluster().nodes()) {
        nodes += node.kind != NodeKind::Self;
        failed += node.state == NodeState::Failed;
    }
    if (nodes == 0)
        return {};
    const QString count = QLocale().toString(nodes);
    return failed == 0 ? count : tr("%1 · %2 failed").arg(count, QLocale().toString(failed));
}

QModelIndex NodeListPane::viewIndexOf(const base::NodeName &name) const
{
    return m_filter.mapFromSource(m_words.mapFromSource(m_model.indexOf(name)));
}

void NodeListPane::follow(const Selection &selection)
{
    m_following = true;
    const auto *node = std::get_if<base::NodeName>(&selection);
    const QModelIndex index = node ? viewIndexOf(*node) : QModelIndex();
    if (index.isValid()) {
        m_view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect |
                                                             QItemSelectionModel::Rows);
        m_view->scrollTo(index);
    } else {
        m_view->selectionModel()->clearSelection();
    }
    m_following = false;
}

void NodeListPane::selectFromView()
{
    const QModelIndex index = m_view->currentIndex();
    if (m_following || !index.isValid() || NodeTreeModel::kindOf(index) != RowKind::Node)
        return;
    m_selection.select(nameOf(index));
}

void NodeListPane::activate(const QModelIndex &index)
{
    const base::NodeName name = nameOf(index);
    if (NodeTreeModel::kindOf(index) == RowKind::EpmdEntry) {
        const auto port = static_cast<quint16>(index.data(models::EpmdPortRole).toUInt());
        // EPMD was asked at an address by which the nodes there need not call themselves.
        Q_EMIT intent(ConnectToNode{nodeListedAs(m_store.cluster(), name), {}, port, true});
        return;
    }
    const Node *node = m_store.cluster().node(name);
    if (node && node->state != NodeState::Up && node->state != NodeState::Connecting)
        Q_EMIT intent(ConnectToNode{name, {}, std::nullopt, true});
}

void NodeListPane::selectNext(int step)
{
    QList<base::NodeName> shown;
    for (int section = 0; section < m_filter.rowCount(); ++section) {
        const QModelIndex parent = m_filter.index(section, 0);
        for (int row = 0; row < m_filter.rowCount(parent); ++row) {
            const QModelIndex index = m_filter.index(row, 0, parent);
            if (NodeTreeModel::kindOf(index) == RowKind::Node)
                shown.append(nameOf(index));
        }
    }
    if (shown.isEmpty())
        return;
    const base::NodeName *current = m_selection.node();
    const qsizetype at = current ? shown.indexOf(*current) : -1;
    const qsizetype next =
        at < 0 ? (step > 0 ? 0 : shown.size() - 1) : (at + step + shown.size()) % shown.size();
    m_selection.select(shown.at(next));
}

void NodeListPane::showMenu(const QPoint &position)
{
    const QModelIndex index = m_view->indexAt(position);
    if (!index.isValid() || NodeTreeModel::kindOf(index) != RowKind::Node)
        return;
    m_selection.select(nameOf(index));
    Q_EMIT contextMenuRequested(nameOf(index), m_view->viewport()->mapToGlobal(position));
}

bool NodeListPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::ContextMenu) {
        const auto *menu = static_cast<QContextMenuEvent *>(event);
        const bool byKey = menu->reason() == QContextMenuEvent::Keyboard;
        showMenu(byKey ? m_view->visualRect(m_view->currentIndex()).center()
                       : m_view->viewport()->mapFromGlobal(menu->globalPos()));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void NodeListPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace nodescope::widgets
