#pragma once

#include <variant>
#include <vector>

#include <QByteArray>

#include "base/Clock.h"

/// Files of captured packets: pcap (draft-ietf-opsawg-pcap) and pcapng (draft-ietf-opsawg-pcapng).
namespace nodescope::protocol::capture {

/// A captured packet. Instants count from 1970, in UTC.
struct Packet
{
    quint32 linkType = 0; ///< a LINKTYPE_ value
    bool timed = true;    ///< false: the file does not say when (simple packet blocks)
    base::Instant at;
    qint64 length = 0; ///< on the wire; what was captured of it may be less
    QByteArray bytes;
    qint64 fileOffset = 0; ///< of the record or block
};

/// What is wrong with a file.
struct CaptureProblem
{
    enum class Kind : quint8 {
        NotACapture,      ///< the file begins like neither format
        Truncated,        ///< the file ends within a record
        AbsurdLength,     ///< a length over the limit
        BadBlock,         ///< lengths that do not fit each other
        UnknownInterface, ///< a packet of an interface that was not described
        TooManyInterfaces,
        IpFragment,      ///< a packet in IP fragments, which are not put together
        UnknownLinkType, ///< packets in a form that is not read
        TooManyStreams   ///< more connections at a time than are followed
    };
    Kind kind = Kind::NotACapture;
    bool fatal = false; ///< nothing behind it can be read
    qint64 offset = 0;  ///< in the file
    qint64 value = -1;  ///< the length, link type or interface in question
};

/// Reads a capture of either format from any slices, both byte orders, several sections and interfaces.
/// Blocks that are not packets are skipped. What is readable is read, up to the first fatal problem.
/// Takes no memory for what a length announces. A value; not thread-safe.
class CaptureReader
{
public:
    static constexpr quint32 MaxRecordBytes = 1024 * 1024;
    static constexpr std::size_t MaxInterfaces = 4096;

    struct NeedMore
    {
    };
    /// The file was read to its end, or to a fatal problem.
    struct End
    {
    };
    using Next = std::variant<NeedMore, Packet, CaptureProblem, End>;

    void append(QByteArrayView bytes);
    /// No more bytes will come.
    void finish() { m_finished = true; }
    [[nodiscard]] Next next();

private:
    enum class Format : quint8 { Unknown, Pcap, Pcapng, Over };
    struct Interface
    {
        quint16 linkType = 0;
        quint32 snapLength = 0;
        quint64 unitsPerSecond = 1'000'000;
        quint32 unitBase = 10;
        qint64 offsetSeconds = 0;
    };
    using Skipped = std::monostate; // a block without a packet
    using Block = std::variant<Skipped, Packet, CaptureProblem>;

    [[nodiscard]] Next begin();
    [[nodiscard]] Next nextRecord();
    [[nodiscard]] Next nextBlock();
    [[nodiscard]] Next waitFor(qsizetype bytes);
    [[nodiscard]] Next fail(CaptureProblem::Kind kind, qint64 value = -1);
    [[nodiscard]] CaptureProblem problem(CaptureProblem::Kind kind, qint64 value = -1) const;
    [[nodiscard]] QByteArrayView rest() const { return QByteArrayView(m_buffer).sliced(m_at); }
    void consume(qsizetype bytes);
    [[nodiscard]] quint16 u16(QByteArrayView bytes, qsizetype at) const;
    [[nodiscard]] quint32 u32(QByteArrayView bytes, qsizetype at) const;
    [[nodiscard]] Block readBlock(quint32 type, QByteArrayView body);
    [[nodiscard]] Block readInterface(QByteArrayView body);
    void readInterfaceOptions(QByteArrayView options, Interface &interface) const;
    [[nodiscard]] Block readPacket(QByteArrayView body, quint32 interface, qsizetype timeAt);
    [[nodiscard]] Block readSimplePacket(QByteArrayView body);
    static void setTime(Packet &packet, quint64 units, const Interface &interface);

    QByteArray m_buffer;
    qsizetype m_at = 0;      // read so far of the buffer
    qint64 m_fileOffset = 0; // of m_at
    qint64 m_skip = 0;       // bytes of a block that is dropped
    bool m_finished = false;
    Format m_format = Format::Unknown;
    bool m_bigEndian = false;
    quint32 m_linkType = 0;       // pcap
    quint32 m_unitsPerSecond = 0; // pcap
    std::vector<Interface> m_interfaces;
};

} // namespace nodescope::protocol::capture
