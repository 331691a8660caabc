#pragma once

#include <vector>

#include <QByteArray>
#include <QtEndian>

/// Capture files made up: packets of one or more TCP connections, in either format.
namespace nodescope::test {

/// One TCP connection over IPv4 or IPv6 on loopback, as the packets that it takes.
class TcpTalk
{
public:
    struct Ends
    {
        quint16 client = 40000;
        quint16 server = 40001;
        bool ipv6 = false;
    };
    enum Flag : quint8 { Fin = 1, Syn = 2, Reset = 4, Push = 8, Ack = 16 };
    static constexpr bool Client = true;
    static constexpr bool Server = false;

    explicit TcpTalk(Ends ends, quint32 clientStart = 1000, quint32 serverStart = 0xfffffff0)
        : m_ends(ends)
        , m_next{clientStart, serverStart}
    {
    }

    /// IP packets in the order in which they were made.
    std::vector<QByteArray> packets;

    void open()
    {
        add(Client, Syn, {});
        add(Server, Syn | Ack, {});
        add(Client, Ack, {});
    }
    /// In segments of at most `most` bytes, each acknowledged.
    void send(bool fromClient, const QByteArray &bytes, qsizetype most = 1400)
    {
        for (qsizetype at = 0; at < bytes.size(); at += most) {
            add(fromClient, Ack | Push, bytes.mid(at, most));
            add(!fromClient, Ack, {});
        }
    }
    void close(bool clientFirst = true)
    {
        add(clientFirst, Fin | Ack, {});
        add(!clientFirst, Fin | Ack, {});
        add(clientFirst, Ack, {});
    }
    void reset(bool byClient) { add(byClient, Reset | Ack, {}); }

    void add(bool fromClient, quint8 flags, const QByteArray &payload)
    {
        quint32 &own = m_next[fromClient ? 0 : 1];
        packets.push_back(ip(tcp(fromClient, flags, own, m_next[fromClient ? 1 : 0], payload), fromClient));
        own += quint32(payload.size()) + (flags & (Syn | Fin) ? 1 : 0);
    }
    /// The number that the next byte of this end has.
    [[nodiscard]] quint32 next(bool ofClient) const { return m_next[ofClient ? 0 : 1]; }
    [[nodiscard]] QByteArray tcp(bool fromClient, quint8 flags, quint32 sequence, quint32 acknowledged,
                                 const QByteArray &payload) const
    {
        QByteArray out;
        put(out, fromClient ? m_ends.client : m_ends.server);
        put(out, fromClient ? m_ends.server : m_ends.client);
        put(out, sequence);
        put(out, flags & Ack ? acknowledged : quint32(0));
        out += char(5 << 4);
        out += char(flags);
        return out + QByteArray::fromHex("ffff00000000") + payload;
    }
    [[nodiscard]] QByteArray ip(const QByteArray &segment, bool fromClient) const
    {
        QByteArray out;
        if (m_ends.ipv6) {
            put(out, quint32(6) << 28);
            put(out, quint16(segment.size()));
            out += QByteArray::fromHex("0640");
            out += address6(fromClient) + address6(!fromClient);
        } else {
            put(out, quint16(0x4500));
            put(out, quint16(20 + segment.size()));
            out += QByteArray::fromHex("0000400040060000");
            out += address4(fromClient) + address4(!fromClient);
        }
        return out + segment;
    }

private:
    template<class T>
    static void put(QByteArray &out, T value)
    {
        char raw[sizeof(T)];
        qToBigEndian(value, raw);
        out.append(raw, qsizetype(sizeof(T)));
    }
    static QByteArray address4(bool client) { return QByteArray::fromHex(client ? "7f000001" : "7f000002"); }
    static QByteArray address6(bool client)
    {
        return QByteArray::fromHex(client ? "fd000000000000000000000000000001"
                                          : "fd000000000000000000000000000002");
    }

    Ends m_ends;
    quint32 m_next[2];
};

/// Writes packets as pcap or pcapng.
class CaptureWriter
{
public:
    struct Options
    {
        bool pcapng = false;
        bool bigEndian = false;
        bool nanoseconds = false;
        quint32 linkType = 101; ///< raw IP
        qsizetype snapLength = 262144;
    };

