#include "Flood.h"

#include <algorithm>

#include <QDir>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace nodescope::test::evil {

namespace {

// Only system calls: the child of a process with threads may do nothing else.
[[noreturn]] void floodAsChild(quint16 port, int connections, volatile int *made)
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    for (int i = 0; i < connections; ++i) {
        const int fd = ::socket(AF_INET, SOCK_STREAM, 0);
        if (fd < 0)
            break;
        if (::connect(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
            *made = *made + 1;
    }
    for (;;)
        ::pause();
}

} // namespace

Flood::Flood(quint16 port, int connections)
{
    void *shared = ::mmap(nullptr, sizeof(int), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    m_made = static_cast<volatile int *>(shared);
    m_pid = ::fork();
    if (m_pid == 0)
        floodAsChild(port, connections, m_made);
}

Flood::~Flood()
{
    if (m_pid > 0) {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }
    ::munmap(const_cast<int *>(m_made), sizeof(int));
}

int Flood::made() const
{
    return *m_made;
}

int descriptorLimit()
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    return int(std::min<rlim_t>(limit.rlim_max, 1'000'000));
}

FewDescriptors::FewDescriptors(int spare)
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    m_before = limit.rlim_cur;
    // The limit is on numbers, and the lowest free one is taken: so fill up from where we are.
    const int highest = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    ::close(highest);
    limit.rlim_cur = rlim_t(highest) + rlim_t(spare);
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

FewDescriptors::~FewDescriptors()
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = rlim_t(m_before);
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace nodescope::test::evil
