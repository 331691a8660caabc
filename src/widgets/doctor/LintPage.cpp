#include "widgets/doctor/LintPage.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include "doctor/LintText.h"
#include "widgets/common/Labels.h"
#include "widgets/common/SafeText.h"
#include "widgets/common/SelectionModel.h"
#include "widgets/common/Words.h"
#include "widgets/inspector/RepairView.h"
#include "widgets/style/Icons.h"

namespace nodescope::widgets {

using namespace cluster;

namespace {
QIcon iconOf(LintSeverity severity, const Theme &theme)
{
    switch (severity) {
    case LintSeverity::Danger:
        return icon(Glyph::Error, theme.failed);
    case LintSeverity::Warning:
        return icon(Glyph::Warning, theme.attentionText);
    case LintSeverity::Note:
        break;
    }
    return icon(Glyph::Info, theme.accent);
}

/// Begins a line: with a capital, whatever the language's word is within a sentence.
QString severityWord(LintSeverity severity)
{
    QString word = doctor::titleOf(severity);
    if (!word.isEmpty())
        word[0] = word.at(0).toUpper();
    return word;
}
} // namespace

LintPage::LintPage(const ClusterStore &store, SelectionModel &selection, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_selection(selection)
    , m_compare(new QPushButton(this))
    , m_state(makeParagraph(TextRole::Secondary, this))
    , m_list(new QListWidget(this))
    , m_empty(makeParagraph(TextRole::Title, this))
    , m_emptyWhy(makeParagraph(TextRole::Secondary, this))
    , m_title(makeParagraph(TextRole::Title, this))
    , m_explanation(makeParagraph(TextRole::Secondary, this))
    , m_groups(new QWidget(this))
    , m_repair(new RepairView(this))
    , m_unasked(new QWidget(this))
{
    build();
    connect(m_compare, &QPushButton::clicked, this, &LintPage::compare);
    connect(m_list, &QListWidget::currentRowChanged, this, &LintPage::showFinding);
    connect(&store, &ClusterStore::lintChanged, this, [this] {
        m_asked = false;
        refresh();
    });
    connect(&store, &ClusterStore::reset, this, [this] {
        m_asked = false;
        refresh();
    });
    connect(&store, &ClusterStore::intentFailed, this, [this] {
        m_asked = false;
        refresh();
    });
    retranslate();
}

void LintPage::build()
{
    auto *emptyLayout = new QVBoxLayout;
    m_emptyState = new QWidget(this);
    m_emptyState->setLayout(emptyLayout);
    emptyLayout->setContentsMargins(16, 24, 16, 24);
    emptyLayout->addWidget(m_empty);
    emptyLayout->addWidget(m_emptyWhy);
    for (QWidget *holder : {m_groups, m_unasked}) {
        auto *inside = new QVBoxLayout(holder);
        inside->setContentsMargins(0, 0, 0, 0);
        inside->setSpacing(6);
    }
    m_list->setObjectName(QStringLiteral("findings"));
    m_list->setWordWrap(true);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setMinimumWidth(Theme::current(this).ipx(200));
    auto *columns = new QSplitter(this);
    columns->setChildrenCollapsible(false);
    columns->addWidget(m_list);
    columns->addWidget(makeDetail());
    columns->setStretchFactor(0, 2);
    columns->setStretchFactor(1, 3);
    columns->setSizes({400, 600});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(makeHairline(this));
    layout->addWidget(m_emptyState);
    layout->addWidget(columns, 1);
    auto *below = new QWidget(this);
    auto *belowLayout = new QVBoxLayout(below);
    belowLayout->setContentsMargins(16, 6, 16, 10);
    belowLayout->addWidget(m_unasked);
    layout->addWidget(below);
}

QWidget *LintPage::makeHead()
{
    auto *head = new QWidget(this);
    m_compare->setObjectName(QStringLiteral("compare"));
    m_compare->setProperty("primary", true);
    m_compare->setAutoDefault(false);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(16, 12, 16, 10);
    row->setSpacing(12);
    row->addWidget(m_compare, 0, Qt::AlignTop);
    row->addWidget(m_state, 1, Qt::AlignVCenter);
    return head;
}

QWidget *LintPage::makeDetail()
{
    m_detail = new QScrollArea(this);
    m_detail->setFrameShape(QFrame::NoFrame);
    m_detail->setWidgetResizable(true);
    m_detail->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *body = new QWidget(m_detail);
    body->setBackgroundRole(QPalette::Base);
    m_detail->viewport()->setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(10);
    layout->addWidget(m_title);
    layout->addWidget(m_explanation);
    layout->addWidget(m_groups);
    layout->addWidget(m_repair);
    layout->addStretch();
    m_detail->setWidget(body);
    return m_detail;
}

void LintPage::retranslate()
{
    m_compare->setText(tr("Compare settings of all nodes"));
    m_compare->setToolTip(tr("Asks every watched node for its settings; nothing is changed"));
    m_list->setAccessibleName(tr("What was found, the worst first"));
    refresh();
}

void LintPage::compare()
{
    CompareSettings wanted;
    for (const Node &node : m_store.cluster().sortedNodes()) {
        if (node.state == NodeState::Expected)
            wanted.expected.append(node.name);
    }
    m_asked = true;
    refresh();
    Q_EMIT intent(wanted);
}

QString LintPage::stateText() const
{
    const LintReport &report = m_store.cluster().lint();
    if (report.running || m_asked)
        return tr("Asking the nodes…");
    if (!report.time.isValid())
        return tr(
            "What will bite later is found by comparing what the nodes say of themselves: name modes, tick "
            "times, cookies (by digests that each computes), releases, EPMD, TLS, the mesh.");
    return tr("%n node(s) told their settings", nullptr, static_cast<int>(report.asked.size())) +
           QStringLiteral(" · ") + tr("as of %1").arg(timeText(report.time));
}

void LintPage::refresh()
{
    const LintReport &report = m_store.cluster().lint();
    m_state->setText(stateText());
    m_compare->setEnabled(!report.running && !m_asked);
    if (!report.running)
        m_shown = report;
    const bool ended = m_shown.time.isValid();
    const bool none = m_shown.findings.isEmpty();
    m_emptyState->setVisible(none);
    m_empty->setText(!ended                    ? tr("Nothing has been compared yet.")
                     : m_shown.asked.isEmpty() ? tr("No node could be asked.")
                                               : tr("Nothing found."));
    m_emptyWhy->setText(!ended ? QString()
                        : m_shown.asked.isEmpty()
                            ? tr("Connect to a node first; C nodes do not tell their settings.")
                            : tr("The settings of all nodes that were asked go together."));
    m_list->parentWidget()->setVisible(!none);
    fillList();
    qDeleteAll(m_unasked->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    m_unasked->setVisible(!m_shown.unasked.isEmpty());
    if (m_shown.unasked.isEmpty())
        return;
    QLabel *label = makeParagraph(TextRole::Small, m_unasked);
    label->setText(tr("Not asked, since they do not answer such questions (C nodes, nodes that we are not "
                      "connected to):"));
    m_unasked->layout()->addWidget(label);
    label->show();
    addNodes(static_cast<QVBoxLayout *>(m_unasked->layout()), m_shown.unasked, m_unasked);
}

void LintPage::fillList()
{
    const Theme theme = Theme::current(this);
    const int row = m_list->currentRow();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const LintFinding &finding : std::as_const(m_shown.findings)) {
        const QString title = doctor::textOf(finding).title;
        auto *item = new QListWidgetItem(iconOf(finding.severity, theme), title, m_list);
        item->setToolTip(title.toHtmlEscaped());
        item->setData(Qt::AccessibleTextRole,
                      QStringLiteral("%1: %2").arg(severityWord(finding.severity), title));
    }
    m_list->setCurrentRow(std::clamp(row, 0, std::max(0, m_list->count() - 1)));
    showFinding();
}

void LintPage::showFinding()
{
    const int row = m_list->currentRow();
    const bool some = row >= 0 && row < m_shown.findings.size();
    m_detail->widget()->setVisible(some);
    if (!some)
        return;
    const LintFinding &finding = m_shown.findings.at(row);
    const doctor::LintText text = doctor::textOf(finding);
    m_title->setText(visibleText(text.title));
    m_explanation->setText(severityWord(finding.severity) + QStringLiteral(". ") +
                           visibleText(text.explanation, 4000));
    qDeleteAll(m_groups->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    for (const LintGroup &group : finding.groups)
        addGroup(finding, group);
    m_repair->setRemedies(text.remedies);
}

void LintPage::addGroup(const LintFinding &finding, const LintGroup &group)
{
    auto *card = new QFrame(m_groups);
    card->setProperty("role", QStringLiteral("card"));
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(2);
    auto *value = new ElidedLabel(TextRole::Strong, card);
    const QString shared = doctor::valueText(finding, group);
    value->setFullText((shared.isEmpty() ? tr("not known") : visibleText(shared, 200)) +
                       QStringLiteral(" · ") +
                       tr("%n node(s)", nullptr, static_cast<int>(group.nodes.size())));
    layout->addWidget(value);
    addNodes(layout, group.nodes, card);
    m_groups->layout()->addWidget(card);
    card->show();
}

void LintPage::addNodes(QVBoxLayout *layout, const QList<base::NodeName> &nodes, QWidget *parent)
{
    // A list scrolls by itself and is gone through by the arrow keys, however many there are.
    auto *list = new QListWidget(parent);
    list->setAccessibleName(tr("Nodes"));
    list->setToolTip(tr("A click selects the node; Enter or a double click shows it in the graph"));
    for (const base::NodeName &node : nodes) {
        auto *item = new QListWidgetItem(nameFor(node), list);
        item->setData(Qt::UserRole, QVariant::fromValue(node));
    }
    const int shown = std::clamp(list->count(), 1, 6);
    list->setFixedHeight(shown * std::max(list->sizeHintForRow(0), Theme::current(this).ipx(22)) + 6);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto choose = [this](const QListWidgetItem *item) {
        const auto name = item->data(Qt::UserRole).value<base::NodeName>();
        if (m_store.cluster().node(name))
            m_selection.select(name);
    };
    connect(list, &QListWidget::currentItemChanged, this, [choose](QListWidgetItem *item) {
        if (item)
            choose(item);
    });
    connect(list, &QListWidget::itemClicked, this, choose);
    connect(list, &QListWidget::itemActivated, this, [this, choose](QListWidgetItem *item) {
        choose(item);
        Q_EMIT showRequested();
    });
    layout->addWidget(list);
    list->show();
}

void LintPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace nodescope::widgets
