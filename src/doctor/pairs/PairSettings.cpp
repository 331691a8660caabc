#include <algorithm>

#include "doctor/pairs/PairRules.h"
#include "doctor/pairs/PairVerdict.h"

namespace nodescope::doctor {

using namespace cluster;

namespace {

QString yesNo(std::optional<bool> value)
{
    return !value ? QString() : *value ? QStringLiteral("true") : QStringLiteral("false");
}

template<typename Number>
QString number(std::optional<Number> value)
{
    return value ? QString::number(*value) : QString();
}

QString allowedText(const NodeSettings &settings)
{
    if (!settings.allowed)
        return {};
    return settings.allowed->isEmpty() ? QStringLiteral("all") : settings.allowed->join(u' ').left(500);
}

QString listenPorts(const NodeSettings &settings)
{
    if (settings.fixedPort)
        return QString::number(*settings.fixedPort);
    if (!settings.listenMin)
        return settings.source == NodeSettings::Source::Probe ? QStringLiteral("any") : QString();
    return QStringLiteral("%1-%2")
        .arg(*settings.listenMin)
        .arg(settings.listenMax.value_or(*settings.listenMin));
}

QString tlsClient(const NodeSettings &settings)
{
    if (settings.usesTls() != true || !settings.tls)
        return {};
    const NodeSettings::TlsRole &client = settings.tls->client;
    return (client.authorities ? QStringLiteral("cacertfile") : QStringLiteral("no cacertfile")) +
           (client.verify.isEmpty() ? QString() : QStringLiteral(", ") + client.verify);
}

QString ownEpmd(const NodeSettings &settings)
{
    switch (settings.ownEpmd) {
    case NodeSettings::OwnEpmd::Listed:
        return QStringLiteral("port %1").arg(settings.ownEpmdPort);
    case NodeSettings::OwnEpmd::NotListed:
        return QStringLiteral("not listed");
    case NodeSettings::OwnEpmd::Unreachable:
        return QStringLiteral("unreachable");
    case NodeSettings::OwnEpmd::Unknown:
        break;
    }
    return {};
}

QString linkSeen(const NodeSettings &settings, const base::NodeName &peer)
{
    if (!settings.visible)
        return {};
    if (settings.isHiddenlyConnectedTo(peer))
        return QStringLiteral("hidden");
    return settings.isConnectedTo(peer) ? QStringLiteral("up") : QStringLiteral("absent");
}

QString lacks(const NodeSettings &settings, const NodeSettings &other)
{
    if (!settings.flags || other.releaseNumber() == 0)
        return {};
    const auto missing = protocol::mandatoryFlags(other.releaseNumber()).without(*settings.flags);
    return missing.isEmpty() ? QStringLiteral("none")
                             : protocol::flagNames(missing).join(QLatin1String(", "));
}

QString netKernel(const NodeSettings &settings)
{
    if (!settings.netKernelAnswers)
        return {};
    return *settings.netKernelAnswers ? QStringLiteral("answers") : QStringLiteral("silent");
}

/// Collects rows; `differs` is not said of what is about the other node.
class Rows
{
public:
    void compare(const char *setting, const QString &a, const QString &b) { add(setting, a, b, true); }
    void show(const char *setting, const QString &a, const QString &b) { add(setting, a, b, false); }
    QList<SettingPair> take() { return std::move(m_rows); }

private:
    void add(const char *setting, const QString &a, const QString &b, bool comparable)
    {
        if (a.isEmpty() && b.isEmpty())
            return;
        const bool differs = comparable && !a.isEmpty() && !b.isEmpty() && a != b;
        m_rows.append(SettingPair{QLatin1String(setting), a, b, differs, false});
    }

