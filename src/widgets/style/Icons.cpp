#include "widgets/style/Icons.h"

#include <array>
#include <cmath>

#include <QApplication>
#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPaintEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include "widgets/style/DeviceScale.h"

namespace nodescope::widgets {

namespace {

struct Entry
{
    Glyph glyph;
    const char *file;
};

constexpr std::array Files{
    Entry{Glyph::Connect, "connect"},
    Entry{Glyph::Practice, "practice"},
    Entry{Glyph::Doctor, "doctor"},
    Entry{Glyph::Send, "send"},
    Entry{Glyph::Layout, "layout"},
    Entry{Glyph::Find, "find"},
    Entry{Glyph::Play, "play"},
    Entry{Glyph::Pause, "pause"},
    Entry{Glyph::StepBack, "step-back"},
    Entry{Glyph::StepForward, "step-forward"},
    Entry{Glyph::Record, "record"},
    Entry{Glyph::Live, "live"},
    Entry{Glyph::Cookie, "cookie"},
    Entry{Glyph::Name, "name"},
    Entry{Glyph::Tls, "tls"},
    Entry{Glyph::Timeout, "timeout"},
    Entry{Glyph::Flag, "flag"},
    Entry{Glyph::Plug, "plug"},
    Entry{Glyph::Warning, "warning"},
    Entry{Glyph::Error, "error"},
    Entry{Glyph::Check, "check"},
    Entry{Glyph::Close, "close"},
    Entry{Glyph::Copy, "copy"},
    Entry{Glyph::ChevronRight, "chevron-right"},
    Entry{Glyph::ChevronDown, "chevron-down"},
    Entry{Glyph::ChevronLeft, "chevron-left"},
    Entry{Glyph::ChevronUp, "chevron-up"},
    Entry{Glyph::NodeBeam, "node-beam"},
    Entry{Glyph::NodeHidden, "node-hidden"},
    Entry{Glyph::NodeC, "node-c"},
    Entry{Glyph::NodePractice, "node-practice"},
    Entry{Glyph::NodeSelf, "node-self"},
    Entry{Glyph::Armed, "armed"},
    Entry{Glyph::Disarmed, "disarmed"},
    Entry{Glyph::Settings, "settings"},
    Entry{Glyph::Language, "language"},
    Entry{Glyph::Undo, "undo"},
    Entry{Glyph::Host, "host"},
    Entry{Glyph::LinkUp, "link-up"},
    Entry{Glyph::Disconnect, "disconnect"},
    Entry{Glyph::Pin, "pin"},
    Entry{Glyph::ZoomIn, "zoom-in"},
    Entry{Glyph::ZoomOut, "zoom-out"},
    Entry{Glyph::Fit, "fit"},
    Entry{Glyph::Save, "save"},
    Entry{Glyph::Open, "open"},
    Entry{Glyph::Help, "help"},
    Entry{Glyph::Info, "info"},
    Entry{Glyph::Eye, "eye"},
    Entry{Glyph::More, "more"},
    Entry{Glyph::Refresh, "refresh"},
    Entry{Glyph::Add, "add"},
    Entry{Glyph::Remove, "remove"},
    Entry{Glyph::Terminal, "terminal"},
    Entry{Glyph::List, "list"},
    Entry{Glyph::Clock, "clock"},
};

/// The drawing with `currentColor` replaced: Qt's SVG knows no CSS colour from outside.
QByteArray tinted(Glyph glyph, const QColor &colour)
{
    QFile file(QStringLiteral(":/nodescope/icons/%1.svg").arg(fileOf(glyph)));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll().replace("currentColor", colour.name(QColor::HexRgb).toLatin1());
}

void drawGlyph(QPainter &painter, Glyph glyph, const QRectF &square, const QColor &colour)
{
    QSvgRenderer renderer(tinted(glyph, colour));
    if (!renderer.isValid())
        return;
    painter.save();
    painter.setOpacity(painter.opacity() * qreal(colour.alphaF()));
    renderer.render(&painter, square);
    painter.restore();
}

/// Renders at the size and pixel ratio asked for, in the palette's colour unless one is fixed.
class GlyphEngine : public QIconEngine
{
public:
    GlyphEngine(Glyph glyph, const QColor &fixed)
        : m_glyph(glyph)
        , m_fixed(fixed)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintGlyph(*painter, m_glyph, rect, colourFor(mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paintGlyph(painter, m_glyph, QRectF(QPointF(), size), colourFor(mode));
        return pixmap;
    }

    QIconEngine *clone() const override { return new GlyphEngine(*this); }

private:
    [[nodiscard]] QColor colourFor(QIcon::Mode mode) const
    {
        const QPalette palette = QApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        return m_fixed.isValid() ? m_fixed : palette.color(QPalette::Active, QPalette::ButtonText);
    }

    Glyph m_glyph;
    QColor m_fixed;
};

} // namespace

QString fileOf(Glyph glyph)
{
    for (const Entry &entry : Files) {
        if (entry.glyph == glyph)
            return QLatin1String(entry.file);
    }
    return {};
}

QIcon icon(Glyph glyph)
{
    return QIcon(new GlyphEngine(glyph, QColor()));
}

QIcon icon(Glyph glyph, const QColor &colour)
{
    return QIcon(new GlyphEngine(glyph, colour));
}

void paintGlyph(QPainter &painter, Glyph glyph, const QRectF &rect, const QColor &colour)
{
    const qreal side = std::min(rect.width(), rect.height());
    const QRectF square(rect.center() - QPointF(side / 2, side / 2), QSizeF(side, side));
    const bool onScreen = painter.paintEngine() && painter.paintEngine()->type() == QPaintEngine::Raster &&
                          painter.transform().type() <= QTransform::TxScale;
    if (!onScreen) {
        drawGlyph(painter, glyph, square, colour);
        return;
    }
    // Reading a drawing takes longer than painting it: keep what it looks like.
    const qreal ratio = deviceScale(painter);
    const int pixels = int(std::ceil(side * ratio));
    const QString key = QStringLiteral("nodescope-glyph-%1-%2-%3")
                            .arg(fileOf(glyph), colour.name(QColor::HexArgb))
                            .arg(pixels);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = QPixmap(pixels, pixels);
        pixmap.fill(Qt::transparent);
        QPainter inner(&pixmap);
        drawGlyph(inner, glyph, QRectF(0, 0, pixels, pixels), colour);
        inner.end();
        QPixmapCache::insert(key, pixmap);
    }
    painter.drawPixmap(QRectF(square.topLeft(), QSizeF(pixels, pixels) / ratio), pixmap, pixmap.rect());
}

} // namespace nodescope::widgets
