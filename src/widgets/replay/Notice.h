#pragma once

#include "doctor/stories/Story.h"

namespace nodescope::widgets {

/// The kinds of happenings that a person can have said or not.
enum class Notice { Split, Heal, NodeLost, Flapping };

/// `split`, `heal`, `node_lost`, `flapping`: in settings.
[[nodiscard]] inline QString identifierOf(Notice notice)
{
    switch (notice) {
    case Notice::Split:
        break;
    case Notice::Heal:
        return QStringLiteral("heal");
    case Notice::NodeLost:
        return QStringLiteral("node_lost");
    case Notice::Flapping:
        return QStringLiteral("flapping");
    }
    return QStringLiteral("split");
}

/// As which of them a story counts now.
[[nodiscard]] inline Notice noticeOf(const doctor::Story &story)
{
    switch (story.what.kind) {
    case cluster::HappeningKind::Split:
        break;
    case cluster::HappeningKind::NodesLost:
        return story.what.isOver() ? Notice::Heal : Notice::NodeLost;
    case cluster::HappeningKind::Flapping:
        return Notice::Flapping;
    }
    return story.what.isOver() ? Notice::Heal : Notice::Split;
}

} // namespace nodescope::widgets
