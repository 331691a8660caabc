#include "dist/EpmdPort.h"

#include "protocol/epmd/EpmdMessages.h"

namespace nodescope::dist {

quint16 defaultEpmdPort()
{
    bool ok = false;
    const int port = qEnvironmentVariableIntValue("ERL_EPMD_PORT", &ok);
    if (!ok || port < 1 || port > 65535)
        return protocol::epmd::DefaultPort;
    return quint16(port);
}

} // namespace nodescope::dist
