#pragma once

#include <memory>

#include <QDateTime>
#include <QMetaType>

#include "base/NodeName.h"
#include "cluster/Diagnosis.h"

namespace nodescope::cluster {

/// What one end says of a link. Each end is asked on its own, and the two are never merged: a link
/// that only one end sees is a finding, not an error of ours.
enum class EndView {
    Unknown, ///< that end was not asked or does not answer
    Absent,  ///< it says that it is not connected to the other
    Pending, ///< it says that the connection is being set up
    Up,      ///< it says that it is connected
};

/// The state of a link as the two ends together tell it.
enum class LinkState {
    Connecting, ///< an attempt is under way, or an end says pending
    Up,         ///< each end that we know of says Up
    OneSided,   ///< one end says Up, the other says Absent
    Failed,     ///< the last attempt failed; the diagnosis says why
    Down,       ///< was up, is not any more
};

[[nodiscard]] QString identifierOf(EndView view);
[[nodiscard]] QString identifierOf(LinkState state);

/// The two ends of a link, in text order, so that a pair of nodes has one key.
struct LinkKey
{
    base::NodeName a;
    base::NodeName b;

    LinkKey() = default;
    /// Sorts the two; they must differ.
    LinkKey(const base::NodeName &first, const base::NodeName &second);
    [[nodiscard]] bool contains(const base::NodeName &node) const { return a == node || b == node; }
    /// The end that is not `node`.
    [[nodiscard]] const base::NodeName &other(const base::NodeName &node) const { return a == node ? b : a; }

    friend bool operator==(const LinkKey &x, const LinkKey &y) { return x.a == y.a && x.b == y.b; }
    friend bool operator<(const LinkKey &x, const LinkKey &y) { return x.a == y.a ? x.b < y.b : x.a < y.a; }
    friend size_t qHash(const LinkKey &key, size_t seed = 0) { return qHashMulti(seed, key.a, key.b); }
};

/// One link as it is known now. A value; deltas replace it whole.
struct Link
{
    LinkKey key;
    LinkState state = LinkState::Up;
    EndView aSees = EndView::Unknown;
    EndView bSees = EndView::Unknown;
    bool hidden = false; ///< not published: in `nodes(hidden)` of those that see it
    bool tls = false;
    QDateTime since;                            ///< when it came into its state, UTC
    QString reason;                             ///< with Down: in Erlang's words
    int failures = 0;                           ///< failed attempts since the link was last up
    std::shared_ptr<const Diagnosis> diagnosis; ///< of the last failed attempt; shared, immutable

    [[nodiscard]] EndView seenFrom(const base::NodeName &end) const { return end == key.a ? aSees : bSees; }
    friend bool operator==(const Link &, const Link &) = default;
};

/// The state that follows from what both ends say, when no attempt of ours is involved.
[[nodiscard]] LinkState stateFromEnds(EndView a, EndView b);

} // namespace nodescope::cluster

Q_DECLARE_METATYPE(nodescope::cluster::Link)
Q_DECLARE_METATYPE(nodescope::cluster::LinkKey)
