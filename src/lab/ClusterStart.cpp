#include "lab/PracticeClusterPrivate.h"

#include <algorithm>
#include <utility>

#include "lab/Descriptors.h"

namespace nodescope::lab {

namespace {
/// How long all nodes may take to register; on this machine it is a matter of milliseconds.
constexpr std::chrono::seconds RegistrationTime{10};
/// How many other names a node tries when EPMD refuses one.
constexpr int MaxRenames = 10;

/// Both ends of each link are here; each node has a listener and a registration with two ends; and the
/// rest of the program, and guests, want some.
quint64 descriptorsFor(const std::vector<PlannedNode> &plan)
{
    constexpr quint64 ForEachNode = 8;
    constexpr quint64 ForOthers = 512;
    quint64 wanted = ForOthers + ForEachNode * plan.size();
    for (const PlannedNode &node : plan)
        wanted += 2 * node.dials.size();
    return wanted;
}
} // namespace

void PracticeCluster::Private::begin(const PracticeOptions &wanted)
{
    options = wanted;
    meetings = std::make_unique<Meetings>();
    QObject::connect(meetings.get(), &Meetings::finished, &q, [this] { onMet(); });
    epmd = std::make_unique<EpmdChoice>(clock);
    QObject::connect(epmd.get(), &EpmdChoice::chosen, &q,
                     [this](const QSet<QString> &names) { onEpmdChosen(names); });
    QObject::connect(epmd.get(), &EpmdChoice::failed, &q,
                     [this](const PracticeError &error) { fail(error); });
    m_registrationTimer.setSingleShot(true);
    QObject::connect(&m_registrationTimer, &QTimer::timeout, &q, [this] {
        fail({PracticeError::Kind::EpmdLost, epmd->port(), {}, {}});
    });
    epmd->start(options.epmdPort, options.machineEpmdPort);
}

void PracticeCluster::Private::onEpmdChosen(const QSet<QString> &names)
{
    if (m_ending)
        return;
    taken = names;
    if (!makeCertificates() || !makeMembers())
        return;
    m_registrationTimer.start(RegistrationTime);
    for (const auto &member : members) {
        bringUp(*member);
        if (m_ending)
            return;
    }
}

bool PracticeCluster::Private::makeCertificates()
{
    if (!options.tls)
        return true;
    QStringList hosts{options.host, QStringLiteral("127.0.0.1"), QStringLiteral("localhost")};
    hosts.removeDuplicates();
    const auto made = certificates.make(hosts);
    if (!made.ok())
        fail({PracticeError::Kind::Certificates, 0, made.error().path, made.error().detail});
    return made.ok();
}

bool PracticeCluster::Private::makeMembers()
{
    const std::vector<PlannedNode> plan = planCluster(options, taken);
    if (plan.empty()) {
        fail({PracticeError::Kind::BadHost, 0, options.host, {}});
        return false;
    }
    if (!ensureDescriptors(descriptorsFor(plan))) {
        fail({PracticeError::Kind::Descriptors, 0, {}, {}});
        return false;
    }
    CookieFile own;
    CookieFile other;
    for (const PlannedNode &planned : plan) {
        CookieFile &cookie = planned.otherCookie ? other : own;
        if (cookie.path.isEmpty()) {
            const auto file = planned.otherCookie
                                  ? files.obtain({}, QStringLiteral("other-cookie"))
                                  : files.obtain(options.cookieFile, QStringLiteral("cookie"));
            if (!file.ok()) {
                const CookieFileError &error = file.error();
                fail({PracticeError::Kind::CookieFile, 0, error.path, error.detail, error.unusable});
                return false;
            }
            cookie = *file;
        }
        members.push_back(std::make_unique<Member>(Member{planned, cookie, nullptr, false, 0}));
    }
    return true;
}

void PracticeCluster::Private::bringUp(Member &member)
{
    PracticeNodeSettings settings{
        member.plan.name, member.plan.hidden, member.cookie.cookie, epmd->port(), {}};
    if (options.tls)
        settings.tls = certificates.settings();
    member.node = new PracticeNode(settings, clock, &q);
    member.ready = false;
    forwardSignals(member);
    const auto listening = member.node->listen();
    if (listening.ok())
        return;
    retire(member, false);
    fail({PracticeError::Kind::Listen, listening.error().port, member.plan.name.text(),
          listening.error().detail});
}

void PracticeCluster::Private::forwardSignals(Member &member)
{
    PracticeNode *node = member.node;
    const base::NodeName name = node->name();
    PracticeCluster *cluster = &q;
    QObject::connect(node, &PracticeNode::registered, cluster, [this, &member] { onRegistered(member); });
    QObject::connect(node, &PracticeNode::registrationRefused, cluster,
                     [this, &member] { onRefused(member); });
    QObject::connect(node, &PracticeNode::linkUp, cluster, [cluster, name](const dist::LinkInfo &link) {
        Q_EMIT cluster->linkUp(name, link.peer, link.hidden());
    });
    QObject::connect(node, &PracticeNode::linkDown, cluster,
                     [cluster, name](const dist::LinkInfo &link, const dist::link_down::Reason &reason) {
                         Q_EMIT cluster->linkDown(name, link.peer, reason);
                     });
    QObject::connect(
        node, &PracticeNode::attemptFailed, cluster,
        [cluster, name](const dist::DialReport &report) { Q_EMIT cluster->attemptFailed(name, report); });
}

void PracticeCluster::Private::onRegistered(Member &member)
{
    if (std::exchange(member.ready, true) || m_ending)
        return; // again, after EPMD came back
    Q_EMIT q.nodeReady(infoOf(member));
    if (m_ending)
        return;
    if (q.m_state == State::Starting)
        return checkAllRegistered();
    // A node that was started again: the mesh leads it on to the others.
    member.node->setIntroducing(true);
    const auto isVisiblePeer = [&](const auto &other) {
        return other.get() != &member && other->ready && !other->plan.hidden &&
               other->plan.otherCookie == member.plan.otherCookie;
    };
    if (member.plan.hidden || member.plan.otherCookie) {
        for (const int index : member.plan.dials)
            addMeeting(member, *members[std::size_t(index)]);
    } else if (const auto first = std::find_if(members.begin(), members.end(), isVisiblePeer);
               first != members.end()) {
        addMeeting(member, **first);
    }
    meetings->start();
}

void PracticeCluster::Private::onRefused(Member &member)
{
    if (m_ending)
        return;
    const bool starting = q.m_state == State::Starting;
    taken.insert(member.plan.name.name());
    retire(member, false);
    const auto other = practiceName(freeName(member.plan.name.name(), taken), options);
    if (!starting || ++member.renames > MaxRenames || !other) {
        const PracticeError error{
            PracticeError::Kind::NameRefused, epmd->port(), member.plan.name.text(), {}};
        return starting ? fail(error) : Q_EMIT q.failed(error);
    }
    member.plan.name = *other;
    bringUp(member);
}

void PracticeCluster::Private::checkAllRegistered()
{
    if (!std::all_of(members.begin(), members.end(), [](const auto &member) { return member->ready; }))
        return;
    m_registrationTimer.stop();
    planMeetings();
    meetings->start();
}

void PracticeCluster::Private::planMeetings()
{
    for (const auto &member : members)
        for (const int index : member->plan.dials)
            addMeeting(*member, *members[std::size_t(index)]);
}

void PracticeCluster::Private::addMeeting(Member &from, const Member &to)
{
    // We know the ports, and spare EPMD the questions; but an attempt that is to fail shall show all rungs.
    const bool willFail = from.plan.otherCookie != to.plan.otherCookie;
    std::optional<dist::DialTarget::Explicit> address;
    if (!willFail && to.node)
        address = dist::DialTarget::Explicit{QStringLiteral("127.0.0.1"), to.node->port()};
    meetings->add(*from.node, to.plan.name, address);
}

void PracticeCluster::Private::onMet()
{
    if (m_ending || q.m_state != State::Starting)
        return;
    for (const auto &member : members)
        if (member->node)
            member->node->setIntroducing(true);
    q.m_state = State::Running;
    Q_EMIT q.ready(q.info());
}

} // namespace nodescope::lab
