#include "widgets/processes/ProcessesPage.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QTreeView>

#include "models/Roles.h"
#include "widgets/common/Labels.h"
#include "widgets/common/SafeText.h"
#include "widgets/common/TabBar.h"
#include "widgets/processes/ProcessDetailView.h"
#include "widgets/style/Icons.h"
#include "widgets/style/Theme.h"
#include "widgets/tables/DataTable.h"

namespace nodescope::widgets {

using namespace cluster;
using base::NodeName;
using models::ProcessTableModel;
using models::SupervisionModel;

ProcessesPage::ProcessesPage(const ClusterStore &store, SelectionModel &selection, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_selection(selection)
    , m_nodes(new QComboBox(this))
    , m_views(new TabBar(this))
    , m_find(new QLineEdit(this))
    , m_again(new QToolButton(this))
    , m_state(makeParagraph(TextRole::Secondary, this))
    , m_table(new DataTable(this))
    , m_tree(new QTreeView(this))
    , m_stack(new QStackedWidget(this))
    , m_detail(new ProcessDetailView(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
{
    build();
    join();
    retranslate();
}

void ProcessesPage::build()
{
    const Theme theme = Theme::current(this);
    m_words.setSourceModel(&m_model);
    m_filter.setSourceModel(&m_words);
    m_table->setModel(&m_filter);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setObjectName(QStringLiteral("processesTable"));
    m_table->sortByColumn(ProcessTableModel::Pid, Qt::AscendingOrder);
    m_table->setColumnWidths({170, 90, 190, 190, 100, 76, 76, 90});
    m_table->offerColumns();
    m_treeWords.setSourceModel(&m_supervision);
    m_tree->setModel(&m_treeWords);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->header()->resizeSection(SupervisionModel::Id, theme.ipx(330));
    m_tree->header()->resizeSection(SupervisionModel::Pid, theme.ipx(100));
    m_tree->header()->resizeSection(SupervisionModel::Restarts, theme.ipx(125));
    m_tree->header()->resizeSection(SupervisionModel::LastEnd, theme.ipx(180));
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_tree);
    m_nodes->setMinimumContentsLength(20);
    m_nodes->setMinimumWidth(theme.ipx(120));
    m_nodes->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_nodes->setObjectName(QStringLiteral("processesNode"));
    m_find->setClearButtonEnabled(true);
    m_find->setMaximumWidth(theme.ipx(260));
    m_find->setMinimumWidth(theme.ipx(80));
    m_find->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // the views come first
    m_again->setIcon(icon(Glyph::Refresh));
    m_again->setAutoRaise(true);
    for (int i = 0; i <= Supervision; ++i)
        m_views->addTab(QString());
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 4, 8, 4);
    row->setSpacing(8);
    row->addWidget(m_nodes);
    row->addWidget(m_views);
    row->addWidget(m_find, 1);
    row->addStretch();
    row->addWidget(m_again);
    auto *left = new QWidget(this);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_stack, 1);
    m_state->setContentsMargins(12, 4, 12, 4);
    column->addWidget(m_state);
    m_splitter->addWidget(left);
    m_splitter->addWidget(m_detail);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_refresh.setInterval(RefreshSeconds * 1000);
}

void ProcessesPage::join()
{
    connect(&m_model, &ProcessTableModel::wanted, this, &ProcessesPage::intent);
    connect(&m_model, &ProcessTableModel::stateChanged, this, &ProcessesPage::tell);
    connect(&m_supervision, &SupervisionModel::stateChanged, this, &ProcessesPage::tell);
    connect(&m_supervision, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &parent) {
        // Applications and what hangs straight below them are open from the begin.
        if (!parent.isValid() || !parent.parent().isValid())
            m_tree->expand(m_treeWords.mapFromSource(parent));
    });
    connect(m_nodes, &QComboBox::currentIndexChanged, this, &ProcessesPage::restart);
    connect(m_views, &QTabBar::currentChanged, this, &ProcessesPage::restart);
    connect(m_find, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter.setWords(text);
        if (m_filter.isFiltering())
            m_model.loadAll();
    });
    connect(m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, [this](int section) {
        // What is sorted otherwise than the node itself does must be there as a whole.
        if (section != ProcessTableModel::Pid)
            m_model.loadAll();
    });
    connect(m_again, &QToolButton::clicked, this, [this] {
        m_model.refresh();
        if (!m_watched.isNull())
            Q_EMIT intent(WatchSupervision{m_watched});
    });
    connect(&m_refresh, &QTimer::timeout, this, [this] {
        if (m_views->currentIndex() != Supervision)
            m_model.refresh();
        if (!m_asked.isEmpty())
            askFor(m_askedNode, m_asked);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) {
                if (index.isValid())
                    askForCurrent(index.data(models::ValueRole).value<ProcessFacts>().pid);
            });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) {
                if (index.isValid())
                    askForCurrent(index.data(models::ValueRole).value<Supervised>().pid);
            });
    connect(m_table, &QTableView::doubleClicked, m_detail, &ProcessDetailView::send);
    connect(m_tree, &QTreeView::doubleClicked, m_detail, &ProcessDetailView::send);
    connect(m_detail, &ProcessDetailView::sendRequested, this, &ProcessesPage::sendRequested);
    connect(m_detail, &ProcessDetailView::processChosen, this, &ProcessesPage::askFor);
    connect(&m_store, &ClusterStore::batchEnded, this, &ProcessesPage::fillNodes);
    connect(&m_store, &ClusterStore::reset, this, &ProcessesPage::fillNodes);
    connect(&m_store, &ClusterStore::sessionChanged, this, [this] {
        m_again->setEnabled(!isReplay());
        if (std::exchange(m_wasReplay, isReplay()) != isReplay())
            restart();
    });
    connect(&m_selection, &SelectionModel::changed, this, [this](const Selection &selection) {
        if (const auto *chosen = std::get_if<NodeName>(&selection))
            showNode(*chosen);
    });
}

