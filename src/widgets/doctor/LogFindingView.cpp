#include "widgets/doctor/LogFindingView.h"

#include <QEvent>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include "widgets/common/FactList.h"
#include "widgets/common/Labels.h"
#include "widgets/common/SafeText.h"
#include "widgets/common/SelectionModel.h"
#include "widgets/common/Words.h"
#include "widgets/inspector/RepairView.h"
#include "widgets/style/Icons.h"

namespace nodescope::widgets {

using namespace cluster;
using doctor::LogFinding;

LogFindingView::LogFindingView(const ClusterStore &store, SelectionModel &selection, QWidget *parent)
    : QScrollArea(parent)
    , m_store(store)
    , m_selection(selection)
    , m_title(makeParagraph(TextRole::Title, this))
    , m_certainty(makeParagraph(TextRole::Plain, this))
    , m_explanation(makeParagraph(TextRole::Secondary, this))
    , m_excerpt(makeParagraph(TextRole::Mono, this))
    , m_showNode(makeQuietButton(this))
    , m_showLink(makeQuietButton(this))
    , m_facts(new FactList(this))
    , m_origins(new QWidget(this))
    , m_repair(new RepairView(this))
{
    build();
    connect(&store, &ClusterStore::batchEnded, this, &LogFindingView::updateButtons);
    connect(&store, &ClusterStore::reset, this, &LogFindingView::updateButtons);
    const auto show = [this](const Selection &what) {
        m_selection.select(what);
        Q_EMIT showRequested();
    };
    connect(m_showNode, &QPushButton::clicked, this, [this, show] {
        const LogFinding &finding = m_findings.at(m_row);
        show(m_store.cluster().node(finding.node) ? finding.node : finding.peer);
    });
    connect(m_showLink, &QPushButton::clicked, this,
            [this, show] { show(LinkKey(m_findings.at(m_row).node, m_findings.at(m_row).peer)); });
    setFinding({}, -1);
}

void LogFindingView::build()
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *body = new QWidget(this);
    body->setBackgroundRole(QPalette::Base);
    viewport()->setBackgroundRole(QPalette::Base);
    m_excerpt->setLayoutDirection(Qt::LeftToRight);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_showNode);
    buttons->addWidget(m_showLink);
    buttons->addStretch();
    auto *origins = new QVBoxLayout(m_origins);
    origins->setContentsMargins(0, 0, 0, 0);
    origins->setSpacing(4);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(8);
    for (QWidget *part : QList<QWidget *>{m_title, m_certainty, m_explanation, m_excerpt})
        layout->addWidget(part);
    layout->addLayout(buttons);
    for (QWidget *part : QList<QWidget *>{m_origins, m_facts, m_repair})
        layout->addWidget(part);
    layout->addStretch();
    setWidget(body);
}

void LogFindingView::setFinding(const QList<LogFinding> &findings, int row)
{
    m_findings = findings;
    m_row = row >= 0 && row < findings.size() ? row : -1;
    fill();
}

void LogFindingView::fill()
{
    m_showNode->setText(tr("Show node"));
    m_showLink->setText(tr("Show link"));
    widget()->setVisible(m_row >= 0);
    if (m_row < 0)
        return;
    const LogFinding &finding = m_findings.at(m_row);
    const doctor::CauseText text = doctor::textOf(finding);
    m_title->setText(visibleText(text.title));
    m_certainty->setText(visibleText(text.certainty));
    m_certainty->setVisible(!text.certainty.isEmpty());
    m_explanation->setText(visibleText(text.explanation, 4000));
    m_explanation->setVisible(!text.explanation.isEmpty());
    m_excerpt->setText(visibleText(finding.excerpt, 600));
    m_repair->setRemedies(text.remedies);
    fillFacts(finding);
    fillOrigins(finding);
    updateButtons();
    ensureVisible(0, 0);
}

void LogFindingView::fillFacts(const LogFinding &finding)
{
    const QLocale locale;
    QList<FactList::Fact> facts{
        {tr("Node"), finding.node.isNull() ? QString() : nameFor(finding.node), {}},
        {tr("Other node"), finding.peer.isNull() ? QString() : nameFor(finding.peer), {}},
        {tr("Occurrences"), finding.count > 1 ? locale.toString(finding.count) : QString(), {}},
        {tr("First"), tr("line %1").arg(locale.toString(finding.firstLine)),
         visibleText(finding.first.text, 100)},
        {tr("Last"), finding.count > 1 ? tr("line %1").arg(locale.toString(finding.lastLine)) : QString(),
         visibleText(finding.last.text, 100)}};
    for (const doctor::LogFact &fact : finding.facts)
        facts.append({visibleText(fact.name, 60), visibleText(fact.value, 300), {}});
    m_facts->setFacts(facts);
}

void LogFindingView::fillOrigins(const LogFinding &finding)
{
    qDeleteAll(m_origins->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    m_origins->setVisible(!finding.after.isEmpty());
    if (finding.after.isEmpty())
        return;
    QLabel *title = makeParagraph(TextRole::Strong, m_origins);
    title->setText(tr("It can have followed from what stands before it"));
    m_origins->layout()->addWidget(title);
    title->show();
    for (const qsizetype origin : finding.after) {
        if (origin < 0 || origin >= m_findings.size())
            continue;
        QPushButton *button = makeQuietButton(m_origins);
        const LogFinding &earlier = m_findings.at(origin);
        button->setText(
            visibleText(
                tr("Line %1: %2").arg(QLocale().toString(earlier.firstLine), doctor::textOf(earlier).title),
                120)
                .replace(u'&', QStringLiteral("&&")));
        connect(button, &QPushButton::clicked, this,
                [this, origin] { Q_EMIT findingChosen(static_cast<int>(origin)); });
        m_origins->layout()->addWidget(button);
        button->show();
    }
}

void LogFindingView::updateButtons()
{
    if (m_row < 0)
        return;
    const LogFinding &finding = m_findings.at(m_row);
    const auto &cluster = m_store.cluster();
    const auto known = [&](const base::NodeName &name) { return !name.isNull() && cluster.node(name); };
    const bool node = known(finding.node) || known(finding.peer);
    const bool link = known(finding.node) && known(finding.peer) && finding.node != finding.peer &&
                      cluster.link(LinkKey(finding.node, finding.peer));
    m_showNode->setEnabled(node);
    m_showNode->setToolTip(node ? tr("Selects the node in the graph")
                                : tr("The text names no node of this cluster"));
    m_showLink->setEnabled(link);
    m_showLink->setToolTip(link ? tr("Selects the link in the graph")
                                : tr("The text names no link of this cluster"));
}

void LogFindingView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    QScrollArea::changeEvent(event);
}

} // namespace nodescope::widgets
