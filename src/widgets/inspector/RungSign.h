#pragma once

#include <QRectF>

#include "cluster/Diagnosis.h"
#include "widgets/style/Theme.h"

class QPainter;

/// How a rung of the ladder is drawn wherever one is: the same sign for the same state.
namespace nodescope::widgets {

/// A filled circle with a sign for what was climbed, an empty one for what was not.
void paintRungSign(QPainter &painter, cluster::RungState state, const QRectF &circle, const Theme &theme);
/// The sign of the rung that is being climbed: a ring, three quarters of it drawn; `turn` is 0 to 1.
void paintRunningSign(QPainter &painter, const QRectF &circle, qreal turn, const Theme &theme);
/// The time that a rung took, a dash where it costs none; empty when it was not climbed.
[[nodiscard]] QString timeTextOf(const cluster::RungResult &result);

} // namespace nodescope::widgets
