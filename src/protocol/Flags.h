#pragma once

#include <bit>
#include <optional>

#include <QDebug>
#include <QMetaType>
#include <QString>
#include <QStringList>

namespace nodescope::protocol {

/// A capability that a node declares in the handshake (erl_dist_protocol, "Distribution flags").
/// The value is the number of the bit.
enum class Flag : quint8 {
    Published = 0,
    AtomCache = 1,
    ExtendedReferences = 2,
    DistMonitor = 3,
    FunTags = 4,
    DistMonitorName = 5,
    HiddenAtomCache = 6,
    NewFunTags = 7,
    ExtendedPidsPorts = 8,
    ExportPtrTag = 9,
    BitBinaries = 10,
    NewFloats = 11,
    UnicodeIo = 12,
    DistHdrAtomCache = 13,
    SmallAtomTags = 14,
    // 15 and 21 are internal to OTP and never sent.
    Utf8Atoms = 16,
    MapTag = 17,
    BigCreation = 18,
    SendSender = 19,
    BigSeqtraceLabels = 20,
    ExitPayload = 22,
    Fragments = 23,
    Handshake23 = 24,
    UnlinkId = 25,
    /// Stands for all flags that are mandatory since OTP 25. Bit 26, whatever the guide says.
    Mandatory25Digest = 26,
    Spawn = 32,
    /// A request for a name, no capability.
    NameMe = 33,
    V4Nc = 34,
    Alias = 35,
    LocalExt = 36,
    AltactSig = 37,
    NativeRecords = 38
};

/// A set of Flag, 64 bits as on the wire. (QFlags holds 32 bits before Qt 6.9.)
class Flags
{
public:
    constexpr Flags() = default;
    constexpr explicit Flags(quint64 bits)
        : m_bits(bits)
    {
    }
    constexpr Flags(Flag flag)
        : m_bits(quint64(1) << unsigned(flag))
    {
    }

    [[nodiscard]] constexpr quint64 bits() const { return m_bits; }
    [[nodiscard]] constexpr quint32 low() const { return quint32(m_bits); }
    [[nodiscard]] constexpr quint32 high() const { return quint32(m_bits >> 32); }
    [[nodiscard]] constexpr bool isEmpty() const { return m_bits == 0; }
    [[nodiscard]] constexpr int count() const { return std::popcount(m_bits); }
    [[nodiscard]] constexpr bool contains(Flags all) const { return (m_bits & all.m_bits) == all.m_bits; }
    [[nodiscard]] constexpr Flags without(Flags other) const { return Flags(m_bits & ~other.m_bits); }

    friend constexpr Flags operator|(Flags a, Flags b) { return Flags(a.m_bits | b.m_bits); }
    friend constexpr Flags operator&(Flags a, Flags b) { return Flags(a.m_bits & b.m_bits); }
    friend constexpr bool operator==(Flags a, Flags b) { return a.m_bits == b.m_bits; }
    friend constexpr bool operator!=(Flags a, Flags b) { return a.m_bits != b.m_bits; }

private:
    quint64 m_bits = 0;
};

constexpr Flags operator|(Flag a, Flag b)
{
    return Flags(a) | Flags(b);
}

/// Prints the names: `Flags(PUBLISHED|SPAWN)`.
QDebug operator<<(QDebug debug, Flags flags);

/// Well-known masks. "Seen" means read from a running node of that release.
namespace masks {
/// What OTP 21 and 22 demand of a peer.
inline constexpr Flags Mandatory21{0x10184};
/// What OTP 23 (seen) and 24 demand.
inline constexpr Flags Mandatory23{0x50184};
/// What OTP 25 demands (seen).
inline constexpr Flags Mandatory25{0x1070f94};
/// What OTP 26 to 29 demand (27 and 29 seen).
inline constexpr Flags Mandatory26{0x403070f94};
/// What a visible node of that release sends by itself, without PUBLISHED (seen).
inline constexpr Flags Default23{0x101df7fbc};
inline constexpr Flags Default25{0xd07df7fbc};
inline constexpr Flags Default29{0x6d07df7fbc};
/// The least that every release from 23 to 29 accepts.
inline constexpr Flags Minimum = Mandatory26;
/// What is enough for a handshake that makes no link worth speaking of: hidden, under a name of our own.
inline constexpr Flags Recommended{0x6d07df5fbc};
/// The same, and a request for a dynamic name.
inline constexpr Flags RecommendedNameMe{0x6f07df5fbc};
/// What Nodescope sends for its links: Recommended, with the BEAM's atom cache in both directions.
inline constexpr Flags RecommendedCached{0x6d07df7fbc};
/// What the practice nodes need of a peer: the least of OTP 23.
inline constexpr Flags Required = Mandatory23;
} // namespace masks

/// What a node of OTP `release` (21 to 29; others are clamped) demands of a peer.
[[nodiscard]] Flags mandatoryFlags(int release);

/// The name of a flag as OTP writes it in its logs without the prefix, e.g. `BIG_CREATION`.
[[nodiscard]] QString flagName(Flag flag);
/// The names in a set by rising bit; a bit without a name reads `BIT_40`.
[[nodiscard]] QStringList flagNames(Flags flags);

/// The bits of `flags` after a peer's shorthands are spelled out: MANDATORY_25_DIGEST stands for all
/// flags that OTP 25 made mandatory.
[[nodiscard]] Flags expanded(Flags flags);
/// What `offered` lacks of `required`, after expansion.
[[nodiscard]] Flags missingFlags(Flags offered, Flags required);
/// What both ends may use: ours and theirs, without the requests and shorthands that are no capability.
[[nodiscard]] Flags agreed(Flags ours, Flags theirs);
/// Whether a link with these agreed flags is hidden: it is visible only if both ends set PUBLISHED.
[[nodiscard]] constexpr bool isHidden(Flags agreedFlags)
{
    return !agreedFlags.contains(Flag::Published);
}

/// What kind of program sends such flags.
enum class PeerKind : quint8 {
    Beam,       ///< has the atom cache and fragments of the BEAM's own distribution, as Nodescope has
    CNode,      ///< exactly what `ei` sends
    JavaNode,   ///< exactly what JInterface sends
    OtherClient ///< anything else
};

/// A guess at a peer's release from its flags. A peer may send any flags it likes, and a release may
/// turn flags off, so this is never a fact; ask the node itself where that is possible.
struct ReleaseGuess
{
    PeerKind kind = PeerKind::OtherClient;
    /// Oldest release that sends these flags; 0 if nothing can be said.
    int atLeast = 0;
    /// Newest release known to send exactly these; 0 if later ones may too.
    int atMost = 0;
    /// The flags equal what a node of these releases was seen to send.
    bool exactMatch = false;

    friend bool operator==(const ReleaseGuess &, const ReleaseGuess &) = default;
};

[[nodiscard]] ReleaseGuess guessRelease(Flags peerFlags);

} // namespace nodescope::protocol

Q_DECLARE_METATYPE(nodescope::protocol::Flags)
