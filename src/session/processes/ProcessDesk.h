#pragma once

#include <deque>

#include <QHash>
#include <QObject>

#include "cluster/Intent.h"
#include "cluster/Process.h"
#include "dist/LocalNode.h"

namespace nodescope::session {

/// Asks nodes for their processes, as people want them: some at a time (resources/probes/processes.erl), and
/// one with all that it is tied to (process.erl). Each is one call of `erl_eval:exprs/2`.
///
/// A node is asked one question at a time, so that a person who scrolls, or several panes, burden it no more
/// than one would; no more than MaxWaiting wait, the oldest give way (`superseded`).
///
/// Signals: one for each question. Lives on the network thread; `self` must outlive it.
class ProcessDesk final : public QObject
{
    Q_OBJECT

public:
    static constexpr int MaxWaiting = 32;
    /// Ties of each kind that are asked for.
    static constexpr int TiesOfAKind = 200;

    explicit ProcessDesk(dist::LocalNode &self, QObject *parent = nullptr);

    void ask(const cluster::AskProcesses &question);
    void ask(const cluster::AskProcess &question);

Q_SIGNALS:
    void pageTold(const nodescope::cluster::ProcessPage &page);
    void detailTold(const nodescope::cluster::ProcessDetail &detail);

private:
    using Question = std::variant<cluster::AskProcesses, cluster::AskProcess>;
    struct Asked
    {
        bool busy = false;
        std::deque<Question> waiting;
    };

    void enqueue(const base::NodeName &node, Question question);
    void askNext(const base::NodeName &node);
    void put(const cluster::AskProcesses &question);
    void put(const cluster::AskProcess &question);
    void call(const base::NodeName &node, const term::Term &forms, const term::Term &bindings,
              const dist::CallHandler &handler);
    void refuse(const Question &question, const QString &why);

    dist::LocalNode &m_self;
    QHash<base::NodeName, Asked> m_nodes;
};

} // namespace nodescope::session
