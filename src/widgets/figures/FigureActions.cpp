#include "widgets/figures/FigureActions.h"

#include "widgets/figures/FigureWords.h"
#include "widgets/graphview/GraphView.h"

namespace nodescope::widgets {

using models::Figure;

namespace {
constexpr int DefaultSeconds = 5;
constexpr int Intervals[] = {0, 1, 2, 5, 15, 60}; // s
constexpr int NoFigure = -1;

QString figureKey()
{
    return QStringLiteral("graph/figure");
}
QString weightsKey()
{
    return QStringLiteral("graph/linkWeights");
}
QString intervalKey()
{
    return QStringLiteral("session/figureSeconds");
}
} // namespace

FigureActions::FigureActions(const cluster::ClusterStore &store, GraphView &graph, QSettings &settings,
                             QObject *parent)
    : ActionSet(parent)
    , m_store(store)
    , m_graph(graph)
    , m_settings(settings)
    , m_figures(new QActionGroup(this))
    , m_intervals(new QActionGroup(this))
    , m_weights(nullptr)
{
    addFigures();
    m_weights = add(QStringLiteral("view.linkWeights"));
    m_weights->setCheckable(true);
    m_weights->setChecked(settings.value(weightsKey(), true).toBool());
    m_graph.setWeighted(m_weights->isChecked());
    connect(m_weights, &QAction::toggled, this, [this](bool weighted) {
        m_settings.setValue(weightsKey(), weighted);
        m_graph.setWeighted(weighted);
    });
    addIntervals();
    connect(&store, &cluster::ClusterStore::sessionChanged, this, &FigureActions::showInterval);
}

void FigureActions::addFigures()
{
    static constexpr const char16_t *Ids[] = {u"view.noFigure",         u"view.figureProcesses",
                                              u"view.figureMemory",     u"view.figureQueue",
                                              u"view.figureReductions", u"view.figureUptime"};
    const int chosen = m_settings.value(figureKey(), NoFigure).toInt();
    for (int figure = NoFigure; figure < models::FigureCount; ++figure) {
        QAction *action = add(QString::fromUtf16(Ids[figure + 1]));
        action->setCheckable(true);
        m_figures->addAction(action);
        connect(action, &QAction::toggled, this, [this, figure](bool on) {
            if (!on)
                return;
            m_settings.setValue(figureKey(), figure);
            m_graph.setFigure(figure == NoFigure ? std::nullopt : std::optional(Figure(figure)));
        });
        if (figure == NoFigure || figure == chosen)
            action->setChecked(true);
    }
}

void FigureActions::addIntervals()
{
    for (const int seconds : Intervals) {
        QAction *action = add(QStringLiteral("figures.every%1").arg(seconds));
        action->setCheckable(true);
        action->setData(seconds);
        m_intervals->addAction(action);
        connect(action, &QAction::triggered, this, [this, seconds] {
            m_settings.setValue(intervalKey(), seconds);
            Q_EMIT intent(cluster::SetFigureInterval{seconds});
        });
    }
    showInterval();
}

int FigureActions::chosenSeconds(const QSettings &settings)
{
    return settings.value(intervalKey(), DefaultSeconds).toInt();
}

void FigureActions::showInterval()
{
    // What is asked is the session's word, not the menu's.
    const int seconds = m_store.cluster().session().figureSeconds;
    for (QAction *action : m_intervals->actions())
        action->setChecked(action->data().toInt() == seconds);
}

void FigureActions::retranslate()
{
    const QList<QAction *> figures = m_figures->actions();
    describe(figures.front(), tr("&Release or State"),
             tr("Under each node’s name stands what it runs, or how it is"));
    for (int i = 0; i < models::FigureCount; ++i) {
        const auto figure = static_cast<Figure>(i);
        describe(figures.at(i + 1), wordFor(figure), widgets::explanationOf(figure));
    }
    describe(m_weights, tr("Link &Width by Traffic"), tr("The more packets a second, the wider a link"));
    for (QAction *action : m_intervals->actions()) {
        const int seconds = action->data().toInt();
        if (seconds == 0)
            describe(action, tr("&Never"), tr("Asks no node about its load and its traffic"));
        else
            describe(action, tr("Every %n Second(s)", nullptr, seconds),
                     tr("Asks each watched node about its load and its traffic, by one call each time"));
    }
}

} // namespace nodescope::widgets
