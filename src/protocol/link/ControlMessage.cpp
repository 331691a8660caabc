#include "protocol/link/ControlMessage.h"

#include <array>

namespace nodescope::protocol {

using namespace control;
using term::Pid;
using term::Reference;
using term::Term;

namespace {

// What the specification says of each number.
struct OperationFacts
{
    Operation operation;
    QLatin1String name;
    qsizetype arity; // elements, with the number
    bool payload;
    qsizetype tokenAt; // element that holds the trace token; 0: none
};
constexpr std::array Facts{
    OperationFacts{Operation::Link, QLatin1String("LINK"), 3, false, 0},
    OperationFacts{Operation::Send, QLatin1String("SEND"), 3, true, 0},
    OperationFacts{Operation::Exit, QLatin1String("EXIT"), 4, false, 0},
    OperationFacts{Operation::Unlink, QLatin1String("UNLINK"), 3, false, 0},
    OperationFacts{Operation::NodeLink, QLatin1String("NODE_LINK"), 1, false, 0},
    OperationFacts{Operation::RegSend, QLatin1String("REG_SEND"), 4, true, 0},
    OperationFacts{Operation::GroupLeader, QLatin1String("GROUP_LEADER"), 3, false, 0},
    OperationFacts{Operation::Exit2, QLatin1String("EXIT2"), 4, false, 0},
    OperationFacts{Operation::SendTt, QLatin1String("SEND_TT"), 4, true, 3},
    OperationFacts{Operation::ExitTt, QLatin1String("EXIT_TT"), 5, false, 3},
    OperationFacts{Operation::RegSendTt, QLatin1String("REG_SEND_TT"), 5, true, 4},
    OperationFacts{Operation::Exit2Tt, QLatin1String("EXIT2_TT"), 5, false, 3},
    OperationFacts{Operation::MonitorP, QLatin1String("MONITOR_P"), 4, false, 0},
    OperationFacts{Operation::DemonitorP, QLatin1String("DEMONITOR_P"), 4, false, 0},
    OperationFacts{Operation::MonitorPExit, QLatin1String("MONITOR_P_EXIT"), 5, false, 0},
    OperationFacts{Operation::SendSender, QLatin1String("SEND_SENDER"), 3, true, 0},
    OperationFacts{Operation::SendSenderTt, QLatin1String("SEND_SENDER_TT"), 4, true, 3},
    OperationFacts{Operation::PayloadExit, QLatin1String("PAYLOAD_EXIT"), 3, true, 0},
    OperationFacts{Operation::PayloadExitTt, QLatin1String("PAYLOAD_EXIT_TT"), 4, true, 3},
    OperationFacts{Operation::PayloadExit2, QLatin1String("PAYLOAD_EXIT2"), 3, true, 0},
    OperationFacts{Operation::PayloadExit2Tt, QLatin1String("PAYLOAD_EXIT2_TT"), 4, true, 3},
    OperationFacts{Operation::PayloadMonitorPExit, QLatin1String("PAYLOAD_MONITOR_P_EXIT"), 4, true, 0},
    OperationFacts{Operation::SpawnRequest, QLatin1String("SPAWN_REQUEST"), 6, true, 0},
    OperationFacts{Operation::SpawnRequestTt, QLatin1String("SPAWN_REQUEST_TT"), 7, true, 6},
    OperationFacts{Operation::SpawnReply, QLatin1String("SPAWN_REPLY"), 5, false, 0},
    OperationFacts{Operation::SpawnReplyTt, QLatin1String("SPAWN_REPLY_TT"), 6, false, 5},
    OperationFacts{Operation::AliasSend, QLatin1String("ALIAS_SEND"), 3, true, 0},
    OperationFacts{Operation::AliasSendTt, QLatin1String("ALIAS_SEND_TT"), 4, true, 3},
    OperationFacts{Operation::UnlinkId, QLatin1String("UNLINK_ID"), 4, false, 0},
    OperationFacts{Operation::UnlinkIdAck, QLatin1String("UNLINK_ID_ACK"), 4, false, 0},
    // With a token it has five elements: see arityFits().
    OperationFacts{Operation::AltactSigSend, QLatin1String("ALTACT_SIG_SEND"), 4, true, 0},
};

// Where in Facts an operation stands; -1: nowhere.
constexpr auto FactsAt = [] {
    std::array<int, int(Operation::AltactSigSend) + 1> at{};
    at.fill(-1);
    for (std::size_t i = 0; i < Facts.size(); ++i)
        at[std::size_t(Facts[i].operation)] = int(i);
    return at;
}();

const OperationFacts *factsOf(int operation)
{
    if (operation < 0 || operation >= int(FactsAt.size()))
        return nullptr;
    const int at = FactsAt[std::size_t(operation)];
    return at < 0 ? nullptr : &Facts[std::size_t(at)];
}

// Takes a tuple apart. The first element of the wrong kind is remembered; the caller asks once.
class Elements
{
public:
    explicit Elements(const Term &tuple)
        : m_tuple(tuple)
    {
    }

