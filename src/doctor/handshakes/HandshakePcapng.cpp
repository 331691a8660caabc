#include <utility>

#include <QDateTime>
#include <QHostAddress>
#include <QtEndian>

#include "doctor/handshakes/HandshakeExport.h"

// pcapng: draft-ietf-opsawg-pcapng. One section, one interface of raw IP packets, an enhanced packet block
// for each packet. Times are in microseconds, as the format has it without further word.

namespace nodescope::doctor {

using namespace cluster;

namespace {

constexpr quint32 LinkTypeRaw = 101;
constexpr quint16 OptionComment = 1;
constexpr quint16 EpmdPort = 4369;
constexpr quint16 MadeUpPort = 49152;

template<class T>
void little(QByteArray &out, T value)
{
    char raw[sizeof(T)];
    qToLittleEndian(value, raw);
    out.append(raw, qsizetype(sizeof(T)));
}

template<class T>
void big(QByteArray &out, T value)
{
    char raw[sizeof(T)];
    qToBigEndian(value, raw);
    out.append(raw, qsizetype(sizeof(T)));
}

QByteArray padded(QByteArray bytes)
{
    return bytes.append((4 - bytes.size() % 4) % 4, '\0');
}

/// The sum of Internet headers (RFC 1071).
quint16 checksum(const QByteArray &bytes)
{
    quint32 sum = 0;
    for (qsizetype i = 0; i < bytes.size(); i += 2) {
        const quint32 low = i + 1 < bytes.size() ? quint8(bytes.at(i + 1)) : 0;
        sum += quint32(quint8(bytes.at(i))) << 8 | low;
    }
    while (sum >> 16)
        sum = (sum & 0xffff) + (sum >> 16);
    return quint16(~sum);
}

struct End
{
    QHostAddress address;
    quint16 port = 0;
};

/// The packets of one TCP connection.
class Talk
{
public:
    enum Flag : quint8 { Fin = 1, Syn = 2, Push = 8, Ack = 16 };

    Talk(End client, End server)
        : m_ends{std::move(client), std::move(server)}
    {
    }
    /// The next packet of that end.
    QByteArray packet(bool client, quint8 flags, const QByteArray &payload = {})
    {
        const std::size_t own = client ? 0 : 1;
        QByteArray tcp;
        big(tcp, m_ends[own].port);
        big(tcp, m_ends[1 - own].port);
        big(tcp, m_next[own]);
        big(tcp, flags & Ack ? m_next[1 - own] : quint32(0));
        tcp += char(5 << 4);
        tcp += char(flags);
        big(tcp, quint16(0xffff));
        big(tcp, quint16(0));
        big(tcp, quint16(0));
        tcp += payload;
        m_next[own] += quint32(payload.size()) + (flags & (Syn | Fin) ? 1 : 0);
        return ip(tcp, m_ends[own].address, m_ends[1 - own].address);
    }

private:
    static QByteArray bytesOf(const QHostAddress &address, bool v4)
    {
        QByteArray out;
        if (v4) {
            big(out, quint32(address.toIPv4Address()));
            return out;
        }
        const Q_IPV6ADDR six = address.toIPv6Address();
        return QByteArray(reinterpret_cast<const char *>(six.c), 16);
    }
    static QByteArray ip(QByteArray tcp, const QHostAddress &from, const QHostAddress &to)
    {
        bool v4 = false;
        (void)from.toIPv4Address(&v4); // also of an IPv4 address that is written as one of IPv6
        const QByteArray addresses = bytesOf(from, v4) + bytesOf(to, v4);
        QByteArray pseudo = addresses;
        big(pseudo, quint32(6));
        big(pseudo, quint32(tcp.size()));
        qToBigEndian(checksum(pseudo + tcp), tcp.data() + 16);
        QByteArray head;
        if (v4) {
            big(head, quint16(0x4500));
            big(head, quint16(20 + tcp.size()));
            head += QByteArray::fromHex("0000400040060000");
            head += addresses;
            qToBigEndian(checksum(head), head.data() + 10);
        } else {
            big(head, quint32(6) << 28);
            big(head, quint16(tcp.size()));
            head += QByteArray::fromHex("0640");
            head += addresses;
        }
        return head + tcp;
    }

    End m_ends[2];
    quint32 m_next[2] = {1000, 2000};
};

class PcapngFile
{
public:
    explicit PcapngFile(const QByteArray &comment)
    {
        QByteArray section;
        little(section, quint32(0x1a2b3c4d));
        little(section, quint16(1));
        little(section, quint16(0));
        little(section, ~quint64(0)); // the length of the section is not stated
        block(0x0a0d0d0a, section + commented(comment));
        QByteArray interface;
        little(interface, quint16(LinkTypeRaw));
        little(interface, quint16(0));
        little(interface, quint32(0)); // packets are whole
        block(1, interface);
    }
    void packet(const QByteArray &bytes, qint64 microseconds, const QByteArray &comment = {})
    {
        QByteArray body;
        little(body, quint32(0));
        little(body, quint32(quint64(microseconds) >> 32));
        little(body, quint32(quint64(microseconds)));
        little(body, quint32(bytes.size()));
        little(body, quint32(bytes.size()));
        block(6, body + padded(bytes) + (comment.isEmpty() ? QByteArray() : commented(comment)));
    }
    [[nodiscard]] QByteArray bytes() const { return m_bytes; }

private:
    static QByteArray commented(const QByteArray &comment)
    {
        QByteArray out;
        little(out, OptionComment);
        little(out, quint16(comment.size()));
        out += padded(comment);
        little(out, quint32(0));
        return out;
    }
    void block(quint32 type, const QByteArray &body)
    {
        little(m_bytes, type);
        little(m_bytes, quint32(body.size() + 12));
        m_bytes += body;
        little(m_bytes, quint32(body.size() + 12));
    }