NodeName ProcessesPage::node() const
{
    return NodeName::parse(m_nodes->currentData().toString()).value_or(NodeName());
}

void ProcessesPage::fillNodes()
{
    // Batches come with every frame; who is not seen needs no list.
    if (!isVisible())
        return;
    QStringList names;
    for (const Node &one : m_store.cluster().sortedNodes()) {
        if (one.state == NodeState::Up && one.kind != NodeKind::Self)
            names.append(one.name.text());
    }
    QStringList shown;
    for (int i = 0; i < m_nodes->count(); ++i)
        shown.append(m_nodes->itemData(i).toString());
    if (names == shown)
        return;
    const QString before = m_nodes->currentData().toString();
    {
        const QSignalBlocker quiet(m_nodes);
        m_nodes->clear();
        for (const QString &name : std::as_const(names))
            m_nodes->addItem(visibleText(name), name);
        m_nodes->setCurrentIndex(names.isEmpty() ? -1 : std::max(0, m_nodes->findData(before)));
    }
    if (m_nodes->currentData().toString() != before)
        restart();
}

void ProcessesPage::showNode(const NodeName &wanted)
{
    const int index = m_nodes->findData(wanted.text());
    if (index >= 0)
        m_nodes->setCurrentIndex(index);
}

void ProcessesPage::showView(View view)
{
    m_views->setCurrentIndex(view);
}

// Another node or view is looked at, or the page is seen again.
void ProcessesPage::restart()
{
    leaveTree();
    m_asked.clear();
    m_detail->clear();
    const bool tree = m_views->currentIndex() == Supervision;
    m_stack->setCurrentWidget(tree ? static_cast<QWidget *>(m_tree) : m_table);
    m_find->setEnabled(!tree);
    const NodeName shown = isVisible() && !isReplay() ? node() : NodeName();
    m_model.show(tree ? NodeName() : shown,
                 m_views->currentIndex() == Names ? ProcessScope::Registered : ProcessScope::All);
    m_supervision.show(tree ? shown : NodeName());
    if (tree && !shown.isNull()) {
        m_watched = shown;
        Q_EMIT intent(WatchSupervision{shown});
    }
    if (m_filter.isFiltering() ||
        m_table->horizontalHeader()->sortIndicatorSection() != ProcessTableModel::Pid)
        m_model.loadAll();
    tell();
}

