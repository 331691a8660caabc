#include "dist/LocalNode.h"

#include "dist/AcceptPolicy.h"
#include "dist/LocalNodePrivate.h"

namespace nodescope::dist {

LocalNode::LocalNode(NodeIdentity identity, CookieStore cookies, const base::Clock &clock,
                     const LocalNodeSettings &settings, QObject *parent)
    : QObject(parent)
    , m_identity(std::move(identity))
    , m_cookies(std::move(cookies))
    , m_clock(clock)
    , m_settings(settings)
    , m_creation(settings.creation != 0 ? settings.creation : randomCreation())
    , d(std::make_unique<Private>(*this))
{
    connectLinks();
    m_groupLeader = d->router.create({});
    d->caller = std::make_unique<Caller>(*this);
    d->genCaller = std::make_unique<GenCaller>(*this);
    d->ioSink = std::make_unique<IoSink>(*m_groupLeader);
    connect(d->ioSink.get(), &IoSink::output, this, &LocalNode::output);
    connectAttempts();
}

void LocalNode::connectAttempts()
{
    d->dials = std::make_unique<DialDesk>(m_clock);
    connect(d->dials.get(), &DialDesk::stepped, this, &LocalNode::dialStepped);
    connect(d->dials.get(), &DialDesk::handshakeMessage, this, &LocalNode::handshakeMessage);
    connect(d->dials.get(), &DialDesk::finished, this, &LocalNode::onDialFinished);
    connect(d->dials.get(), &DialDesk::connected, this, [this](Dialler *dialler) { takeDialled(*dialler); });
    d->acceptor = std::make_unique<Acceptor>(
        [this](const protocol::Caller &caller) { return decide(caller); }, d->book, m_clock);
    d->acceptor->setNextId([this] { return ++m_lastAttempt; });
    connect(d->acceptor.get(), &Acceptor::handshakeMessage, this, &LocalNode::handshakeMessage);
    connect(d->acceptor.get(), &Acceptor::failed, this, &LocalNode::acceptFailed);
    connect(d->acceptor.get(), &Acceptor::accepted, this, &LocalNode::takeAccepted);
}

LocalNode::~LocalNode() = default;

void LocalNode::connectLinks()
{
    connect(&d->links, &LinkTable::up, this, [this](const LinkInfo &link) {
        Q_EMIT linkUp(link);
        if (m_settings.learnTickTimes)
            learnTickTime(link.peer);
    });
    connect(&d->links, &LinkTable::ticked, this, &LocalNode::ticked);
    connect(&d->links, &LinkTable::tickMissed, this, &LocalNode::tickMissed);
    connect(&d->links, &LinkTable::writable, this, &LocalNode::linkWritable);
    connect(&d->links, &LinkTable::measured, this, &LocalNode::linkMeasured);
    connect(&d->links, &LinkTable::down, this, [this](const LinkInfo &link, const link_down::Reason &reason) {
        d->router.forget(link);
        Q_EMIT linkDown(link, reason);
    });
    connectSignals();
}

void LocalNode::connectSignals()
{
    d->links.setReceiver([router = &d->router](const base::NodeName &peer, const protocol::Signal &signal) {
        router->take(peer, signal);
    });
    connect(&d->router, &SignalRouter::logged, this, &LocalNode::loggedElsewhere);
    const auto drop = [this](const base::NodeName &peer, const QString &why) {
        ++m_dropped[why];
        Q_EMIT signalDropped(peer, why);
    };
    connect(&d->links, &LinkTable::dropped, this, drop);
    connect(&d->router, &SignalRouter::dropped, this, drop);
}

// Names.

LocalNode::Address LocalNode::addressOn(const QString &peer) const
{
    if (const LinkInfo *link = d->links.info(peer))
        return {link->handshake.ownName.text(), link->handshake.ownCreation};
    if (!m_identity.isDynamic())
        return {m_identity.name.text(), m_creation};
    return {QStringLiteral("nonode@nohost"), 0};
}

SignalRouter &LocalNode::router() const
{
    return d->router;
}

base::NodeName LocalNode::nameOn(const base::NodeName &peer) const
{
    const LinkInfo *link = d->links.info(peer.text());
    return link ? link->handshake.ownName : m_identity.name;
}

quint32 LocalNode::creationOn(const base::NodeName &peer) const
{
    return addressOn(peer.text()).creation;
}

// Being dialled.

base::Result<quint16, ListenError> LocalNode::listen(const ListenOptions &options)
{
    Q_ASSERT(!m_identity.isDynamic());
    Acceptor::Settings settings{handshakeSettings(false), m_settings.link, m_settings.maxUnauthenticated, {}};
    if (const auto patience = m_settings.callerPatience) {
        settings.handshake.limits.handshakeStep = *patience;
        // A caller has two messages to say, and one more where it answers `alive`.
        settings.handshake.limits.handshakeTotal = *patience * 3;
    }
    if (m_settings.tls)
        settings.tls = m_settings.tls->server;
    auto port = d->acceptor->listen(options.address, options.port, std::move(settings));
    if (port.ok() && options.epmdPort)
        registerAt(*options.epmdPort, port.value());
    return port;
}

void LocalNode::registerAt(quint16 epmdPort, quint16 port)
{
    protocol::epmd::Registration registration;
    registration.name = m_identity.name.name();
    registration.port = port;
    registration.type =
        quint8(m_identity.hidden ? protocol::epmd::NodeType::Hidden : protocol::epmd::NodeType::Normal);
    d->registration = std::make_unique<EpmdRegistration>(registration, epmdPort, m_clock);
    connect(d->registration.get(), &EpmdRegistration::registered, this, &LocalNode::takeRegistration);
    connect(d->registration.get(), &EpmdRegistration::lost, this, &LocalNode::registrationLost);
    connect(d->registration.get(), &EpmdRegistration::refused, this, &LocalNode::registrationRefused);
    d->registration->start();
}

void LocalNode::takeRegistration(quint32 creation)
{
    // As long as a link knows us by an incarnation, we keep it: our pids out there carry it.
    if (d->links.all().empty() && m_settings.creation == 0) {
        m_creation = creation;
        d->acceptor->setCreation(creation);
    }
    Q_EMIT registered(creation);
}

void LocalNode::stopListening()
{
    d->registration.reset();
    d->acceptor->close();
}

quint16 LocalNode::listeningPort() const
{
    return d->acceptor->port();
}

protocol::AcceptDecision LocalNode::decide(const protocol::Caller &caller)
{
    const auto name = caller.wantsName ? std::nullopt : base::NodeName::parse(caller.name);
    const CookieChoice cookie = name ? m_cookies.forNode(*name) : m_cookies.forHost(caller.name);
    CallerSituation situation{m_identity.name, m_allowed, !cookie.secret.isNull()};
    situation.linked = name && d->links.find(name->text());
    situation.dialling = name && d->dials->diallerTo(*name);

