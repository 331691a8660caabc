#include "widgets/replay/TimeDesk.h"

#include <algorithm>

namespace nodescope::widgets {

TimeDesk::TimeDesk(QObject *parent)
    : QObject(parent)
{
}

void TimeDesk::setState(const cluster::TimeState &state)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged(m_state);
}

void TimeDesk::tell(const doctor::Story &story, bool isNow)
{
    const auto known = std::find_if(m_stories.rbegin(), m_stories.rend(), [&story](const doctor::Story &one) {
        return one.what.id == story.what.id;
    });
    const bool isNew = known == m_stories.rend();
    const bool isNews = isNew || known->what.isOver() != story.what.isOver();
    if (isNew)
        m_stories.append(story);
    else
        *known = story;
    if (m_stories.size() > MaxStories)
        m_stories.removeFirst();
    Q_EMIT storiesChanged();
    if (isNow && isNews)
        Q_EMIT storyHappened(story);
}

void TimeDesk::forgetStories()
{
    m_stories.clear();
    Q_EMIT storiesChanged();
}

} // namespace nodescope::widgets
