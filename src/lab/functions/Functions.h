#pragma once

#include "lab/FunctionTable.h"

namespace nodescope::lab {
class PracticeNode;
}

/// The functions of practice nodes, a file for each subject. Each function here adds its own to a table; the
/// node must outlive the table.
namespace nodescope::lab::functions {

/// `erlang`: what the node is and sees.
void addErlang(FunctionTable &table, PracticeNode &node);
/// `erlang`: sending, and looking up registered names.
void addErlangMessaging(FunctionTable &table, PracticeNode &node);
/// `erlang` and `auth`: setting cookies. Asking for one is refused: it never leaves the node.
void addCookies(FunctionTable &table, PracticeNode &node);
/// `net_kernel`, and `erlang:disconnect_node/1`.
void addNetKernel(FunctionTable &table, PracticeNode &node);
/// `net_adm`, `erl_epmd` and `inet`: names, ports and addresses.
void addNetAdm(FunctionTable &table, PracticeNode &node);
/// `erpc`, `rpc` and `gen_server` calls to other nodes; `erlang:exit/2`, `erlang:is_process_alive/1`.
void addCalls(FunctionTable &table, PracticeNode &node);
/// `erl_eval:exprs/2` for our own expressions; all others are refused.
void addEvaluation(FunctionTable &table, PracticeNode &node);
/// What the node says of its load and its links, for Nodescope's own question.
[[nodiscard]] FunctionResult figures(const PracticeNode &node);
/// Its processes, one of them, and supervision trees (none), for Nodescope's own questions.
[[nodiscard]] FunctionResult processes(const PracticeNode &node, const term::Term &bindings);
[[nodiscard]] FunctionResult process(const PracticeNode &node, const term::Term &bindings);
[[nodiscard]] FunctionResult supervision();
/// `init`, `application`, `lists`, `os`: what observers and learners ask for besides.
void addStandard(FunctionTable &table, PracticeNode &node);

} // namespace nodescope::lab::functions
