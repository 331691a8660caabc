#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

class QWidget;

namespace nodescope::widgets {

/// The look as a value: colours by their role, fonts by their role, and the grid. Painters take it
/// by value or reference and never name a colour themselves. Cheap enough to make once a repaint.
///
/// Sizes are logical pixels; Qt's device pixel ratio does the rest. They grow with the application's
/// font: at 13 px text `scale` is 1.
struct Theme
{
    bool dark = false;
    bool highContrast = false;
    qreal scale = 1;

    // Surfaces
    QColor ground;   ///< the window
    QColor stage;    ///< the graph's and the timeline's background
    QColor panel;    ///< lists, inspector, menus
    QColor control;  ///< a button at rest, a tab's track
    QColor hover;    ///< a control or row under the pointer
    QColor field;    ///< a text field, bytes and terms
    QColor hairline; ///< one-pixel separators and outlines
    QColor selected; ///< a selected row

    // Text
    QColor text;
    QColor secondary; ///< what is less important; still 4.5:1
    QColor disabled;

    // Meaning
    QColor accent;        ///< the one accent: primary button, selection, ourselves, links to click
    QColor onAccent;      ///< text on the accent
    QColor up;            ///< connected
    QColor attention;     ///< connecting, one-sided, silent
    QColor failed;        ///< failed
    QColor idle;          ///< expected, down, known only
    QColor attentionText; ///< attention's hue, dark enough for text
    QColor failedGround;  ///< the box behind a verdict
    QColor failedLine;    ///< its outline

    // Graph
    QColor link; ///< a link that is up
    QColor hull; ///< the hull of a host, translucent
    QColor hullLine;
    QColor plate; ///< behind labels where links pass, translucent

    // Fonts
    QFont font;   ///< 13 px
    QFont strong; ///< 13 px semi-bold
    QFont small;  ///< 11 px
    QFont smallStrong;
    QFont title;     ///< 15 px semi-bold
    QFont mono;      ///< bytes and terms, 12 px
    QFont monoSmall; ///< 11 px

    /// Logical pixels of the design, scaled by the font.
    [[nodiscard]] qreal px(qreal design) const { return design * scale; }
    [[nodiscard]] int ipx(qreal design) const { return qRound(design * scale); }
    /// The grid: four pixels, times n.
    [[nodiscard]] int grid(int n = 1) const { return ipx(4.0 * n); }
    [[nodiscard]] qreal cornerRadius() const { return px(6); }

    /// The theme of a widget: light or dark by its palette's lightness, high contrast when the
    /// palette's text and ground are further apart than 19:1, sizes by the application's font.
    [[nodiscard]] static Theme current(const QWidget *widget);
    /// The same from values, for painting without a widget.
    [[nodiscard]] static Theme make(bool dark, bool highContrast, const QFont &base);
    /// The same with fonts in pixels instead of points: for a painter that is scaled as a whole (print,
    /// SVG), where points would be scaled twice.
    [[nodiscard]] Theme inPixels() const;
    /// The palette that ThemeManager gives the application for this theme.
    [[nodiscard]] QPalette palette() const;
};

/// `a` mixed with `b`: 0 is a, 1 is b.
[[nodiscard]] QColor mixed(const QColor &a, const QColor &b, qreal amount);
/// What a translucent colour looks like on an opaque ground.
[[nodiscard]] QColor opaqueOn(const QColor &ground, const QColor &colour);
/// The contrast ratio of two opaque colours as WCAG 2 defines it: 1 to 21.
[[nodiscard]] qreal contrastRatio(const QColor &a, const QColor &b);

} // namespace nodescope::widgets
