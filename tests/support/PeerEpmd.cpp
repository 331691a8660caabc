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
    : PeerEpmd(freePort())
{
}

PeerEpmd::PeerEpmd(quint16 port, QStringList within, QString address)
    : m_port(port)
    , m_within(std::move(within))
    , m_address(std::move(address))
{
}

PeerEpmd::~PeerEpmd()
{
    stop();
}

bool PeerEpmd::start()
{
    PeerCommand command = startedBy(m_within, peerCommand(QStringLiteral("epmd")));
    command.arguments << QStringLiteral("-port") << QString::number(m_port);
    if (!m_address.isEmpty())
        command.arguments << QStringLiteral("-address") << m_address;
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(command.program, command.arguments);
    return QTest::qWaitFor([this] { return listens(); }, 10'000);
}

bool PeerEpmd::listens() const
{
    if (m_within.isEmpty()) {
        QTcpSocket probe;
        probe.connectToHost(QHostAddress::LocalHost, m_port);
        return probe.waitForConnected(200);
    }
    PeerCommand names = startedBy(m_within, peerCommand(QStringLiteral("epmd")));
    names.arguments << QStringLiteral("-port") << QString::number(m_port) << QStringLiteral("-names");
    QProcess process;
    process.start(names.program, names.arguments);
    return process.waitForFinished(5'000) && process.exitCode() == 0;
}

void PeerEpmd::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(5'000);
}

} // namespace nodescope::test
