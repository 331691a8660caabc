#include "dist/EpmdRegistration.h"

#include <QNetworkProxy>

#include "dist/Timing.h"

namespace nodescope::dist {

using namespace protocol::epmd;

EpmdRegistration::EpmdRegistration(Registration registration, quint16 epmdPort, const base::Clock &clock,
                                   QObject *parent)
    : QObject(parent)
    , m_registration(std::move(registration))
    , m_epmdPort(epmdPort)
    , m_clock(clock)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &EpmdRegistration::onTimer);
}

EpmdRegistration::~EpmdRegistration()
{
    stop();
}

void EpmdRegistration::start()
{
    if (m_state == State::Stopped || m_state == State::Refused)
        attempt();
}

void EpmdRegistration::stop()
{
    m_timer.stop();
    dropSocket();
    m_state = State::Stopped;
}

void EpmdRegistration::attempt()
{
    m_state = State::Registering;
    m_failure = {};
    m_timer.start(timerInterval(m_replyTimeout));
    tryNext();
}

void EpmdRegistration::tryNext()
{
    m_since = m_clock.now();
    m_parser = std::make_unique<ReplyParser>(RequestKind::Alive);
    m_socket = new QTcpSocket(this);
    m_socket->setProxy(QNetworkProxy::NoProxy);
    connect(m_socket, &QTcpSocket::connected, this,
            [this] { m_socket->write(encode(Request(AliveRequest{m_registration}))); });
    connect(m_socket, &QTcpSocket::readyRead, this, &EpmdRegistration::onReadable);
    connect(
        m_socket, &QTcpSocket::errorOccurred, this,
        [this, socket = m_socket](QAbstractSocket::SocketError error) {
            if (socket == m_socket) // not one that was dropped meanwhile
                onError(error);
        },
        Qt::QueuedConnection);
    m_socket->connectToHost(m_addresses.at(qsizetype(m_failure.attempts.size())), m_epmdPort);
}

void EpmdRegistration::onReadable()
{
    const QByteArray bytes = m_socket->readAll();
    if (m_state != State::Registering)
        return; // EPMD has nothing to say to a registered node
    const auto outcome = m_parser->receive(bytes);
    if (!outcome)
        return;
    m_timer.stop();
    if (!outcome->ok()) {
        retryLater(epmd_failure::Broken{outcome->error()});
        return;
    }
    const auto reply = std::get<AliveReply>(outcome->value());
    if (!reply.accepted()) {
        dropSocket();
        m_state = State::Refused;
        Q_EMIT refused(reply.result);
        return;
    }
    m_creation = reply.creation;
    m_state = State::Registered;
    Q_EMIT registered(m_creation);
}

void EpmdRegistration::onError(QAbstractSocket::SocketError error)
{
    if (m_state == State::Registered) {
        m_state = State::WaitingToRetry;
        dropSocket();
        m_timer.start(timerInterval(m_retryInterval));
        Q_EMIT lost();
        return;
    }
    if (error == QAbstractSocket::RemoteHostClosedError) {
        retryLater(epmd_failure::Broken{m_parser->peerClosed().error()});
        return;
    }
    const ConnectProblem problem =
        error == QAbstractSocket::ConnectionRefusedError ? ConnectProblem::Refused : ConnectProblem::Other;
    const QHostAddress address = m_addresses.at(qsizetype(m_failure.attempts.size()));
    m_failure.attempts.push_back(
        {address, m_epmdPort, problem, m_socket->errorString(), m_clock.now() - m_since});
    if (qsizetype(m_failure.attempts.size()) == m_addresses.size()) {
        retryLater(epmd_failure::Unreachable{m_failure});
        return;
    }
    dropSocket();
    tryNext();
}

void EpmdRegistration::onTimer()
{
    if (m_state == State::Registering)
        retryLater(epmd_failure::Silent{m_parser->received()});
    else
        attempt();
}

void EpmdRegistration::retryLater(const epmd_failure::Reason &reason)
{
    dropSocket();
    m_state = State::WaitingToRetry;
    m_timer.start(timerInterval(m_retryInterval));
    Q_EMIT unreachable(reason);
}

void EpmdRegistration::dropSocket()
{
    if (!m_socket)
        return;
    QTcpSocket *socket = std::exchange(m_socket, nullptr);
    socket->disconnect(this);
    socket->abort();
    socket->deleteLater();
}

} // namespace nodescope::dist
