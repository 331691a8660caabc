#pragma once

#include <optional>
#include <vector>

#include "protocol/handshake/Handshake.h"

/// Two handshake machines joined in memory: what one sends, the other receives, in slices of a size
/// that the test chooses. Time stands still unless the test moves it.
namespace handshake_test {

using namespace nodescope;
using namespace nodescope::protocol;

/// One end: a machine, its book and what it said.
struct End
{
    ChallengeBook book;
    Handshake machine;
    std::vector<HandshakeEvent> events;
    QByteArray outbox;
    QByteArray leftover;

    End(Role role, HandshakeSettings settings, ChallengeBook::Random random = {})
        : book(std::move(random))
        , machine(role, std::move(settings), book)
    {
    }
    void take(HandshakeOutput output)
    {
        outbox += output.toSend;
        leftover += output.leftover;
        for (HandshakeEvent &event : output.events)
            events.push_back(std::move(event));
    }
    template<class T>
    [[nodiscard]] const T *event() const
    {
        for (const HandshakeEvent &event : events) {
            if (const T *found = std::get_if<T>(&event))
                return found;
        }
        return nullptr;
    }
    [[nodiscard]] const HandshakeResult *result() const
    {
        const auto *completed = event<handshake_event::Completed>();
        return completed ? &completed->result : nullptr;
    }
    [[nodiscard]] const HandshakeError *error() const
    {
        const auto *failed = event<handshake_event::Failed>();
        return failed ? &failed->error : nullptr;
    }
    template<class Reason>
    [[nodiscard]] const Reason *failedWith() const
    {
        return error() ? error()->as<Reason>() : nullptr;
    }
};

inline HandshakeSettings initiatorSettings(const QByteArray &cookie = "secret")
{
    HandshakeSettings settings;
    settings.ownName = base::NodeName::literal(u"probe@127.0.0.1");
    settings.ownHost = QStringLiteral("127.0.0.1");
    settings.creation = 7;
    settings.flags = masks::Recommended;
    settings.expectedPeer = base::NodeName::literal(u"alice@127.0.0.1");
    settings.cookie = base::Secret(cookie);
    return settings;
}

inline HandshakeSettings acceptorSettings()
{
    HandshakeSettings settings;
    settings.ownName = base::NodeName::literal(u"alice@127.0.0.1");
    settings.creation = 9;
    settings.flags = masks::Recommended | Flag::Published;
    return settings;
}

inline AcceptDecision decision(HandshakeStatus status = HandshakeStatus::Ok,
                               const QByteArray &cookie = "secret")
{
    AcceptDecision made;
    made.status = status;
    made.cookie = base::Secret(cookie);
    if (status == HandshakeStatus::Named) {
        made.dynamicName = base::NodeName::literal(u"1A2B3C@127.0.0.1");
        made.dynamicCreation = 77;
    }
    return made;
}

struct Pair
{
    End a;
    End b;
    AcceptDecision decided;
    qsizetype slice = 1 << 20;
    base::Instant now{};

    Pair(HandshakeSettings initiator, HandshakeSettings acceptor, AcceptDecision byOwner = decision())
        : a(Role::Initiator, std::move(initiator))
        , b(Role::Acceptor, std::move(acceptor))
        , decided(std::move(byOwner))
    {
    }

    void run()
    {
        b.take(b.machine.start(now));
        a.take(a.machine.start(now));
        while (deliver(a, b) || deliver(b, a) || decide()) {
        }
    }

private:
    bool deliver(End &from, End &to)
    {
        if (from.outbox.isEmpty())
            return false;
        const QByteArray bytes = from.outbox.left(slice);
        from.outbox.remove(0, bytes.size());
        to.take(to.machine.receive(bytes, now));
        return true;
    }
    bool decide()
    {
        if (b.machine.step() != HandshakeStep::AwaitDecision)
            return false;
        b.take(b.machine.decide(decided, now));
        return true;
    }
};

} // namespace handshake_test
