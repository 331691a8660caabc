#include "widgets/graphview/SignPlacer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace nodescope::widgets {

namespace {

/// Between a sign and its plate, in the design's pixels; further away the two are tied by a hairline.
constexpr qreal PlateGap = 9;
constexpr std::array PlateDistances{24.0, 44.0, 70.0, 104.0, 144.0};
constexpr int SignDirections = 24;
/// Of the smallest sign, and between a sign and a node's shape.
constexpr qreal SmallSign = 8;
constexpr qreal SignMargin = 3;

QRectF boxAround(const QPointF &centre, const QSizeF &size)
{
    return QRectF(centre - QPointF(size.width() / 2, size.height() / 2), size);
}

/// A plate in a direction, so far off that its edge is `distance` from the centre.
QRectF plateAt(const QPointF &centre, const QPointF &direction, qreal distance, const QSizeF &size)
{
    const QPointF half(direction.x() * size.width() / 2, direction.y() * size.height() / 2);
    return boxAround(centre + direction * distance + half, size);
}

/// Right and left first: there the plate reads on from the sign.
const std::array<QPointF, 8> &plateSides()
{
    constexpr qreal Slant = 0.70710678;
    static const std::array<QPointF, 8> All{
        QPointF(1, 0),          QPointF(-1, 0),          QPointF(0, -1),        QPointF(0, 1),
        QPointF(Slant, -Slant), QPointF(-Slant, -Slant), QPointF(Slant, Slant), QPointF(-Slant, Slant)};
    return All;
}

QPointF nearestOf(const QRectF &rect, const QPointF &point)
{
    return {std::clamp(point.x(), rect.left(), rect.right()),
            std::clamp(point.y(), rect.top(), rect.bottom())};
}

qreal distanceBetween(const QPointF &x, const QPointF &y)
{
    return std::hypot(x.x() - y.x(), x.y() - y.y());
}

} // namespace

SignPlacer::SignPlacer(const Theme &theme, const SignObstacles &obstacles)
    : m_theme(theme)
    , m_obstacles(obstacles)
{
}

void SignPlacer::place(LinkSign &sign, const graph::LinkCurve &curve, const QSizeF &words) const
{
    const Near near = nearTo(curve, words);
    const std::vector<QPointF> centres = centresFor(sign, curve, near);
    sign.centre = centres.front();
    sign.words = QRectF();
    sign.leader = QLineF();
    if (words.isEmpty())
        return;
    // Names have other places to go to, but had better stay where they are.
    Near withoutLabels = near;
    withoutLabels.labels.clear();
    if (!placeBeside(sign, centres, words, near) && !placeAway(sign, words, near) &&
        !placeBeside(sign, centres, words, withoutLabels))
        (void)placeAway(sign, words, withoutLabels);
}

SignPlacer::Near SignPlacer::nearTo(const graph::LinkCurve &curve, const QSizeF &words) const
{
    const qreal reach = m_theme.px(PlateDistances.back() + 40) + std::max(words.width(), words.height()) +
                        m_obstacles.nodeRadius;
    QRectF bounds(curve.from, QSizeF());
    for (const QPointF &at : {curve.to, curve.at(0.5)}) {
        bounds.setLeft(std::min(bounds.left(), at.x()));
        bounds.setRight(std::max(bounds.right(), at.x()));
        bounds.setTop(std::min(bounds.top(), at.y()));
        bounds.setBottom(std::max(bounds.bottom(), at.y()));
    }
    bounds.adjust(-reach, -reach, reach, reach);
    Near near;
    for (const QPointF &node : m_obstacles.nodes) {
        if (bounds.contains(node))
            near.nodes.push_back(node);
    }
    const auto meets = [&](const QRectF &rect) { return rect.intersects(bounds); };
    std::copy_if(m_obstacles.labels.begin(), m_obstacles.labels.end(), std::back_inserter(near.labels),
                 meets);
    std::copy_if(m_obstacles.taken.begin(), m_obstacles.taken.end(), std::back_inserter(near.taken), meets);
    return near;
}

