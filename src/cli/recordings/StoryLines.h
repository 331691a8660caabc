#pragma once

#include <QJsonObject>
#include <QList>

#include "doctor/stories/StoryTeller.h"

namespace nodescope::cli {

/// What happened to the whole cluster, as lines of `watch` and `replay`: `split`, `nodes_lost`, `flapping`,
/// each with its groups and a sentence; and once more when it is over, then with `ended`.
class StoryLines
{
public:
    [[nodiscard]] QList<QJsonObject> take(qint64 time, const cluster::Deltas &deltas);
    [[nodiscard]] QList<QJsonObject> advance(qint64 time);
    /// When advance() has something to say at the soonest; 0: not before the next deltas.
    [[nodiscard]] qint64 nextMoment() const { return m_teller.nextMoment(); }

private:
    [[nodiscard]] static QList<QJsonObject> lines(const QList<doctor::Story> &stories);

    doctor::StoryTeller m_teller;
};

} // namespace nodescope::cli
