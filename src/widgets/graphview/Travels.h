#pragma once

#include <vector>

#include <QHash>

#include "cluster/Message.h"
#include "widgets/graphview/Picture.h"

namespace nodescope::widgets {

/// Messages on their way along their links. Each mark is there for TravelTime; of more than MostAtOnce only
/// the number is kept, per link, until it rests. Times are milliseconds of any steady clock. Nothing is kept
/// while nothing moves.
class Travels
{
public:
    static constexpr qint64 TravelTime = 750;
    static constexpr size_t MostAtOnce = 24;
    static constexpr int MostOnALink = 4;

    /// Takes a step that goes over a link; others are passed over.
    void take(const cluster::MessageStep &step, qint64 now);
    [[nodiscard]] bool isActive() const { return !m_marks.empty() || !m_crowds.isEmpty(); }
    /// Brings the picture to the moment `now`. Without motion a mark rests in the middle for its time.
    void advance(Picture &picture, qint64 now, bool reducedMotion);
    void clear();

private:
    struct Mark
    {
        cluster::LinkKey link;
        bool fromA;
        TravelKind kind;
        qint64 begun;
    };
    struct Crowd
    {
        int count;
        qint64 last;
    };

    std::vector<Mark> m_marks;
    QHash<cluster::LinkKey, Crowd> m_crowds;
};

} // namespace nodescope::widgets
