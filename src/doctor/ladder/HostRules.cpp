// What names and addresses of hosts say, and this machine's own routes.

#include "doctor/ladder/LadderRules.h"

namespace nodescope::doctor {

using namespace cluster;
using dist::ConnectProblem;
using dist::DialReport;
namespace end = dist::dial_end;

namespace {

// No answer to ARP takes three seconds; a firewall's or a router's word takes none.
constexpr base::Duration AtOnce = std::chrono::milliseconds(500);

/// Whether the target's host is called as this machine is.
bool isOwnHost(const LadderEvidence &evidence)
{
    return !evidence.ownHost.isEmpty() &&
           evidence.target.host().compare(evidence.ownHost, Qt::CaseInsensitive) == 0;
}

bool nameServiceSilent(const LadderEvidence &evidence)
{
    const DialReport *report = failedOne(evidence);
    const auto *failure = report ? report->as<end::HostUnresolvable>() : nullptr;
    return !failure || failure->failure.timedOut ||
           failure->failure.detail.contains(QLatin1String("temporary failure"), Qt::CaseInsensitive);
}

} // namespace

bool looksLikeKubernetes(const QString &host)
{
    const QString lower = host.toLower();
    return lower.contains(QLatin1String(".svc.")) || lower.endsWith(QLatin1String(".svc")) ||
           lower.endsWith(QLatin1String(".cluster.local")) || lower.endsWith(QLatin1String(".pod"));
}

Verdict unreachable(Verdict verdict, const LadderEvidence &evidence)
{
    // This machine's own name leads to an address that it does not have (any more).
    if (isOwnHost(evidence) && !evidence.targetIsLocal && failedOne(evidence)) {
        addEvidence(verdict, QStringLiteral("not an address of this machine, whose name it is"));
        return sure(verdict, Cause::OwnHostChanged, Certainty::AlmostCertain);
    }
    if (evidence.noRoute == true) {
        addEvidence(verdict, QStringLiteral("no route"));
        return sure(verdict, Cause::AddressUnreachable, Certainty::Certain);
    }
    const DialReport *report = failedOne(evidence);
    const auto *failure = report ? report->as<end::EpmdUnreachable>() : nullptr;
    if (!failure || failure->failure.problem() != ConnectProblem::HostUnreachable)
        return verdict;
    for (const dist::FailedConnect &attempt : failure->failure.attempts) {
        if (attempt.problem == ConnectProblem::HostUnreachable && attempt.elapsed < AtOnce)
            return verdict; // a firewall says so, too
    }
    return sure(verdict, Cause::AddressUnreachable, Certainty::AlmostCertain);
}

Verdict unresolvable(Verdict verdict, const LadderEvidence &evidence)
{
    const QString host = evidence.target.host();
    if (!evidence.tests.shorterHost.isEmpty()) {
        addEvidence(verdict, QStringLiteral("%1 resolves to %2")
                                 .arg(host.section(u'.', 0, 0),
                                      evidence.tests.shorterHost.join(QStringLiteral(", "))));
    }
    // Only a cluster's own name service knows such names, and it has answered. Where it knows the service and
    // not the pod, the service is not headless; where it knows neither, the name may be wrong.
    if (looksLikeKubernetes(host) && !nameServiceSilent(evidence)) {
        if (evidence.tests.parentHost.isEmpty())
            return oneOf(verdict, {Cause::DnsWithoutRecord, Cause::HostUnresolvable});
        addEvidence(verdict,
                    QStringLiteral("%1 resolves to %2")
                        .arg(host.section(u'.', 1), evidence.tests.parentHost.join(QStringLiteral(", "))));
        return sure(verdict, Cause::DnsWithoutRecord, Certainty::AlmostCertain);
    }
    if (isOwnHost(evidence))
        return oneOf(verdict, {Cause::OwnHostChanged, Cause::HostUnresolvable});
    return verdict;
}

} // namespace nodescope::doctor
