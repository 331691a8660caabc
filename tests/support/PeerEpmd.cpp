#include "support/PeerEpmd.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include "support/Peer.h"

namespace nodescope::test {

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost, 0);
    return server.serverPort();
}

PeerEpmd::PeerEpmd()
    : m_port(freePort())
{
}

PeerEpmd::~PeerEpmd()
{
    stop();
}

bool PeerEpmd::start()
{
    const PeerCommand command = peerCommand(QStringLiteral("epmd"));
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(command.program,
                    command.arguments + QStringList{QStringLiteral("-address"), QStringLiteral("127.0.0.1"),
                                                    QStringLiteral("-port"), QString::number(m_port)});
    return QTest::qWaitFor(
        [this] {
            QTcpSocket probe;
            probe.connectToHost(QHostAddress::LocalHost, m_port);
            return probe.waitForConnected(200);
        },
        10'000);
}

void PeerEpmd::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(5'000);
}

} // namespace nodescope::test
