#include "widgets/timeline/TimelinePane.h"

#include <QAccessible>
#include <QAction>
#include <QEvent>
#include <QMenu>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include "widgets/common/Labels.h"
#include "widgets/common/PageStack.h"
#include "widgets/common/TabBar.h"
#include "widgets/common/Words.h"
#include "widgets/matrix/MatrixPage.h"
#include "widgets/replay/StoriesPage.h"
#include "widgets/sequence/SequencePage.h"
#include "widgets/style/Theme.h"
#include "widgets/timeline/EventsPage.h"
#include "widgets/timeline/TablePage.h"
#include "widgets/timeline/TimelineView.h"

namespace nodescope::widgets {

using cluster::ClusterStore;
using cluster::Event;
using cluster::EventKind;
using cluster::Link;
using cluster::LinkKey;
using cluster::LinkState;

namespace {
constexpr int LeastNews = 120; // pixels of the design
} // namespace

TimelinePane::TimelinePane(const ClusterStore &store, const ClusterStore &line, SelectionModel &selection,
                           TimeDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_timeline(new TimelineView(store, line, selection, desk, this))
    , m_events(new EventsPage(store, selection, this))
    , m_nodes(new NodesPage(store, selection, this))
    , m_links(new LinksPage(store, selection, this))
    , m_messages(new SequencePage(store, selection, this))
    , m_head(new QWidget(this))
    , m_tabs(new TabBar(m_head))
    , m_pages(new PageStack(this))
    , m_news(new ElidedLabel(TextRole::Strong, m_head))
    , m_now(makeQuietButton(m_head))
    , m_controls(new QHBoxLayout)
{
    m_pages->addWidget(m_timeline);
    m_pages->addWidget(m_events);
    m_pages->addWidget(m_nodes);
    m_pages->addWidget(m_links);
    m_pages->addWidget(new StoriesPage(desk, this));
    m_pages->addWidget(new MatrixPage(store, selection, this));
    m_pages->addWidget(m_messages);
    build();
    retranslate();
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_tabs, &QTabBar::currentChanged, this,
            [this](int tab) { Q_EMIT tabShown(static_cast<Tab>(tab)); });
    connect(m_timeline, &TimelineView::followingChanged, this,
            [this](bool follows) { m_now->setVisible(!follows); });
    connect(&desk, &TimeDesk::stateChanged, m_messages, [this](const cluster::TimeState &state) {
        m_messages->view()->setMoment(state.live ? 0 : state.moment);
    });
    connect(m_now, &QPushButton::clicked, m_timeline, &TimelineView::goToNow);
    connect(&store, &ClusterStore::eventHappened, this, &TimelinePane::tellOf);
    connect(&store, &ClusterStore::linkChanged, this, &TimelinePane::takeBack);
    connect(&store, &ClusterStore::reset, this, [this] {
        m_lastNews = {};
        m_lastStory.reset();
        tellNews();
    });
}

void TimelinePane::build()
{
    for (int i = 0; i < m_pages->count(); ++i)
        m_tabs->addTab(QString());
    m_now->hide();
    m_news->setObjectName(QStringLiteral("news"));
    m_news->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_news->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // the tabs come first
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *head = new QHBoxLayout(m_head);
    head->setContentsMargins(0, 0, 0, 0);
    head->setSpacing(12);
    m_controls->setSpacing(2);
    head->addWidget(m_tabs);
    head->addLayout(m_controls);
    head->addWidget(m_news, 1);
    head->addWidget(m_now);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_pages, 1);
}

QSize TimelinePane::sizeHint() const
{
    const Theme theme = Theme::current(this);
    return {theme.ipx(800), theme.ipx(164)};
}

void TimelinePane::setTrends(const models::Trends &trends)
{
    m_nodes->setTrends(trends);
    m_links->setTrends(trends);
}

QList<DataTable *> TimelinePane::tables() const
{
    return {m_events->table(), m_nodes->table(), m_links->table()};
}

void TimelinePane::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

void TimelinePane::retranslate()
{
    m_tabs->setTexts(Timeline, tr("Timeline"), tr("Time"));
    m_tabs->setTabText(Events, tr("Events"));
    m_tabs->setTabText(Nodes, tr("Nodes"));
    m_tabs->setTabText(Links, tr("Links"));
    m_tabs->setTabText(Stories, tr("Stories"));
    m_tabs->setTabText(Matrix, tr("Matrix"));
    m_tabs->setTabText(Messages, tr("Messages"));
    m_tabs->setAccessibleName(tr("Views of the past and tables"));
    m_now->setText(tr("Back to now"));
    tellNews();
}

