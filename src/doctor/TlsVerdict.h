#pragma once

#include "dist/tls/TlsFailure.h"
#include "doctor/Verdict.h"

namespace nodescope::doctor {

/// What a failed TLS connection of ours means. The detail of Cause::TlsCertificate is one of
/// `host_mismatch`, `common_name_only`, `unknown_issuer`, `self_signed`, `expired`, `not_yet_valid`,
/// `issuer_no_ca`, `wrong_purpose`, `bad_certificate`, `no_peer_certificate` (the peer's certificate),
/// `own_missing`, `own_unknown_issuer`, `own_refused` (ours).
[[nodiscard]] Verdict verdictOf(const dist::TlsFailure &failure);

} // namespace nodescope::doctor
