#include "session/HandshakeDesk.h"

#include <QRandomGenerator>

#include "dist/NodeIdentity.h"
#include "doctor/handshakes/RecordOf.h"

namespace nodescope::session {

using base::NodeName;
using cluster::HandshakeRecord;

namespace {

/// A name that nobody has, on the host of the other side: so it fits short and long names alike.
NodeName madeUpName(const NodeName &beside)
{
    const QString host = beside.isNull() ? QStringLiteral("127.0.0.1") : beside.host();
    const quint32 number = QRandomGenerator::system()->generate() & 0xffffff;
    return NodeName::parse(QStringLiteral("step_%1@%2").arg(number, 6, 16, QLatin1Char('0')).arg(host))
        .value_or(NodeName());
}

} // namespace

HandshakeDesk::HandshakeDesk(const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

HandshakeDesk::~HandshakeDesk()
{
    if (m_stepped)
        m_stepped->disconnect(this);
}

void HandshakeDesk::dialled(const dist::DialReport &report)
{
    std::optional<HandshakeRecord> record = doctor::recordOf(report);
    if (!record)
        return;
    record->id = ++m_lastId;
    Q_EMIT changed(*record);
}

void HandshakeDesk::called(const dist::AcceptReport &report, const NodeName &ownName)
{
    HandshakeRecord record = doctor::recordOf(report, ownName, false, false);
    record.id = ++m_lastId;
    Q_EMIT changed(record);
}

bool HandshakeDesk::step(const Order &order, QString *detail)
{
    end(m_steppedId);
    protocol::SteppedSettings settings;
    settings.ownName = order.ownName.isNull() ? madeUpName(order.node) : order.ownName;
    settings.creation = dist::randomCreation();
    settings.cookie = order.cookie;
    if (order.incoming) {
        settings.expectedPeer = order.node;
        settings.dynamicName = dist::dynamicName(settings.ownName.host());
        settings.dynamicCreation = dist::randomCreation();
    }
    if (m_stepped) { // we may be in its signal
        m_stepped->disconnect(this);
        m_stepped.release()->deleteLater();
    }
    m_stepped = std::make_unique<dist::SteppedAttempt>(std::move(settings), m_book, m_clock);
    m_steppedId = order.id;
    m_cookie = order.cookie;
    m_expected = order.node;
    m_setupTime = order.setupTime;
    m_toldWaiting = false;
    connect(m_stepped.get(), &dist::SteppedAttempt::changed, this, &HandshakeDesk::tell);
    if (!order.incoming) {
        dist::DialTarget target;
        target.node = order.node;
        target.epmdPort = order.epmdPort;
        m_stepped->dial(target, order.tls);
        tell();
        return true;
    }
    const bool loopback = QHostAddress(order.node.host()).isLoopback();
    const auto port =
        m_stepped->listen(loopback ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(QHostAddress::Any),
                          0, order.epmdPort, order.tls);
    if (!port.ok()) {
        *detail = port.error().detail;
        m_stepped.reset();
        return false;
    }
    tell();
    return true;
}

void HandshakeDesk::tell()
{
    HandshakeRecord record = doctor::recordOf(m_stepped->report());
    record.id = m_steppedId;
    record.setupTime = m_setupTime;
    if (record.peer.isNull())
        record.peer = m_expected;
    Q_EMIT changed(record);
    if (record.listening && m_stepped->report().registered && !std::exchange(m_toldWaiting, true))
        Q_EMIT waitingToBeDialled(m_steppedId, m_stepped->report().ownName);
}

void HandshakeDesk::release(quint64 id, const cluster::HandshakeEdit &edit)
{
    if (m_stepped && id == m_steppedId)
        m_stepped->release(doctor::changeOf(edit));
}

void HandshakeDesk::end(quint64 id)
{
    if (m_stepped && id == m_steppedId)
        m_stepped->end();
}

base::Secret HandshakeDesk::cookieOf(quint64 id) const
{
    return id == m_steppedId ? m_cookie : base::Secret();
}

} // namespace nodescope::session
