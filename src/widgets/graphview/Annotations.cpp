#include "widgets/graphview/Annotations.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include <QFontMetricsF>

#include "graph/LabelPlacer.h"
#include "widgets/graphview/Hulls.h"
#include "widgets/graphview/NodePainter.h"
#include "widgets/graphview/SignPlacer.h"

namespace nodescope::widgets {

namespace {

/// Failures beyond this many show their sign only, and their words on hover.
constexpr int MostPills = 8;
/// Labels may not stand in a wall of so many pixels around what is seen.
constexpr qreal Wall = 300;
/// Labels beyond this many would be a carpet.
constexpr size_t MostLabels = 600;
constexpr size_t MostClocks = 40;
constexpr qreal ClockRadius = 7;
/// Below this zoom the signs of failures are small, and others are not shown.
constexpr qreal SignsFromZoom = 0.3;
/// Where on its link a clock may stand: beside the middle, where a sign is.
constexpr std::array ClockPlaces{0.38, 0.62, 0.32, 0.68, 0.44, 0.56, 0.26, 0.74, 0.2, 0.8, 0.5};

/// Sizes of text in this picture's fonts.
class Measures
{
public:
    explicit Measures(const Theme &theme)
        : m_title(theme.strong)
        , m_small(theme.small)
        , m_smallStrong(theme.smallStrong)
        , m_padding(theme.px(5))
    {
    }

    [[nodiscard]] QSizeF title(const QString &text) const { return sized(m_title, text, 1); }
    [[nodiscard]] QSizeF subtitle(const QString &text) const { return sized(m_small, text, 0); }
    [[nodiscard]] QSizeF words(const QString &text) const { return sized(m_smallStrong, text, 1); }

private:
    [[nodiscard]] QSizeF sized(const QFontMetricsF &metrics, const QString &text, qreal extra) const
    {
        return {metrics.horizontalAdvance(text) + 2 * m_padding, metrics.height() + extra};
    }

    QFontMetricsF m_title;
    QFontMetricsF m_small;
    QFontMetricsF m_smallStrong;
    qreal m_padding;
};

QRectF centredAt(const QPointF &centre, const QSizeF &size)
{
    return QRectF(centre - QPointF(size.width() / 2, size.height() / 2), size);
}

class Annotator
{
public:
    Annotator(const Picture &picture, const QRectF &area, std::vector<QRectF> reserved)
        : m_picture(picture)
        , m_area(area)
        , m_measures(picture.theme)
    {
        m_room.taken = std::move(reserved);
        m_room.nodeRadius = picture.nodeRadius();
        // Nothing is cut by the edge, if it can stand elsewhere.
        const QRectF around = area.adjusted(-Wall, -Wall, Wall, Wall);
        m_room.taken.push_back(QRectF(around.topLeft(), QSizeF(Wall, around.height())));
        m_room.taken.push_back(QRectF(area.topRight() - QPointF(0, Wall), QSizeF(Wall, around.height())));
        m_room.taken.push_back(QRectF(around.topLeft(), QSizeF(around.width(), Wall)));
        m_room.taken.push_back(QRectF(area.bottomLeft() - QPointF(Wall, 0), QSizeF(around.width(), Wall)));
    }

    Annotations run()
    {
        m_result.hulls = hullsOf(m_picture);
        collectLabels();
        placeSigns();
        placeClocks();
        placeHullLabels();
        placeNodeLabels();
        return std::move(m_result);
    }

private:
    struct Candidate
    {
        int node;
        QSizeF title;
        QSizeF subtitle;
    };

    [[nodiscard]] bool isMarked(int node) const
    {
        return node == m_picture.hoveredNode || node == m_picture.selectedNode ||
               node == m_picture.rubber.from || node == m_picture.rubber.to;
    }

    [[nodiscard]] bool isPlaced(const graph::Edge &edge) const
    {
        return m_picture.graph->isPlaced(edge.a) && m_picture.graph->isPlaced(edge.b);
    }

    [[nodiscard]] graph::LinkCurve curveOf(int index) const
    {
        const graph::Edge &edge = m_picture.graph->edge(index);
        return graph::curveOf(edge, m_picture.positionInView(edge.a), m_picture.positionInView(edge.b));
    }

