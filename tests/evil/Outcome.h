#pragma once

#include "dist/DialReport.h"
#include "dist/EpmdClient.h"
#include "dist/Link.h"

/// Outcomes as one line each, so that a table can hold what is expected: reason, detail, `@` the step,
/// `+` the offset.
namespace nodescope::test::evil {

[[nodiscard]] QString outcomeOf(const protocol::HandshakeError &error);
[[nodiscard]] QString outcomeOf(const dist::DialReport &report);
[[nodiscard]] QString outcomeOf(const dist::link_down::Reason &reason);
[[nodiscard]] QString outcomeOf(const protocol::epmd::EpmdError &error);
[[nodiscard]] QString outcomeOf(const dist::EpmdAnswer &answer);

} // namespace nodescope::test::evil
