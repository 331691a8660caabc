#include <QElapsedTimer>

#include "cluster/history/Differences.h"
#include "session/TimeMachine.h"

/// How a time machine reads a recording, or the session's past again, a little in each turn of the loop.
namespace nodescope::session {

using namespace cluster;

namespace {
/// In one turn of the loop a recording is read no longer than that.
constexpr qint64 ReadMilliseconds = 12;
constexpr qint64 ReadChunk = 16 * 1024;
constexpr qsizetype FedTogether = 500;

Deltas asReplay(Deltas deltas)
{
    for (Delta &delta : deltas) {
        if (auto *session = std::get_if<SessionChanged>(&delta))
            session->info.source = SessionInfo::Source::Replay;
    }
    return deltas;
}

Deltas eventsOf(const Deltas &deltas)
{
    Deltas events;
    std::copy_if(deltas.begin(), deltas.end(), std::back_inserter(events), isMoment);
    return events;
}
} // namespace

void TimeMachine::obey(const OpenRecording &intent)
{
    auto opened = std::make_unique<Opened>();
    opened->file.setFileName(intent.file);
    if (!opened->file.open(QIODevice::ReadOnly)) {
        Q_EMIT failed(QStringLiteral("recording_unreadable"),
                      QStringLiteral("%1: %2").arg(intent.file, opened->file.errorString()));
        return;
    }
    m_wanted.reset();
    m_replay.reset();
    m_rebuilding.reset();
    m_opened = std::move(opened);
    m_loading = true;
    beginLine();
}

void TimeMachine::beginLine()
{
    Q_EMIT storiesForgotten();
    m_line.clear();
    m_shown.clear();
    m_reading.start();
}

void TimeMachine::closeOpened()
{
    m_opened.reset();
    m_loading = false;
    m_rebuilding = std::make_unique<HistoryCursor>(m_live);
    beginLine();
    m_shown.apply(differences(m_shown.cluster(), m_live.now()));
}

void TimeMachine::readOn()
{
    if (m_opened && m_loading)
        readFile();
    else if (m_rebuilding)
        readLive();
    else
        m_reading.stop();
    refreshSoon();
}

void TimeMachine::readFile()
{
    QElapsedTimer spent;
    spent.start();
    // Several batches are fed as one: a view lays itself out after each.
    Deltas together;
    const auto feedAll = [this, &together] { feed(asReplay(std::exchange(together, {}))); };
    while (spent.elapsed() < ReadMilliseconds) {
        if (m_opened->steps.isEmpty()) {
            if (!m_opened->more)
                break;
            const QByteArray bytes = m_opened->file.read(ReadChunk);
            m_opened->more = !bytes.isEmpty() && m_opened->reader.feed(bytes, m_opened->steps);
            continue;
        }
        const RecordingReader::Step step = m_opened->steps.takeFirst();
        appendStep(m_opened->history, step);
        if (step.kind == RecordingReader::Step::Mark)
            continue;
        together += step.deltas;
        if (together.size() > FedTogether)
            feedAll();
        tell(m_opened->teller.take(step.time, step.deltas), false);
    }
    if (!together.isEmpty())
        feedAll();
    if (m_opened->steps.isEmpty() && !m_opened->more)
        endReading();
}

void TimeMachine::endReading()
{
    m_opened->reader.finish();
    m_opened->file.close();
    m_loading = false;
    const RecordingProblem problem = m_opened->reader.problem();
    const bool isNone =
        problem == RecordingProblem::NotARecording || problem == RecordingProblem::LaterVersion;
    if (isNone) {
        Q_EMIT failed(QStringLiteral("recording_") + identifierOf(problem), m_opened->file.fileName());
        closeOpened();
        return;
    }
    tell(m_opened->teller.advance(m_opened->history.end() + HappeningWatch::MaxWait), false);
    leaveNow();
    if (m_replay)
        m_replay->seek(m_opened->history.beginning());
}

void TimeMachine::readLive()
{
    QElapsedTimer spent;
    spent.start();
    while (spent.elapsed() < ReadMilliseconds) {
        const auto batch = m_rebuilding->next();
        if (!batch) {
            m_rebuilding.reset();
            return;
        }
        m_line.apply(batch->deltas);
        m_shown.apply(eventsOf(batch->deltas));
    }
}

} // namespace nodescope::session
