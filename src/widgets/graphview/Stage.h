#pragma once

#include <memory>

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QSet>

#include "cluster/ClusterStore.h"
#include "graph/LayoutJob.h"
#include "models/NodeFilter.h"
#include "models/Trends.h"
#include "widgets/common/Pace.h"
#include "widgets/graphview/Motion.h"
#include "widgets/graphview/Picture.h"
#include "widgets/graphview/Placement.h"
#include "widgets/graphview/Silences.h"
#include "widgets/graphview/Travels.h"

namespace nodescope::widgets {

/// The graph behind the view: follows a ClusterStore, finds places for what is new, and moves it
/// there. Knows no mouse, key or pixel of the widget. Owned by the GraphView; `store` outlives it.
class Stage : public QObject
{
    Q_OBJECT

public:
    explicit Stage(cluster::ClusterStore &store, QObject *parent = nullptr);

    [[nodiscard]] const graph::Graph &graph() const { return m_graph; }
    /// The stage fills everything of it but view, viewport, pointer and selection, which are the view's.
    [[nodiscard]] Picture &picture() { return m_picture; }
    [[nodiscard]] const Picture &picture() const { return m_picture; }

    void setTheme(const Theme &theme);
    /// Gives a copy of the picture the colours of another theme.
    void dress(Picture &picture, const Theme &theme) const;
    void setReducedMotion(bool reduced);
    [[nodiscard]] bool reducedMotion() const { return m_reducedMotion; }

    void setLayoutKind(graph::LayoutKind kind);
    void layoutAgain();
    [[nodiscard]] bool canUndo() const { return !m_undo.empty(); }
    void undo();

    [[nodiscard]] Placements placements() const;
    void setPlacements(const Placements &placements);
    /// Before a person moves a node: what undo() goes back to.
    void rememberForUndo();
    void dragNode(int node, const QPointF &scene);
    void setPinned(int node, bool pinned);

    /// Where figures and rates come from; it must outlive the stage.
    void setTrends(const models::Trends &trends);
    /// Stands under the names of nodes that are up and tell it; else their release.
    void setFigure(std::optional<models::Figure> figure);
    [[nodiscard]] std::optional<models::Figure> figure() const { return m_figure; }
    void setWeighted(bool weighted);

    /// Nodes and links that it does not find are painted faint; an empty one finds all.
    void setFilter(const models::NodeFilter &filter);

    void setMeshesOpen(bool open);
    void setPresenting(bool presenting);
    [[nodiscard]] bool meshesOpen() const { return m_meshesOpen; }

    /// Brings what moves to the present; to be called at each frame while isActive().
    void advance();
    [[nodiscard]] bool isActive() const { return m_motion.isActive() || m_travels.isActive() || m_job; }
    /// Links being set up move their dots, if motion is allowed.
    [[nodiscard]] bool hasMovingDots() const { return m_connecting > 0 && !m_reducedMotion; }
    /// Where each node will be once everything has come to rest, in the graph's order.
    [[nodiscard]] graph::Positions positionsAtRest() const;

Q_SIGNALS:
    void layoutKindChanged(nodescope::graph::LayoutKind kind);
    /// Something is to be painted anew. At most one per batch of deltas.
    void changed();
    /// Nodes came, went or were laid out: a view that shows everything must fit again.
    void arranged();
    void undoAvailable(bool available);

private:
    /// What undo() goes back to.
    struct Before
    {
        graph::LayoutKind kind;
        Placements placements;
    };

    void follow();
    void reload();
    void takeNode(const base::NodeName &name);
    void takeLink(const cluster::LinkKey &key);
    void takeTraffic(const cluster::LinkKey &key);
    void takeMessage(const cluster::MessageStep &step);
    void dropNode(const base::NodeName &name);
    void dropLink(const cluster::LinkKey &key);
    void settle();
    void arrange();
    /// Of a large graph that changes all the time, places are not sought at each change.
    void arrangeSoon();
    void startLayout(bool everything);
    void startLayout(const std::vector<int> &order, graph::LayoutInput input, bool everything);
    /// Where nothing is laid out anew: pushes what lies over each other apart, `settled` nodes last.
    void makeRoom(const QSet<base::NodeName> &settled);
    void place(const Placements &placements);
    void applyPositions(const std::vector<base::NodeName> &names, const graph::Positions &positions);
    /// Gives nodes their remembered places; answers with those that got one.
    QSet<base::NodeName> applyRemembered();
    void bendLinks();
    void refreshLooks();
    void refreshStaleLooks();
    void findMeshes();
    void linksChanged();
    void findMeshesSoon();
    void takeFigure(const base::NodeName &name);
    void takeRate(const cluster::LinkKey &key);
    [[nodiscard]] NodeLook nodeLook(int index, const Theme &theme) const;
    [[nodiscard]] LinkLook linkLook(int index, const Theme &theme) const;
    void fadeUnlessFound(NodeLook &look, const cluster::Node &node, const Theme &theme) const;
    void fadeUnlessFound(LinkLook &look, const cluster::Link &link, const Theme &theme) const;
    [[nodiscard]] static bool carriesWeight(const LinkLook &look);
    void findGroups();
    void findPartitions();
    void listLinks();
    [[nodiscard]] graph::LayoutInput layoutInput(const std::vector<int> &order) const;
    /// Whether a node's title is its full name: where no hull tells its host.
    [[nodiscard]] bool titlesNameHosts() const { return !m_picture.showsHulls() && !m_picture.presenting; }
    [[nodiscard]] bool isYoung(const base::NodeName &name) const;
    [[nodiscard]] qint64 now() const { return m_clock.elapsed(); }

    cluster::ClusterStore &m_store;
    const models::Trends *m_trends = nullptr;
    std::optional<models::Figure> m_figure;
    graph::Graph m_graph;
    Picture m_picture;
    Motion m_motion;
    Travels m_travels;
    Silences m_silences;
    models::NodeFilter m_filter;
    QElapsedTimer m_clock;
    bool m_reducedMotion = false;
    bool m_meshesOpen = false;
    Pace m_meshesPace;
    Pace m_arrangePace;
    bool m_topologyChanged = false;
    bool m_messageCame = false; ///< in this batch
    bool m_looksStale = false;  ///< all of them; otherwise only those listed below
    std::vector<int> m_staleNodes;
    std::vector<int> m_staleLinks;
    int m_connecting = 0;
    QHash<base::NodeName, qint64> m_born; ///< of nodes that appeared lately
    Placements m_remembered;              ///< of nodes that are not there yet
    std::vector<Before> m_undo;
    std::unique_ptr<graph::LayoutJob> m_job;
    std::vector<base::NodeName> m_jobNames;
};

} // namespace nodescope::widgets
