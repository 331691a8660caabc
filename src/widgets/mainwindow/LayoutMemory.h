#pragma once

#include <QObject>
#include <QSettings>
#include <QTimer>

#include "cluster/ClusterStore.h"
#include "widgets/graphview/Placement.h"

namespace nodescope::widgets {

class GraphView;

/// Remembers where the nodes of each cluster stand, which are pinned and how they are arranged: by the
/// cluster's profile, or by the nodes' names alone where it has none. What is remembered is there again
/// before the first node is. (ProfilePlacements keeps places in the profile itself, so that they travel with
/// it; those that were seen last on this machine win.)
///
/// Lives on the window's thread; all must outlive it.
class LayoutMemory : public QObject
{
    Q_OBJECT

public:
    /// Larger clusters arrange themselves as well as anybody remembers.
    static constexpr qsizetype MostNodes = 2000;

    LayoutMemory(const cluster::ClusterStore &store, GraphView &graph, QSettings &settings,
                 QObject *parent = nullptr);
    /// Writes what is shown now; by itself a moment after a person changed it.
    void save();

private:
    void restore();
    void followProfile();
    [[nodiscard]] QString key() const;
    [[nodiscard]] Placements remembered() const;

    const cluster::ClusterStore &m_store;
    GraphView &m_graph;
    QSettings &m_settings;
    QString m_profile;
    QTimer m_saveSoon;
};

} // namespace nodescope::widgets
