#include "widgets/inspector/RungSign.h"

#include <algorithm>

#include <QPainter>

#include "doctor/CauseText.h"
#include "widgets/style/Icons.h"

namespace nodescope::widgets {

using cluster::RungResult;
using cluster::RungState;

namespace {
QColor colourOf(RungState state, const Theme &theme)
{
    switch (state) {
    case RungState::Passed:
        return theme.up;
    case RungState::Failed:
        return theme.failed;
    case RungState::Uncertain:
        return theme.attention;
    case RungState::NotReached:
    case RungState::Skipped:
        break;
    }
    return theme.hairline;
}
} // namespace

void paintRungSign(QPainter &painter, RungState state, const QRectF &circle, const Theme &theme)
{
    const QColor colour = colourOf(state, theme);
    const bool hollow = state == RungState::NotReached || state == RungState::Skipped;
    painter.setPen(QPen(colour, theme.px(1.5)));
    painter.setBrush(hollow ? QBrush(theme.panel) : QBrush(colour));
    painter.drawEllipse(circle);
    const QRectF inside = circle.adjusted(2, 2, -2, -2);
    if (state == RungState::Passed)
        paintGlyph(painter, Glyph::Check, inside, theme.panel);
    else if (state == RungState::Failed)
        paintGlyph(painter, Glyph::Close, inside, theme.panel);
    else if (state == RungState::Uncertain)
        paintGlyph(painter, Glyph::Help, inside, theme.panel);
    else if (state == RungState::Skipped)
        paintGlyph(painter, Glyph::Remove, inside, theme.secondary);
}

void paintRunningSign(QPainter &painter, const QRectF &circle, qreal turn, const Theme &theme)
{
    painter.setBrush(theme.panel);
    painter.setPen(QPen(theme.hairline, theme.px(1.5)));
    painter.drawEllipse(circle);
    painter.setPen(QPen(theme.accent, theme.px(2), Qt::SolidLine, Qt::RoundCap));
    // Sixteenths of a degree, against the clock.
    painter.drawArc(circle, static_cast<int>((0.25 - turn) * 360 * 16), -270 * 16);
}

int evidenceFlags(const QFontMetrics &metrics, const QString &text, int width)
{
    const QStringList words = text.split(u' ');
    const bool fit = std::all_of(words.begin(), words.end(), [&](const QString &word) {
        return metrics.horizontalAdvance(word) <= width;
    });
    return fit ? Qt::TextWordWrap : Qt::TextWordWrap | Qt::TextWrapAnywhere;
}

RungPlaces placesOf(const RungWords &words, int left, int right, int column, int row, int gap)
{
    constexpr int Tall = 10'000;
    const int room = std::max(1, right - left);
    const QFontMetrics titles(words.titleFont);
    const QFontMetrics seen(words.evidenceFont);
    const auto heightOf = [room](const QFontMetrics &metrics, int flags, const QString &text) {
        return metrics.boundingRect(QRect(0, 0, room, Tall), flags, text).height();
    };
    RungPlaces places;
    const int rest = room - std::min(column, room) - gap;
    if (words.evidence.isEmpty() || seen.horizontalAdvance(words.evidence) <= rest) {
        const int width = words.evidence.isEmpty() ? room : std::min(column, room);
        const bool fits = titles.horizontalAdvance(words.title) <= width;
        const int height = fits ? row : std::max(row, heightOf(titles, Qt::TextWordWrap, words.title) + gap);
        places.title = QRect(left, 0, width, height);
        if (!words.evidence.isEmpty())
            places.evidence = QRect(left + width + gap, 0, room - width - gap, height);
        places.height = height;
        return places;
    }
    const int above = (row - titles.height()) / 2;
    const int title = heightOf(titles, Qt::TextWordWrap, words.title);
    const int evidence = heightOf(seen, evidenceFlags(seen, words.evidence, room), words.evidence);
    places.title = QRect(left, above, room, title);
    places.evidence = QRect(left, above + title, room, evidence);
    places.height = above + title + evidence + above;
    return places;
}

QString timeTextOf(const RungResult &result)
{
    if (result.state == RungState::NotReached || result.state == RungState::Skipped)
        return {};
    return result.elapsed ? doctor::durationText(*result.elapsed) : QStringLiteral("–");
}

} // namespace nodescope::widgets
