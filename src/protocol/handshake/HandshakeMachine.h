#pragma once

#include "protocol/handshake/Handshake.h"
#include "protocol/handshake/HandshakePackets.h"

/// The inside of Handshake: its phases and its machine. For Handshake.cpp only.
namespace nodescope::protocol {

namespace phase {

/// What an acceptor keeps of its caller from the decision on.
struct Accepted
{
    Caller caller;
    AcceptDecision decision;
};
struct Idle
{
};
struct AwaitStatus
{
};
struct AwaitChallenge
{
    base::NodeName ownName;
    quint32 ownCreation = 0;
    bool simultaneous = false;
    bool replacesOld = false;
};
struct AwaitAck
{
    ChallengeBook::Ticket issued;
    HandshakeResult result;
};
struct AwaitName
{
};
struct AwaitDecision
{
    Caller caller;
};
struct AwaitStatusReply
{
    Accepted accepted;
};
struct AwaitComplement
{
    Accepted accepted;
    ChallengeBook::Ticket issued;
};
struct AwaitReply
{
    Accepted accepted;
    ChallengeBook::Ticket issued;
};
struct Up
{
};
struct Probed
{
};
struct Failed
{
};
/// In the order of HandshakeStep: the index is the step.
using Phase = std::variant<Idle, AwaitStatus, AwaitChallenge, AwaitAck, AwaitName, AwaitDecision,
                           AwaitStatusReply, AwaitComplement, AwaitReply, Up, Probed, Failed>;
static_assert(std::variant_size_v<Phase> == std::size_t(HandshakeStepCount));

} // namespace phase

class Handshake::Machine
{
public:
    Machine(Role role, HandshakeSettings settings, ChallengeBook &book);

    void start(base::Instant now);
    void receive(QByteArrayView bytes, base::Instant now);
    void decide(const AcceptDecision &decision, base::Instant now);
    void peerClosed(base::Instant now);
    void giveUp(base::Instant now);
    void timeout(base::Instant now);

    [[nodiscard]] HandshakeStep step() const { return HandshakeStep(m_phase.index()); }
    [[nodiscard]] Role role() const { return m_role; }
    [[nodiscard]] bool isOver() const { return step() >= HandshakeStep::Up; }
    [[nodiscard]] std::optional<base::Instant> deadline() const;
    [[nodiscard]] HandshakeOutput takeOutput() { return std::exchange(m_out, {}); }

    [[nodiscard]] static std::span<const HandshakeTransition> transitions();

private:
    /// What the action of a row has to work with: the message or the decision that came.
    struct Stimulus
    {
        const HandshakeBody *body = nullptr;
        const AcceptDecision *decision = nullptr;
    };
    using Reason = handshake_failure::Reason;
    using Next = std::variant<phase::Phase, Reason>;
    using Action = Next (Machine::*)(const Stimulus &);
    struct Row
    {
        HandshakeTransition transition;
        Action action;
    };
    static const Row Rows[];
    [[nodiscard]] static std::span<const Row> rows();

    // The driver: finds the row, runs its action, enters the phase.
    void dispatch(HandshakeInput input, const Stimulus &stimulus);
    [[nodiscard]] bool holds(HandshakeGuard guard, const Stimulus &stimulus) const;
    void enter(phase::Phase next);
    void fail(Reason reason);
    void readPackets();
    void take(const HandshakePackets::Packet &packet);
    void send(const HandshakeBody &body);
    void sendStatus(HandshakeStatus status);
    [[nodiscard]] bool isReading() const;

    // Actions of the initiator.
    [[nodiscard]] Next sendName(const Stimulus &stimulus);
    [[nodiscard]] Next goOn(const Stimulus &stimulus);
    [[nodiscard]] Next takeName(const Stimulus &stimulus);
    [[nodiscard]] Next refused(const Stimulus &stimulus);
    [[nodiscard]] Next unknownStatus(const Stimulus &stimulus);
    [[nodiscard]] Next replaceOldLink(const Stimulus &stimulus);
    [[nodiscard]] Next keepOldLink(const Stimulus &stimulus);
    [[nodiscard]] Next endProbe(const Stimulus &stimulus);
    [[nodiscard]] Next proveCookie(const Stimulus &stimulus);
    [[nodiscard]] Next checkAck(const Stimulus &stimulus);

    // Actions of the acceptor.
    [[nodiscard]] Next listen(const Stimulus &stimulus);
    [[nodiscard]] Next askOwner(const Stimulus &stimulus);
    [[nodiscard]] Next accept(const Stimulus &stimulus);
    [[nodiscard]] Next sayAlive(const Stimulus &stimulus);
    [[nodiscard]] Next decline(const Stimulus &stimulus);
    [[nodiscard]] Next challengeAfterAlive(const Stimulus &stimulus);
    [[nodiscard]] Next gaveWay(const Stimulus &stimulus);
    [[nodiscard]] Next takeComplement(const Stimulus &stimulus);
    [[nodiscard]] Next checkReply(const Stimulus &stimulus);

    // Rules that several actions share.
    [[nodiscard]] bool asksForName() const;
    [[nodiscard]] std::optional<Reason> checkChallenge(const ChallengeMessage &challenge) const;
    [[nodiscard]] std::optional<Reason> checkDecision(const phase::Accepted &accepted) const;
    [[nodiscard]] Next sendChallenge(phase::Accepted accepted);
    [[nodiscard]] HandshakeResult resultOf(const phase::Accepted &accepted) const;
    [[nodiscard]] Flags challengeFlags(const phase::Accepted &accepted) const;
    [[nodiscard]] bool sendsComplement(const Caller &caller) const;
    [[nodiscard]] Flags missingFrom(Flags theirs, bool lowHalfOnly) const;
    [[nodiscard]] Next complete(const HandshakeResult &result);

    Role m_role;
    HandshakeSettings m_settings;
    ChallengeBook &m_book;
    phase::Phase m_phase;
    HandshakePackets m_packets;
    HandshakeOutput m_out;

    base::Instant m_now;
    base::Instant m_started;
    base::Instant m_lastSend;
    base::Instant m_stepBegan;
    std::optional<QByteArray> m_current; // the body of the packet in hand, for evidence
    qint64 m_currentOffset = 0;
};

} // namespace nodescope::protocol
