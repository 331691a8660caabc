#pragma once

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include "cluster/Process.h"
#include "dist/LocalNode.h"

namespace nodescope::session {

/// Keeps the supervision trees of those nodes that a person looks at, and sees restarts as they happen.
///
/// A node is asked for its trees (resources/probes/supervision.erl, one call of `erl_eval:exprs/2`, which
/// asks each supervisor `count_children` and `which_children`), and everybody who stands in them is monitored
/// by a process of ours, up to MaxMonitors. When one ends, the node is asked again, at most once in `Pause`;
/// whoever stands where another stood before, and whose end we saw, is a restart. Since children that are
/// added make no noise, it is asked every `Interval` besides. Nothing is asked or monitored once it is left.
///
/// Signal: `told` after each answer. Lives on the network thread; `self` must outlive it.
class SupervisionDesk final : public QObject
{
    Q_OBJECT

public:
    static constexpr int MaxMonitors = 2000;
    static constexpr int MostChildren = 500; ///< of one supervisor
    static constexpr base::Duration Pause = std::chrono::milliseconds(400);
    static constexpr base::Duration Interval = std::chrono::seconds(10);

    explicit SupervisionDesk(dist::LocalNode &self, QObject *parent = nullptr);
    ~SupervisionDesk() override;

    void watch(const base::NodeName &node);
    void leave(const base::NodeName &node);

Q_SIGNALS:
    void told(const nodescope::cluster::SupervisionTree &tree);

private:
    struct Watched;

    void ask(const base::NodeName &node);
    void onAnswer(const base::NodeName &node, quint64 life, const dist::CallResult &result);
    void takeTree(Watched &watched, cluster::SupervisionTree &tree);
    void monitorAll(Watched &watched);
    void onDown(const base::NodeName &node, const term::Reference &monitor, const term::Term &reason);

    dist::LocalNode &m_self;
    QHash<base::NodeName, Watched *> m_nodes; // owned
    quint64 m_lives = 0;
};

} // namespace nodescope::session
