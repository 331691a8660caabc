#pragma once

#include <vector>

#include "Script.h"

namespace nodescope::test::evil {

/// What is special about a row of a table.
enum Trait : unsigned {
    None = 0,
    MayProve = 1, ///< the victim may send a digest: the peer asked for it by the rules
    Hasty = 2,    ///< the peer stalls: the victim has short deadlines
    Probe = 4     ///< the victim only probes
};

/// One way to behave badly, and what must come of it.
struct Misbehaviour
{
    const char *name;
    Script script;
    const char *outcome; ///< see Outcome.h
    unsigned traits = None;
};
using Misbehaviours = std::vector<Misbehaviour>;

/// Of a peer that we dial.
[[nodiscard]] Misbehaviours acceptorsBeforeTheChallenge();
[[nodiscard]] Misbehaviours acceptorsFromTheChallengeOn();
[[nodiscard]] Misbehaviours probedAcceptors();
/// Of a peer that dials us.
[[nodiscard]] Misbehaviours callersBeforeTheChallenge();
[[nodiscard]] Misbehaviours callersFromTheChallengeOn();

} // namespace nodescope::test::evil
