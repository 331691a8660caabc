#pragma once

#include <memory>

#include <QFile>
#include <QLockFile>
#include <QObject>
#include <QThread>
#include <QTimer>

#include "cluster/ClusterStore.h"
#include "cluster/history/History.h"
#include "cluster/history/Recording.h"
#include "cluster/history/TimeIntent.h"
#include "cluster/history/TimeState.h"
#include "doctor/stories/StoryTeller.h"
#include "session/Replay.h"

namespace nodescope::session {

class Recorder;
struct RecorderError;

struct TimeMachineSettings
{
    QString folder; ///< for recordings that are being written; made when needed
    QString program = QStringLiteral("Nodescope");
    cluster::History::Limits limits;
};

/// Stands between a source of deltas and what is shown: keeps the past, and shows now, or a moment of it.
///
/// Two stores are fed. `line` gets everything of what is looked at (the session, or an opened recording) as
/// it comes: the timeline is drawn from it. `shown` gets the same as long as now is shown; otherwise its
/// nodes, links, hosts and figures are those of the chosen moment, and all else (events, what the doctor
/// finds) goes on. So the two number events alike, and no view is reset by a jump in time.
///
/// An opened recording is read in pieces, so that the loop goes on; the session goes on in the background.
/// Recordings are written on a thread of their own. No socket is opened by anything here.
///
/// Signals: `stateChanged` after the stores have been fed, at most once a turn; `storyTold` for what happens
/// to the whole cluster, live or in the recording that is read. Lives on the window's thread; stores and
/// clock must outlive it.
class TimeMachine final : public QObject
{
    Q_OBJECT

public:
    TimeMachine(const base::Clock &clock, cluster::ClusterStore &shown, cluster::ClusterStore &line,
                TimeMachineSettings settings, QObject *parent = nullptr);
    ~TimeMachine() override;

    [[nodiscard]] const cluster::TimeState &state() const { return m_state; }
    [[nodiscard]] const cluster::History &history() const { return m_opened ? m_opened->history : m_live; }

public Q_SLOTS:
    /// What the session tells, as it comes.
    void take(const nodescope::cluster::Deltas &deltas);
    void perform(const nodescope::cluster::TimeIntent &intent);

Q_SIGNALS:
    void stateChanged(const nodescope::cluster::TimeState &state);
    /// `isNow`: it happens in the session, now; else it is of a recording that is opened.
    void storyTold(const nodescope::doctor::Story &story, bool isNow);
    /// All stories told before are of something else that is looked at no more.
    void storiesForgotten();
    /// Something could not be done: a stable identifier, and the fact behind it.
    void failed(const QString &reason, const QString &detail);
    /// A history was saved, or a recording kept.
    void saved(const QString &file);

private:
    /// A recording while it is read, and then.
    struct Opened
    {
        QFile file;
        cluster::RecordingReader reader;
        cluster::History history;
        doctor::StoryTeller teller;
        QList<cluster::RecordingReader::Step> steps; ///< read, not yet fed
        bool more = true;
    };

    void obey(const cluster::GoLive &);
    void obey(const cluster::SeekTo &intent);
    void obey(const cluster::PlayTime &);
    void obey(const cluster::PauseTime &);
    void obey(const cluster::StepTime &intent);
    void obey(const cluster::SetSpeed &intent);
    void obey(const cluster::SetMark &intent);
    void obey(const cluster::StartRecording &);
    void obey(const cluster::StopRecording &intent);
    void obey(const cluster::OpenRecording &intent);
    void obey(const cluster::SaveHistory &intent);
    void obey(const cluster::DropLeftover &intent);

    [[nodiscard]] qint64 now() const { return m_clock.wall().toMSecsSinceEpoch(); }
    void feed(const cluster::Deltas &deltas);
    void showPast(const cluster::Deltas &deltas);
    void seekWanted();
    void tell(const QList<doctor::Story> &stories, bool isNow);
    void tickStories();
    void leaveNow();
    void readOn();
    void readFile();
    void endReading();
    void readLive();
    void beginLine();
    void closeOpened();
    void endRecording();
    void onRecorderFailed(const RecorderError &error);
    void findLeftovers();
    void refreshSoon();
    void refresh();

    const base::Clock &m_clock;
    cluster::ClusterStore &m_shown;
    cluster::ClusterStore &m_line;
    const TimeMachineSettings m_settings;
    cluster::History m_live;
    doctor::StoryTeller m_teller;
    QTimer m_stories;
    std::unique_ptr<Opened> m_opened;
    std::unique_ptr<Replay> m_replay; ///< while another moment than now is shown
    QTimer m_reading;
    std::unique_ptr<cluster::HistoryCursor> m_rebuilding; ///< of the line, from the session's past
    std::optional<qint64> m_wanted;                       ///< the moment to go to when the loop comes round
    std::unique_ptr<QLockFile> m_lock;                    ///< beside the recording that is written
    QThread m_writing;
    Recorder *m_recorder = nullptr; ///< lives on m_writing
    cluster::TimeState m_state;
    bool m_loading = false; ///< told with the rest by refresh(), so that what is told is of one moment
    bool m_refreshQueued = false;
};

} // namespace nodescope::session
