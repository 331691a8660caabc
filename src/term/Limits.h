#pragma once

#include <QtGlobal>

namespace nodescope::term {

/// What a term from outside may cost us. Checked before memory is taken; exceeding one is a
/// DecodeError or ParseError that names the limit. Values, so that each link can have its own.
struct Limits
{
    /// Bytes of one encoded term (before inflation).
    qsizetype frameBytes = 64 * 1024 * 1024;
    /// Bytes that a compressed term (tag 80) may inflate to.
    qsizetype inflatedBytes = 64 * 1024 * 1024;
    /// Values in one term: every leaf and every container counts one; the end of a proper list counts
    /// none; STRING_EXT counts one. The default, 5 Mi, is 80 MiB of cells.
    qsizetype values = 5 * 1024 * 1024;
    /// Distinct atoms in one term; OTP's own default for a whole node.
    qsizetype atoms = 1024 * 1024;
    /// Digits of a decimal number in text. (Conversion is quadratic; bases 2, 4, 8, 16, 32 are not.)
    qsizetype decimalDigits = 100'000;
};

/// An atom holds at most this many characters (not bytes).
inline constexpr int MaxAtomCharacters = 255;
/// A reference holds at most this many 32-bit words.
inline constexpr int MaxReferenceWords = 5;
/// A tuple holds fewer elements than this (OTP 27 and later refuse more).
inline constexpr qsizetype MaxTupleSize = (1 << 24) - 1;

} // namespace nodescope::term
