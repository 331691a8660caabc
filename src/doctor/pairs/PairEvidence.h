#pragma once

#include <optional>

#include <QDateTime>

#include "dist/DialReport.h"
#include "doctor/settings/NodeSettings.h"

namespace nodescope::doctor {

/// What was found out about why node A does not connect to node B. Everything is what a node said or what
/// an attempt of ours showed; empty: not known. Holds digests, so it never leaves this process.
struct PairEvidence
{
    base::NodeName a;
    base::NodeName b;
    QDateTime time; ///< when the last of it came, UTC

    /// Source::None: that node told nothing, either since we do not reach it or since it evaluates nothing.
    NodeSettings ofA;
    NodeSettings ofB;

    /// `net_kernel:connect_node/1` on A, with consent.
    enum class Attempt : quint8 { NotTried, Connected, Refused, NoAnswer };
    Attempt attempt = Attempt::NotTried;
    base::Duration elapsed{}; ///< of A's attempt

    /// Our own attempt to reach A, where it failed.
    std::optional<dist::DialReport> attemptOnA;
    /// Our own attempt to reach B with the cookie that we use towards A.
    std::optional<dist::DialReport> ourAttempt;
    /// Whether that cookie is proven to be the one that A uses for B.
    std::optional<bool> triedCookieOfA;
    /// Our own probe of B, without any cookie.
    std::optional<dist::DialReport> probe;
    /// Whether our attempts on B were encrypted.
    bool weUsedTls = false;

    [[nodiscard]] bool knowsA() const { return ofA.source != NodeSettings::Source::None; }
    [[nodiscard]] bool knowsB() const { return ofB.source != NodeSettings::Source::None; }
    /// Whether A's cookie for B equals B's cookie for A, by digests that each computed.
    [[nodiscard]] std::optional<bool> cookiesEqual() const;
    /// Whether each uses the other's own cookie for the other, so that the two values cross.
    [[nodiscard]] bool cookiesCross() const;
};

} // namespace nodescope::doctor
