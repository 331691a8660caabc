#include "doctor/post/ListeningPost.h"

#include <array>

#include <QRandomGenerator>

#include "dist/NodeIdentity.h"
#include "doctor/post/VisitOf.h"

namespace nodescope::doctor {

namespace {
constexpr base::Duration RetryAtOwnEpmd = std::chrono::milliseconds(50);

base::Secret randomSecret()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    const QByteArrayView bytes(reinterpret_cast<const char *>(words.data()), qsizetype(sizeof words));
    const base::Secret secret(bytes);
    base::wipe(words.data(), sizeof words);
    return secret;
}
} // namespace

ListeningPost::ListeningPost(PostSettings settings, const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_clock(clock)
    , m_nobodys(randomSecret())
    , m_acceptor([this](const protocol::Caller &caller) { return decide(caller); }, m_book, clock)
{
    m_acceptor.setNextId([this] { return ++m_lastId; });
    connect(&m_acceptor, &dist::Acceptor::began, this, &ListeningPost::onBegan);
    connect(&m_acceptor, &dist::Acceptor::handshakeMessage, this, &ListeningPost::onMessage);
    connect(&m_acceptor, &dist::Acceptor::failed, this, &ListeningPost::onFailed);
}

ListeningPost::~ListeningPost()
{
    m_acceptor.disconnect(this);
}

base::Result<quint16, dist::ListenError> ListeningPost::start()
{
    dist::Acceptor::Settings settings;
    settings.handshake.ownName = m_settings.name;
    settings.handshake.creation = dist::randomCreation();
    settings.handshake.flags = protocol::masks::Recommended;
    settings.handshake.required = DemandedOfVisitors;
    settings.tls = m_settings.tls;
    const auto port = m_acceptor.listen(address(), m_settings.port, settings);
    if (port.ok())
        registerName(*port);
    return port;
}

quint16 ListeningPost::port() const
{
    return m_acceptor.port();
}

QStringList ListeningPost::guestsOfEpmd() const
{
    QStringList guests;
    if (!m_epmd)
        return guests;
    for (const protocol::epmd::Registration &registration : m_epmd->registrations()) {
        if (registration.name != m_settings.name.name())
            guests.append(registration.name);
    }
    return guests;
}

QHostAddress ListeningPost::address() const
{
    const QString host = m_settings.name.host();
    if (host == QLatin1String("localhost"))
        return QHostAddress(QHostAddress::LocalHost);
    const QHostAddress literal(host);
    return literal.isLoopback() ? literal : QHostAddress(QHostAddress::Any);
}

// Everybody may go on to the digest, except who has our name: a node is answered nok then.
protocol::AcceptDecision ListeningPost::decide(const protocol::Caller &caller) const
{
    protocol::AcceptDecision decision;
    decision.cookie = m_nobodys;
    decision.status = protocol::HandshakeStatus::Ok;
    if (caller.wantsName) {
        decision.dynamicName = dist::dynamicName(caller.name);
        decision.dynamicCreation = dist::randomCreation();
        decision.status = decision.dynamicName.isNull() ? protocol::HandshakeStatus::NotAllowed
                                                        : protocol::HandshakeStatus::Named;
    } else if (caller.name == m_settings.name.text()) {
        decision.status = protocol::HandshakeStatus::Nok;
    }
    return decision;
}

void ListeningPost::registerName(quint16 port)
{
    protocol::epmd::Registration registration;
    registration.name = m_settings.name.name();
    registration.port = port;
    registration.type = quint8(protocol::epmd::NodeType::Hidden);
    m_registration = std::make_unique<dist::EpmdRegistration>(registration, m_settings.epmdPort, m_clock);
    connect(m_registration.get(), &dist::EpmdRegistration::registered, this, [this](quint32 creation) {
        m_acceptor.setCreation(creation);
        Q_EMIT registered();
    });
    connect(m_registration.get(), &dist::EpmdRegistration::lost, this, &ListeningPost::registrationLost);
    connect(m_registration.get(), &dist::EpmdRegistration::refused, this,
            &ListeningPost::registrationRefused);
    connect(m_registration.get(), &dist::EpmdRegistration::unreachable, this,
            &ListeningPost::onEpmdUnreachable);
    m_registration->start();
}

// Only where nobody listens: something that does not answer there is left alone.
void ListeningPost::onEpmdUnreachable(const dist::epmd_failure::Reason &reason)
{
    const auto *unreachable = std::get_if<dist::epmd_failure::Unreachable>(&reason);
    if (m_epmd || !unreachable || unreachable->connect.problem() != dist::ConnectProblem::Refused)
        return;
    auto epmd = std::make_unique<dist::EpmdServer>();
    const auto listening = address().isLoopback() ? epmd->listen(m_settings.epmdPort)
                                                  : epmd->listen(m_settings.epmdPort, QHostAddress::Any);
    if (!listening.ok())
        return; // somebody was quicker, and the registration tries again
    m_epmd = std::move(epmd);
    m_registration->setRetryInterval(RetryAtOwnEpmd);
}

void ListeningPost::onBegan(const dist::AcceptReport &report)
{
    m_running.insert(report.id, report);
    Q_EMIT visitChanged(visitSoFar(report, m_settings.name));
}

void ListeningPost::onMessage(dist::AttemptId id, const protocol::HandshakeMessage &message)
{
    const auto running = m_running.find(id);
    if (running == m_running.end())
        return;
    running->messages.push_back(message);
    Q_EMIT visitChanged(visitSoFar(*running, m_settings.name));
}

void ListeningPost::onFailed(const dist::AcceptReport &report)
{
    m_running.remove(report.id);
    cluster::Visit visit = visitOf(report, m_settings.name, m_settings.cookies);
    visit.diagnosis.epmdPort = m_settings.epmdPort;
    Q_EMIT visitChanged(visit);
    Q_EMIT called(report);
}

} // namespace nodescope::doctor
