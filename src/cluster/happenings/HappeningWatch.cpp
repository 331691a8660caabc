#include "cluster/happenings/HappeningWatch.h"

#include <algorithm>

#include "cluster/happenings/Reasons.h"

namespace nodescope::cluster {

using namespace happenings;

namespace {
constexpr qint64 QuietStep = 10'000; ///< milliseconds
constexpr int MaxTimes = 100;

/// What is told reaches us in less, in milliseconds.
constexpr qint64 ArrivalTime = 2'000;

bool isLife(NodeState state)
{
    return state == NodeState::Up || state == NodeState::Reported || state == NodeState::Frozen;
}

} // namespace

QList<Happening> HappeningWatch::take(qint64 time, const Deltas &deltas)
{
    QList<Happening> news = advance(time);
    for (const Delta &delta : deltas)
        std::visit([this](const auto &one) { note(one); }, delta);
    return news + std::exchange(m_news, {});
}

QList<Happening> HappeningWatch::advance(qint64 time)
{
    m_time = std::max(m_time, time);
    if (m_unsettledSince != 0 && (m_time - m_lastChange >= Settle || m_time - m_unsettledSince >= MaxWait))
        settle();
    if (m_time >= m_nextQuiet)
        quietenFlaps();
    return std::exchange(m_news, {});
}

qint64 HappeningWatch::nextMoment() const
{
    const qint64 settled =
        m_unsettledSince == 0 ? 0 : std::min(m_lastChange + Settle, m_unsettledSince + MaxWait);
    const qint64 quiet = m_flaps.isEmpty() ? 0 : m_nextQuiet;
    return settled == 0 || quiet == 0 ? std::max(settled, quiet) : std::min(settled, quiet);
}

bool HappeningWatch::isAlive(const base::NodeName &node) const
{
    const auto member = m_members.constFind(node);
    return member != m_members.constEnd() && member->alive;
}

void HappeningWatch::unsettle()
{
    if (m_unsettledSince == 0)
        m_unsettledSince = std::max<qint64>(1, m_time);
    m_lastChange = m_time;
}

void HappeningWatch::note(const NodeChanged &delta)
{
    const Node &node = delta.node;
    if (node.kind == NodeKind::Self || node.name == selfName() || node.hidden) {
        m_members.remove(node.name);
        return;
    }
    Member &member = m_members[node.name];
    const bool alive = isLife(node.state);
    if (alive == member.alive)
        return;
    member.alive = alive;
    member.since = m_time;
    unsettle();
    if (alive) {
        m_lostNodes.remove(node.name);
    } else if (!isUnwatched(node.reason)) {
        const Loss loss{node.reason, momentOf(node.since), 1};
        m_lostNodes.insert(node.name, loss);
        noteLoss({node.name, {}}, loss);
    }
}

void HappeningWatch::note(const NodeRemoved &delta)
{
    if (m_members.remove(delta.name))
        unsettle();
    const QSet<base::NodeName> others = m_links.take(delta.name);
    for (const base::NodeName &other : others)
        m_links[other].remove(delta.name);
}

void HappeningWatch::note(const LinkChanged &delta)
{
    const Link &link = delta.link;
    if (link.hidden || link.key.contains(selfName()))
        return;
    setLink(link.key, link.state == LinkState::Up || link.state == LinkState::OneSided, link.reason,
            link.since);
}

void HappeningWatch::note(const EventHappened &delta)
{
    const Event &event = delta.event;
    if (event.kind == EventKind::NodeUp)
        m_lossTold.remove(event.node);
    if (event.kind != EventKind::NodeDown || isUnwatched(event.reason))
        return;
    const qint64 time = momentOf(event.time);
    const auto known = m_lossTold.find(event.node);
    if (known == m_lossTold.end())
        m_lossTold.insert(event.node, time);
    else if (time - *known > LossTime)
        *known = time;
}

qint64 HappeningWatch::momentOf(const QDateTime &since) const
{
    const qint64 time = since.isValid() ? since.toMSecsSinceEpoch() : m_time;
    return time <= m_time && m_time - time < ArrivalTime ? time : m_time;
}

void HappeningWatch::note(const LinkRemoved &delta)
{
    setLink(delta.key, false, QStringLiteral("unwatched"), {});
}

void HappeningWatch::setLink(const LinkKey &key, bool up, const QString &reason, const QDateTime &since)
{
    QSet<base::NodeName> &ofA = m_links[key.a];
    if (ofA.contains(key.b) == up)
        return;
    unsettle();
    if (up) {
        ofA.insert(key.b);
        m_links[key.b].insert(key.a);
        m_newLinks.insert(key, m_time);
        return;
    }
    ofA.remove(key.b);
    m_links[key.b].remove(key.a);
    if (isUnwatched(reason))
        return;
    const auto lost = m_lostLinks.find(key);
    if (lost == m_lostLinks.end())
        m_lostLinks.insert(key, {reason, momentOf(since), 1});
    else
        ++lost->count;
}

HappeningWatch::Groups HappeningWatch::groups() const
{
    Groups groups;
    QSet<base::NodeName> seen;
    for (auto it = m_members.begin(); it != m_members.end(); ++it) {
        if (!it->alive || seen.contains(it.key()))
            continue;
        QList<base::NodeName> group{it.key()};
        seen.insert(it.key());
        for (qsizetype at = 0; at < group.size(); ++at) {
            const QSet<base::NodeName> others = m_links.value(group.at(at));
            for (const base::NodeName &other : others) {
                if (isAlive(other) && !seen.contains(other)) {
                    seen.insert(other);
                    group.append(other);
                }
            }
        }
        std::sort(group.begin(), group.end());
        groups.append(group);
    }
    return groups;
}

void HappeningWatch::tell(Happening &happening)
{
    happening.id = ++m_lastId;
    if (m_open.size() < MaxOpen)
        m_open.insert(happening.id, happening);
    m_news.append(happening);
}

void HappeningWatch::end(quint64 id, qint64 time)
{
    Happening happening = m_open.take(id);
    happening.ended = wall(time);
    m_news.append(happening);
}

void HappeningWatch::noteLoss(const Subject &subject, const Loss &loss)
{
    if (!m_flaps.contains(subject) && m_flaps.size() >= MaxFlapping)
        return;
    Flaps &flaps = m_flaps[subject];
    for (int i = 0; i < std::min(loss.count, MaxTimes); ++i)
        flaps.times.append(loss.time);
    flaps.times.removeIf([this](qint64 time) { return m_time - time > FlapWindow; });
    if (flaps.times.size() > MaxTimes)
        flaps.times.remove(0, flaps.times.size() - MaxTimes);
    if (m_nextQuiet < m_time)
        m_nextQuiet = m_time + QuietStep;
    if (const auto open = m_open.find(flaps.open); open != m_open.end()) {
        open->count += loss.count;
        m_news.append(*open);
        return;
    }
    if (flaps.times.size() < FlapCount)
        return;
    Happening flapping;
    flapping.kind = HappeningKind::Flapping;
    flapping.sides = {subject.b.isNull() ? QList{subject.a} : QList{subject.a, subject.b}};
    flapping.began = wall(flaps.times.constFirst());
    flapping.count = static_cast<int>(flaps.times.size());
    flapping.reason = isUnwatched(loss.reason) ? QString() : loss.reason;
    tell(flapping);
    flaps.open = flapping.id;
}

void HappeningWatch::quietenFlaps()
{
    for (auto it = m_flaps.begin(); it != m_flaps.end();) {
        if (!it->times.isEmpty() && m_time - it->times.constLast() < FlapWindow) {
            ++it;
            continue;
        }
        if (m_open.contains(it->open))
            end(it->open, it->times.isEmpty() ? m_time : it->times.constLast());
        it = m_flaps.erase(it);
    }
    m_nextQuiet = m_time + QuietStep;
}

} // namespace nodescope::cluster
