#pragma once

#include <QObject>

#include "dist/LocalProcess.h"
#include "lab/FunctionTable.h"

namespace nodescope::lab {

class PracticeNode;

/// The registered process `rex`: function calls as messages, as `rpc` sends them to nodes that lack
/// `erpc` and as C and Java nodes send them always. Calls in the node's function table only.
///
/// Understands `{call, M, F, A, GroupLeader}` and `block_call` by `gen_server:call` and as plain
/// message, `cast` and `block_cast`, and the question for features. Owned by its LocalNode.
class RexServer final : public QObject
{
    Q_OBJECT

public:
    explicit RexServer(PracticeNode &node);

    /// What rex replies for a result: the value, the thrown term, or `{badrpc, {'EXIT', …}}`.
    [[nodiscard]] static term::Term replyTerm(const FunctionResult &result);

private:
    void take(const term::Term &message, const base::NodeName &peer);
    void takePlain(const term::Term &message, const base::NodeName &peer);
    bool call(const term::Term &request, const base::NodeName &peer, const FunctionReply &reply) const;

    PracticeNode &m_node;
    dist::LocalProcess *m_process = nullptr; // owned by the LocalNode
};

} // namespace nodescope::lab
