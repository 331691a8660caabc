#include "session/TimeMachine.h"

#include <algorithm>

#include "cluster/history/Differences.h"
#include "session/Recorder.h"

namespace nodescope::session {

using namespace cluster;

namespace {
bool isState(const Delta &delta)
{
    return std::holds_alternative<NodeChanged>(delta) || std::holds_alternative<NodeRemoved>(delta) ||
           std::holds_alternative<LinkChanged>(delta) || std::holds_alternative<LinkRemoved>(delta) ||
           std::holds_alternative<HostChanged>(delta) || std::holds_alternative<FiguresChanged>(delta) ||
           std::holds_alternative<TrafficChanged>(delta);
}

/// What the doctor and the session tell of themselves: it is about the session, whatever moment is shown.
bool isOfSession(const Delta &delta)
{
    return !isState(delta) && !isMoment(delta) && !std::holds_alternative<SessionChanged>(delta);
}

template<class Wanted>
Deltas only(const Deltas &deltas, Wanted wanted)
{
    Deltas kept;
    std::copy_if(deltas.begin(), deltas.end(), std::back_inserter(kept), wanted);
    return kept;
}

} // namespace

TimeMachine::TimeMachine(const base::Clock &clock, ClusterStore &shown, ClusterStore &line,
                         TimeMachineSettings settings, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_shown(shown)
    , m_line(line)
    , m_settings(std::move(settings))
    , m_live(m_settings.limits)
{
    m_stories.setSingleShot(true);
    connect(&m_stories, &QTimer::timeout, this, &TimeMachine::tickStories);
    m_reading.setInterval(0);
    connect(&m_reading, &QTimer::timeout, this, &TimeMachine::readOn);
    m_writing.setObjectName(QStringLiteral("recorder"));
    findLeftovers();
}

TimeMachine::~TimeMachine()
{
    endRecording();
    m_writing.quit();
    m_writing.wait();
}

void TimeMachine::perform(const TimeIntent &intent)
{
    std::visit([this](const auto &one) { obey(one); }, intent);
    refreshSoon();
}

void TimeMachine::take(const Deltas &deltas)
{
    const qint64 time = now();
    m_live.append(time, deltas);
    if (m_recorder)
        QMetaObject::invokeMethod(m_recorder,
                                  [recorder = m_recorder, time, deltas] { recorder->take(time, deltas); });
    if (m_opened)
        m_shown.apply(only(deltas, isOfSession));
    else if (m_rebuilding)
        m_shown.apply(only(deltas, [](const Delta &delta) { return !isMoment(delta); }));
    else
        feed(deltas);
    tell(m_teller.take(time, deltas), true);
    refreshSoon();
}

/// To the line all of it; to what is shown what belongs there.
void TimeMachine::feed(const Deltas &deltas)
{
    m_line.apply(deltas);
    m_shown.apply(m_replay ? only(deltas, [](const Delta &delta) { return !isState(delta); }) : deltas);
}

void TimeMachine::tell(const QList<doctor::Story> &stories, bool isNow)
{
    if (isNow) {
        if (const qint64 next = m_teller.nextMoment(); next != 0)
            m_stories.start(static_cast<int>(std::clamp<qint64>(next - now(), 50, 60'000)));
        if (m_opened)
            return; // another past is looked at
    }
    for (const doctor::Story &story : stories)
        Q_EMIT storyTold(story, isNow);
}

void TimeMachine::tickStories()
{
    tell(m_teller.advance(now()), true);
}

// ---- Which moment ----

void TimeMachine::leaveNow()
{
    if (m_replay || history().isEmpty())
        return;
    m_replay = std::make_unique<Replay>(history(), m_clock);
    m_replay->startFrom(m_shown.cluster());
    connect(m_replay.get(), &Replay::changed, this, &TimeMachine::showPast);
    connect(m_replay.get(), &Replay::moved, this, &TimeMachine::refreshSoon);
    connect(m_replay.get(), &Replay::playingChanged, this, &TimeMachine::refreshSoon);
    connect(m_replay.get(), &Replay::ended, this, [this] {
        // Who has caught up with what goes on sees that.
        if (!m_opened)
            QMetaObject::invokeMethod(
                this, [this] { perform(GoLive{}); }, Qt::QueuedConnection);
    });
}

void TimeMachine::showPast(const Deltas &deltas)
{
    m_shown.apply(only(deltas, isState));
}

void TimeMachine::obey(const GoLive &)
{
    m_wanted.reset();
    m_replay.reset();
    if (m_opened) {
        closeOpened();
        return;
    }
    const Deltas way = differences(m_shown.cluster(), m_line.cluster());
    m_shown.apply(only(way, isState));
}

void TimeMachine::obey(const SeekTo &intent)
{
    // Of many wishes while somebody drags, only the last one counts.
    if (!std::exchange(m_wanted, intent.time))
        QMetaObject::invokeMethod(this, &TimeMachine::seekWanted, Qt::QueuedConnection);
}

void TimeMachine::seekWanted()
{
    const auto wanted = std::exchange(m_wanted, std::nullopt);
    if (!wanted)
        return;
    leaveNow();
    if (m_replay)
        m_replay->seek(*wanted);
}

void TimeMachine::obey(const PlayTime &)
{
    if (m_replay)
        m_replay->play();
}

void TimeMachine::obey(const PauseTime &)
{
    if (m_replay) {
        m_replay->pause();
        return;
    }
    leaveNow();
    if (m_replay)
        m_replay->seek(now());
}

void TimeMachine::obey(const StepTime &intent)
{
    if (!m_replay) {
        leaveNow();
        if (m_replay)
            m_replay->seek(now());
    }
    if (m_replay)
        m_replay->step(intent.changes);
}

void TimeMachine::obey(const SetSpeed &intent)
{
    m_state.speed = std::clamp(intent.factor, Replay::MinSpeed, Replay::MaxSpeed);
    if (m_replay)
        m_replay->setSpeed(m_state.speed);
}

void TimeMachine::obey(const SetMark &intent)
{
    History &past = m_opened ? m_opened->history : m_live;
    Mark mark = intent.mark;
    mark.id = past.setMark(mark);
    if (mark.id != 0 && m_recorder && !m_opened)
        QMetaObject::invokeMethod(m_recorder, [recorder = m_recorder, mark] { recorder->mark(mark); });
}

// ---- What is told ----

void TimeMachine::refreshSoon()
{
    if (!std::exchange(m_refreshQueued, true))
        QMetaObject::invokeMethod(this, &TimeMachine::refresh, Qt::QueuedConnection);
}

void TimeMachine::refresh()
{
    m_refreshQueued = false;
    TimeState state = m_state;
    const History &past = history();
    state.loading = m_loading;
    state.live = !m_replay && !m_opened;
    state.moment = m_replay ? m_replay->time() : past.end();
    state.playing = m_replay && m_replay->isPlaying();
    state.begin = past.beginning();
    state.end = past.end();
    state.truncated = past.isTruncated();
    state.marks = past.marks();
    state.opened = m_opened ? m_opened->file.fileName() : QString();
    state.redacted = m_opened && m_opened->reader.info().redacted;
    state.problem = m_opened && !state.loading ? identifierOf(m_opened->reader.problem()) : QString();
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged(m_state);
}

} // namespace nodescope::session
