#include "widgets/inspector/NodePage.h"

#include <QEvent>
#include <QHeaderView>
#include <QPushButton>
#include <QVBoxLayout>

#include "models/Roles.h"
#include "widgets/common/FactList.h"
#include "widgets/common/Labels.h"
#include "widgets/common/SafeText.h"
#include "widgets/common/Words.h"
#include "widgets/discovery/DiscoveryWords.h"
#include "widgets/figures/SeriesOf.h"
#include "widgets/inspector/FailureView.h"
#include "widgets/tables/DataTable.h"

namespace nodescope::widgets {

using namespace cluster;
using models::LinkTableModel;

namespace {
/// More rows than these scroll in the table itself.
constexpr int MaxShownRows = 12;
/// More are counted, not named.
constexpr qsizetype MaxNamedWitnesses = 4;

QString witnessesOf(const Node &node)
{
    QStringList names;
    for (const base::NodeName &witness : node.seenBy.mid(0, MaxNamedWitnesses))
        names.append(nameFor(witness));
    const qsizetype more = node.seenBy.size() - names.size();
    if (more > 0)
        names.append(NodePage::tr("%n more", "nodes", static_cast<int>(more)));
    return names.join(QStringLiteral(", "));
}
} // namespace

NodePage::NodePage(const ClusterStore &store, SelectionModel &selection, QWidget *parent)
    : TabbedPage(parent)
    , m_store(store)
    , m_selection(selection)
    , m_links(store)
    , m_failure(new FailureView(this))
    , m_facts(new FactList(this))
    , m_figuresTitle(nullptr)
    , m_figures(nullptr)
    , m_table(nullptr)
    , m_linksTitle(nullptr)
    , m_examine(makeQuietButton(this))
{
    build();
    retranslate();
    followStore();
}

void NodePage::build()
{
    auto *overview = new QWidget(this);
    m_table = new DataTable(overview);
    m_linksTitle = makeParagraph(TextRole::Strong, overview);
    m_figuresTitle = makeParagraph(TextRole::Strong, overview);
    m_figures = new SeriesList(overview);
    m_links.setFollowing(false); // until there is a node
    m_words.setSourceModel(&m_links);
    m_table->setSortingEnabled(false);
    m_table->setModel(&m_words);
    for (int column = 0; column < LinkTableModel::ColumnCount; ++column)
        m_table->setColumnHidden(column, column != LinkTableModel::A && column != LinkTableModel::ASees &&
                                             column != LinkTableModel::BSees);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    // A third of the room each, in a pane of any width.
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    auto *layout = new QVBoxLayout(overview);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_facts);
    layout->addWidget(m_examine, 0, Qt::AlignLeft);
    layout->addSpacing(8);
    layout->addWidget(m_figuresTitle);
    layout->addWidget(m_figures);
    layout->addSpacing(8);
    layout->addWidget(m_linksTitle);
    layout->addWidget(m_table);
    m_whyTab = addTab(m_failure);
    m_overviewTab = addTab(overview);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        m_selection.select(index.data(models::LinkKeyRole).value<LinkKey>());
    });
    connect(m_failure, &FailureView::tryAgainClicked, this, [this] {
        Q_EMIT intent(TryAgain{selfName(), m_name});
    });
    connect(m_failure, &FailureView::dismissClicked, this, [this] { Q_EMIT intent(Dismiss{m_name, {}}); });
    connect(m_failure, &FailureView::connectOtherwiseClicked, this, &NodePage::connectOtherwiseRequested);
    const auto examine = [this] { Q_EMIT examineRequested(selfName(), m_name); };
    connect(m_failure, &FailureView::examineClicked, this, examine);
    connect(m_examine, &QPushButton::clicked, this, examine);
}

void NodePage::setTrends(const models::Trends &trends)
{
    m_trends = &trends;
    connect(&trends, &models::Trends::nodeChanged, this, [this](const base::NodeName &name) {
        if (name == m_name)
            showFigures();
    });
    showFigures();
}

void NodePage::showFigures()
{
    const Figures *told = m_store.cluster().figures(m_name);
    m_figures->setSeries(m_trends && told ? seriesOf(m_name, *m_trends) : QList<SeriesList::Series>());
    m_figuresTitle->setVisible(!m_figures->isEmpty());
    m_figuresTitle->setText(told ? tr("Figures, as of %1").arg(timeText(told->time)) : QString());
}

void NodePage::followStore()
{
    connect(&m_store, &ClusterStore::nodeChanged, this, [this](const base::NodeName &name) {
        if (name == m_name)
            refresh();
    });
    for (const auto signal :
         {&ClusterStore::linkAdded, &ClusterStore::linkChanged, &ClusterStore::linkRemoved}) {
        connect(&m_store, signal, this, [this](const LinkKey &key) {
            if (!m_name.isNull() && key.contains(m_name))
                refresh();
        });
    }
}

