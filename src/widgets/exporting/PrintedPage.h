#pragma once

#include <QDateTime>
#include <QString>

#include "cluster/Cluster.h"
#include "widgets/exporting/PictureFile.h"

namespace nodescope::widgets {

/// What stands above the graph on paper: which cluster, and when and how large it was.
struct PageHeading
{
    QString title;
    QString subtitle;
};

/// The heading for a cluster at a moment (in a replay the moment of the last event instead).
[[nodiscard]] PageHeading headingOf(const cluster::Cluster &cluster, const QDateTime &now);

/// Paints the heading at the top of the page, and the picture into what is left of it. Sizes are logical:
/// `page` is some 1,280 wide, and the painter scaled to paper.
void paintPrintedPage(QPainter &painter, const QRectF &page, const PageHeading &heading,
                      const PaintInto &picture);

} // namespace nodescope::widgets
