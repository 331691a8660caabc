#include "widgets/timeline/TimelinePane.h"

#include <QEvent>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyle>
#include <QTabBar>
#include <QVBoxLayout>

#include "widgets/common/Labels.h"
#include "widgets/common/Words.h"
#include "widgets/style/Theme.h"
#include "widgets/timeline/EventsPage.h"
#include "widgets/timeline/TablePage.h"
#include "widgets/timeline/TimelineView.h"

namespace nodescope::widgets {

using cluster::ClusterStore;
using cluster::Event;
using cluster::EventKind;

TimelinePane::TimelinePane(const ClusterStore &store, SelectionModel &selection, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_timeline(new TimelineView(store, selection, this))
    , m_head(new QWidget(this))
    , m_tabs(new QTabBar(m_head))
    , m_pages(new QStackedWidget(this))
    , m_news(new ElidedLabel(TextRole::Strong, m_head))
    , m_now(makeQuietButton(m_head))
{
    m_pages->addWidget(m_timeline);
    m_pages->addWidget(new EventsPage(store, selection, this));
    m_pages->addWidget(new NodesPage(store, selection, this));
    m_pages->addWidget(new LinksPage(store, selection, this));
    build();
    retranslate();
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_timeline, &TimelineView::followingChanged, this,
            [this](bool follows) { m_now->setVisible(!follows); });
    connect(m_now, &QPushButton::clicked, m_timeline, &TimelineView::goToNow);
    connect(&store, &ClusterStore::eventHappened, this, &TimelinePane::tellOf);
    connect(&store, &ClusterStore::reset, this, [this] {
        m_lastNews = {};
        tellNews();
    });
}

void TimelinePane::build()
{
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setUsesScrollButtons(false);
    m_tabs->setElideMode(Qt::ElideNone);
    for (int i = 0; i < m_pages->count(); ++i)
        m_tabs->addTab(QString());
    m_now->hide();
    m_news->setObjectName(QStringLiteral("news"));
    m_news->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *head = new QHBoxLayout(m_head);
    head->setContentsMargins(0, 0, 0, 0);
    head->setSpacing(12);
    head->addWidget(m_tabs);
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

void TimelinePane::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

void TimelinePane::retranslate()
{
    m_tabs->setTabText(Timeline, tr("Timeline"));
    m_tabs->setTabText(Events, tr("Events"));
    m_tabs->setTabText(Nodes, tr("Nodes"));
    m_tabs->setTabText(Links, tr("Links"));
    m_tabs->setAccessibleName(tr("Views of the past and tables"));
    m_now->setText(tr("Back to now"));
    tellNews();
}

void TimelinePane::tellOf(const Event &event)
{
    if (event.kind != EventKind::NodeDown && event.kind != EventKind::ConnectFailed)
        return;
    m_lastNews = event;
    tellNews();
}

void TimelinePane::tellNews()
{
    if (m_lastNews.id == 0) {
        m_news->setFullText({});
        return;
    }
    const bool failed = m_lastNews.kind == EventKind::ConnectFailed;
    m_news->setProperty("alarm", failed);
    m_news->setProperty("attention", !failed);
    m_news->style()->unpolish(m_news);
    m_news->style()->polish(m_news);
    m_news->setFullText(timeText(m_lastNews.time) + QStringLiteral("  ") + sentenceFor(m_lastNews));
}

void TimelinePane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace nodescope::widgets
