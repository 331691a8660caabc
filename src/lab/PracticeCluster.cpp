#include "lab/PracticeClusterPrivate.h"

#include <algorithm>
#include <utility>

#include "base/Logging.h"

namespace nodescope::lab {

const char *errorName(PracticeError::Kind kind)
{
    switch (kind) {
    case PracticeError::Kind::EpmdPortTaken:
        return "epmd_port_taken";
    case PracticeError::Kind::EpmdListen:
        return "epmd_listen";
    case PracticeError::Kind::CookieFile:
        return "cookie_file";
    case PracticeError::Kind::Listen:
        return "listen";
    case PracticeError::Kind::NameRefused:
        return "name_refused";
    case PracticeError::Kind::EpmdLost:
        return "epmd_lost";
    case PracticeError::Kind::Descriptors:
        return "descriptors";
    case PracticeError::Kind::Certificates:
        return "certificates";
    case PracticeError::Kind::BadHost:
        break;
    }
    return "bad_host";
}

void PracticeCluster::Private::retire(Member &member, bool tell)
{
    PracticeNode *node = std::exchange(member.node, nullptr);
    member.ready = false;
    if (!node)
        return;
    meetings->forget(node);
    node->disconnect(&q);
    ++m_retiring;
    // Later: this may be called from within one of the node's own signals.
    const base::NodeName name = node->name();
    QObject::connect(node, &QObject::destroyed, &q, [this, name, tell] {
        if (tell)
            Q_EMIT q.nodeStopped(name);
        --m_retiring;
        onRetired();
    });
    node->deleteLater();
}

void PracticeCluster::Private::endAll()
{
    if (std::exchange(m_ending, true))
        return;
    m_registrationTimer.stop();
    ++m_retiring; // holds the end back until all are on their way
    for (const auto &member : members)
        retire(*member, member->ready);
    QMetaObject::invokeMethod(
        &q,
        [this] {
            --m_retiring;
            onRetired();
        },
        Qt::QueuedConnection);
}

void PracticeCluster::Private::onRetired()
{
    if (!m_ending || m_retiring > 0)
        return;
    const auto failure = m_failure;
    PracticeCluster &cluster = q;
    cluster.m_state = State::Stopped;
    // Destroys this object, and with it an embedded EPMD and the private cookie files.
    cluster.d.reset();
    if (failure)
        Q_EMIT cluster.failed(*failure);
    else
        Q_EMIT cluster.stopped();
}

void PracticeCluster::Private::fail(const PracticeError &error)
{
    if (m_ending)
        return;
    qCInfo(base::lcLab) << "practice cluster:" << errorName(error.kind) << error.port << error.subject
                        << error.detail;
    if (q.m_state == State::Running) {
        Q_EMIT q.failed(error);
        return;
    }
    m_failure = error;
    endAll();
}

bool PracticeCluster::Private::endOne(const base::NodeName &name)
{
    Member *member = find(name);
    if (!member || !member->node || m_ending || q.m_state != State::Running)
        return false;
    retire(*member, true);
    return true;
}

bool PracticeCluster::Private::startOne(const base::NodeName &name)
{
    Member *member = find(name);
    if (!member || member->node || m_ending || q.m_state != State::Running)
        return false;
    bringUp(*member);
    return true;
}

PracticeCluster::Private::Member *PracticeCluster::Private::find(const base::NodeName &name)
{
    const auto found = std::find_if(members.begin(), members.end(),
                                    [&](const auto &member) { return member->plan.name == name; });
    return found == members.end() ? nullptr : found->get();
}

PracticeNodeInfo PracticeCluster::Private::infoOf(const Member &member) const
{
    return {member.plan.name,   member.node ? member.node->port() : quint16(0),
            member.plan.hidden, member.plan.otherCookie,
            member.cookie.path, member.cookie.cookie};
}

PracticeCluster::PracticeCluster(const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

PracticeCluster::~PracticeCluster()
{
    // The nodes before the port mapper that they are registered with.
    const auto nodes = findChildren<PracticeNode *>(Qt::FindDirectChildrenOnly);
    for (PracticeNode *node : nodes) {
        node->disconnect(this);
        delete node;
    }
}

void PracticeCluster::start(const PracticeOptions &options)
{
    if (m_state != State::Stopped)
        return;
    m_state = State::Starting;
    d = std::make_unique<Private>(*this, m_clock);
    d->begin(options);
}

void PracticeCluster::stop()
{
    if (!d)
        return;
    m_state = State::Stopping;
    d->endAll();
}

PracticeInfo PracticeCluster::info() const
{
    PracticeInfo info;
    if (!d || !d->epmd)
        return info;
    info.epmdPort = d->epmd->port();
    info.embeddedEpmd = d->epmd->isEmbedded();
    info.tlsOptionFile = d->certificates.optionFile();
    for (const auto &member : d->members) {
        if (!member->plan.otherCookie)
            info.cookieFile = member->cookie.path;
        if (member->ready)
            info.nodes.push_back(d->infoOf(*member));
    }
    return info;
}

bool PracticeCluster::owns(const base::NodeName &node) const
{
    return d && d->find(node);
}

bool PracticeCluster::stopNode(const base::NodeName &node)
{
    return d && d->endOne(node);
}

bool PracticeCluster::startNode(const base::NodeName &node)
{
    return d && d->startOne(node);
}

PracticeNode *PracticeCluster::node(const base::NodeName &node) const
{
    const auto *member = d ? d->find(node) : nullptr;
    return member ? member->node : nullptr;
}

} // namespace nodescope::lab
