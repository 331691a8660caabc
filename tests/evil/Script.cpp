#include "Script.h"

#include <QtEndian>

namespace nodescope::test::evil {

namespace {

constexpr qsizetype LengthBytes = 2;
constexpr qsizetype DigestAtInReply = 5; // behind tag and challenge
constexpr qsizetype DigestAtInAck = 1;

} // namespace

QByteArrayList Conversation::packets() const
{
    QByteArrayList all;
    for (qsizetype at = 0; at + LengthBytes <= m_received.size();) {
        const qsizetype length = qFromBigEndian<quint16>(m_received.constData() + at);
        if (at + LengthBytes + length > m_received.size())
            break;
        all.append(m_received.mid(at + LengthBytes, length));
        at += LengthBytes + length;
    }
    return all;
}

quint32 Conversation::challenge() const
{
    for (const QByteArray &body : packets()) {
        // `r`: challenge at 1. A challenge in version 6 has it behind the flags; a name is shorter there,
        // but a name is never asked for its challenge.
        if (body.startsWith('r') && body.size() >= 5)
            return qFromBigEndian<quint32>(body.constData() + 1);
    }
    for (const QByteArray &body : packets()) {
        if (body.startsWith('N') && body.size() >= 13)
            return qFromBigEndian<quint32>(body.constData() + 9);
        if (body.startsWith('n') && body.size() >= 11)
            return qFromBigEndian<quint32>(body.constData() + 7);
    }
    return 0;
}

QByteArray Conversation::behindHandshake(int packetCount) const
{
    const QByteArrayList bodies = packets();
    qsizetype at = 0;
    for (qsizetype i = 0; i < packetCount && i < bodies.size(); ++i)
        at += LengthBytes + bodies.at(i).size();
    return m_received.mid(at);
}

bool Conversation::provedCookie() const
{
    return !digests().isEmpty();
}

QByteArrayList Conversation::digests() const
{
    QByteArrayList all;
    for (const QByteArray &body : packets()) {
        if (body.startsWith('r') && body.size() == DigestAtInReply + protocol::Digest::Size)
            all.append(body.mid(DigestAtInReply));
        else if (body.startsWith('a') && body.size() == DigestAtInAck + protocol::Digest::Size)
            all.append(body.mid(DigestAtInAck));
    }
    return all;
}

QByteArray digestOf(const QByteArray &cookie, quint32 challenge)
{
    return protocol::Digest::of(base::Secret(cookie), challenge).reveal().toByteArray();
}

} // namespace nodescope::test::evil
