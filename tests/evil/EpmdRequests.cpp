#include "EpmdMisbehaviour.h"
#include "Wire.h"

namespace nodescope::test::evil {

namespace {

QByteArray alive(quint16 port, const QByteArray &name, const QByteArray &extra = {})
{
    return "x" + number(port) + QByteArray::fromHex("480000060005") + number(quint16(name.size())) + name +
           number(quint16(extra.size())) + extra;
}

Script asks(const QByteArray &bytes)
{
    return {say(bytes)};
}

} // namespace

Misbehaviours evilRequests()
{
    const char *const Nothing = "nothing";
    return {
        {"connects and is mute", {}, Nothing},
        {"half a length", asks(QByteArray(1, '\0')), Nothing},
        {"a length and nothing", asks(QByteArray("\0\5", 2)), Nothing},
        {"half a question", asks(QByteArray("\0\5ze", 4)), Nothing},
        {"a length of 0", asks(packet({})), Nothing},
        {"a length of 65,535", asks(lyingPacket(0xffff, "z")), Nothing},
        {"a length just over the limit", asks(lyingPacket(2049, "z")), Nothing},
        {"an unknown question", asks(packet("?")), Nothing},
        {"a browser", asks("GET / HTTP/1.1\r\n\r\n"), Nothing},
        {"a TLS client", asks(QByteArray::fromHex("160301020001000001fc0303")), Nothing},
        {"a port scan", {say("\r\n\r\n"), finish()}, Nothing},
        {"hangs up at once", {finish()}, Nothing},
        {"resets at once", {reset()}, Nothing},
        {"resets in the middle", {say(QByteArray("\0\5ze", 4)), reset()}, Nothing},
        {"KILL", asks(packet("k")), Nothing},
        {"STOP", asks(packet("sbob")), Nothing},
        {"STOP of nobody", asks(packet("s")), Nothing},
        {"asks for no name", asks(packet("z")), Nothing},
        {"asks for a name with a newline", asks(packet("zbo\nb")), Nothing},
        {"asks for a name of 256 bytes", asks(packet("z" + QByteArray(256, 'n'))), Nothing},
        {"asks for a name that is none", asks(packet("znobody")), "7701"},
        {"asks for a name in invalid UTF-8", asks(packet("z\xc3\x28")), "7701"},
        {"registers without a port", asks(packet(alive(0, "eve"))), Nothing},
        {"registers without a name", asks(packet(alive(4711, ""))), Nothing},
        {"registers a name with a newline", asks(packet(alive(4711, "e\nve"))), Nothing},
        {"registers a name with an escape", asks(packet(alive(4711, "e\x1bve"))), Nothing},
        {"registers a name of 256 bytes", asks(packet(alive(4711, QByteArray(256, 'e')))), Nothing},
        {"registers a name that is longer than the question", asks(packet(alive(4711, "eve").left(14))),
         Nothing},
        {"registers extra that is longer than the question", asks(packet(alive(4711, "eve").chopped(1))),
         Nothing},
        {"registers a taken name", asks(packet(alive(4711, "bob"))), "760100000063"},
        {"two questions at once", asks(packet("znobody") + packet("n")), "7701"},
        {"a question byte by byte", {drip(packet("znobody"))}, "7701"},
        {"a question and 1,024 bytes more", {say(packet("znobody") + QByteArray(1024, 'x'))}, "7701"},
        // The system may drop the answer when it drops the rest of the flood.
        {"a question and a flood", {say(packet("znobody")), flood(QByteArray(4096, 'x'), 64 << 20)}, "any"},
        {"a flood of zeros", {flood(QByteArray(4096, '\0'), 64 << 20)}, Nothing},
        {"a flood of ones", {flood(QByteArray(4096, '\xff'), 64 << 20)}, Nothing},
    };
}

} // namespace nodescope::test::evil
