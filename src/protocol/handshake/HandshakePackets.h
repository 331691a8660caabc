#pragma once

#include <optional>
#include <variant>

#include <QByteArray>

#include "protocol/Limits.h"
#include "protocol/handshake/HandshakeError.h"
#include "protocol/handshake/HandshakeMessage.h"

namespace nodescope::protocol {

/// What speaks instead of a node, by its first bytes (16 are enough).
[[nodiscard]] handshake_failure::NotErlang recognise(QByteArrayView bytes);

/// Cuts what a peer sends during the handshake into packets, and recognises what is no handshake at
/// all: TLS, HTTP, SSH, or a length that no node sends. The verdict does not depend on the slices.
/// For the handshake and for who observes one.
class HandshakePackets
{
public:
    struct NeedMore
    {
    };
    struct Packet
    {
        QByteArray bytes; ///< with its length
        QByteArray body;
        qint64 offset = 0;
    };
    /// The length is over the limit; `failure` says NotErlang for a first packet, else Malformed.
    struct Foreign
    {
        handshake_failure::Reason failure;
        QByteArray evidence;
        qint64 offset = 0;
    };
    using Next = std::variant<NeedMore, Packet, Foreign>;

    HandshakePackets(LengthPrefix prefix, const Limits &limits);

    void append(QByteArrayView bytes);
    /// For an observer, after NeedMore: the next `count` bytes were lost. True: they lie within the packet
    /// that is being read, which is dropped; reading goes on behind it. False: nobody knows where the next
    /// packet begins.
    [[nodiscard]] bool lose(qint64 count);
    [[nodiscard]] Next next();
    /// No more bytes will come: what the rest amounts to, if it is no beginning of a packet.
    [[nodiscard]] std::optional<Foreign> foreignRest() const;
    /// The bytes behind the last packet.
    [[nodiscard]] QByteArray takeRest();
    [[nodiscard]] QByteArrayView rest() const { return m_buffer; }
    [[nodiscard]] qint64 offset() const { return m_offset; }
    [[nodiscard]] qint64 received() const { return m_offset + m_buffer.size(); }

private:
    [[nodiscard]] std::optional<quint32> length() const;
    [[nodiscard]] Foreign foreign() const;

    LengthPrefix m_prefix;
    quint32 m_limit;
    QByteArray m_buffer;
    qint64 m_offset = 0; // of the buffer's first byte in all bytes received
    qint64 m_skip = 0;   // bytes that belong to a packet that is dropped
};

} // namespace nodescope::protocol
