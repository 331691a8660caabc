#include "LinkMisbehaviour.h"
#include "Victim.h"
#include "Wire.h"

namespace nodescope::test::evil {

namespace {

using Words = const QByteArray &;
using Bytes = std::function<QByteArray()>;

LinkMisbehaviour sends(const char *name, const QByteArray &bytes, const char *outcome, bool plain = false)
{
    return {name, [bytes](Words, quint32) { return Script{say(bytes)}; }, outcome, plain};
}

LinkMisbehaviour does(const char *name, const Script &script, const char *outcome)
{
    return {name, [script](Words, quint32) { return script; }, outcome, false};
}

QByteArray hex(const char *text)
{
    return QByteArray::fromHex(text);
}

/// The first fragment of a sequence, and a further one.
QByteArray first(quint64 sequence, quint64 fragments, const QByteArray &bytes = "x")
{
    return frame(hex("8345") + number(sequence) + number(fragments) + QByteArray(1, '\0') + bytes);
}
QByteArray further(quint64 sequence, quint64 fragment, const QByteArray &bytes = "x")
{
    return frame(hex("8346") + number(sequence) + number(fragment) + bytes);
}

QByteArray manySequences(quint64 count)
{
    QByteArray all;
    for (quint64 i = 0; i < count; ++i)
        all += first(i, 2);
    return all;
}

/// A sequence of fragments of 512 KiB each that all come.
QByteArray largeMessage(quint64 fragments)
{
    QByteArray all = first(1, fragments);
    for (quint64 i = fragments - 1; i > 0; --i)
        all += further(1, i, QByteArray(512 * 1024, 'x'));
    return all;
}

} // namespace

Script goodAcceptor(quint64 flags)
{
    return {awaitPackets(1), say(status("ok") + packet(challengeBody(EvilName, flags))), awaitPackets(2),
            say([](const Conversation &c) { return packet(ackBody(digestOf(Cookie, c.challenge()))); })};
}

Script goodCaller(quint64 flags)
{
    return {say(packet(nameBody(EvilName, flags))), awaitPackets(2),
            say([](const Conversation &c) { return packet(replyBody(1, digestOf(Cookie, c.challenge()))); }),
            awaitPackets(3)};
}

LinkMisbehaviours brokenFrames()
{
    return {
        does("hangs up", {finish()}, "peer_closed"),
        does("resets the connection", {reset()}, "peer_closed"),
        does("half-closes", {halfClose()}, "peer_closed"),
        does("half a length and gone", {say(hex("0000")), finish()}, "peer_closed"),
        does("half a frame and gone", {say(hex("00000010834400")), finish()}, "peer_closed"),
        does("a length of 0xffffffff and gone", {say(hex("ffffffff") + QByteArray(99'999, 'x')), finish()},
             "peer_closed"),
        does("a length of 0x7fffffff and a flood",
             {say(hex("7fffffff")), flood(QByteArray(65536, 'x'), 32 << 20), finish()}, "peer_closed"),
        sends("one byte over the limit", frame(hex("834400") + QByteArray(1024 * 1024 - 2, 'x')),
              "up oversized:1"),
        sends("ten over the limit", frame(hex("834400") + QByteArray(1024 * 1024 - 2, 'x')).repeated(10),
              "up oversized:10"),
        sends("a flood of ticks", QByteArray(400'000, '\0'), "up"),
        does("a frame byte by byte", {drip(headed(tuple({small(99)})))}, "up unknown_operation:1"),
        sends("a frame of one byte", frame(hex("83")), "wrong_form +1"),
        sends("a frame of a zero", frame(QByteArray(1, '\0')), "wrong_form +0"),
        sends("pass-through where headers are agreed", frame("p" + hex("83") + tuple({small(99)})),
              "wrong_form +0"),
        sends("a header where none is agreed", headed(tuple({small(99)})), "wrong_form +0", true),
        sends("a term where a header belongs", frame(hex("83") + tuple({small(99)})), "wrong_form +1"),
        sends("a compressed term where a header belongs", frame(hex("8350000000017800")), "wrong_form +1"),
        sends("a fragment where none is agreed", first(1, 2), "wrong_form +0", true),
        sends("a header kind that does not exist", frame(hex("834700")), "wrong_form +1"),
        sends("another version of the format", frame(hex("824400")), "wrong_form +0"),
        sends("the handshake again", packet(nameBody(EvilName)) + QByteArray(4, '\0') + frame(hex("83")),
              "up"),
        sends("an HTTP request", "GET / HTTP/1.1\r\n\r\n", "up"),
        sends("a TLS alert", hex("15030300020228"), "up"),
        sends("pass-through without a term", frame("p"), "up undecodable:1", true),
        sends("pass-through of another version", frame("p" + hex("82") + tuple({small(99)})),
              "up undecodable:1", true),
    };
}

LinkMisbehaviours brokenHeaders()
{
    return {
        sends("a header cut off", frame(hex("8344")), "bad_header truncated +2"),
        sends("255 references and nothing", frame(hex("8344ff")), "bad_header truncated +3"),
        sends("a reference without its index", frame(hex("83440100")), "bad_header truncated +4"),
        sends("a slot that was never filled", frame(hex("8344010005") + tuple({small(99)})),
              "bad_header empty_slot +4"),
        sends("the last slot, never filled", frame(hex("83440107ff") + tuple({small(99)})),
              "bad_header empty_slot +4"),
        sends("a new atom that is longer than the frame", frame(hex("8344010800ff") + "abc"),
              "bad_header truncated +9"),
        sends("a new atom that is no UTF-8", frame(hex("834401080002") + "\xc3\x28" + tuple({small(99)})),
              "bad_header bad_atom +4"),
        sends("a new atom of 256 characters",
              frame(hex("834401180001") + QByteArray(1, '\0') + QByteArray(256, 'a')),
              "bad_header bad_atom +4"),
        sends("a surrogate as an atom", frame(hex("834401080003eda080") + tuple({small(99)})),
              "bad_header bad_atom +4"),
        sends("a first fragment cut off", frame(hex("8345") + QByteArray(9, '\1')), "bad_header +11"),
        sends("a fragment of no fragments", first(1, 0), "bad_fragment no_fragments +2"),
        sends("a sequence that nobody began", further(7, 1), "bad_fragment unknown_sequence +2"),
        sends("a fragment left out", first(1, 4) + further(1, 2), "bad_fragment out_of_order +2"),
        sends("a fragment twice", first(1, 4) + further(1, 3) + further(1, 3),
              "bad_fragment out_of_order +2"),
        sends("fragments that count up", first(1, 4) + further(1, 5), "bad_fragment out_of_order +2"),
        sends("a fragment with number 0", first(1, 4) + further(1, 0), "bad_fragment no_fragments +2"),
        sends("a sequence begun twice", first(1, 4) + first(1, 4), "bad_fragment duplicate_start +2"),
        sends("a sequence after its end", first(1, 1) + further(1, 1), "bad_fragment unknown_sequence +2"),
        sends("64 open sequences", manySequences(64), "up"),
        sends("65 open sequences", manySequences(65), "bad_fragment too_many_sequences +2"),
        sends("2^64-1 fragments", first(1, ~quint64(0)), "up"),
        sends("a message over the limit in fragments", largeMessage(6), "up oversized:1"),
        sends("an unknown number of fragments over the limit", largeMessage(6) + first(1, 9),
              "up oversized:1"),
        sends("fragments without a message", first(1, 2, "") + further(1, 1, ""), "up undecodable:1"),
    };
}

} // namespace nodescope::test::evil
