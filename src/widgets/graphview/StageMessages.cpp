// The part of Stage that shows messages on their way, links on which nothing comes, and what Find has not
// found.

#include "widgets/graphview/Stage.h"

namespace nodescope::widgets {

namespace {
/// How much of the ground is in the colours of what was not found.
constexpr qreal Faded = 0.72;

void fade(QColor &colour, const Theme &theme)
{
    if (colour.isValid())
        colour = mixed(colour, theme.stage, Faded);
}
} // namespace

void Stage::takeMessage(const cluster::MessageStep &step)
{
    // Nothing is told anew for it: whoever paints asks isActive() at the end of the batch.
    m_travels.take(step, now());
    m_messageCame = m_travels.isActive();
}

void Stage::takeTraffic(const cluster::LinkKey &key)
{
    const cluster::Traffic *traffic = m_store.cluster().traffic(key);
    const int index = m_graph.indexOf(key);
    if (!traffic)
        m_silences.forget(key);
    else if (!m_silences.take(*traffic))
        return;
    if (index >= 0)
        m_staleLinks.push_back(index);
}

void Stage::setFilter(const models::NodeFilter &filter)
{
    const bool was = !m_filter.isEmpty();
    m_filter = filter;
    if (!was && filter.isEmpty())
        return;
    refreshLooks();
    Q_EMIT changed();
}

void Stage::fadeUnlessFound(NodeLook &look, const cluster::Node &node, const Theme &theme) const
{
    if (m_filter.isEmpty() || m_filter.matches(node, m_store.cluster()))
        return;
    for (QColor *colour : {&look.ring, &look.inside, &look.titleColour, &look.subtitleColour})
        fade(*colour, theme);
    look.priority = -1;
}

void Stage::fadeUnlessFound(LinkLook &look, const cluster::Link &link, const Theme &theme) const
{
    if (m_filter.isEmpty() || m_filter.matches(link, m_store.cluster()))
        return;
    fade(look.colour, theme);
    fade(look.wordsColour, theme);
}

} // namespace nodescope::widgets
