#include "Misbehaviour.h"
#include "Victim.h"
#include "Wire.h"

namespace nodescope::test::evil {

namespace {

constexpr quint32 Challenge = 0x01020304;
const QByteArray Ok = status("ok");

// Lets us go on, and answers with this challenge.
Script challenge(const QByteArray &body)
{
    return {awaitPackets(1), say(Ok + packet(body))};
}

// A good challenge, and then.
Script proved(const Script &then)
{
    return challenge(challengeBody(EvilName, GoodFlags, Challenge)) + Script{awaitPackets(2)} + then;
}

Step goodAck()
{
    return say([](const Conversation &c) { return packet(ackBody(digestOf(Cookie, c.challenge()))); });
}

Misbehaviours brokenChallenges()
{
    const QByteArray good = challengeBody(EvilName);
    return {
        {"a challenge of its tag alone", challenge(good.left(1)), "malformed too_short:1 @AwaitChallenge +5"},
        {"a challenge without a challenge", challenge(good.left(9)),
         "malformed too_short:9 @AwaitChallenge +5"},
        {"a challenge without a creation", challenge(good.left(13)),
         "malformed too_short:13 @AwaitChallenge +5"},
        {"a challenge without the name's length", challenge(good.left(17)),
         "malformed too_short:17 @AwaitChallenge +5"},
        {"a name longer than its packet", challenge(good.left(25)),
         "malformed bad_length:17 @AwaitChallenge +5"},
        {"a name of 65,535 bytes, it says", challenge(good.left(17) + "\xff\xff" + "eve@127.0.0.1"),
         "malformed bad_length:17 @AwaitChallenge +5"},
        {"a name of 256 bytes", challenge(challengeBody(QByteArray(246, 'e') + "@127.0.0.1")),
         "malformed bad_name:19 @AwaitChallenge +5"},
        {"a name of 1,021 bytes", challenge(challengeBody(QByteArray(1011, 'e') + "@127.0.0.1")),
         "malformed bad_name:19 @AwaitChallenge +5"},
        {"an empty name", challenge(challengeBody("")), "bad_name @AwaitChallenge +5"},
        {"a name without a host", challenge(challengeBody("eve@")), "bad_name @AwaitChallenge +5"},
        {"a host without a name", challenge(challengeBody("@127.0.0.1")), "bad_name @AwaitChallenge +5"},
        {"a name without an at", challenge(challengeBody("eve")), "bad_name @AwaitChallenge +5"},
        {"a name with two", challenge(challengeBody("eve@127.0.0.1@x")), "bad_name @AwaitChallenge +5"},
        {"a zero in the name", challenge(challengeBody(QByteArray("e\0e@127.0.0.1", 13))),
         "bad_name @AwaitChallenge +5"},
        {"a newline in the name", challenge(challengeBody("eve\n@127.0.0.1")), "bad_name @AwaitChallenge +5"},
        {"an escape in the name", challenge(challengeBody("e\x1bve@127.0.0.1")),
         "bad_name @AwaitChallenge +5"},
        {"a challenge of version 5", challenge(challengeBody5(EvilName)),
         "malformed bad_version:0 @AwaitChallenge +5"},
        {"a challenge of version 4",
         challenge("n" + number(quint16(4)) + number(quint32(GoodFlags)) + number(Challenge) + EvilName),
         "malformed bad_version:1 @AwaitChallenge +5"},
        {"a challenge of version 5 cut off", challenge(challengeBody5(EvilName).left(5)),
         "malformed too_short:5 @AwaitChallenge +5"},
    };
}

Misbehaviours unwantedChallenges()
{
    const quint64 noUtf8 = protocol::Flags(GoodFlags)
                               .without(protocol::Flag::Utf8Atoms | protocol::Flag::Mandatory25Digest)
                               .bits();
    const quint64 noCreation = protocol::Flags(GoodFlags)
                                   .without(protocol::Flag::BigCreation | protocol::Flag::Mandatory25Digest)
                                   .bits();
    return {
        {"another node", challenge(challengeBody("bob@127.0.0.1")),
         "other_name bob@127.0.0.1 @AwaitChallenge +5"},
        {"ourselves", challenge(challengeBody(VictimName)), "other_name victim@127.0.0.1 @AwaitChallenge +5"},
        {"the name in capitals", challenge(challengeBody("EVE@127.0.0.1")),
         "other_name EVE@127.0.0.1 @AwaitChallenge +5"},
        {"the name under another host", challenge(challengeBody("eve@localhost")),
         "other_name eve@localhost @AwaitChallenge +5"},
        {"a name with a space behind", challenge(challengeBody("eve@127.0.0.1 ")),
         "other_name eve@127.0.0.1  @AwaitChallenge +5"},
        {"a Latin-1 name", challenge(challengeBody("\xe9ve@127.0.0.1")),
         "other_name \xc3\xa9ve@127.0.0.1 @AwaitChallenge +5"},
        {"no flags", challenge(challengeBody(EvilName, 0)),
         "flags_missing "
         "EXTENDED_REFERENCES|NEW_FUN_TAGS|EXTENDED_PIDS_PORTS|UTF8_ATOMS|BIG_CREATION "
         "@AwaitChallenge +5"},
        {"no UTF8_ATOMS", challenge(challengeBody(EvilName, noUtf8)),
         "flags_missing UTF8_ATOMS @AwaitChallenge +5"},
        {"no BIG_CREATION", challenge(challengeBody(EvilName, noCreation)),
         "flags_missing BIG_CREATION @AwaitChallenge +5"},
        {"only flags that nobody knows", challenge(challengeBody(EvilName, 0xffffff8000000000)),
         "flags_missing "
         "EXTENDED_REFERENCES|NEW_FUN_TAGS|EXTENDED_PIDS_PORTS|UTF8_ATOMS|BIG_CREATION "
         "@AwaitChallenge +5"},
    };
}

Misbehaviours afterOurDigest()
{
    return {
        {"silence after our digest", proved({}), "timed_out step @AwaitAck +39", Hasty | MayProve},
        {"gone after our digest", proved({finish()}), "closed @AwaitAck +39", MayProve},
        {"a reset after our digest", proved({reset()}), "closed @AwaitAck +39", MayProve},
        {"a half-close after our digest", proved({halfClose()}), "closed @AwaitAck +39", MayProve},
        {"half an ack and gone", proved({say(packet(ackBody(QByteArray(16, 'd'))).left(9)), finish()}),
         "closed @AwaitAck +39", MayProve},
        {"half an ack and silence", proved({say(packet(ackBody(QByteArray(16, 'd'))).left(9))}),
         "timed_out step @AwaitAck +39", Hasty | MayProve},
        {"an ack of zeros", proved({say(packet(ackBody(QByteArray(16, '\0'))))}),
         "wrong_digest @AwaitAck +39", MayProve},
        {"our digest as the ack",
         proved({say([](const Conversation &c) { return packet(ackBody(c.digests().value(0))); })}),
         "wrong_digest @AwaitAck +39", MayProve},
        {"an ack of another cookie", proved({say([](const Conversation &c) {
             return packet(ackBody(digestOf("other", c.challenge())));
         })}),
         "wrong_digest @AwaitAck +39", MayProve},
        {"an ack of its own challenge", proved({say(packet(ackBody(digestOf(Cookie, Challenge))))}),
         "wrong_digest @AwaitAck +39", MayProve},
        {"an ack of 15 bytes", proved({say(packet(ackBody(QByteArray(15, 'd'))))}),
         "malformed too_short:16 @AwaitAck +39", MayProve},
        {"an ack of its tag alone", proved({say(packet("a"))}), "malformed too_short:1 @AwaitAck +39",
         MayProve},
        {"an ack before our digest",
         challenge(challengeBody(EvilName)) + Script{say(packet(ackBody(QByteArray(16, 'd'))))},
         "wrong_digest @AwaitAck +39", MayProve},
        {"a second challenge", proved({say(packet(challengeBody(EvilName, GoodFlags, 5)))}),
         "out_of_order challenge @AwaitAck +39", MayProve},
        {"not_allowed instead of the ack", proved({say(status("not_allowed"))}),
         "refused not_allowed! @AwaitAck +39", MayProve},
        {"nok instead of the ack", proved({say(status("nok"))}), "out_of_order status_nok @AwaitAck +39",
         MayProve},
        {"alive instead of the ack", proved({say(status("alive"))}),
         "out_of_order status_alive @AwaitAck +39", MayProve},
        {"ok instead of the ack", proved({say(Ok)}), "out_of_order status_ok @AwaitAck +39", MayProve},
        {"a tick instead of the ack", proved({say(QByteArray(4, '\0'))}), "malformed empty:0 @AwaitAck +39",
         MayProve},
        {"data instead of the ack", proved({say(headed(tuple({small(5)})))}),
         "malformed empty:0 @AwaitAck +39", MayProve},
        {"a TLS alert instead of the ack", proved({say(QByteArray::fromHex("15030300020228"))}),
         "malformed bad_length:0 @AwaitAck +39", MayProve},
        {"a flood instead of the ack", proved({flood(QByteArray(4096, 'a'), 256 << 20)}),
         "malformed bad_length:0 @AwaitAck +39", MayProve},
    };
}

// Odd, but by the rules: the link comes up.
Misbehaviours tolerated()
{
    const auto up = [](const QByteArray &body) {
        return challenge(body) + Script{awaitPackets(2), goodAck()};
    };
    return {
        {"all flags that there are", up(challengeBody(EvilName, ~quint64(0))), "connected", MayProve},
        {"MANDATORY_25_DIGEST for all of them",
         up(challengeBody(EvilName, protocol::Flags(protocol::Flag::Mandatory25Digest).bits())), "connected",
         MayProve},
        {"a challenge and a creation of 0", up(challengeBody(EvilName, GoodFlags, 0, 0)), "connected",
         MayProve},
        {"bytes behind the challenge", up(challengeBody(EvilName) + QByteArray(100, 'x')), "connected",
         MayProve},
        {"status and challenge before our name",
         Script{say(Ok + packet(challengeBody(EvilName))), awaitPackets(2), goodAck()}, "connected",
         MayProve},
        {"ok_simultaneous without a reason",
         Script{awaitPackets(1), say(status("ok_simultaneous") + packet(challengeBody(EvilName))),
                awaitPackets(2), goodAck()},
         "connected", MayProve},
        {"byte by byte",
         Script{awaitPackets(1), drip(Ok + packet(challengeBody(EvilName))), awaitPackets(2), goodAck()},
         "connected", MayProve},
    };
}

} // namespace

Misbehaviours acceptorsFromTheChallengeOn()
{
    Misbehaviours all;
    for (const Misbehaviours &some :
         {brokenChallenges(), unwantedChallenges(), afterOurDigest(), tolerated()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

Misbehaviours probedAcceptors()
{
    const QByteArray name = named("PROBE@127.0.0.1", 9);
    const QByteArray good = packet(challengeBody(EvilName));
    return {
        {"a probe given a name without an at",
         {awaitPackets(1), say(named("probe", 9))},
         "bad_name @AwaitStatus +0",
         Probe},
        {"a probe given an empty name",
         {awaitPackets(1), say(named("", 9))},
         "bad_name @AwaitStatus +0",
         Probe},
        {"a probe given a name with a zero",
         {awaitPackets(1), say(named(QByteArray("p\0@h", 4), 9))},
         "bad_name @AwaitStatus +0",
         Probe},
        {"a probe given a name of 1,021 bytes",
         {awaitPackets(1), say(named(QByteArray(1019, 'p') + "@h", 9))},
         "malformed bad_name:9 @AwaitStatus +0",
         Probe},
        {"a probe told alive",
         {awaitPackets(1), say(status("alive"))},
         "refused alive @AwaitStatus +0",
         Probe},
        {"a probe told nok", {awaitPackets(1), say(status("nok"))}, "refused nok @AwaitStatus +0", Probe},
        {"a probe that meets another node",
         {awaitPackets(1), say(name + packet(challengeBody("bob@h")))},
         "probed",
         Probe},
        {"a probe that meets no node",
         {awaitPackets(1), say(name + packet(challengeBody("bob")))},
         "bad_name @AwaitChallenge +30",
         Probe},
        {"a probe that is asked for more",
         {awaitPackets(1), say(name + good), awaitPackets(2)},
         "probed",
         Probe},
        {"a probe told ok goes on under a name",
         {awaitPackets(1), say(status("ok") + good)},
         "probed",
         Probe},
    };
}

} // namespace nodescope::test::evil
