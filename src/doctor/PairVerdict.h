#pragma once

#include <optional>

#include "cluster/Diagnosis.h"
#include "dist/DialReport.h"

namespace nodescope::doctor {

/// What was found out about an attempt of node A to connect to node B, which A itself only answers
/// with `false`. Everything is what a node said or what an attempt of ours showed; empty: not known.
struct PairEvidence
{
    base::NodeName a;
    base::NodeName b;
    QDateTime time;           ///< when the attempt ended, UTC
    base::Duration elapsed{}; ///< of A's attempt

    /// `inet:getaddr/2` on A, for B's host: the address, or the error's atom.
    std::optional<bool> resolves;
    QString resolution;
    /// `erl_epmd:port_please/2` on A, for B.
    enum class Epmd { Unknown, Found, NotRegistered, Unreachable };
    Epmd epmd = Epmd::Unknown;
    QString epmdAnswer; ///< the port, or the reason
    /// Whether A's cookie for B equals B's cookie for A, by digests that each computed.
    std::optional<bool> cookiesEqual;
    /// Our own attempt to reach B with the cookie that A uses for B, if we hold it.
    std::optional<dist::DialReport> ourAttempt;
    /// Whether that cookie is proven to be the one that A uses for B.
    std::optional<bool> triedCookieOfA;
    /// Our own probe of B, without any cookie.
    std::optional<dist::DialReport> probe;
};

/// Says why A could not connect to B. Pure and thread-safe.
[[nodiscard]] cluster::Diagnosis diagnose(const PairEvidence &evidence);

} // namespace nodescope::doctor