    [[nodiscard]] bool isNear(const graph::LinkCurve &curve) const
    {
        return m_area.intersects(
            QRectF(curve.from, curve.to).normalized().adjusted(-Wall, -Wall, Wall, Wall));
    }

    void collectLabels()
    {
        const qreal radius = m_picture.nodeRadius();
        const QRectF near = m_area.adjusted(-radius, -radius, radius, radius);
        for (int i = 0; i < m_picture.graph->nodeCount(); ++i) {
            const QPointF at = m_picture.positionInView(i);
            if (!m_picture.graph->isPlaced(i) || !near.contains(at))
                continue;
            m_room.nodes.push_back(at);
            const bool marked = isMarked(i);
            if (!marked && (!m_picture.showsTitles() || m_candidates.size() >= MostLabels)) {
                m_unnamed.push_back(at);
                continue;
            }
            const NodeLook &look = m_picture.nodeLooks[size_t(i)];
            Candidate candidate{i, m_measures.title(look.title), {}};
            if ((marked || m_picture.showsSubtitles()) && !look.subtitle.isEmpty())
                candidate.subtitle = m_measures.subtitle(look.subtitle);
            const QSizeF size = sizeOf(candidate);
            m_wishes.push_back({at, radius, size, marked ? 100 : look.priority, marked});
            m_room.labels.push_back(
                QRectF(at.x() - size.width() / 2, at.y() + radius, size.width(), size.height() + 4));
            m_candidates.push_back(candidate);
        }
    }

    static QSizeF sizeOf(const Candidate &candidate)
    {
        return {std::max(candidate.title.width(), candidate.subtitle.width()),
                candidate.title.height() + candidate.subtitle.height()};
    }

    void placeSigns()
    {
        int pills = 0;
        const std::vector<int> &special = m_picture.specialLinks;
        m_failures = int(std::count_if(special.begin(), special.end(), [this](int i) {
            return m_picture.linkLooks[size_t(i)].line == LinkLine::Failed;
        }));
        for (const int i : special) {
            const LinkLook &look = m_picture.linkLooks[size_t(i)];
            if ((!look.sign && look.words.isEmpty()) || !isPlaced(m_picture.graph->edge(i)))
                continue;
            const bool marked = i == m_picture.hoveredLink || i == m_picture.selectedLink;
            // A failure is never told by its colour alone, however far away it is.
            const bool far = m_picture.relativeZoom() < SignsFromZoom && look.line != LinkLine::Failed;
            if (!marked && (far || m_picture.isInMesh(m_picture.graph->ends(i))))
                continue;
            const bool words =
                !look.words.isEmpty() && (marked || pills < MostPills) && m_picture.showsTitles();
            pills += words ? 1 : 0;
            placeSign(i, look, words, marked);
        }
    }

    void placeSign(int index, const LinkLook &look, bool words, bool marked)
    {
        const Theme &theme = m_picture.theme;
        const graph::LinkCurve curve = curveOf(index);
        if (!isNear(curve))
            return;
        LinkSign sign;
        sign.edge = index;
        sign.pill = look.line == LinkLine::Failed;
        if (sign.pill && NodePainter::isDot(m_picture) && !words) {
            // Among dots nothing has a place of its own.
            sign.tiny = true;
            sign.centre = curve.at(0.5);
            sign.radius = theme.px(4.5);
            m_result.signs.push_back(sign);
            return;
        }
        sign.radius = radiusOf(look);
        QSizeF size = words ? m_measures.words(look.words) : QSizeF();
        if (sign.pill) {
            if (words)
                size += QSizeF(theme.px(10), theme.px(8));
            SignPlacer(theme, m_room).place(sign, curve, size);
        } else {
            placePlainSign(sign, curve, size, marked && words);
        }
        for (const QRectF &rect : boundsOf(sign))
            m_room.taken.push_back(rect);
        m_result.signs.push_back(sign);
    }

    [[nodiscard]] qreal radiusOf(const LinkLook &look) const
    {
        const Theme &theme = m_picture.theme;
        if (!look.sign)
            return 0;
        if (look.line != LinkLine::Failed)
            return theme.px(8);
        if (m_picture.relativeZoom() < SignsFromZoom)
            return theme.px(6);
        return theme.px(m_failures > MostPills ? 9 : 13);
    }

