#pragma once

#include <QIcon>

#include "widgets/style/Theme.h"

namespace nodescope::widgets {

/// Every icon of the program, one weight, on a grid of 24. Each is a file of that name in
/// `resources/icons` (see fileOf), drawn in one colour that is replaced when it is painted.
enum class Glyph {
    Connect,
    Practice,
    Doctor,
    Send,
    Layout,
    Find,
    Play,
    Pause,
    StepBack,
    StepForward,
    Record,
    Live,
    Cookie,
    Name,
    Tls,
    Timeout,
    Flag,
    Plug,
    Warning,
    Error,
    Check,
    Close,
    Copy,
    ChevronRight,
    ChevronDown,
    ChevronLeft,
    ChevronUp,
    NodeBeam,
    NodeHidden,
    NodeC,
    NodePractice,
    NodeSelf,
    Armed,
    Disarmed,
    Settings,
    Language,
    Undo,
    Host,
    LinkUp,
    Disconnect,
    Pin,
    ZoomIn,
    ZoomOut,
    Fit,
    Save,
    Open,
    Help,
    Info,
    Eye,
    More,
    Refresh,
    Add,
    Remove,
    Terminal,
    List,
    Clock,
};

/// The file's base name, e.g. `step-back`.
[[nodiscard]] QString fileOf(Glyph glyph);

/// An icon in the colour of the palette's text at the moment of painting (so it follows light, dark
/// and disabled by itself), sharp at any device pixel ratio.
[[nodiscard]] QIcon icon(Glyph glyph);
/// The same in a fixed colour, e.g. `icon(Glyph::Error, theme.failed)`.
[[nodiscard]] QIcon icon(Glyph glyph, const QColor &colour);

/// Paints the icon into `rect` of any painter.
void paintGlyph(QPainter &painter, Glyph glyph, const QRectF &rect, const QColor &colour);

} // namespace nodescope::widgets
