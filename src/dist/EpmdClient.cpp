#include "dist/EpmdClient.h"

#include <QTimer>

#include "dist/HostLookup.h"
#include "dist/TcpConnector.h"
#include "dist/Timing.h"
#include "protocol/epmd/EpmdParsers.h"

namespace nodescope::dist {

const protocol::epmd::NamesReply *EpmdAnswer::names() const
{
    return outcome.ok() ? std::get_if<protocol::epmd::NamesReply>(&outcome.value()) : nullptr;
}

const protocol::epmd::PortReply *EpmdAnswer::port() const
{
    return outcome.ok() ? std::get_if<protocol::epmd::PortReply>(&outcome.value()) : nullptr;
}

namespace {

using protocol::epmd::Reply;
using protocol::epmd::ReplyParser;
using protocol::epmd::Request;

/// Resolve, connect, write, read: one question.
class RunningQuery final : public EpmdQuery
{
public:
    RunningQuery(Request request, const QString &host, quint16 port, ConnectTimeouts timeouts,
                 const protocol::Limits &limits, const base::Clock &clock, QObject *parent)
        : EpmdQuery(parent)
        , m_request(std::move(request))
        , m_timeouts(timeouts)
        , m_clock(clock)
        , m_parser(kindOf(m_request), limits)
    {
        m_evidence.host = host;
        m_evidence.port = port;
        m_phaseStart = m_clock.now();
        m_timer.setSingleShot(true);
        QObject::connect(&m_timer, &QTimer::timeout, this,
                         [this] { fail(epmd_failure::Silent{m_parser.received()}); });
    }

    void start()
    {
        auto *lookup = new HostLookup(m_evidence.host, m_timeouts.resolve, this);
        QObject::connect(lookup, &HostLookup::finished, this, &RunningQuery::onResolved);
        lookup->start();
    }

    void cancel() override
    {
        QObject::disconnect(this, nullptr, nullptr, nullptr);
        stop();
    }

private:
    static constexpr qint64 Chunk = 4096;

    [[nodiscard]] base::Duration phaseEnds()
    {
        const base::Instant now = m_clock.now();
        const base::Duration elapsed = now - m_phaseStart;
        m_phaseStart = now;
        return elapsed;
    }

    void onResolved(const ResolveResult &result)
    {
        if (m_over)
            return;
        m_evidence.resolve = phaseEnds();
        if (!result.ok()) {
            fail(result.error());
            return;
        }
        m_evidence.resolved = true;
        m_evidence.addresses = result.value();
        Q_EMIT resolved(m_evidence.addresses);
        if (m_over)
            return;
        auto *connector =
            new TcpConnector(m_evidence.addresses, m_evidence.port, m_timeouts.connect, m_clock, this);
        QObject::connect(connector, &TcpConnector::connected, this,
                         [this, connector] { onConnected(connector); });
        QObject::connect(connector, &TcpConnector::failed, this, [this](const ConnectFailure &failure) {
            m_evidence.connect = phaseEnds();
            fail(epmd_failure::Unreachable{failure});
        });
        connector->start();
    }

    void onConnected(TcpConnector *connector)
    {
        if (m_over)
            return;
        m_transport = connector->takeTransport();
        m_evidence.connect = phaseEnds();
        m_evidence.connected = true;
        m_evidence.address = m_transport->endpoints().peerAddress;
        QObject::connect(m_transport.get(), &Transport::readable, this, &RunningQuery::onReadable);
        QObject::connect(m_transport.get(), &Transport::peerClosed, this, &RunningQuery::onClosed);
        QObject::connect(m_transport.get(), &Transport::failed, this,
                         [this](const TransportError &error) { fail(epmd_failure::Lost{error.detail}); });
        Q_EMIT connected(m_evidence.address);
        if (m_over)
            return;
        m_evidence.question = encode(m_request);
        m_transport->write(m_evidence.question);
        m_timer.start(timerInterval(m_timeouts.reply));
    }

    void onReadable()
    {
        while (!m_over && m_transport->bytesAvailable() > 0) {
            const QByteArray bytes = m_transport->read(Chunk);
            m_evidence.head += bytes.left(protocol::EvidenceBytes - m_evidence.head.size());
            if (bytes.isEmpty())
                return;
            if (const auto outcome = m_parser.receive(bytes))
                finish(*outcome);
        }
    }

    void onClosed()
    {
        onReadable(); // what came before
        if (!m_over)
            finish(m_parser.peerClosed());
    }

    void finish(const ReplyParser::Outcome &outcome)
    {
        m_evidence.reply = phaseEnds();
        m_evidence.received = m_parser.received();
        if (outcome.ok())
            deliver({m_evidence, outcome.value()});
        else
            deliver({m_evidence, base::Failure{epmd_failure::Reason(epmd_failure::Broken{outcome.error()})}});
    }

    void fail(const epmd_failure::Reason &reason)
    {
        if (m_evidence.connected)
            m_evidence.reply = phaseEnds();
        m_evidence.received = m_parser.received();
        deliver({m_evidence, base::Failure{reason}});
    }

    void deliver(const EpmdAnswer &answer)
    {
        if (m_over)
            return;
        stop();
        Q_EMIT finished(answer);
    }

    void stop()
    {
        m_over = true;
        m_timer.stop();
        if (m_transport)
            m_transport->disconnect(this);
        // Closing takes as long as a message does: whoever has waited for the answer goes on first.
        QTimer::singleShot(0, this, &QObject::deleteLater);
    }

    const Request m_request;
    const ConnectTimeouts m_timeouts;
    const base::Clock &m_clock;
    ReplyParser m_parser;
    EpmdEvidence m_evidence;
    base::Instant m_phaseStart;
    std::unique_ptr<Transport> m_transport;
    QTimer m_timer;
    bool m_over = false;
};

} // namespace

EpmdClient::EpmdClient(const base::Clock &clock, ConnectTimeouts timeouts, protocol::Limits limits,
                       QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_timeouts(timeouts)
    , m_limits(limits)
{
}

EpmdQuery *EpmdClient::names(const QString &host, quint16 epmdPort)
{
    return ask(protocol::epmd::NamesRequest{}, host, epmdPort);
}

EpmdQuery *EpmdClient::lookUp(const base::NodeName &node, quint16 epmdPort)
{
    return ask(protocol::epmd::PortRequest{node.name()}, node.host(), epmdPort);
}

EpmdQuery *EpmdClient::ask(const EpmdQuestion &question, const QString &host, quint16 epmdPort)
{
    const Request request = std::visit([](const auto &one) { return Request(one); }, question);
    auto *query = new RunningQuery(request, host, epmdPort, m_timeouts, m_limits, m_clock, this);
    query->start();
    return query;
}

} // namespace nodescope::dist
