#include "widgets/processes/ProcessDetailView.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "widgets/common/Labels.h"
#include "widgets/common/SafeText.h"
#include "widgets/inbox/InboxWords.h"
#include "widgets/processes/ProcessWords.h"
#include "widgets/processes/TiesView.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

using cluster::ProcessDetail;
using cluster::ProcessTie;

namespace {
enum Column { Kind, Process, Node };
enum Role { TieRole = Qt::UserRole };
} // namespace

ProcessDetailView::ProcessDetailView(QWidget *parent)
    : QScrollArea(parent)
    , m_title(makeParagraph(TextRole::Title, this))
    , m_facts(makeParagraph(TextRole::Plain, this))
    , m_send(makeQuietButton(this))
    , m_ties(new TiesView(this))
    , m_list(new QTreeWidget(this))
    , m_note(makeParagraph(TextRole::Secondary, this))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_list->setRootIsDecorated(false);
    m_list->setColumnCount(3);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const Theme theme = Theme::current(this);
    m_list->header()->resizeSection(Kind, theme.ipx(105));
    m_list->header()->resizeSection(Process, theme.ipx(110));
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *body = new QWidget(this);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(theme.grid(3), theme.grid(2), theme.grid(3), theme.grid(3));
    layout->setSpacing(theme.grid(2));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_facts, m_ties, m_list, m_note})
        layout->addWidget(widget);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_send, 0, Qt::AlignTop);
    layout->insertLayout(0, head);
    layout->addStretch();
    setWidget(body);
    connect(m_send, &QPushButton::clicked, this, &ProcessDetailView::send);
    connect(m_ties, &TiesView::processChosen, this, &ProcessDetailView::processChosen);
    connect(m_list, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        const ProcessTie &tie = m_detail.ties.at(item->data(0, TieRole).toInt());
        if (tie.other.startsWith(QStringLiteral("#Pid<")))
            Q_EMIT processChosen(tie.node, tie.other);
    });
    retranslate();
}

void ProcessDetailView::setDetail(const ProcessDetail &detail)
{
    m_detail = detail;
    retranslate();
}

void ProcessDetailView::send()
{
    if (m_send->isVisibleTo(this))
        Q_EMIT sendRequested(m_detail.node,
                             m_detail.facts.name.isEmpty() ? m_detail.pid : m_detail.facts.name);
}

void ProcessDetailView::clear()
{
    setDetail({});
}

void ProcessDetailView::fillList()
{
    m_list->clear();
    QList<QTreeWidgetItem *> items;
    for (int i = 0; i < m_detail.ties.size(); ++i) {
        const ProcessTie &tie = m_detail.ties.at(i);
        auto *item = new QTreeWidgetItem(
            {wordFor(tie.kind), processText(tie.name, tie.other), visibleText(tie.node.text(), 100)});
        item->setData(0, TieRole, i);
        item->setToolTip(Process, visibleRichText(tie.other));
        items.append(item);
    }
    m_list->addTopLevelItems(items);
    m_list->setVisible(!items.isEmpty());
    // As high as its rows: the page scrolls as a whole.
    const int row = items.isEmpty() ? 0 : m_list->visualItemRect(items.constFirst()).height();
    m_list->setFixedHeight(m_list->header()->sizeHint().height() +
                           std::max(row, 1) * static_cast<int>(items.size()) + 4);
}

void ProcessDetailView::retranslate()
{
    const bool there = !m_detail.pid.isEmpty() && m_detail.refusal.isEmpty() && m_detail.alive;
    m_list->setHeaderLabels({tr("Tie"), tr("Process"), tr("Node")});
    m_list->setAccessibleName(tr("Links and monitors"));
    fillList();
    m_ties->setDetail(there ? m_detail : ProcessDetail());
    m_ties->setVisible(there && !m_detail.ties.isEmpty());
    m_facts->setVisible(there);
    m_send->setText(tr("Send to it…"));
    m_send->setVisible(there);
    if (m_detail.pid.isEmpty()) {
        m_title->setText({});
        m_note->setText(tr("Select a process to see its links and monitors."));
        return;
    }
    m_title->setText(processText(m_detail.facts.name, m_detail.pid));
    if (!m_detail.refusal.isEmpty()) {
        m_note->setText(refusalText(m_detail.refusal, m_detail.node));
        return;
    }
    if (!m_detail.alive) {
        m_note->setText(tr("It has ended."));
        return;
    }
    const QLocale locale;
    QStringList facts{tr("%1 on %2").arg(shortPid(m_detail.pid), visibleText(m_detail.node.text(), 100))};
    if (!m_detail.status.isEmpty() && m_detail.status != QLatin1String("undefined"))
        facts.append(tr("Status: %1").arg(visibleText(m_detail.status, 40)));
    if (!m_detail.facts.currentFunction.isEmpty())
        facts.append(tr("Runs %1").arg(visibleText(m_detail.facts.currentFunction, 160)));
    if (m_detail.reductions >= 0)
        facts.append(tr("Reductions: %1").arg(locale.toString(m_detail.reductions)));
    if (!m_detail.groupLeader.isEmpty())
        facts.append(tr("Group leader: %1").arg(shortPid(m_detail.groupLeader)));
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    m_note->setText(
        m_detail.tiesLeftOut > 0   ? tr("%n tie(s) are not shown.", nullptr,
                                        static_cast<int>(std::min<qint64>(m_detail.tiesLeftOut, 1'000'000'000)))
        : m_detail.facts.links < 0 ? tr("This node does not tell of links and monitors.")
        : m_detail.ties.isEmpty()  ? tr("It is linked with nobody, monitors nobody, and nobody monitors it.")
                                   : QString());
}

void ProcessDetailView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QScrollArea::changeEvent(event);
}

} // namespace nodescope::widgets