void ProcessesPage::leaveTree()
{
    if (!m_watched.isNull())
        Q_EMIT intent(LeaveSupervision{std::exchange(m_watched, NodeName())});
}

void ProcessesPage::askForCurrent(const QString &pid)
{
    if (pid.startsWith(QStringLiteral("#Pid<")))
        askFor(node(), pid);
}

void ProcessesPage::askFor(const NodeName &of, const QString &pid)
{
    m_asked = pid;
    m_askedNode = of;
    AskProcess question;
    question.question = ++m_question;
    question.node = of;
    question.pid = pid;
    Q_EMIT intent(question);
}

void ProcessesPage::take(const Reports &reports)
{
    m_model.take(reports);
    m_supervision.take(reports);
    for (const Report &report : reports) {
        const auto *told = std::get_if<ProcessTold>(&report);
        if (told && told->detail.question == m_question && told->detail.pid == m_asked)
            m_detail->setDetail(told->detail);
    }
}

bool ProcessesPage::isReplay() const
{
    return m_store.cluster().session().source == SessionInfo::Source::Replay;
}

QString ProcessesPage::stateText() const
{
    const QLocale locale;
    if (isReplay())
        return tr("Processes are not part of a recording. Go back to live nodes to see theirs.");
    if (node().isNull())
        return tr("Connect to a node to see its processes.");
    if (m_views->currentIndex() == Supervision) {
        if (!m_supervision.refusal().isEmpty())
            return refusalText(m_supervision.refusal(), node());
        if (!m_supervision.isAnswered())
            return tr("Asking %1…").arg(visibleText(node().text(), 100));
        if (m_supervision.count() == 0)
            return tr("%1 runs no applications: practice nodes have no supervision trees.")
                .arg(visibleText(node().text(), 100));
        return m_supervision.leftOut() > 0
                   ? tr("The first %1 entries are shown.").arg(locale.toString(m_supervision.count()))
                   : tr("Restarts are counted from the moment when this is opened.");
    }
    if (!m_model.refusal().isEmpty())
        return refusalText(m_model.refusal(), node());
    if (m_model.rowCount() == 0 && m_model.isAsking())
        return tr("Asking %1…").arg(visibleText(node().text(), 100));
    const QString here = locale.toString(m_model.rowCount());
    if (m_views->currentIndex() == Names)
        return tr("%1 registered, of %2 processes").arg(here, locale.toString(m_model.total()));
    return m_model.hasMore()
               ? tr("%1 of %2 processes; scroll for more").arg(here, locale.toString(m_model.total()))
               : tr("%n process(es)", nullptr, m_model.rowCount());
}

void ProcessesPage::tell()
{
    m_state->setText(stateText());
}

void ProcessesPage::retranslate()
{
    m_views->setTabText(Names, tr("Registered"));
    m_views->setTabText(All, tr("All processes"));
    m_views->setTabText(Supervision, tr("Supervision"));
    m_views->setAccessibleName(tr("Which processes"));
    m_nodes->setAccessibleName(tr("Node"));
    m_nodes->setToolTip(tr("The node whose processes are shown"));
    m_find->setPlaceholderText(tr("Filter processes"));
    m_find->setAccessibleName(tr("Filter processes"));
    m_again->setToolTip(tr("Ask the node again"));
    m_again->setAccessibleName(m_again->toolTip());
    m_table->setAccessibleName(tr("Processes"));
    m_tree->setAccessibleName(tr("Supervision trees"));
    m_words.retranslate();
    m_treeWords.retranslate();
    tell();
}

QSize ProcessesPage::sizeHint() const
{
    const Theme theme = Theme::current(this);
    return {theme.ipx(900), theme.ipx(280)};
}

void ProcessesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_refresh.start();
    fillNodes();
    if (const NodeName *chosen = m_selection.node())
        showNode(*chosen);
    restart();
}

void ProcessesPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_refresh.stop();
    leaveTree();
}

void ProcessesPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace nodescope::widgets
