#include "dist/Acceptor.h"

#include <algorithm>

#include <QTimer>

#include "dist/Timing.h"

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
    for (const auto &pending : m_pending)
        pending->link->disconnect(this);
}

base::Result<quint16, ListenError> Acceptor::listen(const QHostAddress &address, quint16 port,
                                                    Settings settings)
{
    m_settings = std::move(settings);
    return m_listener.listen(address, port);
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
    auto transport = m_listener.takeTransport();
    if (!transport)
        return;
    makeRoom();
    auto pending = std::make_unique<Pending>();
    AcceptReport &report = pending->report;
    report.id = m_nextId();
    report.wall = m_clock.wall();
    report.began = m_clock.now();
    report.endpoints = transport->endpoints();
    pending->link = std::make_unique<Link>(std::move(transport), protocol::Role::Acceptor,
                                           m_settings.handshake, m_book, m_clock, m_settings.link);
    Link *link = pending->link.get();
    connect(link, &Link::handshakeMessage, this, [this, &report](const protocol::HandshakeMessage &message) {
        report.messages.push_back(message);
        Q_EMIT handshakeMessage(report.id, message);
    });
    connect(link, &Link::decisionWanted, this,
            [this, link, &report](const protocol::Caller &caller) { decideSoon(link, report, caller); });
    connect(link, &Link::up, this, [this, link] { onUp(link); });
    connect(link, &Link::down, this, [this, link](const link_down::Reason &reason) { onDown(link, reason); });
    m_pending.push_back(std::move(pending));
    link->start();
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

void Acceptor::onUp(Link *link)
{
    const auto pending = take(link);
    m_guard.passed(pending->report.endpoints.peerAddress, pending->report.caller->name);
    link->disconnect(this);
    m_accepted = std::move(pending->link);
    Q_EMIT accepted();
    m_accepted.reset();
}

void Acceptor::onDown(Link *link, const link_down::Reason &reason)
{
    const auto pending = take(link);
    link->disconnect(this);
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
    }
    Q_EMIT failed(report);
}

std::unique_ptr<Acceptor::Pending> Acceptor::take(Link *link)
{
    const auto entry = std::find_if(m_pending.begin(), m_pending.end(),
                                    [link](const auto &pending) { return pending->link.get() == link; });
    Q_ASSERT(entry != m_pending.end());
    auto pending = std::move(*entry);
    m_pending.erase(entry);
    return pending;
}

void Acceptor::makeRoom()
{
    while (!m_pending.empty() && int(m_pending.size()) >= m_settings.maxUnauthenticated)
        leastPromising()->giveUp(); // onDown() removes it
}

Link *Acceptor::leastPromising() const
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
    return (*found)->link.get();
}

} // namespace nodescope::dist
