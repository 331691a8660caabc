#include "cli/EventLines.h"

#include "cluster/Node.h"

namespace nodescope::cli {

using namespace cluster;

namespace {

QJsonObject lineOf(const QDateTime &time, const QString &event)
{
    return {{QStringLiteral("time"), time.toUTC().toString(Qt::ISODateWithMs)},
            {QStringLiteral("event"), event}};
}

void insertUnlessEmpty(QJsonObject &line, const QString &key, const QString &value)
{
    if (!value.isEmpty())
        line.insert(key, value);
}

QString eventOf(LinkState state, bool isNews)
{
    switch (state) {
    case LinkState::Up:
        return isNews ? QStringLiteral("linkup") : QStringLiteral("present");
    case LinkState::Down:
        return QStringLiteral("linkdown");
    case LinkState::OneSided:
        return QStringLiteral("link_one_sided");
    case LinkState::Connecting:
        return QStringLiteral("link_connecting");
    case LinkState::Failed:
        break;
    }
    return QStringLiteral("link_failed");
}

} // namespace

EventLines::EventLines(const base::Clock &clock)
    : m_clock(clock)
{
}

QList<QJsonObject> EventLines::take(const Deltas &deltas)
{
    for (const Delta &delta : deltas)
        std::visit([this](const auto &one) { add(one); }, delta);
    return std::exchange(m_lines, {});
}

void EventLines::add(const NodeChanged &delta)
{
    if (delta.node.state == NodeState::Up)
        m_failures.remove(delta.node.name);
}

void EventLines::add(const NodeRemoved &delta)
{
    m_states.removeIf([&](const auto &entry) { return entry.key().contains(delta.name); });
    m_failures.remove(delta.name);
}

void EventLines::add(const LinkChanged &delta)
{
    const Link &link = delta.link;
    const auto before = m_states.constFind(link.key);
    if (link.key.contains(selfName()) || (before != m_states.constEnd() && *before == link.state))
        return;
    m_states.insert(link.key, link.state);
    QJsonObject line = lineOf(m_clock.wall(), eventOf(link.state, m_news.remove(link.key)));
    line.insert(QStringLiteral("a"), link.key.a.text());
    line.insert(QStringLiteral("b"), link.key.b.text());
    if (link.state == LinkState::Up)
        line.insert(QStringLiteral("reason"),
                    link.hidden ? QStringLiteral("hidden") : QStringLiteral("visible"));
    else
        insertUnlessEmpty(line, QStringLiteral("reason"), link.reason);
    m_lines.append(line);
}

void EventLines::add(const LinkRemoved &delta)
{
    m_states.remove(delta.key);
}

void EventLines::add(const EventHappened &delta)
{
    const Event &event = delta.event;
    switch (event.kind) {
    case EventKind::NodeDiscovered:
        return; // what brought it up is told anyway
    case EventKind::ConnectFailed:
        addFailure(event);
        return;
    case EventKind::NodeUp:
    case EventKind::NodeDown:
        if (!event.source.isNull() && event.source != event.node)
            m_news.insert(LinkKey(event.source, event.node));
        break;
    default:
        break;
    }
    const bool watching = event.kind == EventKind::WatchStarted;
    QJsonObject line = lineOf(event.time, watching ? QStringLiteral("watching") : identifierOf(event.kind));
    line.insert(QStringLiteral("node"), event.node.text());
    insertUnlessEmpty(line, QStringLiteral("source"), event.source.text());
    insertUnlessEmpty(line, QStringLiteral("reason"), event.reason);
    insertUnlessEmpty(line, QStringLiteral("detail"), event.detail);
    m_lines.append(line);
}

void EventLines::addFailure(const Event &event)
{
    if (m_failures.value(event.node) == event.reason)
        return;
    m_failures.insert(event.node, event.reason);
    QJsonObject line = lineOf(event.time, identifierOf(event.kind));
    line.insert(QStringLiteral("a"), event.source.text());
    line.insert(QStringLiteral("b"), event.node.text());
    line.insert(QStringLiteral("reason"), event.reason);
    insertUnlessEmpty(line, QStringLiteral("detail"), event.detail);
    m_lines.append(line);
}

void EventLines::add(const IntentFailed &delta)
{
    QJsonObject line = lineOf(m_clock.wall(), QStringLiteral("notice"));
    line.insert(QStringLiteral("reason"), delta.reason);
    insertUnlessEmpty(line, QStringLiteral("detail"), delta.detail);
    m_lines.append(line);
}

} // namespace nodescope::cli
