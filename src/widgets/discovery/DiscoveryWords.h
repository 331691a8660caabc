#pragma once

#include <QString>

#include "cluster/Disagreement.h"
#include "cluster/Discovery.h"
#include "cluster/Profile.h"

/// The words for sources of discovery, in the language of the moment.
namespace nodescope::widgets {

/// `EPMD`, `DNS`, `gossip`: as a word in a sentence.
[[nodiscard]] QString wordFor(cluster::SourceKind kind);
/// What is asked: `EPMD of db1, port 4369`.
[[nodiscard]] QString titleOf(const cluster::SourceSpec &spec);
/// What came of asking it last: a word, or why there is no answer.
[[nodiscard]] QString stateOf(const cluster::DiscoverySource &source);
[[nodiscard]] QString sentenceFor(cluster::SourceProblem problem);
/// `EPMD (port 4711), DNS`: the sources, each once.
[[nodiscard]] QString sourcesIn(const QList<cluster::Sighting> &sightings);
/// `in DNS, not in EPMD`.
[[nodiscard]] QString sentenceFor(const cluster::Disagreement &disagreement);
[[nodiscard]] QString sentenceFor(const cluster::ProfileError &error);

} // namespace nodescope::widgets
