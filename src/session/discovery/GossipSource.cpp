#include "session/discovery/GossipSource.h"

#include <QFile>
#include <QNetworkDatagram>
#include <QNetworkInterface>

#include "dist/GossipHeartbeat.h"

namespace nodescope::session {

using cluster::SourceProblem;

namespace {

constexpr qsizetype MaxSecretBytes = 4096;

/// By its name, or by one of its addresses; invalid: there is none.
QNetworkInterface interfaceFor(const QString &text)
{
    const QNetworkInterface named = QNetworkInterface::interfaceFromName(text);
    if (named.isValid())
        return named;
    const QHostAddress address(text);
    const QList<QNetworkInterface> all = QNetworkInterface::allInterfaces();
    for (const QNetworkInterface &one : all) {
        const QList<QNetworkAddressEntry> entries = one.addressEntries();
        for (const QNetworkAddressEntry &entry : entries) {
            if (entry.ip() == address)
                return one;
        }
    }
    return {};
}

} // namespace

GossipSource::GossipSource(const base::Clock &clock, cluster::GossipGroup group, QObject *parent)
    : NodeSource(parent)
    , m_clock(clock)
    , m_group(std::move(group))
{
    connect(&m_socket, &QUdpSocket::readyRead, this, &GossipSource::readDatagrams);
}

void GossipSource::ask()
{
    if (m_socket.state() != QAbstractSocket::BoundState && readSecret() && join()) {
        m_joinProblem = SourceProblem::None;
        m_joinDetail.clear();
    }
    if (!std::exchange(m_told, true))
        QMetaObject::invokeMethod(this, &GossipSource::tell, Qt::QueuedConnection);
}

bool GossipSource::readSecret()
{
    if (m_group.secretFile.isEmpty())
        return true;
    QFile file(m_group.secretFile);
    m_joinProblem = SourceProblem::SecretUnusable;
    if (!file.open(QIODevice::ReadOnly)) {
        m_joinDetail = file.errorString();
        return false;
    }
    QByteArray bytes = file.read(MaxSecretBytes);
    // An editor's last line end is no part of it.
    const QByteArrayView secret = QByteArrayView(bytes).first(bytes.size() - (bytes.endsWith("\r\n") ? 2
                                                                              : bytes.endsWith('\n') ? 1
                                                                                                     : 0));
    m_joinDetail.clear();
    if (!secret.isEmpty())
        m_secret = base::Secret(secret);
    base::wipe(bytes);
    return !m_secret.isNull();
}

bool GossipSource::join()
{
    m_joinProblem = SourceProblem::CannotListen;
    const QHostAddress address(m_group.address);
    const QNetworkInterface interface =
        m_group.interface.isEmpty() ? QNetworkInterface() : interfaceFor(m_group.interface);
    if (address.protocol() != QAbstractSocket::IPv4Protocol) {
        m_joinDetail = m_group.address;
        return false;
    }
    if (!m_group.interface.isEmpty() && !interface.isValid()) {
        m_joinDetail = m_group.interface;
        return false;
    }
    bool joined = m_socket.bind(QHostAddress(QHostAddress::AnyIPv4), m_group.port,
                                QUdpSocket::ShareAddress | QUdpSocket::ReuseAddressHint);
    // A broadcast address (libcluster's broadcast_only) has no group to join.
    if (joined && address.isMulticast())
        joined = interface.isValid() ? m_socket.joinMulticastGroup(address, interface)
                                     : m_socket.joinMulticastGroup(address);
    if (joined)
        return true;
    m_joinDetail = m_socket.errorString();
    m_socket.close();
    return false;
}

void GossipSource::readDatagrams()
{
    for (int i = 0; i < MaxPerTurn && m_socket.hasPendingDatagrams(); ++i) {
        // One byte more than may be tells that it is too long.
        const QNetworkDatagram datagram = m_socket.receiveDatagram(dist::MaxHeartbeatBytes + 1);
        const auto node = dist::readHeartbeat(datagram.data(), m_secret);
        if (node.ok()) {
            m_unreadable = 0;
            hear(*node, datagram.senderAddress().toString());
        } else if (node.error() != dist::HeartbeatFault::NotNamed) {
            ++m_unreadable;
        }
    }
    if (!std::exchange(m_told, true))
        QMetaObject::invokeMethod(this, &GossipSource::tell, Qt::QueuedConnection);
    // What is left raises no signal of its own.
    if (m_socket.hasPendingDatagrams())
        QMetaObject::invokeMethod(this, &GossipSource::readDatagrams, Qt::QueuedConnection);
}

void GossipSource::hear(const base::NodeName &node, const QString &sender)
{
    if (!m_heard.contains(node) && m_heard.size() >= MaxNodes) {
        m_tooMany = true;
        return;
    }
    m_heard.insert(node, {m_clock.now(), sender});
}

void GossipSource::tell()
{
    m_told = false;
    const base::Instant now = m_clock.now();
    m_heard.removeIf([&](const auto &one) { return now - one.value().at > Silence; });
    SourceAnswer answer;
    for (auto it = m_heard.cbegin(); it != m_heard.cend(); ++it)
        answer.found.append({it.key().name(), it.key().host(), true, 0, it->sender});
    answer.problem = m_joinProblem;
    answer.detail = m_joinDetail;
    if (answer.problem == SourceProblem::None && std::exchange(m_tooMany, false))
        answer.problem = SourceProblem::TooMany;
    if (answer.problem == SourceProblem::None && m_unreadable > 0) {
        answer.problem = SourceProblem::PacketsNotReadable;
        answer.detail = QString::number(m_unreadable);
    }
    answer.complete = m_joinProblem == SourceProblem::None;
    Q_EMIT answered(answer);
}

} // namespace nodescope::session
