#include "cluster/Link.h"

namespace nodescope::cluster {

QString identifierOf(EndView view)
{
    switch (view) {
    case EndView::Unknown:
        break;
    case EndView::Absent:
        return QStringLiteral("absent");
    case EndView::Pending:
        return QStringLiteral("pending");
    case EndView::Up:
        return QStringLiteral("up");
    }
    return QStringLiteral("unknown");
}

QString identifierOf(LinkState state)
{
    switch (state) {
    case LinkState::Connecting:
        return QStringLiteral("connecting");
    case LinkState::Up:
        return QStringLiteral("up");
    case LinkState::OneSided:
        return QStringLiteral("one_sided");
    case LinkState::Failed:
        return QStringLiteral("failed");
    case LinkState::Down:
        break;
    }
    return QStringLiteral("down");
}

LinkKey::LinkKey(const base::NodeName &first, const base::NodeName &second)
    : a(second < first ? second : first)
    , b(second < first ? first : second)
{
    Q_ASSERT(first != second);
}

LinkState stateFromEnds(EndView a, EndView b)
{
    const bool up = a == EndView::Up || b == EndView::Up;
    const bool absent = a == EndView::Absent || b == EndView::Absent;
    if (up)
        return absent ? LinkState::OneSided : LinkState::Up;
    if (a == EndView::Pending || b == EndView::Pending)
        return LinkState::Connecting;
    return LinkState::Down;
}

} // namespace nodescope::cluster
