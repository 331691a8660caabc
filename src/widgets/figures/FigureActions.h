#pragma once

#include <QActionGroup>
#include <QSettings>

#include "cluster/ClusterStore.h"
#include "cluster/Intent.h"
#include "widgets/common/ActionSet.h"

namespace nodescope::widgets {

class GraphView;

/// What is asked of nodes about their load, and what of it the graph shows. Remembered in the settings.
class FigureActions : public ActionSet
{
    Q_OBJECT

public:
    /// All must outlive the set.
    FigureActions(const cluster::ClusterStore &store, GraphView &graph, QSettings &settings, QObject *parent);
    void retranslate() override;

    [[nodiscard]] QList<QAction *> figures() const { return m_figures->actions(); }
    [[nodiscard]] QList<QAction *> intervals() const { return m_intervals->actions(); }
    [[nodiscard]] QAction *weights() const { return m_weights; }

    /// The interval that a person chose last, in seconds: what a session begins with.
    [[nodiscard]] static int chosenSeconds(const QSettings &settings);

Q_SIGNALS:
    void intent(const nodescope::cluster::Intent &intent);

private:
    void addFigures();
    void addIntervals();
    void showInterval();

    const cluster::ClusterStore &m_store;
    GraphView &m_graph;
    QSettings &m_settings;
    QActionGroup *m_figures;
    QActionGroup *m_intervals;
    QAction *m_weights;
};

} // namespace nodescope::widgets
