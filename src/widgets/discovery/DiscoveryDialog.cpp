#include "widgets/discovery/DiscoveryDialog.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "cluster/Disagreement.h"
#include "widgets/common/Labels.h"
#include "widgets/common/SelectionModel.h"
#include "widgets/common/Words.h"
#include "widgets/discovery/AddSourceDialog.h"
#include "widgets/discovery/DiscoveryWords.h"
#include "widgets/style/Icons.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

using namespace cluster;

namespace {

enum SourceColumn { Title, Found, Asked, State };
enum DoubtColumn { Name, What };
/// More are counted, not listed: the table of nodes holds all.
constexpr int MaxDoubts = 500;

QTreeWidget *makeTree(const QString &name, QWidget *parent)
{
    auto *tree = new QTreeWidget(parent);
    tree->setObjectName(name);
    tree->setRootIsDecorated(false);
    tree->setUniformRowHeights(true);
    tree->header()->setHighlightSections(false);
    return tree;
}

} // namespace

DiscoveryDialog::DiscoveryDialog(const ClusterStore &store, SelectionModel &selection, quint16 epmdPort,
                                 QWidget *parent)
    : QDialog(parent)
    , m_store(store)
    , m_selection(selection)
    , m_epmdPort(epmdPort)
    , m_title(makeParagraph(TextRole::Title, this))
    , m_subtitle(makeParagraph(TextRole::Secondary, this))
    , m_sources(makeTree(QStringLiteral("sources"), this))
    , m_add(new QPushButton(this))
    , m_remove(new QPushButton(this))
    , m_ask(new QPushButton(this))
    , m_doubtsTitle(makeLabel(TextRole::Strong, this))
    , m_doubts(makeTree(QStringLiteral("doubts"), this))
    , m_noDoubts(makeParagraph(TextRole::Secondary, this))
    , m_close(new QPushButton(this))
{
    setObjectName(QStringLiteral("DiscoveryDialog"));
    build();
    join();
    retranslate();
    const Theme theme = Theme::current(this);
    resize(theme.ipx(820), theme.ipx(540));
}

void DiscoveryDialog::build()
{
    m_sources->setColumnCount(4);
    m_doubts->setColumnCount(2);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_add, m_ask, m_remove})
        buttons->addWidget(button);
    buttons->addStretch();
    auto *end = new QHBoxLayout;
    end->addStretch();
    end->addWidget(m_close);
    for (QPushButton *button : {m_add, m_ask, m_remove, m_close})
        button->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_subtitle);
    layout->addWidget(m_sources, 3);
    layout->addLayout(buttons);
    layout->addSpacing(8);
    layout->addWidget(m_doubtsTitle);
    layout->addWidget(m_noDoubts);
    layout->addWidget(m_doubts, 2);
    layout->addLayout(end);
}

void DiscoveryDialog::join()
{
    connect(&m_store, &ClusterStore::sourceChanged, this,
            [this](const QString &id) { showSource(m_store.cluster().sources().value(id)); });
    connect(&m_store, &ClusterStore::sourceRemoved, this, [this](const QString &id) { delete itemOf(id); });
    connect(&m_store, &ClusterStore::reset, this, &DiscoveryDialog::refresh);
    const auto stale = [this] { m_doubtsStale = true; };
    connect(&m_store, &ClusterStore::nodeAdded, this, stale);
    connect(&m_store, &ClusterStore::nodeChanged, this, stale);
    connect(&m_store, &ClusterStore::nodeRemoved, this, stale);
    connect(&m_store, &ClusterStore::batchEnded, this, [this] {
        if (m_doubtsStale && isVisible())
            showDoubts();
    });
    connect(m_sources, &QTreeWidget::itemChanged, this, &DiscoveryDialog::onSwitched);
    connect(m_sources, &QTreeWidget::itemSelectionChanged, this, &DiscoveryDialog::updateButtons);
    connect(m_add, &QPushButton::clicked, this, &DiscoveryDialog::addSource);
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT intent(RemoveSource{selectedId()}); });
    connect(m_ask, &QPushButton::clicked, this, [this] { Q_EMIT intent(AskSource{selectedId()}); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_doubts, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem *item) {
        if (item)
            m_selection.select(item->data(Name, Qt::UserRole).value<base::NodeName>());
    });
}

void DiscoveryDialog::retranslate()
{
    setWindowTitle(tr("Discovery"));
    m_title->setText(tr("Where nodes are looked for"));
    m_subtitle->setText(
        tr("Sources are asked or listened to; none connects to what it finds. What each says of a node "
           "stands in the inspector."));
    m_sources->setHeaderLabels({tr("Source"), tr("Nodes"), tr("Last answer"), tr("State")});
    m_doubts->setHeaderLabels({tr("Node"), tr("What is said of it")});
    m_sources->setAccessibleName(tr("Sources of discovery"));
    m_doubts->setAccessibleName(tr("Nodes in doubt"));
    m_add->setText(tr("Add…"));
    m_ask->setText(tr("Ask now"));
    m_remove->setText(tr("Remove"));
    m_close->setText(tr("Close"));
    refresh();
}

