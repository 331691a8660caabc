#include "widgets/matrix/MatrixKey.h"

#include <QPainter>

#include "widgets/matrix/MatrixPainter.h"
#include "widgets/matrix/MatrixWords.h"

namespace nodescope::widgets {

using Seen = models::Matrix::Seen;

namespace {
constexpr Seen Explained[] = {Seen::Up,     Seen::Hidden,  Seen::Denied,
                              Seen::Failed, Seen::Pending, Seen::NotAsked};
} // namespace

MatrixKey::MatrixKey(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    retranslate();
}

void MatrixKey::retranslate()
{
    QStringList words;
    for (const Seen seen : Explained)
        words.append(wordFor(seen));
    setAccessibleName(words.join(QStringLiteral(", ")));
    setToolTip(words.join(QStringLiteral(" · ")).toHtmlEscaped());
    updateGeometry();
    update();
}

int MatrixKey::widthOf(const QString &word) const
{
    const Theme theme = Theme::current(this);
    return theme.ipx(16 + 4 + 14) + QFontMetrics(theme.small).horizontalAdvance(word);
}

QSize MatrixKey::sizeHint() const
{
    int width = 0;
    for (const Seen seen : Explained)
        width += widthOf(wordFor(seen));
    return {width, Theme::current(this).ipx(20)};
}

QSize MatrixKey::minimumSizeHint() const
{
    return {0, Theme::current(this).ipx(20)};
}

void MatrixKey::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int x = 0;
    for (const Seen seen : Explained) {
        const QString word = wordFor(seen);
        const int needed = widthOf(word);
        if (x + needed - theme.ipx(14) > width())
            return;
        const qreal side = theme.px(16);
        MatrixPainter::paintSign(painter, theme, QRectF(x, (height() - side) / 2, side, side), seen);
        painter.setFont(theme.small);
        painter.setPen(theme.secondary);
        painter.drawText(QRect(x + theme.ipx(20), 0, needed, height()), Qt::AlignVCenter | Qt::AlignLeft,
                         word);
        x += needed;
    }
}

} // namespace nodescope::widgets
