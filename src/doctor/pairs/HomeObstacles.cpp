#include "doctor/pairs/PairRules.h"

namespace nodescope::doctor {

using namespace cluster;
using NameMode = NodeSettings::NameMode;

namespace {

// A's own refusals come within milliseconds; nothing was sent that could be waited for.
constexpr base::Duration AtOnce = std::chrono::seconds(3);

QString identifier(const QString &setting, const QString &value)
{
    return setting + QStringLiteral(": ") + value;
}

void addStuck(const PairEvidence &evidence, QList<Obstacle> &into)
{
    if (evidence.ofA.netKernelAnswers != false)
        return;
    const QString silence = QStringLiteral("net_kernel silent for 3 s");
    into.append({{Cause::NetKernelStuck, Certainty::AlmostCertain, Rung::NameMode, silence, silence, {}},
                 {QStringLiteral("net_kernel")}});
}

void addNameModes(const PairEvidence &evidence, QList<Obstacle> &into)
{
    const QString host = evidence.b.host();
    NameMode mode = evidence.ofA.nameMode;
    Certainty certainty = Certainty::Certain;
    // A short name has no dot; whether an undotted name is long, only its node knows.
    if (mode == NameMode::Unknown && evidence.a.isLong()) {
        mode = NameMode::Long;
        certainty = Certainty::AlmostCertain;
    }
    const QString mine = identifier(QStringLiteral("name_mode"), identifierOf(mode));
    if (mode == NameMode::Short && host.contains(u'.'))
        into.append({{Cause::ShortDialsLong, certainty, Rung::NameMode, mine, host, {}},
                     {QStringLiteral("name_mode")}});
    if (mode == NameMode::Long && !evidence.b.isLong())
        into.append({{Cause::LongDialsShort, certainty, Rung::NameMode, mine, host, {}},
                     {QStringLiteral("name_mode")}});
}

void addOwnList(const PairEvidence &evidence, QList<Obstacle> &into)
{
    const auto &allowed = evidence.ofA.allowed;
    if (!allowed || allowsDialling(*allowed, evidence.b))
        return;
    into.append({{Cause::NotAllowedByList,
                  Certainty::Certain,
                  Rung::NameMode,
                  QStringLiteral("%1 is not on the list of %2").arg(evidence.b.text(), evidence.a.text()),
                  evidence.a.text(),
                  {}},
                 {QStringLiteral("allowed")}});
}

void addTlsOptions(const PairEvidence &evidence, QList<Obstacle> &into)
{
    const NodeSettings &a = evidence.ofA;
    if (a.usesTls() != true || a.releaseNumber() < 26 || !a.tls || a.tls->client.authorities ||
        a.tls->client.verify == QLatin1String("verify_none"))
        return;
    const bool refusedAtOnce =
        evidence.attempt == PairEvidence::Attempt::Refused && evidence.elapsed < AtOnce;
    const QString missing = QStringLiteral("client: no cacertfile");
    into.append({{Cause::TlsClientOptions,
                  refusedAtOnce ? Certainty::Certain : Certainty::AlmostCertain,
                  Rung::TransportAsExpected,
                  missing,
                  missing,
                  {}},
                 {QStringLiteral("tls_client")}});
}

} // namespace

bool allowsDialling(const QStringList &allowed, const base::NodeName &peer)
{
    return allowed.isEmpty() || allowed.contains(peer.text());
}

bool allowsCaller(const QStringList &allowed, const base::NodeName &caller)
{
    return allowsDialling(allowed, caller) || allowed.contains(caller.host()) ||
           allowed.contains(caller.name() + u'@');
}

// A refuses before it looks anything up: the rung of the name is the last that it climbs.
QList<Obstacle> obstaclesAtHome(const PairEvidence &evidence)
{
    QList<Obstacle> found;
    addStuck(evidence, found);
    addOwnList(evidence, found);
    addNameModes(evidence, found);
    addTlsOptions(evidence, found);
    return found;
}

} // namespace nodescope::doctor
