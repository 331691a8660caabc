#include "protocol/Flags.h"

#include <algorithm>
#include <array>

namespace nodescope::protocol {

namespace {
struct NamedFlag
{
    Flag flag;
    QLatin1String name;
};

constexpr std::array NamedFlags{
    NamedFlag{Flag::Published, QLatin1String("PUBLISHED")},
    NamedFlag{Flag::AtomCache, QLatin1String("ATOM_CACHE")},
    NamedFlag{Flag::ExtendedReferences, QLatin1String("EXTENDED_REFERENCES")},
    NamedFlag{Flag::DistMonitor, QLatin1String("DIST_MONITOR")},
    NamedFlag{Flag::FunTags, QLatin1String("FUN_TAGS")},
    NamedFlag{Flag::DistMonitorName, QLatin1String("DIST_MONITOR_NAME")},
    NamedFlag{Flag::HiddenAtomCache, QLatin1String("HIDDEN_ATOM_CACHE")},
    NamedFlag{Flag::NewFunTags, QLatin1String("NEW_FUN_TAGS")},
    NamedFlag{Flag::ExtendedPidsPorts, QLatin1String("EXTENDED_PIDS_PORTS")},
    NamedFlag{Flag::ExportPtrTag, QLatin1String("EXPORT_PTR_TAG")},
    NamedFlag{Flag::BitBinaries, QLatin1String("BIT_BINARIES")},
    NamedFlag{Flag::NewFloats, QLatin1String("NEW_FLOATS")},
    NamedFlag{Flag::UnicodeIo, QLatin1String("UNICODE_IO")},
    NamedFlag{Flag::DistHdrAtomCache, QLatin1String("DIST_HDR_ATOM_CACHE")},
    NamedFlag{Flag::SmallAtomTags, QLatin1String("SMALL_ATOM_TAGS")},
    NamedFlag{Flag::Utf8Atoms, QLatin1String("UTF8_ATOMS")},
    NamedFlag{Flag::MapTag, QLatin1String("MAP_TAG")},
    NamedFlag{Flag::BigCreation, QLatin1String("BIG_CREATION")},
    NamedFlag{Flag::SendSender, QLatin1String("SEND_SENDER")},
    NamedFlag{Flag::BigSeqtraceLabels, QLatin1String("BIG_SEQTRACE_LABELS")},
    NamedFlag{Flag::ExitPayload, QLatin1String("EXIT_PAYLOAD")},
    NamedFlag{Flag::Fragments, QLatin1String("FRAGMENTS")},
    NamedFlag{Flag::Handshake23, QLatin1String("HANDSHAKE_23")},
    NamedFlag{Flag::UnlinkId, QLatin1String("UNLINK_ID")},
    NamedFlag{Flag::Mandatory25Digest, QLatin1String("MANDATORY_25_DIGEST")},
    NamedFlag{Flag::Spawn, QLatin1String("SPAWN")},
    NamedFlag{Flag::NameMe, QLatin1String("NAME_ME")},
    NamedFlag{Flag::V4Nc, QLatin1String("V4_NC")},
    NamedFlag{Flag::Alias, QLatin1String("ALIAS")},
    NamedFlag{Flag::LocalExt, QLatin1String("LOCAL_EXT")},
    NamedFlag{Flag::AltactSig, QLatin1String("ALTACT_SIG")},
    NamedFlag{Flag::NativeRecords, QLatin1String("NATIVE_RECORDS")},
};

// What never counts as a capability of a link: a request, a shorthand, and what OTP keeps to itself.
constexpr Flags NoCapability = Flag::NameMe | Flag::Mandatory25Digest | Flag::LocalExt;

// What `ei` and JInterface of OTP 25 send (seen), without the bits that they may add for later releases.
constexpr Flags EiFlags{0x407074f9c};
constexpr Flags JInterfaceFlags{0x407070f94};
// The same of OTP 23.
constexpr Flags EiFlags23{0x1074f9c};
constexpr Flags JInterfaceFlags23{0x1070f94};

ReleaseGuess guessLibrary(Flags flags)
{
    const Flags known = flags.without(Flag::Published | Flag::NameMe);
    if (known == EiFlags)
        return {PeerKind::CNode, 25, 0, true};
    if (known == JInterfaceFlags)
        return {PeerKind::JavaNode, 25, 0, true};
    if (known == EiFlags23)
        return {PeerKind::CNode, 23, 24, false};
    if (known == JInterfaceFlags23)
        return {PeerKind::JavaNode, 23, 24, false};
    return {PeerKind::OtherClient, 0, 0, false};
}
} // namespace

Flags mandatoryFlags(int release)
{
    if (release <= 22)
        return masks::Mandatory21;
    if (release <= 24)
        return masks::Mandatory23;
    return release == 25 ? masks::Mandatory25 : masks::Mandatory26;
}

QString flagName(Flag flag)
{
    const auto found = std::find_if(NamedFlags.begin(), NamedFlags.end(),
                                    [flag](const NamedFlag &named) { return named.flag == flag; });
    return found != NamedFlags.end() ? QString(found->name) : QStringLiteral("BIT_%1").arg(int(flag));
}

QStringList flagNames(Flags flags)
{
    QStringList names;
    for (quint8 bit = 0; bit < 64; ++bit) {
        if (flags.contains(Flag(bit)))
            names.append(flagName(Flag(bit)));
    }
    return names;
}

Flags expanded(Flags flags)
{
    return flags.contains(Flag::Mandatory25Digest) ? flags | masks::Mandatory25 : flags;
}

Flags missingFlags(Flags offered, Flags required)
{
    return required.without(expanded(offered));
}

Flags agreed(Flags ours, Flags theirs)
{
    return (expanded(ours) & expanded(theirs)).without(NoCapability);
}

ReleaseGuess guessRelease(Flags peerFlags)
{
    // Of those that are not ours, only the BEAM keeps an atom cache for its peers.
    if (!peerFlags.contains(Flag::DistHdrAtomCache))
        return guessLibrary(peerFlags);
    const Flags known = peerFlags.without(Flag::Published | Flag::NameMe);
    if (peerFlags.contains(Flag::NativeRecords))
        return {PeerKind::Beam, 29, 0, known == masks::Default29};
    if (peerFlags.contains(Flag::AltactSig))
        return {PeerKind::Beam, 28, 28, false};
    if (peerFlags.contains(Flag::Mandatory25Digest))
        return {PeerKind::Beam, 25, 27, known == masks::Default25};
    if (peerFlags.contains(Flag::V4Nc))
        return {PeerKind::Beam, 24, 24, false};
    if (peerFlags.contains(Flag::Handshake23))
        return {PeerKind::Beam, 23, 23, known == masks::Default23};
    return {PeerKind::Beam, 0, 22, false};
}

QDebug operator<<(QDebug debug, Flags flags)
{
    QDebugStateSaver saver(debug);
    return debug.nospace().noquote() << "Flags(" << flagNames(flags).join(u'|') << ')';
}

} // namespace nodescope::protocol
