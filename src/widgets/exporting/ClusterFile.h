#pragma once

#include <array>
#include <optional>

#include <QByteArray>
#include <QString>

#include "cluster/Cluster.h"

namespace nodescope::widgets {

enum class ClusterFormat { Dot, Graphml, CsvNodes, CsvLinks, Json };
inline constexpr std::array AllClusterFormats{ClusterFormat::Graphml, ClusterFormat::Dot,
                                              ClusterFormat::CsvNodes, ClusterFormat::CsvLinks,
                                              ClusterFormat::Json};

/// What a file of that format ends with, with its dot.
[[nodiscard]] QString endingOf(ClusterFormat format);

/// The cluster as such a file: names, states, and what each end sees of each link; nothing secret is in it.
[[nodiscard]] QByteArray clusterBytes(ClusterFormat format, const cluster::Cluster &cluster);

} // namespace nodescope::widgets
