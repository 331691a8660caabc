#include "widgets/graphview/Travels.h"

#include <algorithm>

namespace nodescope::widgets {

using cluster::StepKind;

void Travels::take(const cluster::MessageStep &step, qint64 now)
{
    if (step.kind == StepKind::Delivered || step.from.node.isNull() || step.to.node.isNull() ||
        step.from.node == step.to.node)
        return;
    const cluster::LinkKey link(step.from.node, step.to.node);
    const auto there =
        std::count_if(m_marks.begin(), m_marks.end(), [&](const Mark &mark) { return mark.link == link; });
    if (m_marks.size() >= MostAtOnce || there >= MostOnALink) {
        Crowd &crowd = m_crowds[link];
        ++crowd.count;
        crowd.last = now;
        return;
    }
    const TravelKind kind = step.kind == StepKind::Failed     ? TravelKind::Failed
                            : step.kind == StepKind::Answered ? TravelKind::Answer
                                                              : TravelKind::Message;
    m_marks.push_back({link, link.a == step.from.node, kind, now});
}

void Travels::advance(Picture &picture, qint64 now, bool reducedMotion)
{
    picture.travels.clear();
    picture.crowds.clear();
    std::erase_if(m_marks, [&](const Mark &mark) { return now - mark.begun >= TravelTime; });
    m_crowds.removeIf([&](auto it) { return now - it->last >= TravelTime; });
    const graph::Graph &graph = *picture.graph;
    for (const Mark &mark : m_marks) {
        const int link = graph.indexOf(mark.link);
        if (link < 0)
            continue;
        const qreal t = reducedMotion ? 0.5 : qreal(now - mark.begun) / qreal(TravelTime);
        picture.travels.push_back({link, mark.fromA, t, mark.kind});
    }
    for (auto it = m_crowds.constBegin(); it != m_crowds.constEnd(); ++it) {
        if (const int link = graph.indexOf(it.key()); link >= 0)
            picture.crowds.emplace_back(link, it->count);
    }
}

void Travels::clear()
{
    m_marks.clear();
    m_crowds.clear();
}

} // namespace nodescope::widgets
