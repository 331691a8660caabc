#include "doctor/SettingWords.h"

#include <QCoreApplication>

#include "base/SafeText.h"

namespace nodescope::doctor {

using cluster::SettingPair;

namespace {
/// Their context is that of the window's words, where they come from.
class SettingTitles
{
    Q_DECLARE_TR_FUNCTIONS(DoctorWords)
};

class SettingWords
{
    Q_DECLARE_TR_FUNCTIONS(SettingWords)
};

/// The words that PairSettings makes for values; each belongs to some settings only.
QString valueOf(const QString &setting, const QString &value)
{
    const auto is = [&setting](const char *name) { return setting == QLatin1String(name); };
    const auto says = [&value](const char *word) { return value == QLatin1String(word); };
    if (is("allowed") && says("all"))
        return SettingWords::tr("all", "nodes are allowed");
    if (is("listen_ports") && says("any"))
        return SettingWords::tr("any", "port");
    if (is("flags") && says("none"))
        return SettingWords::tr("none", "flags are missing");
    if (is("net_kernel") && says("answers"))
        return SettingWords::tr("answers");
    if (is("net_kernel") && says("silent"))
        return SettingWords::tr("silent");
    if (is("link") && says("hidden"))
        return SettingWords::tr("hidden", "link");
    if (is("link") && says("up"))
        return SettingWords::tr("up", "link");
    if (is("link") && says("absent"))
        return SettingWords::tr("absent", "link");
    if (is("own_epmd") && says("not listed"))
        return SettingWords::tr("not listed");
    if (is("own_epmd") && says("unreachable"))
        return SettingWords::tr("unreachable");
    const QLatin1String port("port ");
    if (is("own_epmd") && value.startsWith(port))
        return SettingWords::tr("port %1").arg(value.mid(port.size()));
    const QLatin1String none("no cacertfile");
    if (is("tls_client") && value.startsWith(none))
        return SettingWords::tr("no cacertfile") + value.mid(none.size());
    return value;
}

/// Only whether the two are alike is known, by a digest.
SettingValues cookiesOf(const SettingPair &pair)
{
    if (!pair.differs)
        return {SettingWords::tr("the same cookie"), SettingWords::tr("the same cookie")};
    const QString text = SettingWords::tr("cookie %1 of 2 different ones");
    return {text.arg(pair.a), text.arg(pair.b)};
}
} // namespace

SettingValues valuesOf(const SettingPair &pair)
{
    if (pair.setting == QLatin1String("cookie") && !pair.a.isEmpty() && !pair.b.isEmpty())
        return cookiesOf(pair);
    return {valueOf(pair.setting, pair.a), valueOf(pair.setting, pair.b)};
}

QString titleOfSetting(const QString &setting)
{
    const struct
    {
        QLatin1String identifier;
        QString title;
    } table[] = {
        {QLatin1String("cookie"), SettingTitles::tr("cookie for the other")},
        {QLatin1String("name_mode"), SettingTitles::tr("name mode")},
        {QLatin1String("net_ticktime"), SettingTitles::tr("tick time")},
        {QLatin1String("proto_dist"), SettingTitles::tr("transport")},
        {QLatin1String("tls_client"), SettingTitles::tr("TLS options as a client")},
        {QLatin1String("allowed"), SettingTitles::tr("list of allowed nodes")},
        {QLatin1String("net_kernel"), QStringLiteral("net_kernel")},
        {QLatin1String("otp_release"), SettingTitles::tr("OTP release")},
        {QLatin1String("erts"), SettingTitles::tr("runtime system")},
        {QLatin1String("elixir"), QStringLiteral("Elixir")},
        {QLatin1String("flags"), SettingTitles::tr("flags that the other demands and it lacks")},
        {QLatin1String("dist_listen"), SettingTitles::tr("listens for other nodes")},
        {QLatin1String("listen_ports"), SettingTitles::tr("ports it may listen at")},
        {QLatin1String("epmd_port"), SettingTitles::tr("EPMD’s port")},
        {QLatin1String("epmd_module"), SettingTitles::tr("module that asks EPMD")},
        {QLatin1String("start_epmd"), SettingTitles::tr("starts EPMD")},
        {QLatin1String("own_epmd"), SettingTitles::tr("its own entry at its EPMD")},
        {QLatin1String("resolves"), SettingTitles::tr("resolves the other’s host")},
        {QLatin1String("epmd_answer"), SettingTitles::tr("EPMD’s answer for the other")},
        {QLatin1String("port_opens"), SettingTitles::tr("reaches the other’s port")},
        {QLatin1String("link"), SettingTitles::tr("sees a link to the other")},
    };
    for (const auto &entry : table) {
        if (entry.identifier == setting)
            return entry.title;
    }
    // The rest are called by their kernel parameter.
    return base::safeText(setting, 60);
}

} // namespace nodescope::doctor
