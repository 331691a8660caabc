#pragma once

#include "widgets/figures/FigureWords.h"
#include "widgets/figures/SeriesList.h"

namespace nodescope::widgets {

/// A node's figures, as rows; those that it does not tell are empty.
[[nodiscard]] QList<SeriesList::Series> seriesOf(const base::NodeName &node, const models::Trends &trends);
/// A link's rates: packets and bytes, each way and together.
[[nodiscard]] QList<SeriesList::Series> seriesOf(const cluster::LinkKey &link, const models::Trends &trends);

} // namespace nodescope::widgets
