#include "dist/Transport.h"

#include <cstring>

#include "dist/TcpTransport.h"

#ifdef Q_OS_UNIX
#include "dist/SocketTransport.h"
#endif

namespace nodescope::dist {

qint64 Transport::readInto(char *to, qint64 max)
{
    const QByteArray bytes = read(max);
    std::memcpy(to, bytes.constData(), std::size_t(bytes.size()));
    return bytes.size();
}

std::unique_ptr<Transport> makeTcpTransport(std::unique_ptr<QTcpSocket> socket)
{
#ifdef Q_OS_UNIX
    if (auto transport = SocketTransport::take(*socket)) {
        socket.release()->deleteLater(); // we may be in one of its signals
        return transport;
    }
#endif
    return std::make_unique<TcpTransport>(std::move(socket));
}

} // namespace nodescope::dist