    [[nodiscard]] int wrong() const { return m_wrong; }

    Pid pid(int at) { return need(m_tuple.at(at).toPid(), at); }
    Reference reference(int at) { return need(m_tuple.at(at).toReference(), at); }
    Term any(qsizetype at) { return at > 0 ? m_tuple.at(at) : Term(); }
    QString atom(int at)
    {
        const Term element = m_tuple.at(at);
        return need(element.isAtom() ? std::optional(element.atomText()) : std::nullopt, at);
    }
    quint64 number(int at, quint64 largest)
    {
        const std::optional<quint64> value = m_tuple.at(at).toUnsigned();
        return need(value && *value <= largest ? value : std::nullopt, at);
    }
    Process process(int at)
    {
        if (m_tuple.at(at).isAtom())
            return atom(at);
        return pid(at);
    }
    Target target(int at)
    {
        const Term element = m_tuple.at(at);
        if (element.isAtom())
            return atom(at);
        if (element.isReference())
            return reference(at);
        return pid(at);
    }
    Term list(int at)
    {
        const Term element = m_tuple.at(at);
        return need(element.isProperList() ? std::optional(element) : std::nullopt, at);
    }
    // {Module, Function, Arity} of SPAWN_REQUEST.
    void function(int at, SpawnRequest &request)
    {
        const Term mfa = m_tuple.at(at);
        const std::optional<quint64> arity = mfa.at(2).toUnsigned();
        const bool good =
            mfa.isTuple(3) && mfa.at(0).isAtom() && mfa.at(1).isAtom() && arity && *arity <= 255;
        need(good ? std::optional(true) : std::nullopt, at);
        request.module = mfa.at(0).atomText();
        request.function = mfa.at(1).atomText();
        request.arity = quint32(arity.value_or(0));
    }

private:
    template<class T>
    T need(std::optional<T> value, int at)
    {
        if (!value && m_wrong == 0)
            m_wrong = at;
        return std::move(value).value_or(T());
    }

