#include "session/FigureAnswer.h"

namespace nodescope::session {

using base::NodeName;
using term::Term;

namespace {
std::optional<quint64> count(const Term &value)
{
    return value.toUnsigned();
}

std::optional<PeerCount> readPeerCount(const Term &entry)
{
    if (!entry.isTuple(4))
        return std::nullopt;
    const std::optional<NodeName> peer = NodeName::parse(entry.at(0).atomText());
    const std::optional<quint64> in = count(entry.at(1));
    const std::optional<quint64> out = count(entry.at(2));
    if (!peer || !in || !out)
        return std::nullopt;
    const Term bytes = entry.at(3);
    return PeerCount{*peer, *in, *out, count(bytes.at(0)), count(bytes.at(1)), count(bytes.at(2))};
}
} // namespace

std::optional<FigureAnswer> readFigureAnswer(const Term &value)
{
    const Term told = value.isTuple(3) && value.at(0).isAtom(QLatin1String("value")) ? value.at(1) : Term();
    if (!told.isTuple(7) || !told.at(0).isAtom(QLatin1String("figures")))
        return std::nullopt;
    FigureAnswer answer;
    answer.processes = count(told.at(1));
    answer.memory = count(told.at(2));
    answer.runQueue = count(told.at(3));
    answer.reductions = count(told.at(4));
    answer.uptime = count(told.at(5));
    answer.toldPeers = told.at(6).isList() || told.at(6).isNil();
    for (const Term &entry : told.at(6).elements()) {
        if (const auto peer = readPeerCount(entry))
            answer.peers.append(*peer);
    }
    return answer;
}

} // namespace nodescope::session
