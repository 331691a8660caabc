#pragma once

#include <QFont>
#include <QFontMetrics>
#include <QRect>
#include <QString>

#include "cluster/Diagnosis.h"
#include "widgets/style/Theme.h"

class QPainter;

/// How a rung of the ladder is drawn wherever one is: the same sign for the same state.
namespace nodescope::widgets {

/// A filled circle with a sign for what was climbed, an empty one for what was not.
void paintRungSign(QPainter &painter, cluster::RungState state, const QRectF &circle, const Theme &theme);
/// The sign of the rung that is being climbed: a ring, three quarters of it drawn; `turn` is 0 to 1.
void paintRunningSign(QPainter &painter, const QRectF &circle, qreal turn, const Theme &theme);
/// Where the words of a rung stand, from the top of its row. Its name and what was seen are side by side
/// where both have room, else what was seen stands below the name, on as many lines as it needs.
struct RungPlaces
{
    QRect title;
    QRect evidence; ///< empty: there is none
    int height = 0; ///< of the row
};
/// The words of a row, and their fonts.
struct RungWords
{
    QString title;
    QFont titleFont;
    QString evidence;
    QFont evidenceFont;
};
/// Between `left` and `right`. `column`: the width of names in all rows; `row`: the least height of one.
[[nodiscard]] RungPlaces placesOf(const RungWords &words, int left, int right, int column, int row, int gap);
/// How what was seen is broken into lines of that width: between words, or, where one of them is wider than a
/// line (paths and addresses have few spaces), anywhere.
[[nodiscard]] int evidenceFlags(const QFontMetrics &metrics, const QString &text, int width);

/// The time that a rung took, a dash where it costs none; empty when it was not climbed.
[[nodiscard]] QString timeTextOf(const cluster::RungResult &result);

} // namespace nodescope::widgets
