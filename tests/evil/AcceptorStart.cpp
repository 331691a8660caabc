#include "Misbehaviour.h"
#include "Victim.h"
#include "Wire.h"

namespace nodescope::test::evil {

namespace {

const QByteArray Ok = status("ok");

// Answers the name with these bytes, and is silent.
Script answer(const QByteArray &bytes)
{
    return {awaitPackets(1), say(bytes)};
}

Script answerAndGo(const QByteArray &bytes)
{
    return answer(bytes) + Script{finish()};
}

Misbehaviours hangingUp()
{
    return {
        {"closes at once", {finish()}, "closed @AwaitStatus +0"},
        {"closes after the name", {awaitPackets(1), finish()}, "closed @AwaitStatus +0"},
        {"resets at once", {reset()}, "closed @AwaitStatus +0"},
        {"resets after the name", {awaitPackets(1), reset()}, "closed @AwaitStatus +0"},
        {"half-closes at once", {halfClose()}, "closed @AwaitStatus +0"},
        {"half a status and gone", answerAndGo(QByteArray("\0\3s", 3)), "closed @AwaitStatus +0"},
        {"ok and gone", answerAndGo(Ok), "closed @AwaitChallenge +5"},
        {"ok and a reset", answer(Ok) + Script{reset()}, "closed @AwaitChallenge +5"},
        {"half a challenge and gone", answerAndGo(Ok + packet(challengeBody(EvilName)).left(9)),
         "closed @AwaitChallenge +5"},
        {"is silent", {}, "timed_out step @AwaitStatus +0", Hasty},
        {"half a length and silence", answer(QByteArray(1, '\0')), "timed_out step @AwaitStatus +0", Hasty},
        {"a length and silence", answer(QByteArray("\0\3", 2)), "timed_out step @AwaitStatus +0", Hasty},
        {"half a status and silence", answer(QByteArray("\0\3so", 4)), "timed_out step @AwaitStatus +0",
         Hasty},
        {"ok and silence", answer(Ok), "timed_out step @AwaitChallenge +5", Hasty},
        {"half a challenge and silence", answer(Ok + packet(challengeBody(EvilName)).left(9)),
         "timed_out step @AwaitChallenge +5", Hasty},
    };
}

Misbehaviours nodesOfAnotherKind()
{
    return {
        {"an HTTP server", answer("HTTP/1.1 400 Bad Request\r\n\r\n"), "not_erlang http @AwaitStatus +0"},
        {"an SSH server", {say("SSH-2.0-OpenSSH_9.2p1\r\n")}, "not_erlang ssh @AwaitStatus +0"},
        {"a mail server", {say("220 mail.example.org ESMTP\r\n")}, "not_erlang unknown @AwaitStatus +0"},
        {"a Redis server", answer("-ERR unknown command 'N'\r\n"), "not_erlang unknown @AwaitStatus +0"},
        {"a TLS server", answer(QByteArray::fromHex("1503030002020a")),
         "not_erlang tls_alert:10 @AwaitStatus +0"},
        {"a TLS alert cut off", answerAndGo(QByteArray::fromHex("15030300")),
         "not_erlang tls_alert @AwaitStatus +0"},
        {"a TLS client", answer(QByteArray::fromHex("160301020001000001fc0303") + QByteArray(40, 'x')),
         "not_erlang tls_handshake @AwaitStatus +0"},
        {"a port mapper", answer(QByteArray::fromHex("770010004d0000060005000361626300000000")),
         "not_erlang unknown @AwaitStatus +0"},
        {"all ones", answer(QByteArray(64, '\xff')), "not_erlang unknown @AwaitStatus +0"},
        {"an echo",
         {awaitPackets(1), say([](const Conversation &c) { return c.received(); })},
         "malformed bad_length:17 @AwaitStatus +0"},
        {"a length of 65,535", answer(lyingPacket(0xffff, QByteArray(32, 's'))),
         "not_erlang unknown @AwaitStatus +0"},
        {"a length just over the limit", answer(lyingPacket(4097, QByteArray(32, 's'))),
         "not_erlang unknown @AwaitStatus +0"},
        {"an unknown tag", answer(packet("x")), "not_erlang unknown @AwaitStatus +0"},
        {"a tag of zero", answer(packet(QByteArray(1, '\0'))), "not_erlang unknown @AwaitStatus +0"},
        {"4,096 bytes of nothing", answer(packet(QByteArray(4096, 'x'))),
         "not_erlang unknown @AwaitStatus +0"},
        {"an empty packet", answer(packet({})), "malformed empty:0 @AwaitStatus +0"},
        {"a flood of zeros", {flood(QByteArray(4096, '\0'), 256 << 20)}, "malformed empty:0 @AwaitStatus +0"},
        {"a flood of ones",
         {flood(QByteArray(4096, '\xff'), 256 << 20)},
         "not_erlang unknown @AwaitStatus +0"},
        {"a flood of ok", {flood(Ok.repeated(100), 256 << 20)}, "out_of_order status_ok @AwaitChallenge +5"},
    };
}

Misbehaviours statuses()
{
    const QByteArray challenge = packet(challengeBody(EvilName));
    return {
        {"a status that does not exist", answer(status("perhaps")), "unknown_status perhaps @AwaitStatus +0"},
        {"an empty status", answer(status("")), "unknown_status @AwaitStatus +0"},
        {"a status in capitals", answer(status("OK")), "unknown_status OK @AwaitStatus +0"},
        {"ok and a zero", answer(status(QByteArray("ok\0", 3))), "unknown_status ok%00 @AwaitStatus +0"},
        {"a status of 4,000 bytes", answer(status(QByteArray(4000, 'k'))),
         "unknown_status kkkkkkkkkkkkkkkk @AwaitStatus +0"},
        {"true as a status", answer(status("true")), "unknown_status true @AwaitStatus +0"},
        {"a status that prints escapes", answer(status("\x1b[2J")),
         "unknown_status %1B%5B2J @AwaitStatus +0"},
        {"nok", answer(status("nok")), "refused nok @AwaitStatus +0"},
        {"nok and a challenge", answer(status("nok") + challenge), "refused nok @AwaitStatus +0"},
        {"not_allowed", answer(status("not_allowed")), "refused not_allowed @AwaitStatus +0"},
        {"alive", answer(status("alive")), "refused alive @AwaitStatus +0"},
        {"alive and a challenge", answer(status("alive") + challenge), "refused alive @AwaitStatus +0"},
        {"a name nobody asked for", answer(named("mine@127.0.0.1", 9)),
         "dynamic_name unasked @AwaitStatus +0"},
        {"named: with a lying length", answer(status("named:" + number(quint16(200)) + "x@y")),
         "malformed bad_length:7 @AwaitStatus +0"},
        {"named: with nothing behind", answer(status("named:")), "malformed bad_length:5 @AwaitStatus +0"},
        {"named: with 1,021 bytes", answer(named(QByteArray(1010, 'n') + "@127.0.0.1x", 9)),
         "malformed bad_name:9 @AwaitStatus +0"},
        {"an ack first", answer(packet(ackBody(QByteArray(16, 'd')))), "out_of_order ack @AwaitStatus +0"},
        {"a challenge first", answer(challenge), "out_of_order challenge @AwaitStatus +0"},
        {"ok twice", answer(Ok + Ok), "out_of_order status_ok @AwaitChallenge +5"},
        {"ok and nok", answer(Ok + status("nok")), "out_of_order status_nok @AwaitChallenge +5"},
        {"ok and not_allowed", answer(Ok + status("not_allowed")),
         "out_of_order status_not_allowed @AwaitChallenge +5"},
        {"ok and alive", answer(Ok + status("alive")), "out_of_order status_alive @AwaitChallenge +5"},
        {"ok_simultaneous and named:", answer(status("ok_simultaneous") + named("x@y", 1)),
         "out_of_order status_named: @AwaitChallenge +18"},
        {"an ack before the challenge", answer(Ok + packet(ackBody(QByteArray(16, 'd')))),
         "out_of_order ack @AwaitChallenge +5"},
        {"a tick before the challenge", answer(Ok + QByteArray(4, '\0')),
         "malformed empty:0 @AwaitChallenge +5"},
        {"a reply of a caller before the challenge", answer(Ok + packet(replyBody(1, QByteArray(16, 'd')))),
         "malformed unknown_tag:0 @AwaitChallenge +5"},
    };
}

} // namespace

Misbehaviours acceptorsBeforeTheChallenge()
{
    Misbehaviours all;
    for (const Misbehaviours &some : {hangingUp(), nodesOfAnotherKind(), statuses()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

} // namespace nodescope::test::evil
