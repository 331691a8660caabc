#pragma once

#include <QByteArray>

#include "protocol/Bytes.h"
#include "protocol/Flags.h"
#include "protocol/handshake/HandshakeMessage.h"

/// The bytes that an evil peer is made of. Nothing here checks anything: lengths may lie.
namespace nodescope::test::evil {

inline constexpr quint64 GoodFlags = protocol::masks::Recommended.bits();
/// Without header and fragments: pass-through frames (112).
inline constexpr quint64 PlainFlags = protocol::masks::Minimum.bits();

template<class T>
[[nodiscard]] QByteArray number(T value)
{
    QByteArray bytes;
    protocol::appendBigEndian(bytes, value);
    return bytes;
}

/// A handshake packet: two bytes of length, then the body.
[[nodiscard]] inline QByteArray packet(const QByteArray &body)
{
    return number(quint16(body.size())) + body;
}
/// A packet whose length says something else.
[[nodiscard]] inline QByteArray lyingPacket(quint16 length, const QByteArray &body)
{
    return number(length) + body;
}
[[nodiscard]] inline QByteArray status(const QByteArray &word)
{
    return packet("s" + word);
}
[[nodiscard]] inline QByteArray named(const QByteArray &name, quint32 creation)
{
    return status("named:" + number(quint16(name.size())) + name + number(creation));
}
[[nodiscard]] inline QByteArray nameBody(const QByteArray &name, quint64 flags = GoodFlags,
                                         quint32 creation = 7)
{
    return "N" + number(flags) + number(creation) + number(quint16(name.size())) + name;
}
[[nodiscard]] inline QByteArray nameBody5(const QByteArray &name, quint32 flags = quint32(GoodFlags))
{
    return "n" + number(quint16(5)) + number(flags) + name;
}
[[nodiscard]] inline QByteArray challengeBody(const QByteArray &name, quint64 flags = GoodFlags,
                                              quint32 challenge = 0x01020304, quint32 creation = 7)
{
    return "N" + number(flags) + number(challenge) + number(creation) + number(quint16(name.size())) + name;
}
[[nodiscard]] inline QByteArray challengeBody5(const QByteArray &name, quint32 flags = quint32(GoodFlags),
                                               quint32 challenge = 0x01020304)
{
    return "n" + number(quint16(5)) + number(flags) + number(challenge) + name;
}
[[nodiscard]] inline QByteArray replyBody(quint32 challenge, const QByteArray &digest)
{
    return "r" + number(challenge) + digest;
}
[[nodiscard]] inline QByteArray ackBody(const QByteArray &digest)
{
    return "a" + digest;
}

/// A frame of the connected phase: four bytes of length, then the body.
[[nodiscard]] inline QByteArray frame(const QByteArray &body)
{
    return number(quint32(body.size())) + body;
}
/// A frame with the header that FRAGMENTS asks for, without cached atoms.
[[nodiscard]] inline QByteArray headed(const QByteArray &terms)
{
    return frame(QByteArray("\x83\x44\0", 3) + terms);
}

// Terms, without their version byte.
[[nodiscard]] inline QByteArray atom(const QByteArray &text)
{
    return "w" + number(quint8(text.size())) + text;
}
[[nodiscard]] inline QByteArray small(quint8 value)
{
    return "a" + number(value);
}
[[nodiscard]] inline QByteArray tuple(const QByteArrayList &elements)
{
    return "h" + number(quint8(elements.size())) + elements.join();
}
[[nodiscard]] inline QByteArray pid(const QByteArray &node, quint32 id, quint32 creation)
{
    return "X" + atom(node) + number(id) + number(quint32(0)) + number(creation);
}
[[nodiscard]] inline QByteArray reference(const QByteArray &node, quint32 creation, quint32 id)
{
    return "Z" + number(quint16(1)) + atom(node) + number(creation) + number(id);
}

} // namespace nodescope::test::evil