    QByteArray m_bytes;
};

QByteArray bytesOf(const HandshakeLine &line, Digests digests)
{
    QByteArray bytes = line.wire.bytes;
    if (digests == Digests::Shown && !line.digest.isNull() && line.wire.blankedFrom >= 0)
        bytes.replace(line.wire.blankedFrom, line.digest.reveal().size(),
                      QByteArray(line.digest.reveal().data(), line.digest.reveal().size()));
    return bytes;
}

/// The question for the port of B, and the answer, by which a reader of captures knows the port.
void askEpmd(PcapngFile &file, const End &client, const End &server, const QString &name, qint64 at)
{
    const QByteArray comment("made up, so that readers of this file know what is spoken at the port");
    Talk talk({client.address, MadeUpPort}, {server.address, EpmdPort});
    const QByteArray text = name.section(u'@', 0, 0).toUtf8().left(255);
    QByteArray question;
    big(question, quint16(text.size() + 1));
    question += 'z' + text;
    QByteArray answer("w");
    answer += '\0';
    big(answer, server.port);
    answer += QByteArray::fromHex("4d0000060005"); // a node of TCP over IPv4, versions 6 to 5
    big(answer, quint16(text.size()));
    answer += text;
    big(answer, quint16(0));
    file.packet(talk.packet(true, Talk::Syn), at, comment);
    file.packet(talk.packet(false, Talk::Syn | Talk::Ack), at);
    file.packet(talk.packet(true, Talk::Ack), at);
    file.packet(talk.packet(true, Talk::Push | Talk::Ack, question), at, comment);
    file.packet(talk.packet(false, Talk::Push | Talk::Ack, answer), at, comment);
    file.packet(talk.packet(false, Talk::Fin | Talk::Ack), at);
    file.packet(talk.packet(true, Talk::Fin | Talk::Ack), at);
}

} // namespace

QByteArray handshakeAsPcapng(const HandshakeRecord &record, Digests digests)
{
    PcapngFile file(
        digests == Digests::Zeroed
            ? QByteArray("Nodescope: a handshake. Messages and times are real, headers of packets are "
                         "made up, digests are zeroed.")
            : QByteArray("Nodescope: a handshake. Messages and times are real, headers of packets are "
                         "made up."));
    const End own{QHostAddress(record.ownAddress), record.ownPort};
    const End peer{QHostAddress(record.peerAddress), record.peerPort};
    if (own.address.isNull() || peer.address.isNull())
        return file.bytes();
    const End &client = record.incoming ? peer : own;
    const End &server = record.incoming ? own : peer;
    const qint64 began = record.time.toMSecsSinceEpoch() * 1000;
    const auto instant = [began](base::Duration since) {
        return began + std::chrono::duration_cast<std::chrono::microseconds>(since).count();
    };
    const QString called = record.incoming ? record.ownName.text() : record.peer.text();
    const qint64 first = record.lines.isEmpty() ? began : instant(record.lines.first().wire.at);
    if (record.lengthBytes == 2)
        askEpmd(file, client, server, called.isEmpty() ? QStringLiteral("node") : called, first - 10);
    Talk talk(client, server);
    file.packet(talk.packet(true, Talk::Syn), first - 3);
    file.packet(talk.packet(false, Talk::Syn | Talk::Ack), first - 2);
    file.packet(talk.packet(true, Talk::Ack), first - 1);
    for (const HandshakeLine &line : record.lines) {
        QByteArray comment = line.wire.label.toUtf8();
        if (!line.changed.isEmpty())
            comment += ", changed: " + line.changed.join(QStringLiteral(", ")).toUtf8();
        file.packet(
            talk.packet(line.wire.sent != record.incoming, Talk::Push | Talk::Ack, bytesOf(line, digests)),
            instant(line.wire.at), comment);
    }
    const qint64 last = instant(record.elapsed);
    if (!record.framesOut.isEmpty())
        file.packet(talk.packet(!record.incoming, Talk::Push | Talk::Ack, record.framesOut), last,
                    "four bytes of length from here on");
    if (!record.framesIn.isEmpty())
        file.packet(talk.packet(record.incoming, Talk::Push | Talk::Ack, record.framesIn), last);
    if (!record.running) {
        const bool peerClosed = record.outcome == QLatin1String("closed") || record.peerLeft;
        const bool clientFirst = peerClosed == record.incoming;
        file.packet(talk.packet(clientFirst, Talk::Fin | Talk::Ack), last, record.outcome.toUtf8());
        file.packet(talk.packet(!clientFirst, Talk::Fin | Talk::Ack), last);
    }
    return file.bytes();
}

} // namespace nodescope::doctor
