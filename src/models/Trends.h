#pragma once

#include <array>
#include <optional>

#include <QHash>
#include <QList>
#include <QObject>

#include "cluster/ClusterStore.h"

namespace nodescope::models {

/// A node's figures, as they can be chosen to be shown.
enum class Figure { Processes, Memory, RunQueue, Reductions, Uptime };
inline constexpr int FigureCount = 5;

/// What went over a link lately, in one direction each, a second. Empty: no end told, or only once so far.
struct LinkRate
{
    std::optional<double> packetsFromA;
    std::optional<double> packetsFromB;
    std::optional<double> bytesFromA;
    std::optional<double> bytesFromB;

    /// Both ways together.
    [[nodiscard]] std::optional<double> packets() const;
    [[nodiscard]] std::optional<double> bytes() const;
};

/// The recent past of figures and counters: rates, and the last values of each as they came. Follows a store,
/// which must outlive it. Bounded: MaxPoints for each node's figure and each link.
///
/// A link's rates come from the end that tells most: end a where it tells anything, else end b. Counters that
/// went back (the connection is another one) begin anew. Reductions are a rate, a second; the other figures
/// are what the node said.
class Trends : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype MaxPoints = 60;

    explicit Trends(const cluster::ClusterStore &store, QObject *parent = nullptr);

    /// The latest value; empty when the node does not tell it.
    [[nodiscard]] std::optional<double> now(const base::NodeName &node, Figure figure) const;
    /// The last values, oldest first.
    [[nodiscard]] QList<float> recent(const base::NodeName &node, Figure figure) const;
    [[nodiscard]] LinkRate rate(const cluster::LinkKey &link) const;
    /// Packets and bytes a second, both ways together, oldest first.
    [[nodiscard]] QList<float> recentPackets(const cluster::LinkKey &link) const;
    [[nodiscard]] QList<float> recentBytes(const cluster::LinkKey &link) const;

Q_SIGNALS:
    /// After the store's own figuresChanged and trafficChanged.
    void nodeChanged(const nodescope::base::NodeName &node);
    void linkChanged(const nodescope::cluster::LinkKey &link);

private:
    struct NodeTrend
    {
        cluster::Figures last;
        std::array<std::optional<double>, FigureCount> now;
        std::array<QList<float>, FigureCount> recent;
    };
    struct LinkTrend
    {
        cluster::EndTraffic last; ///< of the end that rates come from
        bool fromA = true;
        LinkRate rate;
        QList<float> packets;
        QList<float> bytes;
    };

    void takeFigures(const base::NodeName &node);
    void takeTraffic(const cluster::LinkKey &link);
    void clear();

    const cluster::ClusterStore &m_store;
    QHash<base::NodeName, NodeTrend> m_nodes;
    QHash<cluster::LinkKey, LinkTrend> m_links;
};

} // namespace nodescope::models
