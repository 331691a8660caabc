#pragma once

#include <QString>

#include "models/Matrix.h"

namespace nodescope::widgets {

/// What a cell says, in a word or two: for the key beside the matrix and for copies.
[[nodiscard]] QString wordFor(models::Matrix::Seen seen);
/// `orders@db1 says that it is connected to billing@db1; billing@db1 says that it is not.`
[[nodiscard]] QString sentenceFor(const cluster::Cluster &cluster, const base::NodeName &viewer,
                                  const base::NodeName &other);

} // namespace nodescope::widgets
