#include "widgets/exporting/PictureFile.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace nodescope::widgets {

namespace {

/// Logical pixels an inch, as everywhere on screen.
constexpr int DotsPerInch = 96;

QByteArray svgBytes(const QSize &size, const PaintInto &paint)
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    generator.setResolution(DotsPerInch);
    generator.setTitle(QStringLiteral("Nodescope"));
    QPainter painter(&generator);
    paint(painter, QRectF(QPointF(), size));
    painter.end();
    return buffer.data();
}

QByteArray pngBytes(const QSize &size, qreal scale, const PaintInto &paint)
{
    QImage image((QSizeF(size) * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return {};
    image.setDevicePixelRatio(scale);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paint(painter, QRectF(QPointF(), size));
    painter.end();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

QByteArray pdfBytes(const QSize &size, const PaintInto &paint)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(QStringLiteral("Nodescope"));
    writer.setCreator(QStringLiteral("Nodescope %1").arg(QCoreApplication::applicationVersion()));
    writer.setResolution(DotsPerInch);
    // One page, as large as the picture.
    writer.setPageSize(
        QPageSize(QSizeF(size) / DotsPerInch, QPageSize::Inch, QString(), QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    QPainter painter(&writer);
    paint(painter, QRectF(QPointF(), size));
    painter.end();
    return buffer.data();
}

} // namespace

std::optional<PictureFormat> pictureFormatOf(const QString &path)
{
    const auto endsWith = [&](QLatin1String end) { return path.endsWith(end, Qt::CaseInsensitive); };
    if (endsWith(QLatin1String(".svg")))
        return PictureFormat::Svg;
    if (endsWith(QLatin1String(".png")))
        return PictureFormat::Png;
    if (endsWith(QLatin1String(".pdf")))
        return PictureFormat::Pdf;
    return std::nullopt;
}

QByteArray pictureBytes(PictureFormat format, const QSize &size, qreal scale, const PaintInto &paint)
{
    switch (format) {
    case PictureFormat::Svg:
        return svgBytes(size, paint);
    case PictureFormat::Png:
        return pngBytes(size, scale, paint);
    case PictureFormat::Pdf:
        break;
    }
    return pdfBytes(size, paint);
}

std::optional<QString> saveFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return file.errorString();
    return std::nullopt;
}

} // namespace nodescope::widgets
