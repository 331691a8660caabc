#pragma once

#include <QStringList>

#include "doctor/Verdict.h"
#include "doctor/pairs/PairEvidence.h"

/// The rules by which two nodes, each asked for its settings and its view of the other, tell why they do
/// not connect. Each rule is a fact about stock nodes of OTP 23 to 29 that was seen (protocol.md 1.5 to 1.7
/// and 6), or is weaker than certain. Pure.
namespace nodescope::doctor {

/// Something that keeps A from connecting to B, whatever else there is.
struct Obstacle
{
    Verdict verdict;
    QStringList settings; ///< the identifiers of SettingPair that show it
    /// A itself was seen to fail there, so it never came to what lies behind that rung.
    bool metByA = false;
};

/// All that is known to stand in the way, in the order in which A would run into it.
[[nodiscard]] QList<Obstacle> obstaclesOf(const PairEvidence &evidence);

// Parts of it, in that order: what A itself refuses; the way to B's port; what B says at its door.
[[nodiscard]] QList<Obstacle> obstaclesAtHome(const PairEvidence &evidence);
[[nodiscard]] QList<Obstacle> obstaclesOnTheWay(const PairEvidence &evidence);
[[nodiscard]] QList<Obstacle> obstaclesAtTheDoor(const PairEvidence &evidence);

/// What may stand in the way and cannot be ruled out by what is known, the likeliest first.
[[nodiscard]] QList<cluster::Cause> suspectsOf(const PairEvidence &evidence);

/// `net_kernel:allow/1` as the dialling side reads it: names alone.
[[nodiscard]] bool allowsDialling(const QStringList &allowed, const base::NodeName &peer);
/// As the accepting side reads it: names, hosts (`h` or `@h`), and parts before the `@` (`n@`).
[[nodiscard]] bool allowsCaller(const QStringList &allowed, const base::NodeName &caller);

} // namespace nodescope::doctor
