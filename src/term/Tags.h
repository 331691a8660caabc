#pragma once

#include <QtGlobal>

/// Tags of the External Term Format (erl_ext_dist): the byte that a value begins with.
namespace nodescope::term::Tag {

inline constexpr quint8 Version = 131;

inline constexpr quint8 Record = 67;
inline constexpr quint8 NewFloat = 70;
inline constexpr quint8 BitBinary = 77;
inline constexpr quint8 Compressed = 80;
inline constexpr quint8 AtomCacheReference = 82;
inline constexpr quint8 NewPid = 88;
inline constexpr quint8 NewPort = 89;
inline constexpr quint8 NewerReference = 90;
inline constexpr quint8 SmallInteger = 97;
inline constexpr quint8 Integer = 98;
inline constexpr quint8 Float = 99;
inline constexpr quint8 Atom = 100;
inline constexpr quint8 Reference = 101;
inline constexpr quint8 Port = 102;
inline constexpr quint8 Pid = 103;
inline constexpr quint8 SmallTuple = 104;
inline constexpr quint8 LargeTuple = 105;
inline constexpr quint8 Nil = 106;
inline constexpr quint8 String = 107;
inline constexpr quint8 List = 108;
inline constexpr quint8 Binary = 109;
inline constexpr quint8 SmallBig = 110;
inline constexpr quint8 LargeBig = 111;
inline constexpr quint8 NewFun = 112;
inline constexpr quint8 Export = 113;
inline constexpr quint8 NewReference = 114;
inline constexpr quint8 SmallAtom = 115;
inline constexpr quint8 Map = 116;
inline constexpr quint8 AtomUtf8 = 118;
inline constexpr quint8 SmallAtomUtf8 = 119;
inline constexpr quint8 V4Port = 120;

} // namespace nodescope::term::Tag
