#include "protocol/handshake/HandshakeMessage.h"

#include <array>

#include "protocol/Bytes.h"

namespace nodescope::protocol {

namespace {

using Reason = MalformedMessage::Reason;
using Decoded = base::Result<HandshakeBody, MalformedMessage>;

struct StatusWord
{
    HandshakeStatus status;
    QLatin1String word;
};
constexpr std::array StatusWords{
    StatusWord{HandshakeStatus::Ok, QLatin1String("ok")},
    StatusWord{HandshakeStatus::OkSimultaneous, QLatin1String("ok_simultaneous")},
    StatusWord{HandshakeStatus::Nok, QLatin1String("nok")},
    StatusWord{HandshakeStatus::NotAllowed, QLatin1String("not_allowed")},
    StatusWord{HandshakeStatus::Alive, QLatin1String("alive")},
    StatusWord{HandshakeStatus::Named, QLatin1String("named:")},
};

constexpr quint16 Version5 = 5;
// The longest name that a node may send: 255 characters; in UTF-8 each takes up to four bytes.
constexpr qsizetype MaxNameBytes = 255;
constexpr qsizetype MaxUtf8NameBytes = 4 * MaxNameBytes;

base::Failure<MalformedMessage> malformed(Reason reason, qsizetype offset)
{
    return base::Failure{MalformedMessage{reason, offset}};
}

// The fields of `N` and `n` differ between name and challenge by one number only.
Decoded decodeNameOrChallenge(Role sender, bool version6, ByteReader reader)
{
    ChallengeMessage m;
    m.version = version6 ? HandshakeVersion::V6 : HandshakeVersion::V5;
    if (!version6 && reader.u16() != Version5)
        return malformed(reader.ok() ? Reason::BadVersion : Reason::TooShort, 1);
    m.flags = Flags(version6 ? reader.u64() : reader.u32());
    if (sender == Role::Acceptor)
        m.challenge = reader.u32();
    if (version6)
        m.creation = reader.u32();
    const qsizetype length = version6 ? reader.u16() : reader.remaining();
    if (!reader.ok())
        return malformed(Reason::TooShort, reader.offset() + 1);
    const qsizetype nameAt = reader.offset() + 1;
    if (length > reader.remaining())
        return malformed(Reason::BadLength, nameAt - 2);
    if (length > MaxNameBytes)
        return malformed(Reason::BadName, nameAt);
    m.name = QString::fromLatin1(reader.take(length));
    if (sender == Role::Acceptor)
        return HandshakeBody(m);
    return HandshakeBody(NameMessage{m.version, m.flags, m.creation, m.name});
}

Decoded decodeNamed(ByteReader reader)
{
    StatusMessage m;
    m.status = HandshakeStatus::Named;
    (void)reader.take(statusWord(HandshakeStatus::Named).size());
    const qsizetype length = reader.u16();
    const qsizetype nameAt = reader.offset() + 1;
    const QByteArrayView name = reader.take(length);
    m.creation = reader.u32();
    if (!reader.ok())
        return malformed(Reason::BadLength, nameAt - 2);
    m.dynamicName = QString::fromUtf8(name);
    if (length > MaxUtf8NameBytes || m.dynamicName.size() > MaxNameBytes)
        return malformed(Reason::BadName, nameAt);
    return HandshakeBody(m);
}

Decoded decodeStatus(QByteArrayView text)
{
    if (text.startsWith(statusWord(HandshakeStatus::Named)))
        return decodeNamed(ByteReader(text));
    StatusMessage m;
    m.status = HandshakeStatus::Unknown;
    for (const StatusWord &known : StatusWords) {
        if (text == QByteArrayView(known.word.data(), known.word.size()))
            m.status = known.status;
    }
    if (m.status == HandshakeStatus::Unknown)
        m.unknown = evidenceOf(text);
    return HandshakeBody(m);
}

Decoded decodeStatusReply(QByteArrayView text)
{
    if (text == QByteArrayView("true"))
        return HandshakeBody(StatusReplyMessage{true});
    if (text == QByteArrayView("false"))
        return HandshakeBody(StatusReplyMessage{false});
    return malformed(Reason::BadWord, 1);
}

Decoded decodeFixed(quint8 tag, ByteReader reader)
{
    HandshakeBody body;
    const auto digest = [&reader] {
        const QByteArrayView bytes = reader.take(Digest::Size);
        return reader.ok() ? Digest::fromBytes(bytes) : Digest();
    };
    if (tag == 'c') {
        const quint32 flagsHigh = reader.u32();
        body = ComplementMessage{flagsHigh, reader.u32()};
    } else if (tag == 'r') {
        const quint32 challenge = reader.u32();
        body = ReplyMessage{challenge, digest()};
    } else {
        body = AckMessage{digest()};
    }
    if (!reader.ok())
        return malformed(Reason::TooShort, reader.offset() + 1);
    return body;
}

void appendName(QByteArray &out, const QByteArray &name)
{
    appendBigEndian(out, quint16(name.size()));
    out.append(name);
}

struct Encoder
{
    QByteArray operator()(const NameMessage &m) const
    {
        return nameOrChallenge({m.version, m.flags, 0, m.creation, m.name}, false);
    }
    QByteArray operator()(const ChallengeMessage &m) const { return nameOrChallenge(m, true); }
    QByteArray operator()(const StatusMessage &m) const
    {
        QByteArray out("s");
        out += m.status == HandshakeStatus::Unknown ? m.unknown : statusWord(m.status);
        if (m.status == HandshakeStatus::Named) {
            appendName(out, m.dynamicName.toUtf8());
            appendBigEndian(out, m.creation);
        }
        return out;
    }
    QByteArray operator()(const StatusReplyMessage &m) const { return m.proceed ? "strue" : "sfalse"; }
    QByteArray operator()(const ComplementMessage &m) const
    {
        QByteArray out("c");
        appendBigEndian(out, m.flagsHigh);
        appendBigEndian(out, m.creation);
        return out;
    }
    QByteArray operator()(const ReplyMessage &m) const
    {
        QByteArray out("r");
        appendBigEndian(out, m.challenge);
        return out.append(m.digest.reveal());
    }
    QByteArray operator()(const AckMessage &m) const { return QByteArray("a").append(m.digest.reveal()); }

private:
    static QByteArray nameOrChallenge(const ChallengeMessage &m, bool isChallenge)
    {
        const bool version6 = m.version == HandshakeVersion::V6;
        QByteArray out(version6 ? "N" : "n");
        if (version6) {
            appendBigEndian(out, m.flags.bits());
        } else {
            appendBigEndian(out, Version5);
            appendBigEndian(out, m.flags.low());
        }
        if (isChallenge)
            appendBigEndian(out, m.challenge);
        if (version6) {
            appendBigEndian(out, m.creation);
            appendName(out, m.name.toLatin1());
        } else {
            out.append(m.name.toLatin1());
        }
        return out;
    }
};

using In = HandshakeInput;
constexpr std::array StatusInputs{In::StatusOk,         In::StatusOkSimultaneous, In::StatusNok,
                                  In::StatusNotAllowed, In::StatusAlive,          In::StatusNamed,
                                  In::StatusUnknown};

struct InputOf
{
    In operator()(const NameMessage &) const { return In::Name; }
    In operator()(const StatusMessage &m) const { return StatusInputs[std::size_t(m.status)]; }
    In operator()(const StatusReplyMessage &m) const
    {
        return m.proceed ? In::StatusReplyTrue : In::StatusReplyFalse;
    }
    In operator()(const ChallengeMessage &) const { return In::Challenge; }
    In operator()(const ComplementMessage &) const { return In::Complement; }
    In operator()(const ReplyMessage &) const { return In::Reply; }
    In operator()(const AckMessage &) const { return In::Ack; }
};

} // namespace

HandshakeInput inputOf(const HandshakeBody &body)
{
    return std::visit(InputOf(), body);
}

QByteArray statusWord(HandshakeStatus status)
{
    for (const StatusWord &known : StatusWords) {
        if (known.status == status)
            return QByteArray(known.word.data(), known.word.size());
    }
    return {};
}

Decoded decodeHandshake(Role sender, QByteArrayView body)
{
    if (body.isEmpty())
        return malformed(Reason::Empty, 0);
    const quint8 tag = quint8(body[0]);
    const QByteArrayView rest = body.sliced(1);
    if (tag == 'N' || tag == 'n')
        return decodeNameOrChallenge(sender, tag == 'N', ByteReader(rest));
    if (tag == 's')
        return sender == Role::Acceptor ? decodeStatus(rest) : decodeStatusReply(rest);
    const bool known = sender == Role::Initiator ? tag == 'c' || tag == 'r' : tag == 'a';
    return known ? decodeFixed(tag, ByteReader(rest)) : Decoded(malformed(Reason::UnknownTag, 0));
}

QByteArray encodeHandshake(const HandshakeBody &body)
{
    return std::visit(Encoder(), body);
}

QByteArray withLength(LengthPrefix prefix, QByteArrayView body)
{
    QByteArray packet;
    if (prefix == LengthPrefix::TwoBytes)
        appendBigEndian(packet, quint16(body.size()));
    else
        appendBigEndian(packet, quint32(body.size()));
    return packet.append(body);
}

} // namespace nodescope::protocol
