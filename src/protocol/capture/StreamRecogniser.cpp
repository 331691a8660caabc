#include "protocol/capture/StreamRecogniser.h"

#include "base/NodeName.h"
#include "protocol/epmd/EpmdParsers.h"
#include "protocol/handshake/HandshakePackets.h"

namespace nodescope::protocol::capture {

namespace {

// A node's name, or the bare host of a node that asks for one.
bool isNameOrHost(const QString &text)
{
    return base::NodeName::parse(text) || base::NodeName::parse(QString(u"x@" + text));
}

Opening openingOf(const HandshakePackets::Packet &packet)
{
    if (packet.body.startsWith('s')) {
        const auto body = decodeHandshake(Role::Acceptor, packet.body);
        const auto *status = body ? std::get_if<StatusMessage>(&*body) : nullptr;
        return status && status->status != HandshakeStatus::Unknown ? Opening::Status : Opening::Other;
    }
    const auto body = decodeHandshake(Role::Initiator, packet.body);
    const auto *name = body ? std::get_if<NameMessage>(&*body) : nullptr;
    // A bad name ends the handshake, which is worth seeing; then the flags tell that it is one.
    constexpr Flags AllNodesHave = Flag::ExtendedReferences | Flag::ExtendedPidsPorts;
    const bool good = name && (isNameOrHost(name->name) || name->flags.contains(AllNodesHave));
    return good ? Opening::Name : Opening::Other;
}

// Distribution: the length in two bytes, or in four that begin with two zeros.
Opening recogniseHandshake(QByteArrayView head)
{
    if (head.size() < 2)
        return Opening::Unclear;
    const bool wide = head.startsWith(QByteArrayView("\0\0", 2));
    HandshakePackets packets(wide ? LengthPrefix::FourBytes : LengthPrefix::TwoBytes, Limits());
    // The tag tells most of what is foreign, without its length being waited for.
    const qsizetype tagAt = wide ? 4 : 2;
    if (head.size() > tagAt && !QByteArrayView("Nns").contains(head[tagAt]))
        return Opening::Other;
    packets.append(head);
    const HandshakePackets::Next next = packets.next();
    if (std::holds_alternative<HandshakePackets::NeedMore>(next))
        return head.size() < OpeningBytes ? Opening::Unclear : Opening::Other;
    const auto *packet = std::get_if<HandshakePackets::Packet>(&next);
    return packet ? openingOf(*packet) : Opening::Other;
}

} // namespace

Opening recognise(QByteArrayView head)
{
    const Opening handshake = recogniseHandshake(head);
    if (handshake == Opening::Name || handshake == Opening::Status)
        return handshake;
    epmd::RequestParser parser;
    const auto request = parser.receive(head);
    if (request && request->ok())
        return Opening::EpmdRequest;
    const bool unclear = handshake == Opening::Unclear || !request;
    return unclear && head.size() < OpeningBytes ? Opening::Unclear : Opening::Other;
}

} // namespace nodescope::protocol::capture
