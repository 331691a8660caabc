#pragma once

#include <optional>

#include <QList>

#include "cluster/Figures.h"
#include "term/Term.h"

/// What the question of resources/probes/figures.erl is answered with, read into values. Whatever a node
/// sends, the result is a value or nothing.
namespace nodescope::session {

/// What a node counted on one of its connections.
struct PeerCount
{
    base::NodeName peer;
    quint64 packetsIn = 0;
    quint64 packetsOut = 0;
    std::optional<quint64> bytesIn;
    std::optional<quint64> bytesOut;
    std::optional<quint64> bytesHeld;
};

struct FigureAnswer
{
    std::optional<quint64> processes;
    std::optional<quint64> memory;
    std::optional<quint64> runQueue;
    std::optional<quint64> reductions;
    std::optional<quint64> uptime; ///< milliseconds
    bool toldPeers = false;        ///< else it could not say what it counted
    QList<PeerCount> peers;
};

/// Of `{value, {figures, …}, Bindings}`. What is no number in it is left out, and so are names that are none.
[[nodiscard]] std::optional<FigureAnswer> readFigureAnswer(const term::Term &value);

} // namespace nodescope::session
