#pragma once

#include <QtGlobal>

/// The first byte of EPMD's messages (erl_dist_protocol, "EPMD protocol"). For this folder only.
namespace nodescope::protocol::epmd::code {

inline constexpr quint8 Dump = 100;
inline constexpr quint8 Kill = 107;
inline constexpr quint8 Names = 110;
inline constexpr quint8 Stop = 115;
inline constexpr quint8 AliveWideReply = 118;
inline constexpr quint8 PortReply = 119;
inline constexpr quint8 Alive = 120;
inline constexpr quint8 AliveReply = 121;
inline constexpr quint8 Port = 122;

} // namespace nodescope::protocol::epmd::code

namespace nodescope::protocol::epmd {
/// The longest name that EPMD stores, in bytes.
inline constexpr qsizetype MaxNameBytes = 255;
} // namespace nodescope::protocol::epmd
