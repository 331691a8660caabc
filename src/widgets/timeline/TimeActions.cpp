#include "widgets/timeline/TimeActions.h"

#include "widgets/style/Icons.h"
#include "widgets/timeline/TimelineView.h"

namespace nodescope::widgets {

TimeActions::TimeActions(TimelinePane &pane, QObject *parent)
    : ActionSet(parent)
    , m_now(add(QStringLiteral("time.now"), QKeySequence(Qt::CTRL | Qt::Key_End)))
    , m_previous(add(QStringLiteral("time.previousEvent"), QKeySequence(Qt::ALT | Qt::Key_Left)))
    , m_next(add(QStringLiteral("time.nextEvent"), QKeySequence(Qt::ALT | Qt::Key_Right)))
    , m_closer(add(QStringLiteral("time.closer"), QKeySequence(Qt::ALT | Qt::Key_Plus)))
    , m_further(add(QStringLiteral("time.further"), QKeySequence(Qt::ALT | Qt::Key_Minus)))
{
    m_now->setIcon(icon(Glyph::Live));
    m_previous->setIcon(icon(Glyph::StepBack));
    m_next->setIcon(icon(Glyph::StepForward));
    TimelineView *view = pane.timeline();
    connect(m_now, &QAction::triggered, view, &TimelineView::goToNow);
    connect(m_previous, &QAction::triggered, view, [view] { view->stepEvent(-1); });
    connect(m_next, &QAction::triggered, view, [view] { view->stepEvent(1); });
    connect(m_closer, &QAction::triggered, view, &TimelineView::zoomIn);
    connect(m_further, &QAction::triggered, view, &TimelineView::zoomOut);
    static constexpr const char16_t *Ids[] = {u"time.timeline", u"time.events",  u"time.nodes",
                                              u"time.links",    u"time.stories", u"time.matrix",
                                              u"time.messages"};
    for (int tab = TimelinePane::Timeline; tab <= TimelinePane::Messages; ++tab) {
        QAction *action =
            add(QString::fromUtf16(Ids[tab]), QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + tab)));
        connect(action, &QAction::triggered, this, [this, &pane, tab] {
            pane.showTab(static_cast<TimelinePane::Tab>(tab));
            Q_EMIT paneRequested();
        });
        m_tabs.append(action);
    }
}

void TimeActions::retranslate()
{
    describe(m_now, tr("Go to &Now"), tr("Moves the timeline to now, and follows it"));
    describe(m_previous, tr("&Previous Event"), tr("Selects the event before"));
    describe(m_next, tr("Ne&xt Event"), tr("Selects the event after"));
    describe(m_closer, tr("&Closer"), tr("Shows less time, in more detail"));
    describe(m_further, tr("&Further"), tr("Shows more time"));
    describe(m_tabs.at(TimelinePane::Timeline), tr("&Timeline"),
             tr("A lane per node with its states and events"));
    describe(m_tabs.at(TimelinePane::Events), tr("&Events"), tr("All events as a table"));
    describe(m_tabs.at(TimelinePane::Nodes), tr("N&odes as a Table"), tr("The nodes of the graph, in words"));
    describe(m_tabs.at(TimelinePane::Links), tr("&Links as a Table"),
             tr("The links of the graph, with what each end says"));
    describe(m_tabs.at(TimelinePane::Stories), tr("&Stories"),
             tr("Splits, heals, lost nodes and flapping, each told once"));
    describe(m_tabs.at(TimelinePane::Matrix), tr("M&atrix"),
             tr("Who sees whom: a row and a column per node"));
    describe(m_tabs.at(TimelinePane::Messages), tr("&Messages"),
             tr("Messages between processes as a sequence chart"));
}

} // namespace nodescope::widgets
