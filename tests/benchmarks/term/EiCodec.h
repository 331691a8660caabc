#pragma once

#include <QByteArray>

namespace nodescope::bench {

/// Decodes all values with erl_interface, into nothing. False if it cannot.
bool eiDecode(const QByteArray &bytes);
/// Decodes and encodes again. Gives the number of bytes, 0 if it cannot.
qsizetype eiTranscode(const QByteArray &bytes);

/// How many values a term has, itself and the tails of lists included.
long eiValues(const QByteArray &bytes);

} // namespace nodescope::bench
