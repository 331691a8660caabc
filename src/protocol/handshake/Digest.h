#pragma once

#include <array>

#include <QByteArrayView>
#include <QDebug>

#include "base/Secret.h"

namespace nodescope::protocol {

/// The 16 bytes of MD5 over cookie and challenge that prove the cookie (erl_dist_protocol, "gen_digest").
/// Whoever has one can try cookies against it offline: never print, log or export it. Compared in
/// constant time.
class Digest
{
public:
    static constexpr qsizetype Size = 16;

    Digest() = default;
    /// The first 16 of `bytes`, which must hold as many.
    [[nodiscard]] static Digest fromBytes(QByteArrayView bytes);
    /// MD5(cookie bytes ++ challenge as unsigned decimal).
    [[nodiscard]] static Digest of(const base::Secret &cookie, quint32 challenge);

    /// For the wire, and for a view that shows the person her own handshake.
    [[nodiscard]] QByteArrayView reveal() const { return {m_bytes.data(), Size}; }

    friend bool operator==(const Digest &a, const Digest &b)
    {
        return base::equalInConstantTime(a.reveal(), b.reveal());
    }
    friend bool operator!=(const Digest &a, const Digest &b) { return !(a == b); }

private:
    std::array<char, Size> m_bytes{};
};

/// Prints a placeholder.
QDebug operator<<(QDebug debug, const Digest &digest);

/// What a peer proved: the digest that it made of a challenge of ours. Kept after a failure, so that
/// the owner can try every cookie that the person saved ("it used the cookie that you call staging").
struct DigestProof
{
    quint32 challenge = 0; ///< ours
    Digest digest;         ///< theirs

    [[nodiscard]] bool digestMatches(const base::Secret &cookie) const;
};

} // namespace nodescope::protocol
