#include "dist/Route.h"

#include <cstring>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <QNetworkInterface>

namespace nodescope::dist {

namespace {

constexpr quint16 AnyPort = 9; // discard; nothing is sent there

/// Connecting a datagram socket only looks up the route.
template<class Address>
bool connects(int family, const Address &address)
{
    const int descriptor = ::socket(family, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return true; // not known: there may be one
    const bool connected =
        ::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) == 0;
    ::close(descriptor);
    return connected;
}

} // namespace

bool hasRoute(const QHostAddress &address)
{
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        sockaddr_in to = {};
        to.sin_family = AF_INET;
        to.sin_port = htons(AnyPort);
        to.sin_addr.s_addr = htonl(address.toIPv4Address());
        return connects(AF_INET, to);
    }
    sockaddr_in6 to = {};
    to.sin6_family = AF_INET6;
    to.sin6_port = htons(AnyPort);
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    std::memcpy(&to.sin6_addr, &bytes, sizeof(bytes));
    if (!address.scopeId().isEmpty())
        to.sin6_scope_id = quint32(QNetworkInterface::interfaceIndexFromName(address.scopeId()));
    return connects(AF_INET6, to);
}

bool isOwnAddress(const QHostAddress &address)
{
    return address.isLoopback() || QNetworkInterface::allAddresses().contains(address);
}

} // namespace nodescope::dist
