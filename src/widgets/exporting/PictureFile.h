#pragma once

#include <functional>
#include <optional>

#include <QByteArray>
#include <QSize>
#include <QString>

class QPainter;
class QRectF;

namespace nodescope::widgets {

enum class PictureFormat { Svg, Png, Pdf };

/// By the end of the file's name: `.svg`, `.png` or `.pdf`, in any case.
[[nodiscard]] std::optional<PictureFormat> pictureFormatOf(const QString &path);

/// Paints the whole picture into a rectangle.
using PaintInto = std::function<void(QPainter &, const QRectF &)>;

/// The picture as a file of that format. `size` in logical pixels, of which a PNG has `scale` real ones; SVG
/// and PDF have neither pixels nor a scale. Empty when there is not enough memory for the image.
[[nodiscard]] QByteArray pictureBytes(PictureFormat format, const QSize &size, qreal scale,
                                      const PaintInto &paint);

/// Writes a file whole or not at all: one that was there before stays as it was when anything goes wrong.
/// Nothing: it is written; otherwise why not, in the system's words.
[[nodiscard]] std::optional<QString> saveFile(const QString &path, const QByteArray &bytes);

} // namespace nodescope::widgets