void DiscoveryDialog::refresh()
{
    m_sources->clear();
    for (const DiscoverySource &source : m_store.cluster().sources())
        showSource(source);
    for (const int column : {Title, State})
        m_sources->header()->setSectionResizeMode(column, QHeaderView::Stretch);
    for (const int column : {Found, Asked})
        m_sources->header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    m_doubts->header()->setSectionResizeMode(Name, QHeaderView::ResizeToContents);
    showDoubts();
    updateButtons();
}

QTreeWidgetItem *DiscoveryDialog::itemOf(const QString &id) const
{
    for (int row = 0; row < m_sources->topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = m_sources->topLevelItem(row);
        if (item->data(Title, Qt::UserRole).toString() == id)
            return item;
    }
    return nullptr;
}

void DiscoveryDialog::showSource(const DiscoverySource &source)
{
    // What is set here is no switch of the person's.
    const QSignalBlocker quiet(m_sources);
    QTreeWidgetItem *item = itemOf(source.id);
    if (!item) {
        item = new QTreeWidgetItem(m_sources);
        item->setData(Title, Qt::UserRole, source.id);
        item->setTextAlignment(Found, Qt::AlignRight | Qt::AlignVCenter);
    }
    const Theme theme = Theme::current(this);
    const bool failed = source.on && source.problem != SourceProblem::None;
    item->setCheckState(Title, source.on ? Qt::Checked : Qt::Unchecked);
    item->setText(Title, titleOf(source.spec));
    const bool counted = source.on && !std::holds_alternative<NeighbourViews>(source.spec);
    item->setText(Found, counted ? locale().toString(source.found) : QStringLiteral("–"));
    item->setText(Asked, source.asked.isNull() ? QStringLiteral("–") : timeText(source.asked));
    item->setText(State, stateOf(source));
    item->setIcon(State, failed ? icon(Glyph::Warning, theme.attentionText) : QIcon());
    item->setToolTip(State, stateOf(source).toHtmlEscaped());
    item->setToolTip(Title, titleOf(source.spec).toHtmlEscaped());
}

void DiscoveryDialog::showDoubts()
{
    m_doubtsStale = false;
    const auto current = m_doubts->currentItem()
                             ? m_doubts->currentItem()->data(Name, Qt::UserRole).value<base::NodeName>()
                             : base::NodeName();
    const QSignalBlocker quiet(m_doubts);
    m_doubts->clear();
    int count = 0;
    const QList<Node> nodes = m_store.cluster().sortedNodes();
    for (const Node &node : nodes) {
        const auto disagreement = disagreementOf(node);
        const bool missed = node.state == NodeState::Expected;
        if ((!disagreement && !missed) || ++count > MaxDoubts)
            continue;
        const QString what = disagreement ? sentenceFor(*disagreement) : tr("expected, and seen by nobody");
        auto *item = new QTreeWidgetItem(m_doubts, {nameFor(node.name), what});
        item->setData(Name, Qt::UserRole, QVariant::fromValue(node.name));
        if (node.name == current)
            m_doubts->setCurrentItem(item);
    }
    m_doubts->setVisible(count > 0);
    m_noDoubts->setVisible(count == 0);
    m_noDoubts->setText(tr("No sources disagree, and nobody who is expected is missing."));
    m_doubtsTitle->setText(count == 0 ? tr("In doubt") : tr("In doubt: %n node(s)", nullptr, count));
}

void DiscoveryDialog::onSwitched(QTreeWidgetItem *item, int column)
{
    const QString id = item->data(Title, Qt::UserRole).toString();
    const bool on = item->checkState(Title) == Qt::Checked;
    if (column == Title && m_store.cluster().sources().value(id).on != on)
        Q_EMIT intent(SwitchSource{id, on});
}

QString DiscoveryDialog::selectedId() const
{
    const QList<QTreeWidgetItem *> selected = m_sources->selectedItems();
    return selected.isEmpty() ? QString() : selected.first()->data(Title, Qt::UserRole).toString();
}

void DiscoveryDialog::updateButtons()
{
    const QString id = selectedId();
    const bool some = !id.isEmpty();
    const bool neighbours = id == sourceId(NeighbourViews{});
    m_remove->setEnabled(some && !neighbours);
    m_remove->setToolTip(neighbours ? tr("What connected nodes see can be switched off, not removed")
                         : some     ? QString()
                                    : tr("Choose a source first"));
    m_ask->setToolTip(some ? tr("Asks the chosen source") : tr("Asks all sources that are on"));
}

void DiscoveryDialog::addSource()
{
    auto *dialog = new AddSourceDialog(m_epmdPort, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { Q_EMIT intent(AddSource{dialog->wanted()}); });
    dialog->open();
}

void DiscoveryDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace nodescope::widgets
