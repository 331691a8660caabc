#pragma once

#include <variant>

#include <QList>
#include <QMetaType>

#include "cluster/Discovery.h"
#include "cluster/Errand.h"
#include "cluster/Event.h"
#include "cluster/Examination.h"
#include "cluster/Figures.h"
#include "cluster/Handshake.h"
#include "cluster/Host.h"
#include "cluster/Link.h"
#include "cluster/Lint.h"
#include "cluster/Message.h"
#include "cluster/Node.h"
#include "cluster/SessionInfo.h"
#include "cluster/Visit.h"

/// Deltas: the only way in which what is known changes. Each carries the whole new value of one
/// thing, so that applying one twice, or only the last of several for one key, ends in the same state.
namespace nodescope::cluster {

struct NodeChanged
{
    Node node;
};
struct NodeRemoved
{
    base::NodeName name; ///< its links must have been removed before
};
struct LinkChanged
{
    Link link; ///< both its ends must exist
};
struct LinkRemoved
{
    LinkKey key;
};
struct HostChanged
{
    Host host;
};
struct EventHappened
{
    Event event;
};
/// A message went a step: sent or relayed by us, received by us, or what became of it.
struct MessageHappened
{
    MessageStep step;
};
struct SessionChanged
{
    SessionInfo info;
};
/// An intent was refused or failed without touching a node; `reason` is a stable identifier, e.g.
/// `acting_not_armed`, `practice_failed`, and `detail` the fact behind it.
struct IntentFailed
{
    QString reason;
    QString detail;
};
/// A climb of the ladder went on, or ended.
struct ExaminationChanged
{
    Examination examination;
};
struct LintChanged
{
    LintReport report;
};
/// The listening post was opened, closed, registered or refused.
struct PostChanged
{
    Post post;
};
/// A call at the listening post went on, or ended.
struct VisitChanged
{
    Visit visit;
};
/// A node told its figures; without a time: they are not known any more. The node may not be known yet.
struct FiguresChanged
{
    Figures figures;
};
/// An end of a link told what it counted. The link may not be known yet.
struct TrafficChanged
{
    Traffic traffic;
};

/// A source of discovery was added, switched, asked, or answered.
struct SourceChanged
{
    DiscoverySource source;
};
struct SourceRemoved
{
    QString id;
};

/// An errand went on, or ended. Kept by whoever shows it.
struct ErrandChanged
{
    ErrandReport report;
};

/// A handshake that we take part in began, went on, or ended. Kept by whoever shows it (HandshakeBook); never
/// recorded.
struct HandshakeChanged
{
    HandshakeRecord record;
};
/// The answer to ShowCookie; null: there is none.
struct CookieShown
{
    quint64 handshake = 0;
    base::Secret cookie;
};

using Delta = std::variant<NodeChanged, NodeRemoved, LinkChanged, LinkRemoved, HostChanged, EventHappened,
                           SessionChanged, IntentFailed, ExaminationChanged, LintChanged, PostChanged,
                           VisitChanged, FiguresChanged, TrafficChanged, SourceChanged, SourceRemoved,
                           MessageHappened, ErrandChanged, HandshakeChanged, CookieShown>;
/// In the order in which they happened.
using Deltas = QList<Delta>;

/// It tells of a moment (EventHappened, MessageHappened), not of what is: it belongs to no state, is never
/// merged, and may be left out where there are too many.
[[nodiscard]] bool isMoment(const Delta &delta);

/// Merges deltas for the same node, link or host into the last one, keeping what an observer could
/// tell apart: events and messages all stay, and a removal is never merged with what came before or after it.
/// Used to deliver at most one batch a frame to the window's thread.
[[nodiscard]] Deltas coalesced(const Deltas &deltas);

} // namespace nodescope::cluster

Q_DECLARE_METATYPE(nodescope::cluster::Deltas)
