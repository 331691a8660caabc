#include "dist/Transport.h"

#include <cstring>

#include "dist/TcpTransport.h"

namespace nodescope::dist {

qint64 Transport::readInto(char *to, qint64 max)
{
    const QByteArray bytes = read(max);
    std::memcpy(to, bytes.constData(), std::size_t(bytes.size()));
    return bytes.size();
}

std::unique_ptr<Transport> makeTcpTransport(std::unique_ptr<QTcpSocket> socket)
{
    return std::make_unique<TcpTransport>(std::move(socket));
}

} // namespace nodescope::dist