void NodePage::retranslate()
{
    setTabText(m_whyTab, tr("Why"));
    setTabText(m_overviewTab, tr("Overview"));
    m_table->setAccessibleName(tr("Links of the node"));
    m_examine->setText(tr("Why does it not connect?"));
    m_examine->setToolTip(tr("Climbs the ladder from this program to the node, step by step"));
    m_words.retranslate();
}

void NodePage::setNode(const base::NodeName &name)
{
    const bool other = name != m_name;
    m_name = name;
    m_links.setNode(name);
    m_links.setFollowing(true);
    m_words.setPerspective(name);
    refresh();
    if (other)
        showTab(diagnosis() ? m_whyTab : m_overviewTab);
}

std::shared_ptr<const Diagnosis> NodePage::diagnosis() const
{
    const Node *node = m_store.cluster().node(m_name);
    if (!node || node->kind == NodeKind::Self || node->state != NodeState::Failed)
        return nullptr;
    const Link *link = m_store.cluster().link(LinkKey(selfName(), m_name));
    return link ? link->diagnosis : nullptr;
}

void NodePage::refresh()
{
    const Node *node = m_store.cluster().node(m_name);
    if (!node)
        return;
    const auto failed = diagnosis();
    const bool justFailed = failed && !isTabShown(m_whyTab);
    setTabShown(m_whyTab, failed != nullptr);
    // Whoever has it selected while it is tried wants to know, but where another tab was chosen.
    if (justFailed && !isTabChosen())
        showTab(m_whyTab);
    if (failed)
        m_failure->setDiagnosis(failed);
    QString subtitle = node->kind == NodeKind::Self
                           ? tr("this program, always hidden")
                           : wordFor(node->kind) + QStringLiteral(" · ") + wordFor(node->state);
    if (node->hidden && node->kind != NodeKind::Self)
        subtitle += QStringLiteral(" · ") + tr("hidden");
    setHead(nameFor(m_name), subtitle, nameFor(m_name), shortNameFor(m_name));
    // With a node that is up the question does not arise; the menu has it for those who wonder.
    m_examine->setVisible(node->kind != NodeKind::Self && node->state != NodeState::Up);
    showOverview(*node);
    showFigures();
    sizeTable();
}

QString NodePage::preventionOf(const Node &node)
{
    // Of others it goes without saying.
    if (!node.preventsPartitions || node.kind != NodeKind::Beam)
        return {};
    return *node.preventsPartitions ? tr("prevented") : tr("not prevented");
}

void NodePage::showOverview(const Node &node)
{
    const bool self = node.kind == NodeKind::Self;
    const auto doubt = disagreementOf(node);
    m_facts->setFacts({
        {tr("State"),
         wordFor(node.state) + (node.reason.isEmpty()
                                    ? QString()
                                    : QStringLiteral(" (") + visibleText(node.reason, 100) + u')'),
         {}},
        {tr("Since"), node.since.isValid() ? momentText(node.since) : QString(), {}},
        {tr("Kind"), wordFor(node.kind), {}},
        {tr("Visibility"),
         node.kind == NodeKind::Unknown && !node.hidden ? QString()
         : node.hidden                                  ? tr("hidden")
                                                        : tr("visible"),
         node.hidden ? tr("It does not publish itself: in nodes(hidden) of others, not in nodes().")
                     : QString()},
        {tr("OTP release"), visibleText(node.release, 40), {}},
        {tr("Elixir"), visibleText(node.elixir, 40), {}},
        {tr("Port"), node.port == 0 ? QString() : QString::number(node.port), {}},
        {tr("Watched by"), self ? QString() : wordFor(node.watched),
         self ? QString() : explanationOf(node.watched)},
        {tr("Our name there"), visibleText(node.ourNameThere, 255),
         tr("The node gave it to us for this connection; we are hidden.")},
        {tr("Partitions"), preventionOf(node),
         tr("Overlapping ones: whether global there disconnects other nodes when it loses one "
            "(prevent_overlapping_partitions).")},
        {tr("Seen by"), witnessesOf(node), {}},
        {tr("Told by"), sourcesIn(node.sightings),
         doubt ? tr("Sources disagree: %1.").arg(sentenceFor(*doubt)) : QString()},
        {tr("Expected"), node.expected ? tr("yes, by the profile") : QString(), {}},
    });
}

void NodePage::sizeTable()
{
    const int rows = m_words.rowCount();
    m_linksTitle->setText(tr("%n link(s)", nullptr, rows));
    m_table->setVisible(rows > 0);
    const int shown = std::min(rows, MaxShownRows);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() +
                            shown * m_table->verticalHeader()->defaultSectionSize() + 4);
}

void NodePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
    TabbedPage::changeEvent(event);
}

} // namespace nodescope::widgets