void TimelinePane::tellOf(const Event &event)
{
    if (event.kind != EventKind::NodeDown && event.kind != EventKind::ConnectFailed)
        return;
    m_lastNews = event;
    // What many of these mean together is worth more than the next of them.
    if (!m_lastStory || m_lastStory->what.isOver())
        tellNews();
}

void TimelinePane::takeBack(const LinkKey &key)
{
    const Link *link = m_store.cluster().link(key);
    if (m_lastNews.kind != EventKind::ConnectFailed || !link || link->state != LinkState::Up ||
        !key.contains(m_lastNews.source) || !key.contains(m_lastNews.node))
        return;
    m_lastNews = {};
    tellNews();
}

void TimelinePane::announce(const doctor::Story &story)
{
    m_lastStory = story;
    tellNews();
    QAccessibleEvent announcement(m_news, QAccessible::Alert);
    QAccessible::updateAccessibility(&announcement);
}

void TimelinePane::setControls(const QList<QAction *> &moves, const QList<QAction *> &speeds,
                               const QAction *last)
{
    for (QAction *action : moves) {
        auto *button = new QToolButton(m_head);
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        m_controls->addWidget(button);
        m_buttons.insert(action == last ? 0 : m_buttons.size(), button);
    }
    auto *speed = new QToolButton(m_head);
    speed->setObjectName(QStringLiteral("speed"));
    speed->setAutoRaise(true);
    speed->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(speed);
    menu->addActions(speeds);
    speed->setMenu(menu);
    const auto follow = [speed, speeds] {
        for (const QAction *action : speeds) {
            if (action->isChecked())
                speed->setText(action->text());
        }
        speed->setToolTip(tr("How fast the past is played"));
    };
    for (QAction *action : speeds)
        connect(action, &QAction::changed, speed, follow);
    follow();
    m_controls->addWidget(speed);
    m_buttons.append(speed);
    m_head->installEventFilter(this);
    fitControls();
}

/// To play has its room at any width. The tabs have the room next: what they leave is for the other controls,
/// and for the news, of which a few letters would say nothing.
void TimelinePane::fitControls()
{
    const QHBoxLayout *row = static_cast<QHBoxLayout *>(m_head->layout());
    const auto widthOf = [](const QWidget *one) { return one->isHidden() ? 0 : one->sizeHint().width(); };
    int room = m_head->width() - 3 * row->spacing() - widthOf(m_now);
    if (!m_buttons.isEmpty())
        room -= m_buttons.constFirst()->sizeHint().width() + m_controls->spacing();
    m_tabs->setMaximumWidth(std::max(m_tabs->minimumSizeHint().width(), room));
    room -= m_tabs->sizeHint().width();
    bool fits = true;
    for (QToolButton *button : std::as_const(m_buttons)) {
        if (button != m_buttons.constFirst()) {
            const int wide = button->sizeHint().width() + m_controls->spacing();
            fits = fits && room >= wide;
            room -= fits ? wide : 0;
        }
        button->setVisible(button == m_buttons.constFirst() || fits);
    }
    m_news->setVisible(room >= Theme::current(this).ipx(LeastNews));
}

bool TimelinePane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_head && (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest))
        fitControls();
    return QWidget::eventFilter(watched, event);
}

void TimelinePane::tellNews()
{
    const bool isStory = m_lastStory && (m_lastNews.id == 0 || !m_lastStory->what.isOver() ||
                                         m_lastStory->what.ended >= m_lastNews.time);
    if (m_lastNews.id == 0 && !isStory) {
        m_news->setFullText({});
        return;
    }
    const bool failed = !isStory && m_lastNews.kind == EventKind::ConnectFailed;
    m_news->setProperty("alarm", failed);
    m_news->setProperty("attention", !failed);
    m_news->style()->unpolish(m_news);
    m_news->style()->polish(m_news);
    if (isStory)
        m_news->setFullText(doctor::sentenceOf(*m_lastStory));
    else
        m_news->setFullText(timeText(m_lastNews.time) + QStringLiteral("  ") + sentenceFor(m_lastNews));
}

void TimelinePane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace nodescope::widgets
