#include "doctor/ladder/PeerFactsOf.h"

#include "doctor/DialRungs.h"

namespace nodescope::doctor {

using namespace protocol;

namespace {

QStringList featuresOf(const dist::DialReport &report, const ChallengeMessage &challenge)
{
    QStringList features;
    if (const auto *status = received<StatusMessage>(report); status) {
        if (status->status == HandshakeStatus::Named)
            features.append(QStringLiteral("gives dynamic names"));
        // Its allow list and its demands on flags were asked before the challenge; the cookie was not.
        features.append(QStringLiteral("lets us in, cookie aside"));
    }
    if (report.tls)
        features.append(report.tls->version);
    const std::pair<Flag, const char *> known[] = {{Flag::Spawn, "spawn requests"},
                                                   {Flag::Fragments, "fragments"},
                                                   {Flag::DistHdrAtomCache, "atom cache"},
                                                   {Flag::AltactSig, "priority signals"},
                                                   {Flag::NativeRecords, "native records"}};
    for (const auto &[flag, word] : known) {
        if (challenge.flags.contains(flag))
            features.append(QLatin1String(word));
    }
    return features;
}

} // namespace

QString likelyReleases(Flags flags, HandshakeVersion version)
{
    if (!flags.contains(Flag::DistHdrAtomCache) && !flags.contains(Flag::Spawn))
        return {}; // libraries for C and Java declare less
    if (version == HandshakeVersion::V5 || !flags.contains(Flag::Handshake23))
        return QStringLiteral("22 or earlier");
    if (flags.contains(Flag::NativeRecords))
        return QStringLiteral("29 or later");
    if (flags.contains(Flag::AltactSig))
        return QStringLiteral("28");
    if (flags.contains(Flag::Mandatory25Digest))
        return QStringLiteral("25 to 27");
    if (flags.contains(Flag::Alias))
        return QStringLiteral("24");
    return flags.contains(Flag::Spawn) ? QStringLiteral("23") : QString();
}

cluster::NodeKind kindTold(const dist::DialReport &report)
{
    const auto *challenge = received<ChallengeMessage>(report);
    if (!challenge || challenge->name != report.target.text())
        return cluster::NodeKind::Unknown;
    if (!challenge->flags.contains(Flag::DistHdrAtomCache) && !challenge->flags.contains(Flag::Spawn))
        return cluster::NodeKind::CNode;
    const bool latest = challenge->flags.contains(Flag::AltactSig);
    return latest ? cluster::NodeKind::Unknown : cluster::NodeKind::Beam;
}

cluster::PeerFacts factsOf(const dist::DialReport &report)
{
    cluster::PeerFacts facts;
    const auto *challenge = received<ChallengeMessage>(report);
    if (!challenge)
        return facts;
    facts.name = challenge->name;
    facts.flags = challenge->flags.bits();
    facts.creation = challenge->creation;
    facts.release = likelyReleases(challenge->flags, challenge->version);
    // To a caller with a dynamic name every node looks hidden: EPMD says what it is.
    if (report.registration)
        facts.hidden = report.registration->type == quint8(epmd::NodeType::Hidden);
    if (const auto *probed = report.as<dist::dial_end::Probed>())
        facts.missingFlags = flagNames(probed->result.missing);
    else if (const auto *failed = report.as<dist::dial_end::HandshakeFailed>()) {
        if (const auto *missing = failed->error.as<handshake_failure::FlagsMissing>())
            facts.missingFlags = flagNames(missing->missing);
    }
    facts.features = featuresOf(report, *challenge);
    return facts;
}

} // namespace nodescope::doctor
