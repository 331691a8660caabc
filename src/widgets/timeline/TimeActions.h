#pragma once

#include "widgets/common/ActionSet.h"
#include "widgets/timeline/TimelinePane.h"

namespace nodescope::widgets {

/// Going through time, and choosing what the bottom pane shows.
class TimeActions : public ActionSet
{
    Q_OBJECT

public:
    /// `pane` must outlive the set.
    TimeActions(TimelinePane &pane, QObject *parent = nullptr);
    void retranslate() override;
    /// Going: to now, back, forth, closer, further.
    [[nodiscard]] QList<QAction *> moves() const { return {m_now, m_previous, m_next, m_closer, m_further}; }
    /// Choosing: timeline, events, nodes, links.
    [[nodiscard]] QList<QAction *> tabs() const { return m_tabs; }

Q_SIGNALS:
    /// A tab has been asked for: the dock must be seen.
    void paneRequested();

private:
    QAction *m_now;
    QAction *m_previous;
    QAction *m_next;
    QAction *m_closer;
    QAction *m_further;
    QList<QAction *> m_tabs;
};

} // namespace nodescope::widgets