    const Term &m_tuple;
    int m_wrong = 0;
};

template<class Exits>
Exits exitFrom(Elements &e, bool inPayload, qsizetype tokenAt)
{
    const int reasonAt = tokenAt > 0 ? 4 : 3;
    return {e.pid(1), e.pid(2), inPayload ? Term() : e.any(reasonAt), e.any(tokenAt)};
}

SpawnRequest spawnRequestFrom(Elements &e, qsizetype tokenAt)
{
    SpawnRequest m;
    m.request = e.reference(1);
    m.from = e.pid(2);
    m.groupLeader = e.pid(3);
    e.function(4, m);
    m.options = e.list(5);
    m.token = e.any(tokenAt);
    return m;
}

SpawnReply spawnReplyFrom(Elements &e, qsizetype tokenAt)
{
    SpawnReply m;
    m.request = e.reference(1);
    m.to = e.pid(2);
    m.flags = quint32(e.number(3, 0xffffffff));
    m.result = e.process(4);
    m.token = e.any(tokenAt);
    return m;
}

AltactSend altactFrom(Elements &e)
{
    AltactSend m;
    m.flags = quint32(e.number(1, 0xffffffff));
    m.from = e.pid(2);
    m.to = e.target(3);
    if (m.flags & AltactSend::HasToken)
        m.token = e.any(4);
    return m;
}

ControlMessage messageFrom(Operation operation, qsizetype tokenAt, Elements &e)
{
    switch (operation) {
    case Operation::Link:
        return Link{e.pid(1), e.pid(2)};
    case Operation::Send:
    case Operation::SendTt:
        return Send{std::nullopt, e.pid(2), e.any(tokenAt)}; // element 1 is unused
    case Operation::SendSender:
    case Operation::SendSenderTt:
        return Send{e.pid(1), e.pid(2), e.any(tokenAt)};
    case Operation::RegSend:
    case Operation::RegSendTt:
        return RegSend{e.pid(1), e.atom(3), e.any(tokenAt)};
    case Operation::Exit:
    case Operation::ExitTt:
        return exitFrom<Exit>(e, false, tokenAt);
    case Operation::PayloadExit:
    case Operation::PayloadExitTt:
        return exitFrom<Exit>(e, true, tokenAt);
    case Operation::Exit2:
    case Operation::Exit2Tt:
        return exitFrom<Exit2>(e, false, tokenAt);
    case Operation::PayloadExit2:
    case Operation::PayloadExit2Tt:
        return exitFrom<Exit2>(e, true, tokenAt);
    case Operation::Unlink:
        return Unlink{0, e.pid(1), e.pid(2)};
    case Operation::UnlinkId:
        return Unlink{e.number(1, ~quint64(0)), e.pid(2), e.pid(3)};
    case Operation::UnlinkIdAck:
        return UnlinkAck{e.number(1, ~quint64(0)), e.pid(2), e.pid(3)};
    case Operation::NodeLink:
        return NodeLink();
    case Operation::GroupLeader:
        return GroupLeader{e.pid(1), e.pid(2)};
    case Operation::MonitorP:
        return Monitor{e.pid(1), e.process(2), e.reference(3)};
    case Operation::DemonitorP:
        return Demonitor{e.pid(1), e.process(2), e.reference(3)};
    case Operation::MonitorPExit:
        return MonitorExit{e.process(1), e.pid(2), e.reference(3), e.any(4)};
    case Operation::PayloadMonitorPExit:
        return MonitorExit{e.process(1), e.pid(2), e.reference(3), Term()};
    case Operation::SpawnRequest:
    case Operation::SpawnRequestTt:
        return spawnRequestFrom(e, tokenAt);
    case Operation::SpawnReply:
    case Operation::SpawnReplyTt:
        return spawnReplyFrom(e, tokenAt);
    case Operation::AliasSend:
    case Operation::AliasSendTt:
        return AliasSend{e.pid(1), e.reference(2), e.any(tokenAt)};
    case Operation::AltactSigSend:
        return altactFrom(e);
    }
    return NodeLink();
}

bool arityFits(const OperationFacts &facts, const Term &tuple)
{
    if (facts.operation != Operation::AltactSigSend)
        return tuple.tupleSize() == facts.arity;
    const bool withToken = (tuple.at(1).toUnsigned().value_or(0) & AltactSend::HasToken) != 0;
    return tuple.tupleSize() == facts.arity + (withToken ? 1 : 0);
}

} // namespace

QString operationName(int operation)
{
    const OperationFacts *facts = factsOf(operation);
    return facts ? QString(facts->name) : QString();
}

bool hasPayload(Operation operation)
{
    const OperationFacts *facts = factsOf(int(operation));
    return facts && facts->payload;
}

base::Result<DecodedControl, ControlError> decodeControl(const Term &term)
{
    const std::optional<qint64> number = term.isTuple() ? term.at(0).toInteger() : std::nullopt;
    if (!number)
        return base::Failure{ControlError{ControlFault::NotATuple, -1, 0}};
    const int operation = *number >= 0 && *number <= 255 ? int(*number) : -1;
    const OperationFacts *facts = factsOf(operation);
    if (!facts)
        return base::Failure{ControlError{ControlFault::UnknownOperation, operation, 0}};
    if (!arityFits(*facts, term))
        return base::Failure{ControlError{ControlFault::WrongArity, operation, 0}};
    Elements elements(term);
    ControlMessage message = messageFrom(facts->operation, facts->tokenAt, elements);
    if (elements.wrong() > 0)
        return base::Failure{ControlError{ControlFault::WrongArgument, operation, elements.wrong()}};
    return DecodedControl{facts->operation, std::move(message)};
}

} // namespace nodescope::protocol
