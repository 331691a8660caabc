#pragma once

#include <optional>

#include <QList>
#include <QString>

#include "cluster/Cluster.h"

/// The keys of the filter language (NodeFilter): which facts of nodes, links and events can be asked for.
namespace nodescope::models {

/// How a fact is compared.
enum class FactKind {
    Text,     ///< matched with wildcards
    Count,    ///< a number: `>1000`, `>2k` (thousands)
    Size,     ///< bytes: `>1G` (of 1024)
    Duration, ///< how long ago or for how long: `<5m`
    Flag,     ///< stands alone: `link.hidden`
};

/// A key's value for one thing: its text, and its number where it has one. Durations are in seconds.
struct Fact
{
    QString text;
    std::optional<double> number;
};

template<class Thing>
struct FactKey
{
    QLatin1String name; ///< as typed, e.g. `host`, `link.state`
    FactKind kind = FactKind::Text;
    Fact (*fact)(const Thing &thing, const cluster::Cluster &cluster) = nullptr;
    /// Values that it can always have, by their stable identifiers; others come from the cluster.
    QStringList (*values)() = nullptr;
};

[[nodiscard]] const QList<FactKey<cluster::Node>> &nodeKeys();
/// All begin with `link.`.
[[nodiscard]] const QList<FactKey<cluster::Link>> &linkKeys();
/// All begin with `event.`.
[[nodiscard]] const QList<FactKey<cluster::Event>> &eventKeys();

/// `1500`, `1.5k`, `2G`, `5m`: the number with its unit, by the kind of fact. Empty: it is none.
[[nodiscard]] std::optional<double> quantityOf(QStringView text, FactKind kind);

} // namespace nodescope::models
