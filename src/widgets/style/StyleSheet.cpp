#include "widgets/style/StyleSheet.h"

#include <QFile>
#include <QHash>
#include <QRegularExpression>

namespace nodescope::widgets {

QColor accentFocused(const Theme &theme)
{
    // No further from the accent than the ring needs.
    constexpr qreal RingContrast = 3.05;
    QColor fill = theme.accent;
    for (int step = 1; step <= 30 && contrastRatio(theme.text, fill) < RingContrast; ++step)
        fill = mixed(theme.accent, theme.ground, 0.02 * step);
    return fill;
}

namespace {
QHash<QString, QColor> tokensOf(const Theme &theme)
{
    return {
        {QStringLiteral("ground"), theme.ground},
        {QStringLiteral("stage"), theme.stage},
        {QStringLiteral("panel"), theme.panel},
        {QStringLiteral("control"), theme.control},
        {QStringLiteral("hover"), theme.hover},
        {QStringLiteral("pressed"), mixed(theme.hover, theme.text, 0.08)},
        {QStringLiteral("field"), theme.field},
        {QStringLiteral("hairline"), theme.hairline},
        {QStringLiteral("selected"), theme.selected},
        {QStringLiteral("text"), theme.text},
        {QStringLiteral("secondary"), theme.secondary},
        {QStringLiteral("disabled"), theme.disabled},
        {QStringLiteral("accent"), theme.accent},
        {QStringLiteral("accentHover"), mixed(theme.accent, theme.text, 0.12)},
        {QStringLiteral("accentPressed"), mixed(theme.accent, theme.text, 0.25)},
        {QStringLiteral("accentFocused"), accentFocused(theme)},
        {QStringLiteral("onAccent"), theme.onAccent},
        {QStringLiteral("attentionText"), theme.attentionText},
        {QStringLiteral("failed"), theme.failed},
        {QStringLiteral("failedGround"), theme.failedGround},
        {QStringLiteral("failedLine"), theme.failedLine},
        {QStringLiteral("goodGround"), mixed(theme.panel, theme.up, 0.12)},
        {QStringLiteral("uncertainGround"), mixed(theme.panel, theme.attention, 0.14)},
        {QStringLiteral("thumb"), mixed(theme.hairline, theme.secondary, 0.25)},
    };
}

QString replacementFor(const QString &token, const Theme &theme, const QHash<QString, QColor> &tokens)
{
    static const QRegularExpression length(QStringLiteral("^(\\d+)px$"));
    if (const auto match = length.match(token); match.hasMatch())
        return QString::number(theme.ipx(match.capturedView(1).toDouble())) + QLatin1String("px");
    if (token == QLatin1String("small"))
        return QString::number(theme.small.pointSizeF()) + QLatin1String("pt");
    if (token == QLatin1String("title"))
        return QString::number(theme.title.pointSizeF()) + QLatin1String("pt");
    if (token == QLatin1String("checkMark"))
        return theme.dark ? QStringLiteral("check-on-dark") : QStringLiteral("check-on-light");
    if (token == QLatin1String("display"))
        return QString::number(theme.title.pointSizeF() * 1.5) + QLatin1String("pt");
    if (token == QLatin1String("comboArrow"))
        return theme.dark ? QStringLiteral("combo-arrow-dark") : QStringLiteral("combo-arrow-light");
    if (token == QLatin1String("mono"))
        return theme.mono.family();
    const auto it = tokens.constFind(token);
    Q_ASSERT_X(it != tokens.constEnd(), "styleSheetFor", qPrintable(token));
    return it == tokens.constEnd() ? QString() : it->name();
}
} // namespace

QString styleSheetFor(const Theme &theme)
{
    QFile file(QStringLiteral(":/nodescope/style/nodescope.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString source = QString::fromUtf8(file.readAll());
    const QHash<QString, QColor> tokens = tokensOf(theme);
    static const QRegularExpression token(QStringLiteral("@(\\w+)@"));
    QString sheet;
    qsizetype last = 0;
    for (auto it = token.globalMatch(source); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        sheet += source.mid(last, match.capturedStart() - last);
        sheet += replacementFor(match.captured(1), theme, tokens);
        last = match.capturedEnd();
    }
    return sheet + source.mid(last);
}

} // namespace nodescope::widgets