    /// Clocks choose before names do, which have other places to go to.
    void placeClocks()
    {
        if (!m_picture.showsTitles())
            return;
        const std::vector<QRectF> names = std::exchange(m_room.labels, {});
        for (const int i : m_picture.specialLinks) {
            if (m_picture.linkLooks[size_t(i)].silent == 0 || !isPlaced(m_picture.graph->edge(i)))
                continue;
            const graph::LinkCurve curve = curveOf(i);
            if (m_result.clocks.size() >= MostClocks || !isNear(curve))
                continue;
            const LinkClock clock{i, clockPlace(curve, names), m_picture.theme.px(ClockRadius)};
            m_room.taken.push_back(boundsOf(clock));
            m_result.clocks.push_back(clock);
        }
        m_room.labels = names;
    }

    [[nodiscard]] QPointF clockPlace(const graph::LinkCurve &curve, const std::vector<QRectF> &names) const
    {
        std::optional<QPointF> overName;
        for (const double place : ClockPlaces) {
            const QPointF at = curve.at(place);
            const QRectF bounds = boundsOf(LinkClock{0, at, m_picture.theme.px(ClockRadius)});
            if (!isFree(bounds))
                continue;
            if (std::none_of(names.begin(), names.end(),
                             [&](const QRectF &name) { return name.intersects(bounds); }))
                return at;
            if (!overName)
                overName = at;
        }
        return overName.value_or(curve.at(ClockPlaces.front()));
    }

    /// With the pen around its face.
    [[nodiscard]] QRectF boundsOf(const LinkClock &clock) const
    {
        const qreal side = 2 * (clock.radius + m_picture.theme.px(2));
        return centredAt(clock.centre, QSizeF(side, side));
    }

    /// The words of a half link belong to its tick in the middle, and so does the sign of TLS, unless
    /// something else is there.
    void placePlainSign(LinkSign &sign, const graph::LinkCurve &curve, const QSizeF &size,
                        bool mustShow) const
    {
        sign.centre = curve.at(0.5);
        if (placeWords(sign, size))
            return;
        if (mustShow) {
            sign.words = placesOfWords(sign, size).front();
            return;
        }
        sign.words = QRectF();
        if (!isFree(roundOf(sign)))
            SignPlacer(m_picture.theme, m_room).place(sign, curve, QSizeF());
    }

    /// Sets the words' rectangle; whether all of the sign is in nothing's way.
    bool placeWords(LinkSign &sign, const QSizeF &size) const
    {
        if (size.isEmpty())
            return isFree(roundOf(sign));
        for (const QRectF &place : placesOfWords(sign, size)) {
            sign.words = place;
            if (isFree(roundOf(sign)) && isFree(place))
                return true;
        }
        return false;
    }

    [[nodiscard]] std::array<QRectF, 4> placesOfWords(const LinkSign &sign, const QSizeF &size) const
    {
        const qreal gap = sign.radius + m_picture.theme.px(5);
        const QPointF above(0, gap + size.height() / 2);
        const QPointF aside(gap + size.width() / 2, 0);
        return {centredAt(sign.centre + above, size), centredAt(sign.centre - above, size),
                centredAt(sign.centre - aside, size), centredAt(sign.centre + aside, size)};
    }

    static QRectF roundOf(const LinkSign &sign)
    {
        return centredAt(sign.centre, QSizeF(2 * sign.radius, 2 * sign.radius));
    }

    /// What a sign takes: itself, and its words.
    static std::vector<QRectF> boundsOf(const LinkSign &sign)
    {
        std::vector<QRectF> bounds{roundOf(sign)};
        if (!sign.words.isEmpty())
            bounds.push_back(sign.words);
        return bounds;
    }

