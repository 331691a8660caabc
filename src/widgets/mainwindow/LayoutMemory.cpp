#include "widgets/mainwindow/LayoutMemory.h"

#include <cmath>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include "widgets/graphview/GraphView.h"

namespace nodescope::widgets {

namespace {

constexpr int SaveAfterMilliseconds = 2000;
/// No place lies further out than that, whatever the file says.
constexpr double Farthest = 1e6;

QString kindField()
{
    return QStringLiteral("kind");
}
QString nodesField()
{
    return QStringLiteral("nodes");
}

QJsonArray written(const Placements &placements)
{
    QJsonArray nodes;
    for (auto it = placements.cbegin(); it != placements.cend(); ++it)
        nodes.append(QJsonArray{it.key().text(), std::round(it->position.x()), std::round(it->position.y()),
                                it->pinned});
    return nodes;
}

Placements read(const QJsonArray &nodes)
{
    Placements placements;
    for (const QJsonValue value : nodes) {
        const QJsonArray node = value.toArray();
        const auto name = base::NodeName::parse(node.at(0).toString());
        const QPointF at(node.at(1).toDouble(Farthest * 2), node.at(2).toDouble(Farthest * 2));
        if (name && std::abs(at.x()) <= Farthest && std::abs(at.y()) <= Farthest)
            placements.insert(*name, {at, node.at(3).toBool()});
    }
    return placements;
}

} // namespace

LayoutMemory::LayoutMemory(const cluster::ClusterStore &store, GraphView &graph, QSettings &settings,
                           QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_graph(graph)
    , m_settings(settings)
    , m_profile(store.cluster().session().profile)
{
    m_saveSoon.setSingleShot(true);
    m_saveSoon.setInterval(SaveAfterMilliseconds);
    connect(&m_saveSoon, &QTimer::timeout, this, &LayoutMemory::save);
    connect(&m_graph, &GraphView::layoutUndoAvailable, &m_saveSoon, qOverload<>(&QTimer::start));
    connect(&m_store, &cluster::ClusterStore::sessionChanged, this, &LayoutMemory::followProfile);
    restore();
}

QString LayoutMemory::key() const
{
    return QStringLiteral("layout/") + QString::fromLatin1(QUrl::toPercentEncoding(
                                           m_profile.isEmpty() ? QStringLiteral("unnamed") : m_profile));
}

Placements LayoutMemory::remembered() const
{
    const QByteArray bytes = m_settings.value(key()).toByteArray();
    return read(QJsonDocument::fromJson(bytes).object().value(nodesField()).toArray());
}

void LayoutMemory::restore()
{
    const QByteArray bytes = m_settings.value(key()).toByteArray();
    if (bytes.isEmpty())
        return;
    const QJsonObject layout = QJsonDocument::fromJson(bytes).object();
    const int kind = layout.value(kindField()).toInt();
    if (kind >= int(graph::LayoutKind::Force) && kind <= int(graph::LayoutKind::Partition))
        m_graph.setLayoutKind(static_cast<graph::LayoutKind>(kind));
    m_graph.setPlacements(read(layout.value(nodesField()).toArray()));
}

void LayoutMemory::save()
{
    const Placements now = m_graph.placements();
    if (now.isEmpty() || now.size() > MostNodes)
        return;
    // Those that are away today may come back.
    Placements all = remembered();
    if (all.size() + now.size() > MostNodes)
        all.clear();
    all.insert(now);
    const QJsonObject layout{{kindField(), int(m_graph.layoutKind())}, {nodesField(), written(all)}};
    m_settings.setValue(key(), QJsonDocument(layout).toJson(QJsonDocument::Compact));
}

void LayoutMemory::followProfile()
{
    const QString profile = m_store.cluster().session().profile;
    if (profile == m_profile)
        return;
    save();
    m_profile = profile;
    restore();
}

} // namespace nodescope::widgets
