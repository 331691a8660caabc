#pragma once

#include <optional>

#include <QList>

#include "cluster/ClusterStore.h"
#include "cluster/Intent.h"

namespace nodescope::widgets {

/// What a person must be told, and agree to, before an intent is carried out on a live node.
struct ActQuestion
{
    /// One thing that will run, in Erlang's words, and where.
    struct Step
    {
        /// What the person wants done: that code is run, or something that is more than code tells.
        enum class Purpose { Run, StepDialling, StepDialled };

        base::NodeName where;
        QString code; ///< empty: nothing runs there but what is said in the handshake
        Purpose purpose = Purpose::Run;
    };
    QList<Step> steps;
    bool armed = false;               ///< acting is allowed already; otherwise agreeing arms it
    bool mayPartition = false;        ///< `global` may drop more links than this one
    QList<base::NodeName> preventing; ///< of the two ends, those that told that their `global` does so
    std::optional<base::NodeName> to; ///< the other node concerned
};

/// Decides which intents may go straight on, and which are acts on nodes that are not practice nodes.
/// Holds no state of its own; the store must outlive it.
class ActGuard
{
public:
    explicit ActGuard(const cluster::ClusterStore &store);

    /// Whether the intent has a node do something (and not only tell us something).
    [[nodiscard]] static bool isAct(const cluster::Intent &intent);
    /// Empty when the intent may go on at once.
    [[nodiscard]] std::optional<ActQuestion> questionFor(const cluster::Intent &intent) const;
    /// Whether `global` may take other links down when this one is cut (protocol.md 8.2): not where the link
    /// is hidden, or neither end prevents overlapping partitions, as it told or by its release. What is not
    /// known may be.
    [[nodiscard]] bool mayPartition(const cluster::LinkKey &link) const;

private:
    [[nodiscard]] bool isPractice(const base::NodeName &node) const;
    [[nodiscard]] bool prevents(const base::NodeName &node) const;

    const cluster::ClusterStore &m_store;
};

} // namespace nodescope::widgets
