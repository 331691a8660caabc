#pragma once

#include <optional>

#include <QString>

#include "cluster/happenings/Happening.h"
#include "doctor/EvictionText.h"

/// What happened to a cluster, told once, and its words.
namespace nodescope::doctor {

/// A happening; and where one lost link had `global` disconnect nodes until the cluster was in parts, that as
/// well: it is the same story.
struct Story
{
    cluster::Happening what;
    std::optional<EvictionStory> evictions;

    friend bool operator==(const Story &, const Story &) = default;
};

/// One sentence with the time of day: `3 nodes on db1 lost the other 4 at 14:03:07, net_tick_timeout; healed
/// after 41 s`.
[[nodiscard]] QString sentenceOf(const Story &story);
/// The same without how it ended: for the moment in which it begins.
[[nodiscard]] QString beginningOf(const Story &story);
/// `3 nodes on db1`, `billing@db1`, `4 nodes`.
[[nodiscard]] QString groupText(const QList<base::NodeName> &group);

} // namespace nodescope::doctor
