#include "app/RenderArguments.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

namespace nodescope::app {

namespace {

constexpr int Smallest = 200;
constexpr int Largest = 8000;
constexpr int LongestSeconds = 600;

QString text(const char *source)
{
    return QCoreApplication::translate("Arguments", source);
}

/// 0 when it is no number within the bounds.
int numberIn(const QString &value, int least, int most)
{
    bool ok = false;
    const int number = value.toInt(&ok);
    return ok && number >= least && number <= most ? number : 0;
}

QSize sizeOf(const QString &value)
{
    static const QRegularExpression form(QStringLiteral("^([0-9]{1,5})x([0-9]{1,5})$"));
    const QRegularExpressionMatch match = form.match(value);
    const QSize size(numberIn(match.captured(1), Smallest, Largest),
                     numberIn(match.captured(2), Smallest, Largest));
    return size.isEmpty() ? QSize() : size;
}

} // namespace

void addRenderOptions(QCommandLineParser &parser)
{
    const auto add = [&](const char *name, const char *help, const char *value) {
        parser.addOption({QLatin1String(name), text(help), QLatin1String(value)});
    };
    add("render",
        QT_TRANSLATE_NOOP("Arguments",
                          "Draw the cluster into FILE (.svg, .png or .pdf) and end: no display is needed."),
        "FILE");
    add("size", QT_TRANSLATE_NOOP("Arguments", "With --render: the picture's size (default: 1280x800)."),
        "WxH");
    add("scale",
        QT_TRANSLATE_NOOP("Arguments", "With --render to PNG: 1 to 4 times the pixels (default: 1)."), "N");
    add("theme", QT_TRANSLATE_NOOP("Arguments", "With --render: light (default) or dark."), "T");
    add("timeout",
        QT_TRANSLATE_NOOP("Arguments",
                          "With --render: draw what is known after so many seconds (default: 10)."),
        "S");
}

base::Result<std::optional<RenderArguments>, QString> readRenderArguments(const QCommandLineParser &parser)
{
    if (!parser.isSet(QStringLiteral("render"))) {
        for (const auto *name : {"size", "scale", "theme", "timeout"}) {
            if (parser.isSet(QLatin1String(name)))
                return base::Failure{text(QT_TRANSLATE_NOOP("Arguments", "--%1 goes with --render."))
                                         .arg(QLatin1String(name))};
        }
        return std::optional<RenderArguments>();
    }
    RenderArguments render;
    render.file = parser.value(QStringLiteral("render"));
    static const QRegularExpression endings(QStringLiteral("\\.(svg|png|pdf)$"),
                                            QRegularExpression::CaseInsensitiveOption);
    if (!endings.match(render.file).hasMatch())
        return base::Failure{
            text(QT_TRANSLATE_NOOP("Arguments", "--render takes a file that ends with .svg, .png or .pdf."))};
    if (parser.isSet(QStringLiteral("size"))) {
        render.size = sizeOf(parser.value(QStringLiteral("size")));
        if (render.size.isEmpty())
            return base::Failure{text(QT_TRANSLATE_NOOP(
                "Arguments", "--size takes width and height from 200 to 8000, such as 1280x800."))};
    }
    if (parser.isSet(QStringLiteral("scale"))) {
        render.scale = numberIn(parser.value(QStringLiteral("scale")), 1, 4);
        if (render.scale == 0)
            return base::Failure{text(QT_TRANSLATE_NOOP("Arguments", "--scale takes a number from 1 to 4."))};
    }
    if (parser.isSet(QStringLiteral("theme"))) {
        const QString theme = parser.value(QStringLiteral("theme"));
        render.dark = theme == QLatin1String("dark");
        if (!render.dark && theme != QLatin1String("light"))
            return base::Failure{text(QT_TRANSLATE_NOOP("Arguments", "--theme takes light or dark."))};
    }
    if (parser.isSet(QStringLiteral("timeout"))) {
        render.timeout =
            std::chrono::seconds(numberIn(parser.value(QStringLiteral("timeout")), 1, LongestSeconds));
        if (render.timeout.count() == 0)
            return base::Failure{
                text(QT_TRANSLATE_NOOP("Arguments", "--timeout takes a number of seconds from 1 to 600."))};
    }
    return std::optional(render);
}

} // namespace nodescope::app