std::vector<QPointF> SignPlacer::centresFor(LinkSign &sign, const graph::LinkCurve &curve,
                                            const Near &near) const
{
    Near withoutLabels = near;
    withoutLabels.labels.clear();
    const qreal small = std::min(sign.radius, m_theme.px(SmallSign));
    std::vector<QPointF> centres;
    for (const qreal radius : {sign.radius, small}) {
        for (const Near *room : {&near, &std::as_const(withoutLabels)}) {
            for (int step = 0; step <= 28; ++step) {
                // From the middle outwards, to either side in turn.
                const int away = (step + 1) / 2;
                const double aside = 0.025 * away * (step % 2 == 0 ? 1 : -1);
                const QPointF at = curve.at(0.5 + aside);
                if (isClear(at, radius, *room))
                    centres.push_back(at);
            }
            if (!centres.empty()) {
                sign.radius = radius;
                return centres;
            }
        }
    }
    // The link is too short or too crowded: beside it, as near as there is room.
    sign.radius = small;
    const QPointF middle = curve.at(0.5);
    for (int ring = 1; ring <= 12; ++ring) {
        for (int i = 0; i < SignDirections; ++i) {
            const double angle = 2 * std::numbers::pi * i / SignDirections - std::numbers::pi / 2;
            const QPointF at =
                middle + QPointF(std::cos(angle), std::sin(angle)) * (ring * m_theme.px(SmallSign / 2));
            if (isClear(at, small, withoutLabels))
                return {at};
        }
    }
    return {middle};
}

bool SignPlacer::placeBeside(LinkSign &sign, const std::vector<QPointF> &centres, const QSizeF &words,
                             const Near &near) const
{
    for (const QPointF &centre : centres) {
        for (const QPointF &side : plateSides()) {
            const QRectF plate = plateAt(centre, side, sign.radius + m_theme.px(PlateGap), words);
            if (!isClear(plate, near))
                continue;
            sign.centre = centre;
            sign.words = plate;
            return true;
        }
    }
    return false;
}

bool SignPlacer::placeAway(LinkSign &sign, const QSizeF &words, const Near &near) const
{
    for (const qreal distance : PlateDistances) {
        for (int i = 0; i < SignDirections; ++i) {
            const double angle = 2 * std::numbers::pi * i / SignDirections;
            const QPointF direction(std::cos(angle), std::sin(angle));
            const QRectF plate = plateAt(sign.centre, direction, sign.radius + m_theme.px(distance), words);
            const QPointF end = nearestOf(plate, sign.centre);
            const QPointF along = end - sign.centre;
            const qreal length = std::max(1.0, std::hypot(along.x(), along.y()));
            const QLineF leader(sign.centre + along * (sign.radius / length), end);
            if (!isClear(plate, near) || !isClear(leader, near))
                continue;
            sign.words = plate;
            sign.leader = leader;
            return true;
        }
    }
    return false;
}

bool SignPlacer::isClear(const QPointF &centre, qreal radius, const Near &near) const
{
    const qreal least = m_obstacles.nodeRadius + radius + m_theme.px(SignMargin);
    const QRectF bounds = boxAround(centre, QSizeF(2 * radius, 2 * radius));
    const auto meets = [&](const QRectF &other) { return other.intersects(bounds); };
    return std::none_of(near.nodes.begin(), near.nodes.end(),
                        [&](const QPointF &node) { return distanceBetween(node, centre) < least; }) &&
           std::none_of(near.labels.begin(), near.labels.end(), meets) &&
           std::none_of(near.taken.begin(), near.taken.end(), meets);
}

bool SignPlacer::isClear(const QRectF &rect, const Near &near) const
{
    const qreal least = m_obstacles.nodeRadius + m_theme.px(SignMargin);
    const auto meets = [&](const QRectF &other) { return other.intersects(rect); };
    return std::none_of(
               near.nodes.begin(), near.nodes.end(),
               [&](const QPointF &node) { return distanceBetween(node, nearestOf(rect, node)) < least; }) &&
           std::none_of(near.labels.begin(), near.labels.end(), meets) &&
           std::none_of(near.taken.begin(), near.taken.end(), meets);
}

bool SignPlacer::isClear(const QLineF &leader, const Near &near) const
{
    const graph::LinkCurve line{leader.p1(), leader.center(), leader.p2(), false};
    return std::none_of(near.nodes.begin(), near.nodes.end(),
                        [&](const QPointF &node) { return line.distance(node) < m_obstacles.nodeRadius; });
}

} // namespace nodescope::widgets
