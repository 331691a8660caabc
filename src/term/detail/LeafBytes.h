#pragma once

#include <QByteArrayView>

#include "term/detail/Cell.h"

namespace nodescope::term::detail {

/// The bytes of an atom, a binary or a big integer; they live as long as the term.
[[nodiscard]] inline QByteArrayView bytesOf(const Cell &cell)
{
    return {cell.bytes, static_cast<qsizetype>(cell.count)};
}

} // namespace nodescope::term::detail
