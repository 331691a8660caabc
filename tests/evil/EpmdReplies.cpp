#include "EpmdMisbehaviour.h"
#include "Wire.h"

namespace nodescope::test::evil {

namespace {

constexpr int PortQuestion = 6;  // bytes of PORT_PLEASE2 for `eve`, with its length
constexpr int NamesQuestion = 3; // and of NAMES

Script answer(const QByteArray &bytes)
{
    return {awaitBytes(PortQuestion), say(bytes)};
}
Script answerAndGo(const QByteArray &bytes)
{
    return answer(bytes) + Script{finish()};
}
Script list(const QByteArray &lines)
{
    return {awaitBytes(NamesQuestion), say(number(quint32(4369)) + lines), finish()};
}

/// PORT2_RESP up to the name.
QByteArray head(quint16 port, quint8 result = 0)
{
    return "w" + number(result) + number(port) + QByteArray::fromHex("4d0000060005");
}
QByteArray counted(const QByteArray &bytes)
{
    return number(quint16(bytes.size())) + bytes;
}

} // namespace

Misbehaviours evilPortReplies()
{
    const QByteArray good = head(1) + counted("eve") + counted("");
    return {
        {"closes without a word", {awaitBytes(PortQuestion), finish()}, "closed_without +0"},
        {"closes at once", {finish()}, "closed_without +0"},
        {"resets at once", {reset()}, "closed_without +0"},
        {"half-closes", {halfClose()}, "closed_without +0"},
        {"is mute", {}, "silent 0", Hasty},
        {"says its code and is mute", answer("w"), "silent 1", Hasty},
        {"says half and is mute", answer(good.left(9)), "silent 9", Hasty},
        {"says half and hangs up", answerAndGo(good.left(9)), "closed_early +9"},
        {"says all but a byte", answerAndGo(good.chopped(1)), "closed_early +16"},
        {"is an HTTP server", answer("HTTP/1.1 400 Bad Request\r\n\r\n"), "unexpected_reply +0"},
        {"is a node", answer(status("nok")), "unexpected_reply +0"},
        {"answers a registration", answer(QByteArray::fromHex("760000000004")), "unexpected_reply +0"},
        {"answers NAMES", answerAndGo(number(quint32(4369)) + "name eve at port 4711\n"),
         "unexpected_reply +0"},
        {"answers all ones", answer(QByteArray(64, '\xff')), "unexpected_reply +0"},
        {"answers zeros without end", answer({}) + Script{flood(QByteArray(4096, '\0'), 256 << 20)},
         "unexpected_reply +0"},
        {"gives port 0", answer(head(0) + counted("eve") + counted("")), "bad_port +2"},
        {"gives an empty name", answer(head(1) + counted("") + counted("")), "bad_name +12"},
        {"gives a name with a newline", answer(head(1) + counted("e\nve") + counted("")), "bad_name +12"},
        {"gives a name with a zero", answer(head(1) + counted(QByteArray("e\0e", 3)) + counted("")),
         "bad_name +12"},
        {"gives a name of 256 bytes", answer(head(1) + counted(QByteArray(256, 'e')) + counted("")),
         "bad_name +12"},
        {"gives a name of 65,535 bytes", answer(head(1) + counted(QByteArray(65535, 'e')) + counted("")),
         "bad_name +12"},
        {"gives 65,535 bytes of extra", answer(head(1) + counted("eve") + counted(QByteArray(65535, 'x'))),
         "found 1"},
        {"announces 65,535 bytes and gives three", answerAndGo(head(1) + number(quint16(65535)) + "eve"),
         "closed_early +15"},
        {"goes on behind its answer", answer(good) + Script{flood(QByteArray(4096, 'x'), 256 << 20)},
         "found 1"},
        {"answers byte by byte", {awaitBytes(PortQuestion), drip(good)}, "found 1"},
        {"answers before it is asked", {say(good)}, "found 1"},
        {"gives the port of another name", answer(head(1) + counted("bob") + counted("")), "found 1"},
        {"denies with 255", answer("w\xff"), "not_found"},
        {"denies and goes on", answer("w\1" + QByteArray(99, 'x')), "not_found"},
    };
}

Misbehaviours evilNamesReplies()
{
    const QByteArray line = "name eve at port 4711\n";
    return {
        {"names without EPMD's port",
         {awaitBytes(NamesQuestion), say("\1\2\3"), finish()},
         "closed_early +3"},
        {"names and no hanging up",
         {awaitBytes(NamesQuestion), say(number(quint32(4369)) + line)},
         "silent 26",
         Hasty},
        {"65,535 names", list(line.repeated(65535)), "names 65535 unreadable 0"},
        {"65,536 names", list(line.repeated(65536)), "too_many_names +1441795"},
        {"names without end",
         {awaitBytes(NamesQuestion), say(number(quint32(4369))), flood(line.repeated(200), 256 << 20)},
         "too_many_names +1441795"},
        {"empty lines without end",
         {awaitBytes(NamesQuestion), say(number(quint32(4369))), flood(QByteArray(4096, '\n'), 256 << 20)},
         "too_many_names +65539"},
        {"a line without end",
         {awaitBytes(NamesQuestion), flood(QByteArray(4096, 'n'), 256 << 20)},
         "line_too_long +1028"},
        {"zeros without end",
         {awaitBytes(NamesQuestion), flood(QByteArray(4096, '\0'), 256 << 20)},
         "line_too_long +1028"},
        {"a name with port 0", list(line + "name bob at port 0\n"), "names 1 unreadable 1"},
        {"a name with port 65,536", list(line + "name bob at port 65536\n"), "names 1 unreadable 1"},
        {"a name with port -1", list(line + "name bob at port -1\n"), "names 1 unreadable 1"},
        {"a name with port 2^64", list(line + "name bob at port 18446744073709551616\n"),
         "names 1 unreadable 1"},
        {"a name without a port", list(line + "name bob\n"), "names 1 unreadable 1"},
        {"a port without a name", list(line + "name  at port 1\n"), "names 1 unreadable 1"},
        {"a name that holds \" at port \"", list("name a at port 1 at port 2\n"), "names 1 unreadable 0"},
        {"a name with an escape", list("name \x1b[2J at port 2\n"), "names 0 unreadable 1"},
        {"a name of 300 bytes", list("name " + QByteArray(300, 'n') + " at port 2\n"),
         "names 0 unreadable 1"},
        {"lines of something else", list("<html>\n<body>\n"), "names 0 unreadable 2"},
        {"a last line cut off", list(line + "name bo"), "names 1 unreadable 1"},
    };
}

} // namespace nodescope::test::evil
