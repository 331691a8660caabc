#include "dist/Acceptor.h"

#include <algorithm>

#include <QTimer>

#include "dist/Timing.h"
#include "dist/tls/TlsSetup.h"

namespace nodescope::dist {

Acceptor::Acceptor(Decide decide, protocol::ChallengeBook &book, const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_decide(std::move(decide))
    , m_book(book)
    , m_clock(clock)
{
    connect(&m_listener, &Listener::incoming, this, &Acceptor::acceptNext);
}

Acceptor::~Acceptor()
{
    for (const auto &pending : m_pending) {
        if (pending->link)
            pending->link->disconnect(this);
    }
}

base::Result<quint16, ListenError> Acceptor::listen(const QHostAddress &address, quint16 port,
                                                    Settings settings)
{
    m_settings = std::move(settings);
    return m_listener.listen(address, port,
                             m_settings.tls ? Listener::Encryption::Tls : Listener::Encryption::None);
}

void Acceptor::close()
{
    m_listener.close();
}

bool Acceptor::isAccepting(const QString &name) const
{
    return std::any_of(m_pending.begin(), m_pending.end(), [&name](const auto &pending) {
        return pending->report.caller && !pending->report.caller->wantsName &&
               pending->report.caller->name == name;
    });
}

void Acceptor::acceptNext()
{
    if (m_settings.tls)
        acceptTls();
    else
        acceptPlain();
}

void Acceptor::acceptPlain()
{
    auto transport = m_listener.takeTransport();
    if (!transport)
        return;
    Pending *pending = add(transport->endpoints());
    shakeHands(pending, std::move(transport));
}

void Acceptor::acceptTls()
{
    auto socket = m_listener.takeTlsSocket();
    if (!socket)
        return;
    auto tls = std::make_unique<TlsSetup>(std::move(socket), protocol::Role::Acceptor, *m_settings.tls,
                                          QString(), m_settings.link.limits.handshakeStep, m_clock);
    Pending *pending = add(tls->endpoints());
    pending->tls = std::move(tls);
    TlsSetup *setup = pending->tls.get();
    connect(setup, &TlsSetup::failed, this,
            [this, pending](const TlsFailure &failure) { onTlsFailed(pending, failure); });
    connect(setup, &TlsSetup::done, this, [this, pending] {
        std::unique_ptr<Transport> transport = pending->tls->takeTransport();
        pending->tls.release()->deleteLater(); // we are in its signal
        pending->report.tls = transport->tls();
        shakeHands(pending, std::move(transport));
    });
    setup->start();
}

Acceptor::Pending *Acceptor::add(const Endpoints &endpoints)
{
    makeRoom();
    m_pending.push_back(std::make_unique<Pending>());
    Pending *pending = m_pending.back().get();
    pending->report.id = m_nextId();
    pending->report.wall = m_clock.wall();
    pending->report.began = m_clock.now();
    pending->report.endpoints = endpoints;
    Q_EMIT began(pending->report);
    return pending;
}

void Acceptor::shakeHands(Pending *pending, std::unique_ptr<Transport> transport)
{
    protocol::HandshakeSettings settings = m_settings.handshake;
    if (pending->report.tls)
        settings.prefix = protocol::LengthPrefix::FourBytes;
    pending->link = std::make_unique<Link>(std::move(transport), protocol::Role::Acceptor, settings, m_book,
                                           m_clock, m_settings.link);
    Link *link = pending->link.get();
    connect(link, &Link::handshakeMessage, this, [this, pending](const protocol::HandshakeMessage &message) {
        pending->report.messages.push_back(message);
        Q_EMIT handshakeMessage(pending->report.id, message);
    });
    connect(link, &Link::decisionWanted, this, [this, link, pending](const protocol::Caller &caller) {
        decideSoon(link, pending->report, caller);
    });
    connect(link, &Link::up, this, [this, pending] { onUp(pending); });
    connect(link, &Link::down, this,
            [this, pending](const link_down::Reason &reason) { onDown(pending, reason); });
    link->start();
}

void Acceptor::onTlsFailed(Pending *pending, const TlsFailure &failure)
{
    const auto taken = take(pending);
    taken->tls->disconnect(this);
    taken->tls.release()->deleteLater(); // we are in its signal
    taken->report.tlsFailure = failure;
    reportBroken(*taken, protocol::handshake_failure::Closed{});
}

/// Before there was a handshake.
void Acceptor::reportBroken(Pending &pending, const protocol::handshake_failure::Reason &reason)
{
    AcceptReport &report = pending.report;
    report.elapsed = m_clock.now() - report.began;
    report.error.reason = reason;
    report.error.role = protocol::Role::Acceptor;
    report.error.sinceStart = report.elapsed;
    Q_EMIT failed(report);
}

void Acceptor::decideSoon(Link *link, AcceptReport &report, const protocol::Caller &caller)
{
    const auto answer = [this, link, &report, caller] {
        const protocol::AcceptDecision decision = m_decide(caller);
        report.caller = caller; // only now: a caller is no rival of itself
        link->decide(decision);
    };
    const base::Duration delay = m_guard.delay(report.endpoints.peerAddress, caller.name, m_clock.now());
    if (delay > base::Duration::zero())
        QTimer::singleShot(timerInterval(delay), link, answer);
    else
        answer();
}

void Acceptor::onUp(Pending *which)
{
    const auto pending = take(which);
    Link *link = pending->link.get();
    m_guard.passed(pending->report.endpoints.peerAddress, pending->report.caller->name);
    link->disconnect(this);
    m_accepted = std::move(pending->link);
    Q_EMIT accepted();
    m_accepted.reset();
}

void Acceptor::onDown(Pending *which, const link_down::Reason &reason)
{
    const auto pending = take(which);
    pending->link->disconnect(this);
    pending->link.release()->deleteLater(); // we are in its signal
    AcceptReport &report = pending->report;
    report.elapsed = m_clock.now() - report.began;
    if (const auto *failure = std::get_if<link_down::HandshakeFailed>(&reason)) {
        report.error = failure->error;
        if (report.caller && report.error.as<protocol::handshake_failure::WrongDigest>())
            m_guard.failed(report.endpoints.peerAddress, report.caller->name, m_clock.now());
    } else {
        report.error.reason = protocol::handshake_failure::Closed{};
        report.error.role = protocol::Role::Acceptor;
        report.error.sinceStart = report.elapsed;
        if (const auto *broken = std::get_if<link_down::NetworkFailed>(&reason))
            report.tlsFailure = broken->error.tls;
    }
    Q_EMIT failed(report);
}

std::unique_ptr<Acceptor::Pending> Acceptor::take(Pending *pending)
{
    const auto entry = std::find_if(m_pending.begin(), m_pending.end(),
                                    [pending](const auto &candidate) { return candidate.get() == pending; });
    Q_ASSERT(entry != m_pending.end());
    auto taken = std::move(*entry);
    m_pending.erase(entry);
    return taken;
}

void Acceptor::makeRoom()
{
    while (!m_pending.empty() && int(m_pending.size()) >= m_settings.maxUnauthenticated)
        giveUp(leastPromising());
}

void Acceptor::giveUp(Pending *pending)
{
    if (pending->link)
        return pending->link->giveUp(); // onDown() removes it
    const auto taken = take(pending);
    taken->tls->disconnect(this);
    taken->tls.release()->deleteLater(); // it may be in a signal of its own
    reportBroken(*taken, protocol::handshake_failure::Crowded{});
}

Acceptor::Pending *Acceptor::leastPromising() const
{
    // Of the address with most callers, one that has not said who it is before one that has; the oldest.
    QHash<QHostAddress, int> callers;
    for (const auto &pending : m_pending)
        ++callers[pending->report.endpoints.peerAddress];
    const auto rank = [&callers](const Pending &pending) {
        return std::pair(callers.value(pending.report.endpoints.peerAddress), !pending.report.caller);
    };
    const auto found =
        std::max_element(m_pending.begin(), m_pending.end(),
                         [&rank](const auto &a, const auto &b) { return rank(*a) < rank(*b); });
    return found->get();
}

} // namespace nodescope::dist
