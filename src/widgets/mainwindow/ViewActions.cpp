#include "widgets/mainwindow/ViewActions.h"

#include <QDockWidget>

#include "widgets/graphview/GraphView.h"
#include "widgets/style/Icons.h"

namespace nodescope::widgets {

using graph::LayoutKind;

ViewActions::ViewActions(GraphView &graph, const SelectionModel &selection, const QList<QDockWidget *> &docks,
                         QWidget &window)
    : ActionSet(&window)
    , m_graph(graph)
    , m_selection(selection)
    , m_layouts(new QActionGroup(this))
    , m_find(add(QStringLiteral("view.find"), QKeySequence::Find))
    , m_findNext(add(QStringLiteral("view.findNext"), QKeySequence(Qt::Key_F3)))
    , m_findPrevious(add(QStringLiteral("view.findPrevious"), QKeySequence(Qt::SHIFT | Qt::Key_F3)))
    , m_resetLayout(add(QStringLiteral("view.resetWindow")))
    , m_layoutMenu(new QAction(this))
    , m_layoutAgain(add(QStringLiteral("view.layoutAgain"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L)))
    , m_undoLayout(add(QStringLiteral("view.undoLayout"), QKeySequence::Undo))
    , m_unpinAll(add(QStringLiteral("view.unpinAll")))
    , m_zoomIn(add(QStringLiteral("view.zoomIn"), QKeySequence::ZoomIn))
    , m_zoomOut(add(QStringLiteral("view.zoomOut"), QKeySequence::ZoomOut))
    , m_zoomReset(add(QStringLiteral("view.zoomReset"), QKeySequence(Qt::CTRL | Qt::Key_0)))
    , m_fit(add(QStringLiteral("view.fit"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)))
    , m_legend(add(QStringLiteral("view.legend")))
    , m_map(add(QStringLiteral("view.map")))
    , m_pin(add(QStringLiteral("view.pin")))
    , m_fullScreen(add(QStringLiteral("view.fullScreen"), QKeySequence(Qt::Key_F11)))
    , m_presenter(add(QStringLiteral("view.presenter"), QKeySequence(Qt::Key_F6)))
{
    static constexpr Qt::Key Keys[] = {Qt::Key_F7, Qt::Key_F8, Qt::Key_F9};
    for (int i = 0; i < docks.size() && i < 3; ++i) {
        QAction *toggle = docks.at(i)->toggleViewAction();
        toggle->setShortcut(QKeySequence(Keys[i]));
        m_docks.append(toggle);
    }
    m_find->setIcon(icon(Glyph::Find));
    m_undoLayout->setIcon(icon(Glyph::Undo));
    m_zoomIn->setIcon(icon(Glyph::ZoomIn));
    m_zoomOut->setIcon(icon(Glyph::ZoomOut));
    m_fit->setIcon(icon(Glyph::Fit));
    m_pin->setIcon(icon(Glyph::Pin));
    m_layoutMenu->setIcon(icon(Glyph::Layout));
    addLayouts();
    joinGraph();
    joinWindow(window);
    update();
}

void ViewActions::addLayouts()
{
    static constexpr const char16_t *Ids[] = {u"view.layoutForce", u"view.layoutCircle", u"view.layoutHost",
                                              u"view.layoutPartition"};
    int i = 0;
    for (const LayoutKind kind :
         {LayoutKind::Force, LayoutKind::Circle, LayoutKind::Host, LayoutKind::Partition}) {
        QAction *action = add(QString::fromUtf16(Ids[i++]));
        action->setCheckable(true);
        action->setData(QVariant::fromValue(kind));
        action->setChecked(m_graph.layoutKind() == kind);
        m_layouts->addAction(action);
        connect(action, &QAction::triggered, &m_graph, [this, kind] { m_graph.setLayoutKind(kind); });
    }
}

void ViewActions::joinGraph()
{
    connect(m_layoutAgain, &QAction::triggered, &m_graph, &GraphView::layoutAgain);
    connect(m_undoLayout, &QAction::triggered, &m_graph, &GraphView::undoLayout);
    connect(m_unpinAll, &QAction::triggered, &m_graph, &GraphView::unpinAll);
    connect(m_zoomIn, &QAction::triggered, &m_graph, &GraphView::zoomIn);
    connect(m_zoomOut, &QAction::triggered, &m_graph, &GraphView::zoomOut);
    connect(m_zoomReset, &QAction::triggered, &m_graph, &GraphView::resetZoom);
    connect(m_fit, &QAction::triggered, &m_graph, &GraphView::fit);
    m_legend->setCheckable(true);
    m_legend->setChecked(m_graph.legendVisible());
    connect(m_legend, &QAction::toggled, &m_graph, &GraphView::setLegendVisible);
    m_map->setCheckable(true);
    m_map->setChecked(m_graph.mapVisible());
    connect(m_map, &QAction::toggled, &m_graph, &GraphView::setMapVisible);
    m_pin->setCheckable(true);
    connect(m_pin, &QAction::triggered, &m_graph, [this](bool pinned) {
        if (const base::NodeName *node = m_selection.node())
            m_graph.setPinned(*node, pinned);
    });
    connect(&m_graph, &GraphView::layoutUndoAvailable, this, &ViewActions::update);
    connect(&m_graph, &GraphView::layoutKindChanged, this, [this](LayoutKind kind) {
        for (QAction *action : m_layouts->actions())
            action->setChecked(action->data().value<LayoutKind>() == kind);
    });
    connect(&m_selection, &SelectionModel::changed, this, &ViewActions::update);
}

void ViewActions::joinWindow(QWidget &window)
{
    m_presenter->setCheckable(true);
    m_fullScreen->setCheckable(true);
    connect(m_fullScreen, &QAction::triggered, &window, [&window](bool full) {
        window.setWindowState(window.windowState().setFlag(Qt::WindowFullScreen, full));
    });
}

void ViewActions::retranslate()
{
    describe(m_find, tr("&Find"), tr("Finds nodes by name, host, state, kind or release"));
    describe(m_findNext, tr("Find &Next"), tr("Selects the next node that is found"));
    describe(m_findPrevious, tr("Find Pre&vious"), tr("Selects the node before that is found"));
    describe(m_resetLayout, tr("&Reset the Window"), tr("Puts all panes back where they were at first"));
    describe(m_layoutMenu, tr("Layout"), tr("How the nodes are arranged"));
    describe(m_layoutAgain, tr("Arrange &Again"), tr("Arranges every node that is not pinned anew"));
    describe(m_undoLayout, tr("&Undo the Arrangement"), tr("Puts the nodes back where they were before"));
    describe(m_unpinAll, tr("Un&pin All"), tr("Lets every node move again"));
    describe(m_zoomIn, tr("Zoom &In"), tr("Shows less of the graph, larger"));
    describe(m_zoomOut, tr("Zoom &Out"), tr("Shows more of the graph, smaller"));
    describe(m_zoomReset, tr("Actual &Size"), tr("Shows the graph in the size of the text"));
    describe(m_fit, tr("Show A&ll of It"), tr("Fits the whole graph into the view"));
    describe(m_legend, tr("L&egend"), tr("Explains how links are drawn"));
    describe(m_map, tr("&Map"), tr("A small picture of the whole graph"));
    describe(m_pin, tr("&Pin It Where It Is"), tr("Keeps the node in its place when the graph is arranged"));
    describe(m_presenter, tr("Presenter Mode"),
             tr("For a room that looks on: large type, thick lines, no addresses, shortcuts shown"));
    describe(m_fullScreen, tr("F&ull Screen"), tr("Gives the whole screen to the window"));
    const QList<QAction *> layouts = m_layouts->actions();
    describe(layouts.at(0), tr("By &Distance"), tr("Nodes that are connected come close to each other"));
    describe(layouts.at(1), tr("On a &Circle"), tr("All nodes on one circle, by host and name"));
    describe(layouts.at(2), tr("By &Host"), tr("A circle per host"));
    describe(layouts.at(3), tr("By &Partition"), tr("Groups of nodes that reach each other"));
    const QString dockTips[] = {tr("The nodes by host"), tr("All that is known of what is selected"),
                                tr("The past, and tables")};
    for (int i = 0; i < m_docks.size(); ++i)
        m_docks.at(i)->setStatusTip(dockTips[i]);
    update();
}

void ViewActions::setShown(bool graph, bool nodes)
{
    m_graphShown = graph;
    m_nodesThere = nodes;
    update();
}

void ViewActions::update()
{
    const QString none = m_nodesThere ? QString() : tr("There is no cluster yet");
    const QString noGraph = m_graphShown || !m_nodesThere ? none : tr("The graph is not shown");
    for (QAction *action : {m_find, m_findNext, m_findPrevious})
        setAvailable(action, none);
    for (QAction *action : {m_layoutAgain, m_unpinAll, m_zoomIn, m_zoomOut, m_zoomReset, m_fit, m_legend,
                            m_map, m_resetLayout, m_layoutMenu})
        setAvailable(action, noGraph);
    for (QAction *action : m_layouts->actions())
        setAvailable(action, noGraph);
    for (QAction *action : std::as_const(m_docks))
        action->setEnabled(m_nodesThere);
    setAvailable(m_undoLayout,
                 m_graph.canUndoLayout() ? QString() : tr("The arrangement has not been changed"));
    const base::NodeName *node = m_selection.node();
    setAvailable(m_pin, node ? QString() : tr("No node is selected"));
    m_pin->setChecked(node && m_graph.isPinned(*node));
}

} // namespace nodescope::widgets
