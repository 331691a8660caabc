#pragma once

#include "Misbehaviour.h"

namespace nodescope::test::evil {

/// What a peer does wrong once the link is up. `outcome` is why the link goes down, or `up` and what was
/// dropped with how often, in the order of the alphabet.
struct LinkMisbehaviour
{
    const char *name;
    /// Frames, from its name and our own on the link (with our creation).
    std::function<Script(const QByteArray &victim, quint32 creation)> script;
    const char *outcome;
    bool plain = false; ///< without headers: neither fragments nor atom cache agreed
};
using LinkMisbehaviours = std::vector<LinkMisbehaviour>;

[[nodiscard]] LinkMisbehaviours brokenFrames();
[[nodiscard]] LinkMisbehaviours brokenHeaders();
[[nodiscard]] LinkMisbehaviours brokenSignals();
[[nodiscard]] LinkMisbehaviours lyingSignals();

/// The handshake before it, in either role.
[[nodiscard]] Script goodAcceptor(quint64 flags);
[[nodiscard]] Script goodCaller(quint64 flags);

} // namespace nodescope::test::evil
