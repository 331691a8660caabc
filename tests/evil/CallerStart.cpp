#include "Misbehaviour.h"
#include "Victim.h"
#include "Wire.h"

namespace nodescope::test::evil {

namespace {

Misbehaviours hangingUp()
{
    return {
        {"calls and hangs up", {finish()}, "closed @AwaitName +0"},
        {"calls and resets", {reset()}, "closed @AwaitName +0"},
        {"calls and half-closes", {halfClose()}, "closed @AwaitName +0"},
        {"a port scan", {say("\r\n\r\n"), finish()}, "closed @AwaitName +0"},
        {"half a name and gone", {say(packet(nameBody(EvilName)).left(9)), finish()}, "closed @AwaitName +0"},
        {"calls and is silent", {}, "timed_out step @AwaitName +0", Hasty},
        {"half a length", {say(QByteArray(1, '\0'))}, "timed_out step @AwaitName +0", Hasty},
        {"half a name", {say(packet(nameBody(EvilName)).left(9))}, "timed_out step @AwaitName +0", Hasty},
    };
}

Misbehaviours callersOfAnotherKind()
{
    return {
        {"a browser", {say("GET / HTTP/1.1\r\nHost: x\r\n\r\n")}, "not_erlang http @AwaitName +0"},
        {"an SSH client", {say("SSH-2.0-OpenSSH_9.2p1\r\n")}, "not_erlang ssh @AwaitName +0"},
        {"a TLS client calls",
         {say(QByteArray::fromHex("160301020001000001fc0303") + QByteArray(40, 'x'))},
         "not_erlang tls_handshake @AwaitName +0"},
        {"a TLS alert calls",
         {say(QByteArray::fromHex("1503030002020a"))},
         "not_erlang tls_alert:10 @AwaitName +0"},
        {"all ones call", {say(QByteArray(64, '\xff'))}, "not_erlang unknown @AwaitName +0"},
        {"calls with 4,097 bytes",
         {say(lyingPacket(4097, QByteArray(32, 'N')))},
         "not_erlang unknown @AwaitName +0"},
        {"calls with an unknown tag", {say(packet("x"))}, "not_erlang unknown @AwaitName +0"},
        {"calls with an empty packet", {say(packet({}))}, "malformed empty:0 @AwaitName +0"},
        {"a registration at EPMD",
         {say(packet(QByteArray::fromHex("78100048000006000500036162630000")))},
         "not_erlang unknown @AwaitName +0"},
        {"a flood of zeros calls",
         {flood(QByteArray(4096, '\0'), 256 << 20)},
         "malformed empty:0 @AwaitName +0"},
        {"a flood of names",
         {flood(packet(nameBody(EvilName)).repeated(64), 256 << 20)},
         "out_of_order name @AwaitReply +30"},
        {"an ack first", {say(packet(ackBody(QByteArray(16, 'd'))))}, "not_erlang unknown @AwaitName +0"},
        {"a reply first",
         {say(packet(replyBody(1, QByteArray(16, 'd'))))},
         "out_of_order challenge_reply @AwaitName +0"},
        {"a complement first",
         {say(packet("c" + QByteArray(8, '\0')))},
         "out_of_order complement @AwaitName +0"},
        {"true first", {say(packet("strue"))}, "out_of_order reply_true @AwaitName +0"},
        {"ok first", {say(packet("sok"))}, "malformed bad_word:1 @AwaitName +0"},
    };
}

Misbehaviours brokenNames()
{
    const QByteArray good = nameBody(EvilName);
    const auto call = [](const QByteArray &name) { return Script{say(packet(nameBody(name)))}; };
    return {
        {"a name of its tag alone", {say(packet("N"))}, "malformed too_short:1 @AwaitName +0"},
        {"a name without a creation", {say(packet(good.left(9)))}, "malformed too_short:9 @AwaitName +0"},
        {"a name without its length", {say(packet(good.left(13)))}, "malformed too_short:13 @AwaitName +0"},
        {"a name that is longer than its packet",
         {say(packet(good.left(20)))},
         "malformed bad_length:13 @AwaitName +0"},
        {"calls with a name of 256 bytes", call(QByteArray(246, 'e') + "@127.0.0.1"),
         "malformed bad_name:15 @AwaitName +0"},
        {"calls with a name of 1,021 bytes", call(QByteArray(1011, 'e') + "@127.0.0.1"),
         "malformed bad_name:15 @AwaitName +0"},
        {"calls without a name", call(""), "bad_name @AwaitName +0"},
        {"calls with a host only", call("127.0.0.1"), "bad_name @AwaitName +0"},
        {"calls without a host", call("eve@"), "bad_name @AwaitName +0"},
        {"calls with two ats", call("eve@x@y"), "bad_name @AwaitName +0"},
        {"calls with a zero in its name", call(QByteArray("e\0e@127.0.0.1", 13)), "bad_name @AwaitName +0"},
        {"calls with a newline in its name", call("eve\n@127.0.0.1"), "bad_name @AwaitName +0"},
        {"calls with an escape in its name", call("e\x1bve@127.0.0.1"), "bad_name @AwaitName +0"},
        {"calls in version 4",
         {say(packet("n" + number(quint16(4)) + number(quint32(GoodFlags)) + EvilName))},
         "malformed bad_version:1 @AwaitName +0"},
        {"calls in version 5, cut off",
         {say(packet("n" + QByteArray("\0\5", 2)))},
         "malformed too_short:3 @AwaitName +0"},
        {"calls in version 5 without a name", {say(packet(nameBody5("")))}, "bad_name @AwaitName +0"},
    };
}

Misbehaviours dynamicCallers()
{
    const quint64 flags = protocol::masks::RecommendedNameMe.bits();
    const auto call = [flags](const QByteArray &host) {
        return Script{say(packet(nameBody(host, flags, 0)))};
    };
    return {
        {"wants a name and has one", call(EvilName), "bad_name @AwaitName +0"},
        {"wants a name on no host", call(""), "bad_name @AwaitName +0"},
        {"wants a name on a host with a zero", call(QByteArray("h\0st", 4)), "bad_name @AwaitName +0"},
        {"wants a name on a host with an at", call("@"), "bad_name @AwaitName +0"},
        {"wants a name on a host of 250 bytes", call(QByteArray(250, 'h')),
         "declined nok @AwaitDecision +267"},
        {"wants a name in version 5",
         {say(packet(nameBody5("localhost", quint32(GoodFlags))))},
         "bad_name @AwaitName +0"},
        {"wants a name without flags",
         {say(packet(nameBody("h", protocol::Flags(protocol::Flag::NameMe).bits(), 0)))},
         "flags_missing "
         "EXTENDED_REFERENCES|NEW_FUN_TAGS|EXTENDED_PIDS_PORTS|UTF8_ATOMS|BIG_CREATION "
         "@AwaitDecision +18"},
    };
}

Misbehaviours refusedCallers()
{
    const auto call = [](const QByteArray &name, quint64 flags = GoodFlags) {
        return Script{say(packet(nameBody(name, flags)))};
    };
    const quint64 noCreation = protocol::Flags(GoodFlags)
                                   .without(protocol::Flag::BigCreation | protocol::Flag::Mandatory25Digest)
                                   .bits();
    return {
        {"calls as ourselves", call(VictimName), "declined nok @AwaitDecision +33"},
        {"calls with a dot before its at", call("e.ve@127.0.0.1"), "declined nok @AwaitDecision +31"},
        {"calls with a space in its name", call("e ve@127.0.0.1"), "declined nok @AwaitDecision +31"},
        {"calls with a Latin-1 name", call("\xe9ve@127.0.0.1"), "declined nok @AwaitDecision +30"},
        {"calls without flags", call(EvilName, 0),
         "flags_missing "
         "EXTENDED_REFERENCES|NEW_FUN_TAGS|EXTENDED_PIDS_PORTS|UTF8_ATOMS|BIG_CREATION "
         "@AwaitDecision +30"},
        {"calls without BIG_CREATION", call(EvilName, noCreation),
         "flags_missing BIG_CREATION @AwaitDecision +30"},
        {"calls in version 5 without flags",
         {say(packet(nameBody5(EvilName, 0)))},
         "flags_missing "
         "EXTENDED_REFERENCES|NEW_FUN_TAGS|EXTENDED_PIDS_PORTS|UTF8_ATOMS|BIG_CREATION "
         "@AwaitDecision +22"},
    };
}

} // namespace

Misbehaviours callersBeforeTheChallenge()
{
    Misbehaviours all;
    for (const Misbehaviours &some :
         {hangingUp(), callersOfAnotherKind(), brokenNames(), dynamicCallers(), refusedCallers()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

} // namespace nodescope::test::evil
