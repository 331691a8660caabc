#pragma once

#include <array>
#include <span>

#include "doctor/explain/LogFinding.h"

namespace nodescope::doctor {

/// One wording, as data.
///
/// `text` is compared letter by letter. Wherever it has a space the log may have any white space, a line's
/// end with the prefix of the next line, or nothing; and lines may be cut anywhere. What stands in angle
/// brackets is read:
///
///     <own> <peer>      a node's name, with whatever quotes: whose log it is; the other node
///     <word> <int>      letters, digits and _, perhaps with a colon before; digits
///     <pid> <tuple>     <0.1.0> or #PID<0.1.0>; {…} or an address
///     <rest>            up to the line's end
///     <text>            as little as the pattern allows, at most 300 bytes
///     <flags>           a list, of which the words in capitals are kept
///     <alert>           the description of a TLS alert
///
/// With a second word, as in <word reason>, it becomes the fact of that name.
struct LogPattern
{
    enum Trait : quint8 {
        Plain = 0,
        PeerDialled = 1, ///< the peer dialled the node whose log it is
        OwnBefore = 2,   ///< the node's own name stands before the text, perhaps with a colon between
        LineStart = 4,   ///< only white space may stand before it in its line
        Context = 8,     ///< no finding; it only tells whose log it is
        Repeated = 16,   ///< no finding; it says again what was said before
    };

    const char *text;
    LogWording wording;
    cluster::Cause cause = cluster::Cause::Unknown;
    cluster::Certainty certainty = cluster::Certainty::Certain;
    std::array<cluster::Cause, 5> candidates{}; ///< Cause::None ends them
    quint8 traits = Plain;
};

/// The tables, in the order in which they are tried: of two that fit at one place the first wins.
[[nodiscard]] std::span<const LogPattern> handshakePatterns();
[[nodiscard]] std::span<const LogPattern> startPatterns();
[[nodiscard]] std::span<const LogPattern> linkPatterns();
[[nodiscard]] std::span<const LogPattern> toolPatterns();

} // namespace nodescope::doctor
