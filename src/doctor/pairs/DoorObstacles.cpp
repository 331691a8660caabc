#include <QVersionNumber>

#include "doctor/DialVerdict.h"
#include "doctor/pairs/PairRules.h"

namespace nodescope::doctor {

using namespace cluster;
using Attempt = PairEvidence::Attempt;

namespace {

bool wasRefused(const PairEvidence &evidence)
{
    return evidence.attempt == Attempt::Refused || evidence.attempt == Attempt::NoAnswer;
}

void addTransports(const PairEvidence &evidence, QList<Obstacle> &into)
{
    const auto tlsOfA = evidence.ofA.usesTls();
    const auto tlsOfB = evidence.ofB.usesTls();
    const QString both =
        QStringLiteral("%1, %2").arg(evidence.ofA.protocols.value_or(QStringList()).join(u' '),
                                     evidence.ofB.protocols.value_or(QStringList()).join(u' '));
    if (tlsOfA && tlsOfB && *tlsOfA != *tlsOfB)
        into.append({{Cause::TlsPlainMixed, Certainty::Certain, Rung::TransportAsExpected, both, both, {}},
                     {QStringLiteral("proto_dist")}});
    // IPv4 may reach a socket for both; the other way round it was refused wherever it was seen. So only
    // an attempt that failed makes it the likely cause.
    if (evidence.ofA.usesIpv6() == true && evidence.ofB.usesIpv6() == false && wasRefused(evidence))
        into.append({{Cause::IpVersionMixed, Certainty::AlmostCertain, Rung::PortReachable, both, both, {}},
                     {QStringLiteral("proto_dist")}});
}

/// OTP 23 and 24 take a node at a fixed port for an old one and open the handshake in the old way; 25.0 to
/// 25.2 hang up on that.
void addPortDefect(const PairEvidence &evidence, QList<Obstacle> &into)
{
    const int release = evidence.ofA.releaseNumber();
    const bool oldCaller = evidence.ofA.fixedPort && (release == 23 || release == 24);
    const auto kernel = QVersionNumber::fromString(evidence.ofB.kernel);
    const bool mended = kernel.isNull() || kernel >= QVersionNumber(8, 5, 4);
    if (!oldCaller || evidence.ofB.releaseNumber() != 25 || mended)
        return;
    const QString fact = QStringLiteral("kernel-%1").arg(evidence.ofB.kernel);
    into.append({{Cause::EpmdPortDefect,
                  release == 23 ? Certainty::Certain : Certainty::AlmostCertain,
                  Rung::Status,
                  fact,
                  fact,
                  {}},
                 {QStringLiteral("erl_epmd_port"), QStringLiteral("otp_release")}});
}

void addTheirNetKernel(const PairEvidence &evidence, QList<Obstacle> &into)
{
    if (evidence.ofB.netKernelAnswers != false)
        return;
    const QString fact = QStringLiteral("net_kernel of %1 silent for 3 s").arg(evidence.b.text());
    into.append({{Cause::NetKernelStuck, Certainty::AlmostCertain, Rung::Status, fact, fact, {}},
                 {QStringLiteral("net_kernel")}});
}

void addTheirList(const PairEvidence &evidence, QList<Obstacle> &into)
{
    const auto &allowed = evidence.ofB.allowed;
    if (!allowed || allowsCaller(*allowed, evidence.a))
        return;
    into.append({{Cause::NotAllowedByList,
                  Certainty::Certain,
                  Rung::Status,
                  QStringLiteral("%1 is not on the list of %2").arg(evidence.a.text(), evidence.b.text()),
                  evidence.b.text(),
                  {}},
                 {QStringLiteral("allowed")}});
}

/// Releases whose demands were read from running nodes; those of the others follow from their neighbours.
bool wasSeen(int release)
{
    return release == 23 || release == 25 || release == 27 || release == 29;
}

void addFlags(const PairEvidence &evidence, QList<Obstacle> &into)
{
    const auto lackOf = [](const std::optional<protocol::Flags> &flags, int release) {
        if (!flags || release == 0)
            return protocol::Flags();
        return protocol::mandatoryFlags(release).without(*flags);
    };
    const int a = evidence.ofA.releaseNumber();
    const int b = evidence.ofB.releaseNumber();
    const protocol::Flags lacking = lackOf(evidence.ofB.flags, a) | lackOf(evidence.ofA.flags, b);
    if (lacking.isEmpty())
        return;
    const QString names = protocol::flagNames(lacking).join(QLatin1String(", "));
    const bool sure = (a == 0 || wasSeen(a)) && (b == 0 || wasSeen(b));
    into.append({{Cause::FlagsMissing,
                  sure ? Certainty::Certain : Certainty::AlmostCertain,
                  Rung::NameAndFlags,
                  names,
                  names,
                  {}},
                 {QStringLiteral("flags"), QStringLiteral("otp_release")}});
}

void addCookies(const PairEvidence &evidence, QList<Obstacle> &into)
{
    const QStringList settings{QStringLiteral("cookie")};
    if (evidence.cookiesEqual() == false) {
        const Cause cause = evidence.cookiesCross() ? Cause::CookieCrossed : Cause::CookieMismatch;
        into.append({{cause,
                      Certainty::Certain,
                      Rung::OurDigest,
                      QStringLiteral("the two digests differ"),
                      QStringLiteral("the two digests differ"),
                      {}},
                     settings});
        return;
    }
    if (evidence.cookiesEqual() || !evidence.ourAttempt)
        return;
    const Diagnosis ours = diagnose(*evidence.ourAttempt);
    if (ours.cause != Cause::CookieMismatch)
        return;
    // B may keep a cookie of its own for A, which our digest says nothing of.
    const bool likely = evidence.triedCookieOfA == true && wasRefused(evidence);
    const QString refused = QStringLiteral("refused the cookie of %1").arg(evidence.a.text());
    into.append({{Cause::CookieMismatch,
                  likely ? Certainty::AlmostCertain : Certainty::CannotDistinguish,
                  Rung::OurDigest,
                  refused,
                  refused,
                  {}},
                 settings});
}

/// Whether what stopped our own attempt stops A too: it came before anybody was asked for a name, flags
/// or a cookie. (An allow list that excludes us says nothing of A, which has another name.)
bool stopsEverybody(Cause cause)
{
    switch (cause) {
    case Cause::HostUnresolvable:
    case Cause::EpmdUnreachable:
    case Cause::EpmdDefect:
    case Cause::NotRegistered:
    case Cause::DistPortBlocked:
    case Cause::StalePort:
    case Cause::AddressUnreachable:
        return true;
    default:
        return false;
    }
}

/// The same for those that speak as we did, encrypted or not.
bool stopsOurKind(Cause cause)
{
    return cause == Cause::NotANode || cause == Cause::TlsPlainMixed || cause == Cause::OtherNameAnswers ||
           cause == Cause::PeerSilent;
}

void addOurs(const PairEvidence &evidence, QList<Obstacle> &into)
{
    const auto &report = evidence.probe ? evidence.probe : evidence.ourAttempt;
    if (!report)
        return;
    const Diagnosis ours = diagnose(*report);
    const std::optional<RungResult> broken = ours.brokenRung();
    if (!broken)
        return;
    const bool alike = evidence.ofA.usesTls() == evidence.weUsedTls;
    const bool stops = stopsEverybody(ours.cause) || (alike && stopsOurKind(ours.cause));
    if (!stops && ours.cause != Cause::NotAllowedByList)
        return;
    // We stand elsewhere than A: only with its own failure does ours count, and as long as we share its
    // network.
    const bool sure = stops && wasRefused(evidence) && ours.certainty != Certainty::CannotDistinguish;
    into.append({{ours.cause, sure ? Certainty::AlmostCertain : Certainty::CannotDistinguish, broken->rung,
                  broken->evidence, ours.detail, ours.candidates},
                 QStringList()});
}

} // namespace

QList<Obstacle> obstaclesAtTheDoor(const PairEvidence &evidence)
{
    QList<Obstacle> found;
    addTransports(evidence, found);
    addTheirNetKernel(evidence, found);
    addPortDefect(evidence, found);
    addTheirList(evidence, found);
    addFlags(evidence, found);
    addCookies(evidence, found);
    // What others told is worth more than what we met from another place.
    if (found.isEmpty())
        addOurs(evidence, found);
    return found;
}

} // namespace nodescope::doctor
