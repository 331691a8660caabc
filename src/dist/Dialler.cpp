#include "dist/Dialler.h"

#include "dist/HostLookup.h"
#include "dist/TcpConnector.h"
#include "dist/Timing.h"
#include "dist/Transport.h"
#include "dist/tls/TlsSetup.h"

namespace nodescope::dist {

Dialler::Dialler(AttemptId id, DialTarget target, protocol::HandshakeSettings handshake, LinkSettings link,
                 ConnectTimeouts timeouts, protocol::ChallengeBook &book, const base::Clock &clock,
                 QObject *parent)
    : QObject(parent)
    , m_target(std::move(target))
    , m_handshake(std::move(handshake))
    , m_linkSettings(link)
    , m_timeouts(timeouts)
    , m_book(book)
    , m_clock(clock)
{
    m_report.id = id;
    m_report.target = m_target.node;
    m_report.probe = m_handshake.probe;
    m_handshake.expectedPeer = m_target.node;
    m_total.setSingleShot(true);
    m_total.setTimerType(Qt::PreciseTimer); // coarse ones are early by as much as a twentieth
    connect(&m_total, &QTimer::timeout, this, [this] {
        finish(m_tlsFailure ? dial_end::Reason(dial_end::TlsFailed{*m_tlsFailure})
                            : dial_end::Reason(dial_end::TimedOut{m_stage}));
    });
}

Dialler::~Dialler() = default;

void Dialler::start()
{
    m_report.began = m_clock.now();
    m_report.wall = m_clock.wall();
    m_total.start(timerInterval(m_timeouts.total));
    begin(DialStage::NameCheck);
    end(true); // a NodeName that exists is well-formed; that it is not our own is the node's to check
    if (m_over)
        return;
    if (m_target.address)
        resolve();
    else if (m_remembered)
        tryRemembered();
    else
        askEpmd();
}

void Dialler::cancel(const dial_end::Reason &reason)
{
    finish(reason);
}

std::unique_ptr<Link> Dialler::takeLink()
{
    if (m_link)
        m_link->disconnect(this);
    return std::move(m_link);
}

void Dialler::begin(DialStage stage)
{
    m_stage = stage;
    m_stepStart = m_clock.now();
}

void Dialler::end(bool passed)
{
    const base::Instant now = m_clock.now();
    addStep({m_stage, passed, false, m_stepStart - m_report.began, now - m_stepStart});
}

void Dialler::addStep(const DialStep &step)
{
    m_report.steps.push_back(step);
    Q_EMIT stepped(step);
}

void Dialler::resolve()
{
    begin(DialStage::Resolve);
    m_lookup = new HostLookup(m_target.address->host, m_timeouts.resolve, this);
    connect(m_lookup, &HostLookup::finished, this, [this](const ResolveResult &result) {
        if (!result.ok()) {
            end(false);
            finish(dial_end::HostUnresolvable{result.error()});
            return;
        }
        m_report.addresses = result.value();
        end(true);
        for (const DialStage stage : {DialStage::EpmdConnect, DialStage::EpmdReply})
            addStep({stage, true, true, m_clock.now() - m_report.began, {}});
        connectTo(result.value(), m_target.address->port);
    });
    m_lookup->start();
}

void Dialler::askEpmd()
{
    m_report.epmdPort = m_target.epmdPort;
    m_epmd = new EpmdClient(m_clock, m_timeouts, m_linkSettings.limits, this);
    begin(DialStage::Resolve);
    m_query = m_epmd->lookUp(m_target.node, m_target.epmdPort);
    connect(m_query, &EpmdQuery::resolved, this, [this](const QList<QHostAddress> &addresses) {
        m_report.addresses = addresses;
        end(true);
        begin(DialStage::EpmdConnect);
    });
    connect(m_query, &EpmdQuery::connected, this, [this] {
        end(true);
        begin(DialStage::EpmdReply);
    });
    connect(m_query, &EpmdQuery::finished, this, &Dialler::onEpmdAnswer);
}

void Dialler::onEpmdAnswer(const EpmdAnswer &answer)
{
    m_report.epmdReceived = answer.evidence.received;
    m_report.epmdQuestion = answer.evidence.question;
    m_report.epmdReply = answer.evidence.head;
    const protocol::epmd::PortReply *reply = answer.port();
    end(reply && reply->found());
    if (!reply) {
        finish(endOf(answer.outcome.error()));
        return;
    }
    if (!reply->found()) {
        finish(dial_end::NotRegistered{});
        return;
    }
    useRegistration(reply->registration, placesOf(answer.evidence));
}

QList<QHostAddress> Dialler::placesOf(const EpmdEvidence &evidence)
{
    // Where EPMD answered, the node is; another address of the same host may be another machine. But EPMD
    // listens on both families, and a node (inet or inet6) on one.
    QList<QHostAddress> places{evidence.address};
    for (const QHostAddress &address : evidence.addresses) {
        if (address.protocol() != evidence.address.protocol())
            places.append(address);
    }
    return places;
}

dial_end::Reason Dialler::endOf(const epmd_failure::Reason &failure)
{
    if (const auto *resolve = std::get_if<ResolveFailure>(&failure))
        return dial_end::HostUnresolvable{*resolve};
    if (const auto *unreachable = std::get_if<epmd_failure::Unreachable>(&failure))
        return dial_end::EpmdUnreachable{unreachable->connect};
    if (const auto *silent = std::get_if<epmd_failure::Silent>(&failure))
        return dial_end::EpmdSilent{silent->received};
    if (const auto *broken = std::get_if<epmd_failure::Broken>(&failure))
        return dial_end::EpmdBroken{broken->error};
    return dial_end::EpmdLost{std::get<epmd_failure::Lost>(failure).detail};
}

void Dialler::connectTo(const QList<QHostAddress> &addresses, quint16 port)
{
    if (m_over)
        return;
    begin(DialStage::TcpConnect);
    m_connector = new TcpConnector(addresses, port, m_timeouts.connect, m_clock, this);
    if (m_tls)
        m_connector->prepareTls();
    connect(m_connector, &TcpConnector::failed, this, [this](const ConnectFailure &failure) {
        end(false);
        if (!askEpmdAfterAll())
            finish(dial_end::PortUnreachable{failure});
    });
    connect(m_connector, &TcpConnector::connected, this, [this] {
        end(true);
        if (m_tls)
            encrypt(m_connector->takeSslSocket());
        else
            shakeHands(m_connector->takeTransport());
    });
    m_connector->start();
}

void Dialler::shakeHands(std::unique_ptr<Transport> transport)
{
    if (m_over)
        return;
    m_report.endpoints = transport->endpoints();
    if (m_taker) {
        m_over = true;
        m_total.stop();
        m_taker(std::move(transport));
        return;
    }
    begin(DialStage::Handshake);
    m_link = std::make_unique<Link>(std::move(transport), protocol::Role::Initiator, std::move(m_handshake),
                                    m_book, m_clock, m_linkSettings);
    Link *link = m_link.get();
    connect(link, &Link::handshakeMessage, this, [this](const protocol::HandshakeMessage &message) {
        m_report.messages.push_back(message);
        Q_EMIT handshakeMessage(message);
    });
    connect(link, &Link::probed, this, [this](const protocol::ProbeResult &result) {
        end(true);
        finish(m_lacksCookie ? dial_end::Reason(dial_end::NoCookie{result})
                             : dial_end::Reason(dial_end::Probed{result}));
    });
    connect(link, &Link::up, this, [this](const protocol::HandshakeResult &result) {
        end(true);
        Q_EMIT connected(result);
        finish(dial_end::Connected{result});
    });
    connect(link, &Link::down, this, &Dialler::onLinkDown);
    link->start();
}

// A peer that closes when its set-up time (7 s) is over did not even look at our name.
static constexpr base::Duration AtOnce = std::chrono::seconds(4);

/// Whether the peer gives no dynamic names: it says so (C nodes), or breaks off at our name without a word,
/// as Java nodes do, which look for an `@` in it.
static bool givesNoName(const protocol::HandshakeError &error)
{
    using namespace protocol;
    return error.as<handshake_failure::DynamicName>() ||
           (error.as<handshake_failure::Closed>() && error.step == HandshakeStep::AwaitStatus &&
            error.received == 0 && error.sinceLastSend < AtOnce);
}

void Dialler::onLinkDown(const link_down::Reason &reason)
{
    end(false);
    const auto *failed = std::get_if<link_down::HandshakeFailed>(&reason);
    if (failed && givesNoName(failed->error) && useFallback()) {
        m_link.release()->deleteLater(); // we are in its signal
        connectTo({m_report.endpoints->peerAddress}, m_report.endpoints->peerPort);
        return;
    }
    if (m_beginning && wasSomebodyElse(reason)) {
        m_link.release()->deleteLater();
        (void)askEpmdAfterAll();
        return;
    }
    if (failed)
        finish(dial_end::HandshakeFailed{failed->error});
    else if (const auto *broken = std::get_if<link_down::NetworkFailed>(&reason); broken && broken->error.tls)
        finish(dial_end::TlsFailed{*broken->error.tls});
    else if (broken)
        finish(dial_end::TransportFailed{broken->error.detail, broken->step});
    else
        finish(dial_end::Cancelled{});
}

bool Dialler::useFallback()
{
    if (!m_fallback)
        return false;
    m_handshake = std::move(*m_fallback);
    m_handshake.expectedPeer = m_target.node;
    m_fallback.reset();
    return true;
}

void Dialler::finish(const dial_end::Reason &reason)
{
    if (std::exchange(m_over, true))
        return;
    m_total.stop();
    if (m_report.steps.empty() || m_report.steps.back().stage != m_stage)
        end(false); // given up in the middle of a stage
    for (QObject *helper : {static_cast<QObject *>(m_lookup), static_cast<QObject *>(m_connector),
                            static_cast<QObject *>(m_tlsSetup)}) {
        if (helper)
            helper->disconnect(this);
    }
    if (m_query) {
        m_query->disconnect(this);
        m_query->cancel();
    }
    if (m_lookup)
        m_lookup->cancel();
    if (m_connector)
        m_connector->cancel();
    if (m_tlsSetup)
        m_tlsSetup->cancel();
    if (m_link) { // nobody took it
        m_link->disconnect(this);
        m_link->close(link_down::ClosedByUs::Why::Asked);
        m_link.release()->deleteLater();
    }
    m_report.elapsed = m_clock.now() - m_report.began;
    m_report.end = reason;
    Q_EMIT finished(m_report);
}

} // namespace nodescope::dist
