#pragma once

#include <QObject>

#include "cluster/history/TimeIntent.h"
#include "cluster/history/TimeState.h"
#include "doctor/stories/Story.h"

namespace nodescope::widgets {

/// What all parts of the window that deal with time share: which moment is shown, what happened to the whole
/// cluster, and what the person wants. The composition root joins it to what keeps the past.
///
/// Lives on the window's thread; owned by the window.
class TimeDesk : public QObject
{
    Q_OBJECT

public:
    /// More stories are not kept; the oldest go.
    static constexpr qsizetype MaxStories = 1'000;

    explicit TimeDesk(QObject *parent = nullptr);
    [[nodiscard]] const cluster::TimeState &state() const { return m_state; }
    /// In the order in which they began to be told.
    [[nodiscard]] const QList<doctor::Story> &stories() const { return m_stories; }
    /// Whether nodes that are shown are not the session's own, so that nothing may be done to them.
    [[nodiscard]] bool showsRecording() const { return !m_state.opened.isEmpty(); }

public Q_SLOTS:
    void setState(const nodescope::cluster::TimeState &state);
    /// A later state of a story that was told replaces it.
    void tell(const nodescope::doctor::Story &story, bool isNow);
    void forgetStories();
    void ask(const nodescope::cluster::TimeIntent &intent) { Q_EMIT wanted(intent); }

Q_SIGNALS:
    /// What the person wants; see ask().
    void wanted(const nodescope::cluster::TimeIntent &intent);
    void stateChanged(const nodescope::cluster::TimeState &state);
    void storiesChanged();
    /// It happens now, and is new or over.
    void storyHappened(const nodescope::doctor::Story &story);
    /// Something could not be done: see session::TimeMachine::failed.
    void failed(const QString &reason, const QString &detail);
    void saved(const QString &file);

private:
    cluster::TimeState m_state;
    QList<doctor::Story> m_stories;
};

} // namespace nodescope::widgets
