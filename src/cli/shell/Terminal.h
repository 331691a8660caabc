#pragma once

#include <termios.h>

#include <QtGlobal>

namespace nodescope::cli {

/// The terminal of the standard input, byte by byte and without echo, for as long as this object lives.
/// Output is left as it is: a line feed still begins a new line at its left.
class RawTerminal
{
public:
    RawTerminal();
    ~RawTerminal();
    Q_DISABLE_COPY_MOVE(RawTerminal)

    /// False: there is no terminal, or it cannot be set.
    [[nodiscard]] bool isRaw() const { return m_raw; }
    /// Columns of the screen; 80 where that is not known.
    [[nodiscard]] static int columns();

private:
    struct termios m_before = {};
    bool m_raw = false;
};

} // namespace nodescope::cli
