#pragma once

#include <QObject>

#include "dist/SpawnHandler.h"
#include "lab/FunctionTable.h"

namespace nodescope::lab {

class PracticeNode;

/// Answers spawn requests natively, by what they ask for:
/// `erpc:execute_call/4` and `execute_cast/3` run a function of the table, the result being the exit
/// reason as erpc wants it; `erl_eval:exprs/2` with exactly our watch expression starts a Watcher, with our
/// relay expression a Relayer; any other function of the table runs and its process ends. What is not in the
/// table ends with `undef`, as a spawned process does on any node. Other expressions end with
/// `{not_evaluated, practice_node}`.
///
/// Owned by its LocalNode.
class SpawnServer final : public QObject
{
    Q_OBJECT

public:
    explicit SpawnServer(PracticeNode &node);

    /// The exit reason of erpc's process: `{Ref, return, Value}`, `{Ref, error, Reason, Stack}` …
    [[nodiscard]] static term::Term erpcReason(const term::Term &reference, const FunctionResult &result);
    /// The exit reason of a plain process that ran a function.
    [[nodiscard]] static term::Term exitReason(const FunctionResult &result);

private:
    [[nodiscard]] dist::SpawnDecision decide(const dist::SpawnRequest &request);
    [[nodiscard]] dist::SpawnDecision runErpc(const dist::SpawnRequest &request);
    [[nodiscard]] dist::SpawnDecision runEvaluation(const dist::SpawnRequest &request);
    [[nodiscard]] dist::SpawnDecision run(const FunctionCall &call,
                                          std::function<term::Term(const FunctionResult &)> reason);

    PracticeNode &m_node;
};

} // namespace nodescope::lab
