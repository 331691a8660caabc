#pragma once

#include <QDateTime>
#include <QString>

#include "cluster/Event.h"
#include "cluster/Link.h"
#include "cluster/Node.h"

/// The words for what the cluster holds as values, in the language of the moment.
namespace nodescope::widgets {

[[nodiscard]] QString wordFor(cluster::NodeKind kind);
[[nodiscard]] QString wordFor(cluster::NodeState state);
/// `push`, `poll`, `hearsay`; and a sentence that explains it.
[[nodiscard]] QString wordFor(cluster::Watched watched);
[[nodiscard]] QString explanationOf(cluster::Watched watched);
[[nodiscard]] QString wordFor(cluster::LinkState state);
[[nodiscard]] QString wordFor(cluster::EndView view);
[[nodiscard]] QString wordFor(cluster::EventKind kind);

/// How a node is called in the window: its name, or this program's.
[[nodiscard]] QString nameFor(const base::NodeName &node);
/// The same without the host.
[[nodiscard]] QString shortNameFor(const base::NodeName &node);
/// `billing@db1.example → cache@web2.example`, in the direction of the attempt where there was one.
[[nodiscard]] QString nameFor(const cluster::Link &link);
/// The same with each host cut at its first dot (addresses stay): `billing@db1 → cache@web2`. Two nodes
/// of one host go without it: `billing → cache`.
[[nodiscard]] QString briefNameFor(const cluster::Link &link);
/// The same without any host, as names in the graph: `billing → cache`.
[[nodiscard]] QString shortNameFor(const cluster::Link &link);
/// One sentence that says what happened.
[[nodiscard]] QString sentenceFor(const cluster::Event &event);
/// `OTP 27`, `Elixir 1.18`, the cause of a failure, or its state: what the node list says of a node.
[[nodiscard]] QString remarkFor(const cluster::Node &node);

/// The local time of day, with milliseconds where asked: `14:03:07.412`; empty when there is none.
[[nodiscard]] QString timeText(const QDateTime &utc, bool milliseconds = false);
/// The time of day, with the date when it is another day's; a dash when there is none.
[[nodiscard]] QString momentText(const QDateTime &utc);

} // namespace nodescope::widgets
