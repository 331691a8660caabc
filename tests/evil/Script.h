#pragma once

#include <functional>
#include <vector>

#include <QByteArray>

#include "base/Secret.h"
#include "protocol/handshake/Digest.h"

namespace nodescope::test::evil {

/// What the victim has sent so far, as the evil peer reads it.
class Conversation
{
public:
    void take(const QByteArray &bytes) { m_received += bytes; }
    [[nodiscard]] const QByteArray &received() const { return m_received; }

    /// The bodies of the handshake packets (two bytes of length) that are complete.
    [[nodiscard]] QByteArrayList packets() const;
    /// The victim's challenge: of its `N` as acceptor, of its `r` as initiator; 0 before it came.
    [[nodiscard]] quint32 challenge() const;
    /// Bytes behind the last packet of the handshake.
    [[nodiscard]] QByteArray behindHandshake(int packetCount) const;
    /// Whether the victim proved its cookie: sent an `r` or an `a`.
    [[nodiscard]] bool provedCookie() const;
    /// All digests in what it sent.
    [[nodiscard]] QByteArrayList digests() const;

private:
    QByteArray m_received;
};

/// The digest that proves `cookie`.
[[nodiscard]] QByteArray digestOf(const QByteArray &cookie, quint32 challenge);

/// One thing that an evil peer does.
struct Step
{
    enum class Kind : quint8 {
        AwaitPackets, ///< until so many packets of the handshake came in all
        AwaitBytes,   ///< until so many bytes came in all
        Say,
        Drip,      ///< byte by byte, each in a turn of the loop of its own
        Flood,     ///< again and again until `count` bytes are written, or nobody takes them
        Finish,    ///< close
        HalfClose, ///< close the sending side
        Reset      ///< RST
    };
    Kind kind = Kind::Say;
    qint64 count = 0;
    std::function<QByteArray(const Conversation &)> bytes;
};
/// What an evil peer does, step by step. At the end it stays connected and is silent.
using Script = std::vector<Step>;

[[nodiscard]] inline Step awaitPackets(int count)
{
    return {Step::Kind::AwaitPackets, count, {}};
}
[[nodiscard]] inline Step awaitBytes(qint64 count)
{
    return {Step::Kind::AwaitBytes, count, {}};
}
[[nodiscard]] inline Step say(const QByteArray &bytes)
{
    return {Step::Kind::Say, 0, [bytes](const Conversation &) { return bytes; }};
}
[[nodiscard]] inline Step say(std::function<QByteArray(const Conversation &)> bytes)
{
    return {Step::Kind::Say, 0, std::move(bytes)};
}
[[nodiscard]] inline Step drip(const QByteArray &bytes)
{
    return {Step::Kind::Drip, 0, [bytes](const Conversation &) { return bytes; }};
}
[[nodiscard]] inline Step flood(const QByteArray &unit, qint64 total)
{
    return {Step::Kind::Flood, total, [unit](const Conversation &) { return unit; }};
}
[[nodiscard]] inline Step finish()
{
    return {Step::Kind::Finish, 0, {}};
}
[[nodiscard]] inline Step halfClose()
{
    return {Step::Kind::HalfClose, 0, {}};
}
[[nodiscard]] inline Step reset()
{
    return {Step::Kind::Reset, 0, {}};
}
[[nodiscard]] inline Script operator+(Script first, const Script &second)
{
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

} // namespace nodescope::test::evil