    protocol::AcceptDecision decision;
    decision.status = statusFor(caller, situation);
    decision.cookie = cookie.secret;
    if (decision.status == protocol::HandshakeStatus::Named) {
        decision.dynamicName = dynamicName(caller.name);
        decision.dynamicCreation = randomCreation();
        if (decision.dynamicName.isNull())
            decision.status = protocol::HandshakeStatus::Nok;
    }
    return decision;
}

// Attempts that cross. Ours goes on until the caller has proved the cookie, so that nobody ends it by
// merely calling under the peer's name.

bool LocalNode::mayStand(const Link &link) const
{
    const protocol::HandshakeResult &result = *link.result();
    const LinkInfo *older = d->links.info(result.peer.text());
    const bool incoming = link.role() == protocol::Role::Acceptor;
    return !older || result.replacesOld ||
           newerStands(m_identity.name, result.peer, incoming, older->incoming);
}

void LocalNode::takeDialled(Dialler &dialler)
{
    std::unique_ptr<Link> link = dialler.takeLink();
    if (mayStand(*link)) {
        d->links.add(std::move(link), false);
        return;
    }
    link->close(link_down::ClosedByUs::Why::GaveWay);
    link.release()->deleteLater(); // we are in its signal
    dialler.cancel(dial_end::GaveWayToIncoming{});
}

void LocalNode::takeAccepted()
{
    std::unique_ptr<Link> link = d->acceptor->takeLink();
    const protocol::HandshakeResult result = *link->result();
    if (!mayStand(*link)) {
        link->close(link_down::ClosedByUs::Why::GaveWay);
        link.release()->deleteLater(); // we are in its signal
        return;
    }
    d->links.add(std::move(link), true);
    // Unless ours is the one that stands at both ends, if it comes to that.
    Dialler *rival = d->dials->diallerTo(result.peer);
    if (rival && (result.replacesOld || !newerStands(m_identity.name, result.peer, false, true)))
        rival->cancel(dial_end::GaveWayToIncoming{});
}

void LocalNode::Private::rememberPort(const DialReport &report)
{
    if (report.epmdPort == 0)
        return; // it was not asked
    const std::pair key(report.epmdPort, report.target.text());
    if (!report.connected() || !report.registration || !report.endpoints) {
        ports.remove(key);
        return;
    }
    if (ports.size() >= MaxPorts)
        ports.clear();
    ports.insert(key, {report.endpoints->peerAddress, *report.registration});
}

void LocalNode::onDialFinished(DialReport report)
{
    d->rememberPort(report);
    // The peer let its own attempt stand, or our attempt met the link that its own has become.
    const auto *failed = report.as<dial_end::HandshakeFailed>();
    const auto *refused = failed ? failed->error.as<protocol::handshake_failure::Refused>() : nullptr;
    const bool gaveWay = refused && !report.probe && refused->status != protocol::HandshakeStatus::NotAllowed;
    if (gaveWay && (d->links.find(report.target.text()) || d->acceptor->isAccepting(report.target.text())))
        report.end = dial_end::GaveWayToIncoming{};
    Q_EMIT dialFinished(report);
}

// Dialling.

protocol::HandshakeSettings LocalNode::handshakeSettings(bool probe) const
{
    using protocol::Flag;
    protocol::HandshakeSettings settings;
    settings.limits = m_settings.link.limits;
    settings.ownHost = m_identity.host;
    settings.required = m_identity.required;
    settings.probe = probe;
    settings.flags = m_identity.flags.without(Flag::NameMe).without(Flag::Published);
    // A probe never uses our name: it could end a handshake of ours that is under way.
    if (probe || m_identity.isDynamic()) {
        settings.flags = settings.flags | Flag::NameMe;
        return settings;
    }
    settings.ownName = m_identity.name;
    settings.creation = m_creation;
    if (!m_identity.hidden)
        settings.flags = settings.flags | Flag::Published;
    return settings;
}

AttemptId LocalNode::dial(const base::NodeName &node, const DialOptions &options)
{
    const AttemptId id = ++m_lastAttempt;
    if (const auto obstacle = obstacleTo(node, options)) {
        d->dials->refuse(id, node, options.probe, *obstacle);
        return id;
    }
    const CookieChoice cookie =
        options.cookie ? CookieChoice{*options.cookie, CookieScope::Override} : m_cookies.forNode(node);
    const bool lacksCookie = !options.probe && cookie.secret.isNull();
    const bool probe = options.probe || lacksCookie;
    protocol::HandshakeSettings handshake = handshakeSettings(probe);
    handshake.replaceOldLink = options.replaceOldLink;
    if (!probe)
        handshake.cookie = cookie.secret;
    auto dialler =
        std::make_unique<Dialler>(id, DialTarget{node, options.epmdPort, options.address}, handshake,
                                  m_settings.link, m_settings.connect, d->book, m_clock);
    if (m_identity.isDynamic() || probe)
        dialler->setFallback(ownNameSettings(handshake));
    if (lacksCookie)
        dialler->setLacksCookie();
    if (options.tls)
        dialler->useTls(*options.tls);
    else if (m_settings.tls)
        dialler->useTls(m_settings.tls->client);
    dialler->setCookieScope(probe ? CookieScope::None : cookie.scope);
    if (options.rememberedPort && !options.address) {
        const auto port = d->ports.constFind({options.epmdPort, node.text()});
        if (port != d->ports.constEnd())
            dialler->setRemembered(*port);
    }
    d->dials->start(std::move(dialler));
    return id;
}

protocol::HandshakeSettings LocalNode::ownNameSettings(protocol::HandshakeSettings handshake) const
{
    const base::NodeName random = dynamicName(m_identity.host);
    handshake.flags = handshake.flags.without(protocol::Flag::NameMe);
    handshake.ownName = random;
    handshake.creation = randomCreation();
    return handshake;
}

std::optional<dial_end::Reason> LocalNode::obstacleTo(const base::NodeName &node,
                                                      const DialOptions &options) const
{
    if (node == m_identity.name)
        return dial_end::OwnName{};
    if (options.probe)
        return std::nullopt;
    if (d->links.find(node.text()))
        return dial_end::AlreadyConnected{};
    if (d->dials->diallerTo(node))
        return dial_end::AlreadyDialling{};
    return std::nullopt;
}

void LocalNode::cancelDial(AttemptId id)
{
    d->dials->cancel(id);
}

const DialReport *LocalNode::attempt(AttemptId id) const
{
    return d->dials->reportOf(id);
}

bool LocalNode::disconnectFrom(const base::NodeName &peer)
{
    Dialler *dialler = d->dials->diallerTo(peer);
    if (dialler)
        dialler->cancel();
    return d->links.close(peer.text(), link_down::ClosedByUs::Why::Asked) || dialler;
}

bool LocalNode::isConnected(const base::NodeName &peer) const
{
    return d->links.find(peer.text());
}

std::vector<LinkInfo> LocalNode::links() const
{
    return d->links.all();
}

std::optional<LinkInfo> LocalNode::linkTo(const base::NodeName &peer) const
{
    const LinkInfo *info = d->links.info(peer.text());
    return info ? std::optional(*info) : std::nullopt;
}

// Processes.

LocalProcess *LocalNode::createProcess(const QString &name)
{
    if (!name.isEmpty() && whereis(name))
        return nullptr;
    return d->router.create(name);
}

LocalProcess *LocalNode::whereis(const QString &name) const
{
    return d->router.processes().find(name);
}

LocalProcess *LocalNode::find(const term::Pid &pid) const
{
    LocalProcess *process = d->router.processes().find(pid.id, pid.serial);
    return process && process->isAlive() && process->pid() == pid ? process : nullptr;
}

QStringList LocalNode::registeredNames() const
{
    return d->router.processes().names();
}

std::vector<LocalProcess *> LocalNode::processes() const
{
    return d->router.processes().all();
}

void LocalNode::setSpawnHandler(SpawnHandler handler)
{
    d->router.spawns().setHandler(std::move(handler));
}

term::Reference LocalNode::makeReference(const base::NodeName &peer)
{
    return d->router.makeReference(peer.text());
}

// Doing something elsewhere.

SendResult LocalNode::send(const Destination &to, const term::Term &message)
{
    return m_groupLeader->send(to, message);
}

} // namespace nodescope::dist
