#pragma once

#include <optional>

#include <QByteArray>
#include <QString>

#include "term/detail/Cell.h"

/// Arithmetic on integers of any size, kept as sign and little-endian magnitude.
namespace nodescope::term::detail {

/// An Integer cell if the value fits into 64 bits, else a BigInteger cell that points into `magnitude`,
/// without leading zeros.
[[nodiscard]] Cell integerCell(bool negative, const uchar *magnitude, quint32 size);

/// Decimal digits. Quadratic in time.
[[nodiscard]] QString decimalDigits(QByteArrayView magnitude);
/// Hexadecimal digits, upper case, without leading zeros. Linear.
[[nodiscard]] QString hexDigits(QByteArrayView magnitude);
/// The value of digits in a base of 2 to 36, without separators; empty if a digit is not one of the base.
/// Linear where the base is a power of two, else quadratic.
[[nodiscard]] std::optional<QByteArray> magnitudeOf(QStringView digits, int base);
/// The value of one digit, 36 if it is none.
[[nodiscard]] int digitValue(QChar digit);

/// Compares magnitudes without leading zeros.
[[nodiscard]] int compareMagnitudes(QByteArrayView a, QByteArrayView b);
/// Nearest double, infinite beyond its range.
[[nodiscard]] double toDouble(QByteArrayView magnitude);

} // namespace nodescope::term::detail