    explicit CaptureWriter(Options options)
        : m_options(options)
    {
        if (options.pcapng)
            startSection();
        else
            startFile();
    }
    CaptureWriter()
        : CaptureWriter(Options())
    {
    }

    QByteArray bytes;

    /// An IP packet, behind the header of the link type.
    void packet(const QByteArray &ip, qint64 nanoseconds) { record(linkHeader(ip) + ip, nanoseconds); }
    /// All of them, a millisecond apart.
    void packets(const std::vector<QByteArray> &all)
    {
        for (const QByteArray &one : all)
            packet(one, m_clock += 1'000'000);
    }
    void record(const QByteArray &data, qint64 nanoseconds)
    {
        const QByteArray kept = data.left(m_options.snapLength);
        const qint64 units = m_options.nanoseconds ? nanoseconds : nanoseconds / 1000;
        const qint64 second = m_options.nanoseconds ? 1'000'000'000 : 1'000'000;
        if (m_options.pcapng) {
            QByteArray body;
            put(body, quint32(0));
            put(body, quint32(quint64(units) >> 32));
            put(body, quint32(units));
            put(body, quint32(kept.size()));
            put(body, quint32(data.size()));
            block(6, body + padded(kept));
            return;
        }
        put(bytes, quint32(units / second));
        put(bytes, quint32(units % second));
        put(bytes, quint32(kept.size()));
        put(bytes, quint32(data.size()));
        bytes += kept;
    }
    /// pcapng only.
    void block(quint32 type, const QByteArray &body)
    {
        put(bytes, type);
        put(bytes, quint32(body.size() + 12));
        bytes += body;
        put(bytes, quint32(body.size() + 12));
    }
    void startSection()
    {
        QByteArray body;
        put(body, quint32(0x1a2b3c4d));
        put(body, quint16(1));
        put(body, quint16(0));
        put(body, ~quint64(0));
        block(0x0a0d0d0a, body);
        QByteArray options;
        if (m_options.nanoseconds) {
            put(options, quint16(9));
            put(options, quint16(1));
            options += QByteArray::fromHex("09000000");
            put(options, quint32(0));
        }
        interface(options);
    }
    void interface(const QByteArray &options)
    {
        QByteArray body;
        put(body, quint16(m_options.linkType));
        put(body, quint16(0));
        put(body, quint32(m_options.snapLength));
        block(1, body + options);
    }
    template<class T>
    void put(QByteArray &out, T value) const
    {
        char raw[sizeof(T)];
        if (m_options.bigEndian)
            qToBigEndian(value, raw);
        else
            qToLittleEndian(value, raw);
        out.append(raw, qsizetype(sizeof(T)));
    }
    [[nodiscard]] static QByteArray padded(const QByteArray &data)
    {
        return data + QByteArray((4 - data.size() % 4) % 4, '\0');
    }

private:
    void startFile()
    {
        put(bytes, quint32(m_options.nanoseconds ? 0xa1b23c4d : 0xa1b2c3d4));
        put(bytes, quint16(2));
        put(bytes, quint16(4));
        put(bytes, quint64(0));
        put(bytes, quint32(m_options.snapLength));
        put(bytes, m_options.linkType);
    }
    [[nodiscard]] QByteArray linkHeader(const QByteArray &ip) const
    {
        const QByteArray type = QByteArray::fromHex(quint8(ip[0]) >> 4 == 6 ? "86dd" : "0800");
        switch (m_options.linkType) {
        case 0:
            return QByteArray::fromHex("02000000");
        case 108:
            return QByteArray::fromHex("00000002");
        case 1:
            return QByteArray(12, '\0') + type;
        case 113:
            return QByteArray(14, '\0') + type;
        case 276:
            return type + QByteArray(18, '\0');
        default:
            return {};
        }
    }

    Options m_options;
    qint64 m_clock = 1'700'000'000'000'000'000; // 2023-11-14
};

} // namespace nodescope::test
