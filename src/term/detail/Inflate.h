#pragma once

#include "base/Result.h"
#include "term/Decoder.h"

namespace nodescope::term::detail {

struct Inflated
{
    QByteArray bytes;
    /// Bytes of the input that the zlib stream took.
    qsizetype consumed = 0;
};

/// Inflates a zlib stream that must give exactly `stated` bytes. Memory is taken as data comes out, never
/// on the word of `stated`.
[[nodiscard]] base::Result<Inflated, DecodeError::Code> inflate(QByteArrayView input, quint32 stated,
                                                                const Limits &limits);

} // namespace nodescope::term::detail