    QList<SettingPair> m_rows;
};

void addSettings(const NodeSettings &a, const NodeSettings &b, Rows &rows)
{
    const auto protocols = [](const NodeSettings &of) {
        return of.protocols.value_or(QStringList()).join(u' ').left(200);
    };
    rows.compare("name_mode", identifierOf(a.nameMode), identifierOf(b.nameMode));
    rows.compare("proto_dist", protocols(a), protocols(b));
    rows.compare("tls_client", tlsClient(a), tlsClient(b));
    rows.show("allowed", allowedText(a), allowedText(b));
    rows.compare("net_kernel", netKernel(a), netKernel(b));
    rows.compare("otp_release", a.release, b.release);
    rows.compare("erts", a.erts, b.erts);
    rows.compare("elixir", a.elixir, b.elixir);
    rows.show("flags", lacks(a, b), lacks(b, a));
    rows.compare("net_ticktime", number(a.netTickTime), number(b.netTickTime));
    rows.compare("connect_all", yesNo(a.connectAll), yesNo(b.connectAll));
    rows.compare("dist_auto_connect", a.autoConnect, b.autoConnect);
    rows.compare("prevent_overlapping_partitions", yesNo(a.preventsPartitions), yesNo(b.preventsPartitions));
    rows.compare("dist_listen", yesNo(a.listens), yesNo(b.listens));
    rows.show("listen_ports", listenPorts(a), listenPorts(b));
    rows.compare("epmd_port", number(a.epmdPort), number(b.epmdPort));
    rows.compare("erl_epmd_port", number(a.fixedPort), number(b.fixedPort));
    rows.compare("epmd_module", a.epmdModule, b.epmdModule);
    rows.compare("start_epmd", yesNo(a.startsEpmd), yesNo(b.startsEpmd));
    rows.show("own_epmd", ownEpmd(a), ownEpmd(b));
}

void addViews(const PairEvidence &evidence, Rows &rows)
{
    const PeerView a = evidence.ofA.view.value_or(PeerView());
    const PeerView b = evidence.ofB.view.value_or(PeerView());
    const auto opens = [](const PeerView &view) {
        return view.portOpens ? (*view.portOpens ? QStringLiteral("true") : view.portAnswer) : QString();
    };
    rows.show("resolves", a.resolution, b.resolution);
    rows.show("epmd_answer", a.epmdAnswer, b.epmdAnswer);
    rows.show("port_opens", opens(a), opens(b));
    rows.compare("link", linkSeen(evidence.ofA, evidence.b), linkSeen(evidence.ofB, evidence.a));
}

/// The settings that the verdict rests on.
QStringList explaining(const PairEvidence &evidence)
{
    const Diagnosis verdict = diagnose(evidence);
    QStringList settings;
    if (verdict.ok()) {
        if (verdict.detail == QLatin1String("hidden"))
            settings.append(QStringLiteral("link"));
    } else if (verdict.cause == Cause::AutoConnectOff) {
        settings.append(QStringLiteral("dist_auto_connect"));
    } else {
        const QList<Obstacle> obstacles = obstaclesOf(evidence);
        for (const Obstacle &obstacle : obstacles) {
            if (obstacle.verdict.certainty != Certainty::CannotDistinguish)
                settings += obstacle.settings;
        }
    }
    if (verdict.ok() && verdict.detail == QLatin1String("auto_connect_off"))
        settings.append(QStringLiteral("dist_auto_connect"));
    return settings;
}

int rank(const SettingPair &row)
{
    return row.explains ? 0 : row.differs ? 1 : 2;
}

} // namespace

QList<SettingPair> settingsOf(const PairEvidence &evidence)
{
    Rows rows;
    if (const std::optional<bool> equal = evidence.cookiesEqual())
        rows.compare("cookie", QStringLiteral("1"), *equal ? QStringLiteral("1") : QStringLiteral("2"));
    addSettings(evidence.ofA, evidence.ofB, rows);
    addViews(evidence, rows);
    QList<SettingPair> all = rows.take();
    const QStringList reasons = explaining(evidence);
    for (SettingPair &row : all)
        row.explains = reasons.contains(row.setting);
    std::stable_sort(all.begin(), all.end(),
                     [](const SettingPair &x, const SettingPair &y) { return rank(x) < rank(y); });
    return all;
}

} // namespace nodescope::doctor
