#include "cli/shell/Terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

namespace nodescope::cli {

RawTerminal::RawTerminal()
{
    if (::tcgetattr(STDIN_FILENO, &m_before) != 0)
        return;
    struct termios raw = m_before;
    raw.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG | IEXTEN);
    raw.c_iflag &= ~tcflag_t(ICRNL | IXON);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    m_raw = ::tcsetattr(STDIN_FILENO, TCSADRAIN, &raw) == 0;
}

RawTerminal::~RawTerminal()
{
    if (m_raw)
        ::tcsetattr(STDIN_FILENO, TCSADRAIN, &m_before);
}

int RawTerminal::columns()
{
    struct winsize size = {};
    const bool known = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return known ? size.ws_col : 80;
}

} // namespace nodescope::cli
