#pragma once

#include "cli/EventLines.h"
#include "cli/recordings/StoryLines.h"
#include "cluster/history/Recording.h"

namespace nodescope::cli {

/// Turns what a recording holds into the lines of `replay`: those of `watch`, and one for each mark.
class ReplayLines
{
public:
    ReplayLines();

    [[nodiscard]] QList<QJsonObject> take(const cluster::RecordingReader::Step &step);
    /// What is still to be told when nothing more comes.
    [[nodiscard]] QList<QJsonObject> finish();
    /// A line for people: local time, and what happened in a few words.
    [[nodiscard]] static QString textOf(const QJsonObject &line);

private:
    /// Shows the time of what is read.
    class StoodClock final : public base::Clock
    {
    public:
        [[nodiscard]] base::Instant now() const override { return {}; }
        [[nodiscard]] QDateTime wall() const override { return m_wall; }
        void set(qint64 time);

    private:
        QDateTime m_wall;
    };

    StoodClock m_clock;
    EventLines m_events;
    StoryLines m_stories;
    qint64 m_time = 0;
};

} // namespace nodescope::cli
