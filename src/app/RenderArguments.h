#pragma once

#include <chrono>
#include <optional>

#include <QSize>
#include <QString>

#include "base/Result.h"

class QCommandLineParser;

namespace nodescope::app {

/// What `--render` asks for: a picture of the cluster as a file, without a window.
struct RenderArguments
{
    QString file;          ///< its name's end says SVG, PNG or PDF
    QSize size{1280, 800}; ///< logical pixels
    int scale = 1;         ///< real pixels to a logical one, for PNG
    bool dark = false;
    std::chrono::seconds timeout{10}; ///< then what is known is drawn
};

void addRenderOptions(QCommandLineParser &parser);
/// Nothing: it is not asked for. The error is a sentence.
[[nodiscard]] base::Result<std::optional<RenderArguments>, QString>
readRenderArguments(const QCommandLineParser &parser);

} // namespace nodescope::app
