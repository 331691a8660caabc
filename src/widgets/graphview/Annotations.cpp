#include "widgets/graphview/Annotations.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QFontMetricsF>

#include "graph/LabelPlacer.h"
#include "widgets/graphview/Hulls.h"

namespace nodescope::widgets {

namespace {

/// Failures beyond this many show their sign only, and their words on hover.
constexpr int MostPills = 8;
/// Labels may not stand in a wall of so many pixels around what is seen.
constexpr qreal Wall = 300;
/// Labels beyond this many would be a carpet.
constexpr size_t MostLabels = 600;

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
        , m_taken(std::move(reserved))
    {
        // Nothing is cut by the edge, if it can stand elsewhere.
        const QRectF around = area.adjusted(-Wall, -Wall, Wall, Wall);
        m_taken.push_back(QRectF(around.topLeft(), QSizeF(Wall, around.height())));
        m_taken.push_back(QRectF(area.topRight() - QPointF(0, Wall), QSizeF(Wall, around.height())));
        m_taken.push_back(QRectF(around.topLeft(), QSizeF(around.width(), Wall)));
        m_taken.push_back(QRectF(area.bottomLeft() - QPointF(Wall, 0), QSizeF(around.width(), Wall)));
    }

    Annotations run()
    {
        m_result.hulls = hullsOf(m_picture);
        collectLabels();
        placeSigns();
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

    void collectLabels()
    {
        const qreal radius = m_picture.nodeRadius();
        const QRectF near = m_area.adjusted(-radius, -radius, radius, radius);
        for (int i = 0; i < m_picture.graph->nodeCount(); ++i) {
            const QPointF at = m_picture.positionInView(i);
            if (!m_picture.graph->isPlaced(i) || !near.contains(at))
                continue;
            const bool marked = isMarked(i);
            if (!marked && (!m_picture.showsTitles() || m_candidates.size() >= MostLabels))
                continue;
            const NodeLook &look = m_picture.nodeLooks[size_t(i)];
            Candidate candidate{i, m_measures.title(look.title), {}};
            if ((marked || m_picture.showsSubtitles()) && !look.subtitle.isEmpty())
                candidate.subtitle = m_measures.subtitle(look.subtitle);
            const QSizeF size = sizeOf(candidate);
            m_wishes.push_back({at, radius, size, marked ? 100 : look.priority, marked});
            m_usual.push_back(QRectF(at.x() - size.width() / 2, at.y() - radius, size.width(),
                                     2 * radius + size.height() + 4));
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
            if (!marked && (m_picture.relativeZoom() < 0.3 || m_picture.isInMesh(m_picture.graph->ends(i))))
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
        const graph::Edge &edge = m_picture.graph->edge(index);
        const graph::LinkCurve curve =
            graph::curveOf(edge, m_picture.positionInView(edge.a), m_picture.positionInView(edge.b));
        LinkSign sign;
        sign.edge = index;
        sign.pill = look.line == LinkLine::Failed;
        sign.radius = !look.sign ? 0 : sign.pill ? theme.px(m_failures > MostPills ? 9 : 13) : theme.px(8);
        QSizeF size = words ? m_measures.words(look.words) : QSizeF();
        if (words && sign.pill)
            size += QSizeF(theme.px(10), theme.px(8));
        // A sign may slide along its link; words of a half link belong to its tick in the middle.
        static constexpr std::array Along{0.5, 0.43, 0.57, 0.36, 0.64, 0.29, 0.71, 0.22, 0.78};
        const auto fits = [&](const QSizeF &wanted) {
            return std::any_of(Along.begin(), sign.pill ? Along.end() : Along.begin() + 1, [&](double t) {
                sign.centre = curve.at(t);
                return placeWords(sign, wanted, sign.pill);
            });
        };
        if (!fits(size) && !(marked && words) && !fits(QSizeF())) {
            sign.words = QRectF();
            slideClear(sign, curve);
        } else if (marked && words && sign.words.isEmpty()) {
            sign.centre = curve.at(0.5);
            placeWords(sign, size, sign.pill);
        }
        m_taken.push_back(boundsOf(sign));
        m_result.signs.push_back(sign);
    }

    /// Puts a sign where it lies over no other sign, even if over a label.
    void slideClear(LinkSign &sign, const graph::LinkCurve &curve) const
    {
        for (int step = 0; step <= 16; ++step) {
            // From the middle outwards, to either side in turn.
            const double aside = 0.025 * ((step + 1) / 2) * (step % 2 == 0 ? 1 : -1);
            sign.centre = curve.at(0.5 + aside);
            const QRectF bounds = boundsOf(sign);
            if (std::none_of(m_taken.begin(), m_taken.end(),
                             [&](const QRectF &other) { return other.intersects(bounds); }))
                return;
        }
        sign.centre = curve.at(0.5);
    }

    /// Sets the words' rectangle; whether all of the sign is in nothing's way.
    bool placeWords(LinkSign &sign, const QSizeF &size, bool beside) const
    {
        const qreal gap = m_picture.theme.px(beside ? 9 : 5);
        std::vector<QPointF> centres;
        const qreal aside = sign.radius + gap + size.width() / 2;
        if (size.isEmpty()) {
            sign.words = QRectF();
            return isFree(boundsOf(sign));
        }
        const qreal above = sign.radius + gap + size.height() / 2;
        if (beside)
            centres = {sign.centre + QPointF(aside, 0), sign.centre - QPointF(aside, 0)};
        else
            centres = {sign.centre + QPointF(0, above), sign.centre - QPointF(0, above),
                       sign.centre - QPointF(aside, 0), sign.centre + QPointF(aside, 0)};
        for (const QPointF &centre : centres) {
            sign.words = centredAt(centre, size);
            if (isFree(boundsOf(sign)))
                return true;
        }
        sign.words = centredAt(centres.front(), size);
        return false;
    }

    static QRectF boundsOf(const LinkSign &sign)
    {
        const QRectF round = centredAt(sign.centre, QSizeF(2 * sign.radius, 2 * sign.radius));
        return sign.words.isEmpty() ? round : round.united(sign.words);
    }

    [[nodiscard]] bool isFree(const QRectF &rect) const
    {
        const auto meets = [&](const QRectF &other) { return other.intersects(rect); };
        return std::none_of(m_taken.begin(), m_taken.end(), meets) &&
               std::none_of(m_usual.begin(), m_usual.end(), meets);
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
            m_taken.push_back(best);
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
        const std::vector<QRectF> places = graph::placeLabels(m_wishes, m_taken);
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
    std::vector<QRectF> m_taken;
    std::vector<QRectF> m_usual; ///< of each node, its shape and the label where it usually is
    std::vector<Candidate> m_candidates;
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
