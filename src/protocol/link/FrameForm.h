#pragma once

#include <QtGlobal>

/// What a frame of a link begins with (erl_ext_dist, "Distribution Header"): shared by who reads frames and
/// who writes them.
namespace nodescope::protocol::frame {

inline constexpr qsizetype LengthBytes = 4;
inline constexpr quint8 Version = 131;
inline constexpr quint8 PassThrough = 112;
// What follows 131 in a frame with header.
inline constexpr quint8 NormalHeader = 68;
inline constexpr quint8 FirstFragment = 69;
inline constexpr quint8 FurtherFragment = 70;

} // namespace nodescope::protocol::frame
