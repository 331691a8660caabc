#pragma once

#include <QByteArray>

#include "graph/sequence/CausalOrder.h"

/// A sequence as text and as JSON: for files, not for people's language. Bidirectional marks and controls are
/// escaped in the text, so that a terminal shows it as it is.
namespace nodescope::graph {

/// A line a step: time (UTC), what, from, to, size, term. UTF-8.
[[nodiscard]] QByteArray sequenceAsText(const Sequence &sequence);
/// `{"format": "nodescope-messages", "version": 1, "processes": […], "messages": […], "order": […]}`.
/// Processes and messages are numbered from 0. An entry of `order` is `[message, end, message, end]`: the
/// first end (`sent` or `received`) is directly known to be before the second; see CausalOrder. UTF-8.
[[nodiscard]] QByteArray sequenceAsJson(const Sequence &sequence);

} // namespace nodescope::graph
