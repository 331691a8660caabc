#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include "base/Clock.h"
#include "base/NodeName.h"
#include "cluster/Cause.h"

/// How one lost link emptied a mesh, and the words for it.
namespace nodescope::doctor {

/// A link that went down, by the words of those of its ends that were watched.
struct LostLink
{
    base::NodeName by;   ///< the end that disconnected; else the end that told first
    base::NodeName node; ///< the other end
    QString reason;      ///< in the words of `by`, e.g. `disconnect`, `connection_closed`
    base::Instant at{};  ///< when the first word of it reached us
    QDateTime time;      ///< the same by our wall clock, UTC

    [[nodiscard]] bool contains(const base::NodeName &end) const { return by == end || node == end; }
    friend bool operator==(const LostLink &, const LostLink &) = default;
};

struct EvictionStory
{
    LostLink first;          ///< what set it off
    QList<LostLink> evicted; ///< what followed, in order; never empty
    cluster::Certainty certainty = cluster::Certainty::AlmostCertain;
    /// What cannot be known: `order` (words came so close that their order may be another), `prevention`
    /// (of a node that disconnected it is not known whether it prevents partitions), `first_cause` (why the
    /// first link was lost), `person` (whether somebody had the first end disconnect).
    QStringList doubts;

    friend bool operator==(const EvictionStory &, const EvictionStory &) = default;
};

/// One sentence: `The lost link between a@h and b@h made global disconnect 2 more links.`
[[nodiscard]] QString titleOf(const EvictionStory &story);
/// What happened, in order, a line each, with seconds since the first.
[[nodiscard]] QStringList stepsOf(const EvictionStory &story);
/// What cannot be known, a sentence each.
[[nodiscard]] QStringList doubtsOf(const EvictionStory &story);

} // namespace nodescope::doctor
