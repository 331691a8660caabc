#pragma once

#include <set>
#include <utility>

#include <QHash>
#include <QObject>
#include <QTimer>

#include "dist/LocalNode.h"
#include "session/FigureAnswer.h"

namespace nodescope::session {

/// Asks the nodes that it is given for their figures and counters, one after another, at an interval.
///
/// One call of `erl_eval:exprs/2` each (resources/probes/figures.erl). A node is never asked while it still
/// owes an answer, and no more than MaxOpen are asked at once: where that takes longer than the interval,
/// it takes longer. A node that cannot answer (a C node, one that evaluates nothing) is left alone after
/// MaxRefusals.
///
/// Signal: `answered` for each answer. Lives on the network thread.
class FigureDesk final : public QObject
{
    Q_OBJECT

public:
    static constexpr int MaxOpen = 16;
    static constexpr int MaxRefusals = 2;

    /// `self` must outlive this object.
    explicit FigureDesk(dist::LocalNode &self, QObject *parent = nullptr);

    /// 0: nobody is asked.
    void setInterval(base::Duration interval);
    [[nodiscard]] base::Duration interval() const { return m_interval; }
    void add(const base::NodeName &node);
    void remove(const base::NodeName &node);
    /// How many questions are open now.
    [[nodiscard]] int openQuestions() const { return m_open; }

Q_SIGNALS:
    void answered(const nodescope::base::NodeName &node, const nodescope::session::FigureAnswer &answer);

private:
    struct Asked
    {
        base::Instant due{};
        int refusals = 0;
        quint64 life = 0; ///< tells a node from one that came under its name later
    };
    using Due = std::pair<base::Instant, base::NodeName>;

    void askDue();
    void askAt(const base::NodeName &node, base::Instant due);
    void ask(const base::NodeName &node);
    void onAnswer(const base::NodeName &node, quint64 life, const dist::CallResult &result);

    dist::LocalNode &m_self;
    base::Duration m_interval{};
    QHash<base::NodeName, Asked> m_nodes;
    std::set<Due> m_waiting; ///< nodes that owe no answer
    int m_open = 0;
    QTimer m_timer;
    quint64 m_lives = 0;
};

} // namespace nodescope::session
