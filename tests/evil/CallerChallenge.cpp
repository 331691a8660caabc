#include "Misbehaviour.h"
#include "Victim.h"
#include "Wire.h"

namespace nodescope::test::evil {

namespace {

const QByteArray Name = packet(nameBody(EvilName));
constexpr quint32 Mine = 0x0a0b0c0d;

// Calls, and goes on once status and challenge came.
Script called(const Script &then)
{
    return Script{say(Name), awaitPackets(2)} + then;
}

// The same under a name that has a link already: status alone comes.
Script calledAsHealthy(const Script &then)
{
    return Script{say(packet(nameBody("healthy@127.0.0.1"))), awaitPackets(1)} + then;
}

Step reply(const QByteArray &cookie, quint32 challenge = Mine)
{
    return say([cookie, challenge](const Conversation &c) {
        return packet(replyBody(challenge, digestOf(cookie, c.challenge())));
    });
}

Misbehaviours afterOurChallenge()
{
    return {
        {"silence after our challenge", called({}), "timed_out step @AwaitReply +30", Hasty},
        {"gone after our challenge", called({finish()}), "closed @AwaitReply +30"},
        {"a reset after our challenge", called({reset()}), "closed @AwaitReply +30"},
        {"a half-close after our challenge", called({halfClose()}), "closed @AwaitReply +30"},
        {"half a reply and gone",
         called({say(packet(replyBody(Mine, QByteArray(16, 'd'))).left(9)), finish()}),
         "closed @AwaitReply +30"},
        {"half a reply and silence", called({say(packet(replyBody(Mine, QByteArray(16, 'd'))).left(9))}),
         "timed_out step @AwaitReply +30", Hasty},
        {"its name twice", {say(Name + Name)}, "out_of_order name @AwaitReply +30"},
        {"its name again after the challenge", called({say(Name)}), "out_of_order name @AwaitReply +30"},
        {"true though nobody said alive", called({say(packet("strue"))}),
         "out_of_order reply_true @AwaitReply +30"},
        {"a complement in version 6", called({say(packet("c" + QByteArray(8, '\xff')))}),
         "out_of_order complement @AwaitReply +30"},
        {"a status instead of the reply", called({say(status("ok"))}),
         "malformed bad_word:1 @AwaitReply +30"},
        {"an ack instead of the reply", called({say(packet(ackBody(QByteArray(16, 'd'))))}),
         "malformed unknown_tag:0 @AwaitReply +30"},
        {"a tick instead of the reply", called({say(QByteArray(4, '\0'))}),
         "malformed empty:0 @AwaitReply +30"},
        {"data instead of the reply", called({say(headed(tuple({small(5)})))}),
         "malformed empty:0 @AwaitReply +30"},
        {"a flood instead of the reply", called({flood(QByteArray(4096, 'r'), 256 << 20)}),
         "malformed bad_length:0 @AwaitReply +30"},
    };
}

Misbehaviours wrongReplies()
{
    return {
        {"a reply of its tag alone", called({say(packet("r"))}), "malformed too_short:1 @AwaitReply +30"},
        {"a reply without a digest", called({say(packet(replyBody(Mine, "")))}),
         "malformed too_short:5 @AwaitReply +30"},
        {"a reply with 15 bytes of it", called({say(packet(replyBody(Mine, QByteArray(15, 'd'))))}),
         "malformed too_short:20 @AwaitReply +30"},
        {"a digest of zeros", called({say(packet(replyBody(Mine, QByteArray(16, '\0'))))}),
         "wrong_digest @AwaitReply +30"},
        {"a digest of another cookie", called({reply("other")}), "wrong_digest @AwaitReply +30"},
        {"a digest of no cookie", called({reply("")}), "wrong_digest @AwaitReply +30"},
        {"a digest of the cookie in capitals", called({reply("VICTIMS-COOKIE")}),
         "wrong_digest @AwaitReply +30"},
        {"a digest of its own challenge", called({say(packet(replyBody(Mine, digestOf(Cookie, Mine))))}),
         "wrong_digest @AwaitReply +30"},
        {"a digest that is right but for a bit", called({say([](const Conversation &c) {
             QByteArray digest = digestOf(Cookie, c.challenge());
             digest[15] = char(digest[15] ^ 1);
             return packet(replyBody(Mine, digest));
         })}),
         "wrong_digest @AwaitReply +30"},
        {"a reply before our challenge",
         {say(Name + packet(replyBody(Mine, QByteArray(16, 'd'))))},
         "wrong_digest @AwaitReply +30"},
        {"our challenge as its own", called({say([](const Conversation &c) {
             return packet(replyBody(c.challenge(), QByteArray(16, 'd')));
         })}),
         "reflection @AwaitReply +30"},
        {"our challenge as its own, and the cookie", called({say([](const Conversation &c) {
             return packet(replyBody(c.challenge(), digestOf(Cookie, c.challenge())));
         })}),
         "reflection @AwaitReply +30"},
        {"a wrong digest and data",
         called({say(packet(replyBody(Mine, QByteArray(16, 'd'))) + headed(tuple({small(5)})))}),
         "wrong_digest @AwaitReply +30"},
    };
}

Misbehaviours underATakenName()
{
    return {
        {"takes a name and gives way", calledAsHealthy({say(packet("sfalse"))}),
         "gave_way @AwaitStatusReply +34"},
        {"takes a name and is silent", calledAsHealthy({}), "timed_out step @AwaitStatusReply +34", Hasty},
        {"takes a name and hangs up", calledAsHealthy({finish()}), "closed @AwaitStatusReply +34"},
        {"takes a name and says maybe", calledAsHealthy({say(packet("smaybe"))}),
         "malformed bad_word:1 @AwaitStatusReply +34"},
        {"takes a name and replies at once",
         calledAsHealthy({say(packet(replyBody(Mine, QByteArray(16, 'd'))))}),
         "out_of_order challenge_reply @AwaitStatusReply +34"},
        {"takes a name and is silent after our challenge",
         calledAsHealthy({say(packet("strue")), awaitPackets(2)}), "timed_out step @AwaitReply +41", Hasty},
        {"takes a name without the cookie",
         calledAsHealthy({say(packet("strue")), awaitPackets(2), reply("x")}),
         "wrong_digest @AwaitReply +41"},
    };
}

Misbehaviours inVersion5()
{
    const QByteArray old = packet(nameBody5(EvilName));
    const QByteArray oldest = packet(nameBody5(EvilName, quint32(protocol::masks::Mandatory23.bits())));
    const QByteArray complement = packet("c" + number(quint32(GoodFlags >> 32)) + number(quint32(9)));
    return {
        {"a reply without the complement",
         {say(old), awaitPackets(2), reply(Cookie)},
         "out_of_order challenge_reply @AwaitComplement +22"},
        {"a complement cut off",
         {say(old), awaitPackets(2), say(packet("c123"))},
         "malformed too_short:4 @AwaitComplement +22"},
        {"a complement twice",
         {say(old), awaitPackets(2), say(complement + complement)},
         "out_of_order complement @AwaitReply +33"},
        {"a complement nobody waits for",
         {say(oldest), awaitPackets(2), say(complement)},
         "out_of_order complement @AwaitReply +22"},
        {"silence instead of the complement",
         {say(old), awaitPackets(2)},
         "timed_out step @AwaitComplement +22",
         Hasty},
        {"a wrong digest in version 5",
         {say(oldest), awaitPackets(2), reply("x")},
         "wrong_digest @AwaitReply +22"},
    };
}

// Odd, but by the rules: the link comes up.
Misbehaviours tolerated()
{
    return {
        {"calls with all flags",
         {say(packet(nameBody(EvilName, ~quint64(0) & ~protocol::Flags(protocol::Flag::NameMe).bits()))),
          awaitPackets(2), reply(Cookie)},
         "connected",
         MayProve},
        {"calls with bytes behind its name",
         {say(packet(nameBody(EvilName) + QByteArray(99, 'x'))), awaitPackets(2), reply(Cookie)},
         "connected",
         MayProve},
        {"calls with a creation of 0",
         {say(packet(nameBody(EvilName, GoodFlags, 0))), awaitPackets(2), reply(Cookie, 0)},
         "connected",
         MayProve},
        {"calls byte by byte", {drip(Name), awaitPackets(2), reply(Cookie)}, "connected", MayProve},
    };
}

} // namespace

Misbehaviours callersFromTheChallengeOn()
{
    Misbehaviours all;
    for (const Misbehaviours &some :
         {afterOurChallenge(), wrongReplies(), underATakenName(), inVersion5(), tolerated()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

} // namespace nodescope::test::evil
