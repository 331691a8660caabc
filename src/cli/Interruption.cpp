#include "cli/Interruption.h"

#include <csignal>

#include <sys/signalfd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace nodescope::cli {

namespace {

sigset_t endingSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGHUP);
    return signals;
}

int openSignals()
{
    const sigset_t signals = endingSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return ::signalfd(-1, &signals, SFD_NONBLOCK | SFD_CLOEXEC);
}

bool isPipe(int descriptor)
{
    struct stat status = {};
    return descriptor >= 0 && ::fstat(descriptor, &status) == 0 &&
           (S_ISFIFO(status.st_mode) || S_ISSOCK(status.st_mode));
}

} // namespace

Interruption::Interruption(int output, QObject *parent)
    : QObject(parent)
    , m_descriptor(openSignals())
    , m_notifier(m_descriptor, QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, [this] {
        signalfd_siginfo info = {};
        while (::read(m_descriptor, &info, sizeof(info)) == ssize_t(sizeof(info)))
            Q_EMIT interrupted();
    });
    if (!isPipe(output))
        return;
    // Nothing exceptional ever comes on a pipe, but its end is told to whoever waits for anything.
    m_outputNotifier.emplace(output, QSocketNotifier::Exception);
    connect(&*m_outputNotifier, &QSocketNotifier::activated, this, [this] {
        m_outputNotifier->setEnabled(false);
        Q_EMIT interrupted();
    });
}

Interruption::~Interruption()
{
    m_notifier.setEnabled(false);
    ::close(m_descriptor);
    const sigset_t signals = endingSignals();
    pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
}

} // namespace nodescope::cli
