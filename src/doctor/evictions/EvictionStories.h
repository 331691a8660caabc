#pragma once

#include "cluster/Event.h"
#include "cluster/Link.h"
#include "doctor/EvictionText.h"
#include "doctor/evictions/Prevention.h"

namespace nodescope::doctor {

/// Finds where `global` disconnected nodes to prevent overlapping partitions, and what set it off, from
/// what watched nodes said of their connections. Pure and thread-safe. `events` in the order of Event::at;
/// other kinds than NodeUp and NodeDown are passed over.
///
/// The rule: after a link was lost, nodes that prevent overlapping partitions disconnect one of its ends
/// (`nodedown_reason` disconnect) within a few seconds, and so on from there. A link that was only closed by
/// the other end, as all links of a node that dies are, is no such disconnection. Nodes that are known not to
/// prevent partitions, and hidden links, take no part.
///
/// What can be known: the order in which the words reached us, and who disconnected whom. What cannot:
/// whether a person had those nodes disconnect, which looks the same; so nothing here is more than almost
/// certain.
[[nodiscard]] QList<EvictionStory> evictionStories(const QList<cluster::Event> &events,
                                                   const Prevention &prevention);

} // namespace nodescope::doctor
