#pragma once

#include "widgets/common/ActionSet.h"
#include "widgets/replay/TimeDesk.h"

namespace nodescope::widgets {

/// Going through the past: back to live, play, pause, step, speed, and marks.
class PlayActions : public ActionSet
{
    Q_OBJECT

public:
    /// Dialogs stand over `window`; both must outlive the set.
    PlayActions(TimeDesk &desk, QWidget &window);
    void retranslate() override;

    [[nodiscard]] QAction *live() const { return m_live; }
    [[nodiscard]] QAction *back() const { return m_back; }
    /// Play and pause: one action, whose words follow what it would do.
    [[nodiscard]] QAction *play() const { return m_play; }
    [[nodiscard]] QAction *forth() const { return m_forth; }
    [[nodiscard]] QList<QAction *> moves() const { return {m_live, m_back, m_play, m_forth}; }
    [[nodiscard]] QList<QAction *> speeds() const { return m_speeds; }
    [[nodiscard]] QList<QAction *> marks() const { return {m_bookmark, m_comment, m_removeMark}; }

private:
    void refresh();
    void askForComment();
    void removeNearestMark();
    /// The moment that is shown, or now.
    [[nodiscard]] qint64 moment() const;

    TimeDesk &m_desk;
    QWidget &m_window;
    QAction *m_live;
    QAction *m_back;
    QAction *m_play;
    QAction *m_forth;
    QAction *m_bookmark;
    QAction *m_comment;
    QAction *m_removeMark;
    QList<QAction *> m_speeds;
};

} // namespace nodescope::widgets
