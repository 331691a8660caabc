#pragma once

#include <QHash>

#include "cluster/happenings/Happening.h"

/// What judging happenings needs in several places.
namespace nodescope::cluster::happenings {

/// Our own losing sight of a node, which is no word of another.
[[nodiscard]] inline bool isUnwatched(const QString &reason)
{
    return reason == QLatin1String("unwatched");
}

[[nodiscard]] QDateTime wall(qint64 time);
/// The number of the side on which each node is.
[[nodiscard]] QHash<base::NodeName, int> sidesOf(const Happening &happening);

/// Reasons, and how often each was told.
class Reasons
{
public:
    void add(const QString &reason)
    {
        if (!reason.isEmpty() && !isUnwatched(reason))
            ++m_told[reason];
    }
    [[nodiscard]] bool isEmpty() const { return m_told.isEmpty(); }
    /// Of equally many the first in the alphabet.
    [[nodiscard]] QString mostTold() const;

private:
    QHash<QString, int> m_told;
};

} // namespace nodescope::cluster::happenings
