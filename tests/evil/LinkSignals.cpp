#include "LinkMisbehaviour.h"
#include "Victim.h"
#include "Wire.h"

namespace nodescope::test::evil {

namespace {

LinkMisbehaviour sends(const char *name, const QByteArray &terms, const char *outcome)
{
    return {name, [terms](const QByteArray &, quint32) { return Script{say(headed(terms))}; }, outcome,
            false};
}

/// A signal that needs our name and creation; eve's pid is the first argument.
using Make = std::function<QByteArray(const QByteArray &eve, const QByteArray &victim, quint32 creation)>;
LinkMisbehaviour tells(const char *name, const Make &make, const char *outcome)
{
    return {name,
            [make](const QByteArray &victim, quint32 creation) {
                return Script{say(headed(make(pid(EvilName, 1, 7), victim, creation)))};
            },
            outcome, false};
}

QByteArray nested(int depth)
{
    return QByteArray("h\1").repeated(depth) + small(1);
}

QByteArray op(quint8 operation, const QByteArrayList &arguments)
{
    return tuple(QByteArrayList{small(operation)} + arguments);
}

const QByteArray Nil = "j";
const QByteArray NoPid = pid("x@y", 1, 1);

} // namespace

LinkMisbehaviours brokenSignals()
{
    return {
        sends("nothing behind the header", "", "up undecodable:1"),
        sends("an unknown tag", "\xff", "up undecodable:1"),
        sends("a tuple cut off", QByteArray("h\3", 2) + small(1), "up undecodable:1"),
        sends("a tuple of 2^32-1 elements", QByteArray::fromHex("69ffffffff"), "up undecodable:1"),
        sends("a list of 2^32-1 elements", QByteArray::fromHex("6cffffffff") + small(1), "up undecodable:1"),
        sends("a map of 2^32-1 pairs", QByteArray::fromHex("74ffffffff"), "up undecodable:1"),
        sends("a binary of 4 GiB", QByteArray::fromHex("6dffffffff"), "up undecodable:1"),
        sends("a bignum of 4 GiB", QByteArray::fromHex("6fffffffff00"), "up undecodable:1"),
        sends("a float that is no number", QByteArray::fromHex("467ff8000000000000"), "up undecodable:1"),
        sends("a float that is infinite", QByteArray::fromHex("467ff0000000000000"), "up undecodable:1"),
        sends("an atom that is no UTF-8", QByteArray::fromHex("7702c328"), "up undecodable:1"),
        sends("a map with a key twice",
              QByteArray::fromHex("7400000002") + QByteArray(small(1) + small(2)).repeated(2),
              "up undecodable:1"),
        sends("a bitstring of 9 bits a byte", QByteArray::fromHex("4d000000010901"), "up undecodable:1"),
        sends("a reference of 6 words", QByteArray::fromHex("5a0006") + atom("x@y") + QByteArray(28, '\1'),
              "up undecodable:1"),
        sends("a compressed control message", QByteArray::fromHex("50000000ff789c"), "up undecodable:1"),
        sends("a local term", "y" + QByteArray(8, '\1'), "up undecodable:1"),
        sends("a cached atom that the header does not name", QByteArray::fromHex("5205"), "up undecodable:1"),
        sends("an old fun", "u" + QByteArray(4, '\0'), "up undecodable:1"),
        sends("a control message that is a number", small(1), "up undecodable:1"),
        sends("a control message that is a list", Nil, "up undecodable:1"),
        sends("an empty tuple", QByteArray("h\0", 2), "up undecodable:1"),
        sends("a tuple that begins with an atom", tuple({atom("link"), NoPid, NoPid}), "up undecodable:1"),
        sends("100,000 tuples in each other", nested(100'000), "up undecodable:1"),
        sends("operation 99", op(99, {}), "up unknown_operation:1"),
        sends("operation 0", op(0, {}), "up unknown_operation:1"),
        sends("operation 17, which is no more", op(17, {}), "up unknown_operation:1"),
        sends("operation -1", tuple({QByteArray::fromHex("62ffffffff")}), "up unknown_operation:1"),
        sends("operation 2^32+1", tuple({QByteArray::fromHex("6e05000100000001")}), "up unknown_operation:1"),
        sends("LINK with one pid", op(1, {NoPid}), "up undecodable:1"),
        sends("LINK with three", op(1, {NoPid, NoPid, NoPid}), "up undecodable:1"),
        sends("LINK to an atom", op(1, {NoPid, atom("x")}), "up undecodable:1"),
        sends("SEND without a message", op(2, {atom(""), NoPid}), "up undecodable:1"),
        sends("SEND to a number", op(2, {atom(""), small(1)}) + Nil, "up undecodable:1"),
        sends("REG_SEND to a pid", op(6, {NoPid, atom(""), NoPid}) + Nil, "up undecodable:1"),
        sends("MONITOR_P without a reference", op(19, {NoPid, atom("x"), Nil}), "up undecodable:1"),
        sends("SPAWN_REQUEST without arguments",
              op(29, {reference("x@y", 1, 1), NoPid, NoPid, tuple({atom("m"), atom("f"), small(1)}), Nil}),
              "up undecodable:1"),
        sends("SPAWN_REQUEST of a function with 256 arguments",
              op(29, {reference("x@y", 1, 1), NoPid, NoPid,
                      tuple({atom("m"), atom("f"), QByteArray::fromHex("6200000100")}), Nil}) +
                  Nil,
              "up undecodable:1"),
        sends("SPAWN_REQUEST with improper options",
              op(29, {reference("x@y", 1, 1), NoPid, NoPid, tuple({atom("m"), atom("f"), small(0)}),
                      QByteArray::fromHex("6c00000001") + small(1) + small(2)}) +
                  Nil,
              "up undecodable:1"),
        sends("UNLINK_ID without a number", op(35, {atom("x"), NoPid, NoPid}), "up undecodable:1"),
        sends("ALTACT_SIG_SEND with a flag and no token", op(37, {small(2), NoPid, NoPid}) + Nil,
              "up undecodable:1"),
    };
}

LinkMisbehaviours lyingSignals()
{
    return {
        tells(
            "SEND to a process that is none",
            [](const QByteArray &, const QByteArray &victim, quint32 creation) -> QByteArray {
                return op(2, {atom(""), pid(victim, 9999, creation)}) + Nil;
            },
            "up no_process:1"),
        tells(
            "SEND to an earlier incarnation",
            [](const QByteArray &, const QByteArray &victim, quint32 creation) -> QByteArray {
                return op(2, {atom(""), pid(victim, 1, creation - 1)}) + Nil;
            },
            "up stale_creation:1"),
        tells(
            "SEND to a process of another node",
            [](const QByteArray &, const QByteArray &, quint32 creation) -> QByteArray {
                return op(2, {atom(""), pid("healthy@127.0.0.1", 1, creation)}) + Nil;
            },
            "up stale_creation:1"),
        tells(
            "REG_SEND to a name that is none",
            [](const QByteArray &eve, const QByteArray &, quint32) -> QByteArray {
                return op(6, {eve, atom(""), atom("nobody")}) + Nil;
            },
            "up no_process:1"),
        tells(
            "LINK from a process of another node",
            [](const QByteArray &, const QByteArray &victim, quint32 creation) -> QByteArray {
                return op(1, {pid("healthy@127.0.0.1", 1, 1), pid(victim, 1, creation)});
            },
            "up foreign_pid:1"),
        tells(
            "ALIAS_SEND to an alias that is none",
            [](const QByteArray &eve, const QByteArray &victim, quint32 creation) -> QByteArray {
                return op(33, {eve, reference(victim, creation, 9999)}) + Nil;
            },
            "up no_process:1"),
        tells(
            "EXIT to a process that is not linked",
            [](const QByteArray &eve, const QByteArray &victim, quint32 creation) -> QByteArray {
                return op(24, {eve, pid(victim, 1, creation)}) + atom("kill");
            },
            "up"),
        tells(
            "MONITOR_P_EXIT of a monitor that is none",
            [](const QByteArray &eve, const QByteArray &victim, quint32 creation) -> QByteArray {
                return op(28, {eve, pid(victim, 1, creation), reference(victim, creation, 9999)}) + Nil;
            },
            "up"),
        tells(
            "SPAWN_REPLY to a request that is none",
            [](const QByteArray &eve, const QByteArray &victim, quint32 creation) -> QByteArray {
                return op(31, {reference(victim, creation, 9999), pid(victim, 1, creation), small(0), eve});
            },
            "up"),
        tells(
            "UNLINK_ID_ACK that nobody waits for",
            [](const QByteArray &eve, const QByteArray &victim, quint32 creation) -> QByteArray {
                return op(36, {small(1), eve, pid(victim, 1, creation)});
            },
            "up"),
        tells(
            "DEMONITOR_P of nothing",
            [](const QByteArray &eve, const QByteArray &victim, quint32 creation) -> QByteArray {
                return op(20, {eve, pid(victim, 1, creation), reference(EvilName, 7, 1)});
            },
            "up"),
        tells(
            "NODE_LINK", [](const QByteArray &, const QByteArray &, quint32) { return op(5, {}); }, "up"),
    };
}

} // namespace nodescope::test::evil
