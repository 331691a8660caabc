#pragma once

#include <QByteArray>
#include <QJsonObject>

#include "cluster/Cluster.h"

/// What sources of discovery told, as text and JSON. Pure; everything is sorted.
namespace nodescope::cli {

/// `{"nodes":[…],"sources":[…]}`.
[[nodiscard]] QJsonObject discoveryToJson(const cluster::Cluster &cluster);
/// A table of nodes with who tells of each and who does not, and one of sources.
[[nodiscard]] QByteArray discoveryToText(const cluster::Cluster &cluster);

} // namespace nodescope::cli
