#include "cli/HiddenPrompt.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace nodescope::cli {

namespace {

/// The terminal without echo, for as long as this object lives.
class QuietTerminal
{
public:
    QuietTerminal()
        : m_descriptor(::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY))
    {
        if (m_descriptor < 0 || ::tcgetattr(m_descriptor, &m_before) != 0)
            return;
        struct termios quiet = m_before;
        quiet.c_lflag &= ~tcflag_t(ECHO);
        quiet.c_lflag |= ECHONL;
        m_quiet = ::tcsetattr(m_descriptor, TCSAFLUSH, &quiet) == 0;
    }
    ~QuietTerminal()
    {
        if (m_quiet)
            ::tcsetattr(m_descriptor, TCSAFLUSH, &m_before);
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    Q_DISABLE_COPY_MOVE(QuietTerminal)

    [[nodiscard]] bool isQuiet() const { return m_quiet; }
    [[nodiscard]] int descriptor() const { return m_descriptor; }

private:
    int m_descriptor;
    struct termios m_before = {};
    bool m_quiet = false;
};

} // namespace

bool isTerminal()
{
    return ::isatty(STDIN_FILENO) == 1;
}

base::Secret askHidden(const QString &question)
{
    const QuietTerminal terminal;
    if (!terminal.isQuiet())
        return {};
    const QByteArray text = question.toUtf8();
    if (::write(terminal.descriptor(), text.constData(), size_t(text.size())) < 0)
        return {};
    // A line of a terminal is at most 4 KiB; more than a cookie holds is refused by whoever reads it.
    QByteArray line(4096, Qt::Uninitialized);
    const ssize_t count = ::read(terminal.descriptor(), line.data(), size_t(line.size()));
    if (count <= 0)
        return {};
    base::Secret answer(QByteArrayView(line).first(line.at(count - 1) == '\n' ? count - 1 : count));
    base::wipe(line);
    return answer;
}

} // namespace nodescope::cli
