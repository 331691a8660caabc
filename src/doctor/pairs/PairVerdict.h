#pragma once

#include "cluster/Diagnosis.h"
#include "cluster/Examination.h"
#include "doctor/pairs/PairEvidence.h"

namespace nodescope::doctor {

/// Why A does not connect to B, and how sure that is. Pure and thread-safe.
///
/// A link that stands is no failure (Cause::None); then the detail is `hidden` if it is a hidden one, which
/// `nodes()` does not list, `auto_connect_off` if A would not have set it up by itself, or `one_view` if
/// only B could be asked. Without an attempt and without an obstacle it is Unknown with the detail
/// `not_tried`; the candidates are then what was not ruled out.
[[nodiscard]] cluster::Diagnosis diagnose(const PairEvidence &evidence);

/// Both nodes' settings side by side: those that explain the failure first, then those that differ. Rows
/// of which nothing is known are left out.
///
/// The identifiers: `cookie` (only `1` and `2`), `name_mode`, `proto_dist`, `tls_client`, `allowed`,
/// `net_kernel`, `otp_release`, `erts`, `elixir`, `flags` (those that the other demands and it lacks),
/// `net_ticktime`, `connect_all`, `dist_auto_connect`, `prevent_overlapping_partitions`, `dist_listen`,
/// `listen_ports`, `epmd_port`, `erl_epmd_port`, `epmd_module`, `start_epmd`, `own_epmd`; and what each
/// sees of the other: `resolves`, `epmd_answer`, `port_opens`, `link`.
[[nodiscard]] QList<cluster::SettingPair> settingsOf(const PairEvidence &evidence);

} // namespace nodescope::doctor
