#include "dist/SocketAttempt.h"

#include <cerrno>
#include <cstring>

#include <QtEndian>

#include <fcntl.h>
#include <net/if.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "dist/RetireNotifier.h"
#include "dist/SocketTransport.h"

namespace nodescope::dist {

namespace {

/// An address as the system has it.
struct SystemAddress
{
    sockaddr_storage storage{};
    socklen_t size = sizeof(sockaddr_storage);

    SystemAddress() = default;
    SystemAddress(const QHostAddress &address, quint16 port)
    {
        if (address.protocol() == QAbstractSocket::IPv6Protocol) {
            auto &inet6 = *reinterpret_cast<sockaddr_in6 *>(&storage);
            size = sizeof inet6;
            inet6.sin6_family = AF_INET6;
            inet6.sin6_port = qToBigEndian(port);
            const Q_IPV6ADDR bytes = address.toIPv6Address();
            std::memcpy(&inet6.sin6_addr, &bytes, sizeof bytes);
            inet6.sin6_scope_id = scopeOf(address.scopeId());
        } else {
            auto &inet = *reinterpret_cast<sockaddr_in *>(&storage);
            size = sizeof inet;
            inet.sin_family = AF_INET;
            inet.sin_port = qToBigEndian(port);
            inet.sin_addr.s_addr = qToBigEndian(address.toIPv4Address());
        }
    }

    [[nodiscard]] sockaddr *get() { return reinterpret_cast<sockaddr *>(&storage); }
    [[nodiscard]] QHostAddress address() const
    {
        return QHostAddress(reinterpret_cast<const sockaddr *>(&storage));
    }
    [[nodiscard]] quint16 port() const
    {
        if (storage.ss_family == AF_INET6)
            return qFromBigEndian(reinterpret_cast<const sockaddr_in6 *>(&storage)->sin6_port);
        return qFromBigEndian(reinterpret_cast<const sockaddr_in *>(&storage)->sin_port);
    }

private:
    /// Of an interface, by its number or its name.
    static quint32 scopeOf(const QString &scope)
    {
        bool isNumber = false;
        const quint32 number = scope.toUInt(&isNumber);
        return isNumber || scope.isEmpty() ? number : if_nametoindex(scope.toUtf8().constData());
    }
};

int openSocket(int family)
{
#if defined(SOCK_NONBLOCK) && defined(SOCK_CLOEXEC)
    return socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
#else
    const int descriptor = socket(family, SOCK_STREAM, 0);
    if (descriptor >= 0) {
        fcntl(descriptor, F_SETFD, FD_CLOEXEC);
        fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK);
    }
    return descriptor;
#endif
}

/// What has become of the connection that was asked for; nothing yet while it is under way.
std::optional<int> outcomeOf(int descriptor)
{
    pollfd asked{descriptor, POLLOUT, 0};
    if (poll(&asked, 1, 0) <= 0)
        return std::nullopt;
    int error = 0;
    socklen_t size = sizeof error;
    return getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &size) == 0 ? error : errno;
}

ConnectProblem problemOf(int error)
{
    switch (error) {
    case ECONNREFUSED:
        return ConnectProblem::Refused;
    case ETIMEDOUT:
        return ConnectProblem::TimedOut;
    case EHOSTUNREACH:
    case ENETUNREACH:
    case EHOSTDOWN:
    case ENETDOWN:
    case EADDRNOTAVAIL:
        return ConnectProblem::HostUnreachable;
    default:
        return ConnectProblem::Other;
    }
}

} // namespace

SocketAttempt::SocketAttempt(const QHostAddress &address, quint16 port, QObject *parent)
    : ConnectAttempt(parent)
    , m_address(address)
    , m_port(port)
{
}

SocketAttempt::~SocketAttempt()
{
    retire(m_writable);
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

void SocketAttempt::start()
{
    SystemAddress peer(m_address, m_port);
    m_descriptor = openSocket(peer.storage.ss_family);
    if (m_descriptor < 0)
        return endLater(errno);
    int error = ::connect(m_descriptor, peer.get(), peer.size) == 0 ? 0 : errno;
    if (error == EINPROGRESS || error == EINTR) {
        const std::optional<int> outcome = outcomeOf(m_descriptor);
        if (!outcome) {
            m_writable = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Write);
            connect(m_writable.get(), &QSocketNotifier::activated, this, &SocketAttempt::onWritable);
            return;
        }
        error = *outcome;
    }
    endLater(error);
}

void SocketAttempt::onWritable()
{
    if (const std::optional<int> outcome = outcomeOf(m_descriptor)) {
        m_writable->setEnabled(false);
        end(*outcome);
    }
}

void SocketAttempt::endLater(int error)
{
    QMetaObject::invokeMethod(
        this, [this, error] { end(error); }, Qt::QueuedConnection);
}

void SocketAttempt::end(int error)
{
    if (error == 0)
        Q_EMIT connected();
    else
        Q_EMIT failed(problemOf(error), qt_error_string(error));
}

std::unique_ptr<Transport> SocketAttempt::takeTransport()
{
    SystemAddress own;
    getsockname(m_descriptor, own.get(), &own.size);
    return SocketTransport::over(std::exchange(m_descriptor, -1),
                                 {own.address(), own.port(), m_address, m_port});
}

} // namespace nodescope::dist