    [[nodiscard]] bool isFree(const QRectF &rect) const
    {
        const auto meets = [&](const QRectF &other) { return other.intersects(rect); };
        const qreal radius = m_room.nodeRadius;
        const QRectF wider = rect.adjusted(-radius, -radius, radius, radius);
        return std::none_of(m_room.taken.begin(), m_room.taken.end(), meets) &&
               std::none_of(m_room.labels.begin(), m_room.labels.end(), meets) &&
               std::none_of(m_room.nodes.begin(), m_room.nodes.end(),
                            [&](const QPointF &node) { return wider.contains(node); });
    }

    void placeHullLabels()
    {
        const Theme &theme = m_picture.theme;
        for (const Hull &hull : m_result.hulls) {
            const QRectF bounds = hull.outline.boundingRect();
            const QSizeF size = m_measures.words(hull.text);
            if (!bounds.intersects(m_area) || bounds.width() < 0.5 * size.width())
                continue;
            const qreal above = size.height() / 2 + theme.px(6);
            const QPointF middle = bounds.center();
            const std::array<QPointF, 5> centres{
                QPointF(middle.x(), bounds.top() - above), QPointF(middle.x(), bounds.bottom() + above),
                QPointF(bounds.left() + size.width() / 2, bounds.top() - above),
                QPointF(bounds.right() - size.width() / 2, bounds.top() - above),
                QPointF(bounds.left() + size.width() / 2, bounds.bottom() + above)};
            QRectF best;
            int fewest = std::numeric_limits<int>::max();
            for (const QPointF &centre : centres) {
                const QRectF rect = centredAt(centre, size);
                const int crossings = isFree(rect) ? crossingsOf(rect, fewest) : fewest;
                if (crossings < fewest) {
                    fewest = crossings;
                    best = rect;
                }
            }
            if (best.isEmpty())
                continue;
            m_result.hullLabels.push_back({hull.text, best});
            m_room.taken.push_back(best);
        }
    }

    /// How many links pass through a rectangle; stops at `enough`. Large graphs are not looked at.
    [[nodiscard]] int crossingsOf(const QRectF &rect, int enough) const
    {
        int crossings = 0;
        if (m_picture.graph->edgeCount() > 600)
            return 0;
        for (const graph::EdgeEnds &edge : m_picture.graph->ends()) {
            const QLineF line(m_picture.positionInView(edge.a), m_picture.positionInView(edge.b));
            const QLineF across(rect.topLeft(), rect.bottomRight());
            const QLineF other(rect.bottomLeft(), rect.topRight());
            crossings += line.intersects(across, nullptr) == QLineF::BoundedIntersection ||
                                 line.intersects(other, nullptr) == QLineF::BoundedIntersection
                             ? 1
                             : 0;
            if (crossings >= enough)
                break;
        }
        return crossings;
    }

    void placeNodeLabels()
    {
        // Shapes without a name are not to be covered by the names of others either.
        const qreal side = 2 * m_picture.nodeRadius();
        std::vector<QRectF> taken = m_room.taken;
        for (const QPointF &node : m_unnamed)
            taken.push_back(centredAt(node, QSizeF(side, side)));
        const std::vector<QRectF> places = graph::placeLabels(m_wishes, taken);
        for (size_t i = 0; i < places.size(); ++i) {
            if (places[i].isEmpty())
                continue;
            const Candidate &candidate = m_candidates[i];
            const QPointF top(places[i].center().x(), places[i].top());
            NodeLabel label;
            label.node = candidate.node;
            label.title = QRectF(top - QPointF(candidate.title.width() / 2, 0), candidate.title);
            if (!candidate.subtitle.isEmpty())
                label.subtitle =
                    QRectF(top + QPointF(-candidate.subtitle.width() / 2, candidate.title.height()),
                           candidate.subtitle);
            m_result.labels.push_back(label);
        }
    }

    const Picture &m_picture;
    QRectF m_area;
    Measures m_measures;
    SignObstacles m_room;
    std::vector<Candidate> m_candidates;
    std::vector<QPointF> m_unnamed; ///< nodes whose names are not shown
    std::vector<graph::LabelWish> m_wishes;
    int m_failures = 0;
    Annotations m_result;
};

} // namespace

Annotations annotate(const Picture &picture, const QRectF &area, const std::vector<QRectF> &reserved)
{
    return Annotator(picture, area, reserved).run();
}

} // namespace nodescope::widgets
