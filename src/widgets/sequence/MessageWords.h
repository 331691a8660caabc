#pragma once

#include <QString>

#include "graph/sequence/CausalOrder.h"

/// The words for messages, in the language of the moment.
namespace nodescope::widgets {

[[nodiscard]] QString wordFor(cluster::StepKind kind);
[[nodiscard]] QString wordFor(cluster::MessageForm form);
/// `shell on a@host`; a node alone where the process is not known.
[[nodiscard]] QString nameFor(const cluster::MessageEnd &end);
/// How a lane is called below its node's name.
[[nodiscard]] QString nameFor(const graph::Lane &lane, bool perNode);
/// What became of it, and how that is known.
[[nodiscard]] QString fateFor(const graph::Arrow &arrow);
/// One sentence that says what the step was.
[[nodiscard]] QString sentenceFor(const cluster::MessageStep &step);
/// Why it is so in words for people, where the protocol's word has one; else that word.
[[nodiscard]] QString reasonText(const QString &reason);
/// How two messages stand to each other; empty for one and the same.
[[nodiscard]] QString wordFor(graph::Relation relation);

} // namespace nodescope::widgets
