#pragma once

#include <functional>
#include <variant>
#include <vector>

#include <QString>

#include "base/NodeName.h"
#include "term/Term.h"

namespace nodescope::dist {

class LocalProcess;

/// A SPAWN_REQUEST that came in.
struct SpawnRequest
{
    base::NodeName peer; ///< who is at the other end of the link
    term::Pid from;      ///< who asks
    term::Pid groupLeader;
    term::Reference reference;
    QString module;
    QString function;
    std::vector<term::Term> arguments;
    bool monitor = false;
    bool link = false;
};

/// No process is made; the asker gets this atom, e.g. `notsup` or `system_limit`.
struct SpawnRefused
{
    QString atom;
};
/// A process is made. The asker has been told when `run` is called with it, once, in the same turn of
/// the loop; the process lives until its exit() is called, whose reason the asker's monitor gets.
struct SpawnAccepted
{
    std::function<void(LocalProcess &)> run;
};
using SpawnDecision = std::variant<SpawnRefused, SpawnAccepted>;

/// Decides about spawn requests. Without one, LocalNode refuses with `notsup`.
using SpawnHandler = std::function<SpawnDecision(const SpawnRequest &)>;

} // namespace nodescope::dist
