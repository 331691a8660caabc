#include "doctor/pairs/PairRules.h"

namespace nodescope::doctor {

using namespace cluster;
using Attempt = PairEvidence::Attempt;

namespace {

// Set-ups that wait for an answer end with the set-up timer, 7 s by default.
constexpr base::Duration SetUpTime = std::chrono::milliseconds(6500);

/// Whether `global` may have parted them: both publish themselves, one prevents overlapping partitions,
/// and they still share a peer.
bool mayBeEvicted(const PairEvidence &evidence)
{
    const NodeSettings &a = evidence.ofA;
    const NodeSettings &b = evidence.ofB;
    if (!a.visible || !b.visible || (a.preventsPartitions != true && b.preventsPartitions != true))
        return false;
    return a.connectAll != false && b.connectAll != false && a.isHidden != true && b.isHidden != true;
}

/// What makes an attempt wait, rather than fail at once.
QList<Cause> slowSuspects(const PairEvidence &evidence)
{
    QList<Cause> causes;
    // A set-up ends by its own timer: where A says nothing at all, its net_kernel is the first to ask for.
    if (!evidence.knowsB() || evidence.attempt == Attempt::NoAnswer)
        causes.append(Cause::NetKernelStuck);
    if (!evidence.ofA.view || evidence.ofA.view->portOpens != true)
        causes.append(Cause::DistPortBlocked);
    causes.append(Cause::PeerSilent);
    return causes;
}

} // namespace

QList<Obstacle> obstaclesOf(const PairEvidence &evidence)
{
    return obstaclesAtHome(evidence) + obstaclesOnTheWay(evidence) + obstaclesAtTheDoor(evidence);
}

QList<Cause> suspectsOf(const PairEvidence &evidence)
{
    const NodeSettings &a = evidence.ofA;
    const NodeSettings &b = evidence.ofB;
    QList<Cause> causes;
    const auto add = [&causes](bool possible, Cause cause) {
        if (possible && !causes.contains(cause))
            causes.append(cause);
    };
    const bool tried = evidence.attempt != Attempt::NotTried;
    if (tried && evidence.elapsed >= SetUpTime)
        causes = slowSuspects(evidence);
    const QString never = QStringLiteral("never");
    add(!tried && (a.autoConnect == QLatin1String("once") || b.autoConnect == never), Cause::AutoConnectOff);
    add(!tried && mayBeEvicted(evidence), Cause::GlobalEvicted);
    add(!evidence.cookiesEqual(), Cause::CookieMismatch);
    add(!b.allowed || !a.allowed, Cause::NotAllowedByList);
    add(!a.usesTls() || !b.usesTls(), Cause::TlsPlainMixed);
    add(a.usesTls() == true && b.usesTls() != false, Cause::TlsCertificate);
    add(a.usesIpv6() && b.usesIpv6() && *a.usesIpv6() != *b.usesIpv6(), Cause::IpVersionMixed);
    add(!a.view || a.view->portOpens != true, Cause::DistPortBlocked);
    add(!a.flags || !b.flags || !evidence.knowsA() || !evidence.knowsB(), Cause::FlagsMissing);
    add(!evidence.knowsA(), Cause::HostUnresolvable);
    add(!evidence.knowsA(), Cause::EpmdUnreachable);
    add(a.isConnectedTo(evidence.b) != b.isConnectedTo(evidence.a), Cause::AlreadyConnected);
    return causes;
}

} // namespace nodescope::doctor
