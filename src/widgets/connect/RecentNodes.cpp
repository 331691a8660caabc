#include "widgets/connect/RecentNodes.h"

namespace nodescope::widgets {

namespace {
QString settingsKey()
{
    return QStringLiteral("connect/recent");
}
} // namespace

RecentNodes::RecentNodes(QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
}

QList<RecentNodes::Entry> RecentNodes::entries() const
{
    QList<Entry> entries;
    const QStringList lines = m_settings.value(settingsKey()).toStringList();
    for (const QString &line : lines) {
        const auto node = base::NodeName::parse(line.section(u' ', 0, 0));
        if (node && entries.size() < Capacity)
            entries.append({*node, line.section(u' ', 1, 1).toUShort()});
    }
    return entries;
}

void RecentNodes::add(const base::NodeName &node, std::optional<quint16> epmdPort)
{
    Entry entry{node, epmdPort.value_or(0)};
    QList<Entry> list = entries();
    list.removeIf([&](const Entry &one) {
        if (one.node == node && !epmdPort)
            entry.epmdPort = one.epmdPort;
        return one.node == node;
    });
    list.prepend(entry);
    store(list.mid(0, Capacity));
}

void RecentNodes::remove(const base::NodeName &node)
{
    QList<Entry> list = entries();
    list.removeIf([&](const Entry &one) { return one.node == node; });
    store(list);
}

void RecentNodes::clear()
{
    store({});
}

void RecentNodes::store(const QList<Entry> &entries)
{
    QStringList lines;
    for (const Entry &entry : entries)
        lines.append(QStringLiteral("%1 %2").arg(entry.node.text()).arg(entry.epmdPort));
    m_settings.setValue(settingsKey(), lines);
    Q_EMIT changed();
}

} // namespace nodescope::widgets
