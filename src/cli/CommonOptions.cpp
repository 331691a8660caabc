#include "cli/CommonOptions.h"

#include <QRegularExpression>

#include "cli/SafeText.h"
#include "cli/Words.h"
#include "dist/EpmdPort.h"

namespace nodescope::cli {

namespace {

constexpr const char *EpmdPortVariable = "ERL_EPMD_PORT";

std::optional<quint16> portOf(const QString &text)
{
    bool ok = false;
    const uint port = text.toUInt(&ok);
    if (!ok || port < 1 || port > 65535)
        return std::nullopt;
    return quint16(port);
}

/// A node's host may hold colons (IPv6), but not this one: `host:port` as elsewhere.
base::Result<base::NodeName, QString> withoutPort(const base::NodeName &name)
{
    static const QRegularExpression port(QStringLiteral("^([^:]*):([0-9]{1,5})$"));
    const QRegularExpressionMatch match = port.match(name.host());
    if (!match.hasMatch())
        return name;
    return base::Failure{Words::tr("the port of %1 stands by itself: write %2@%3 --dist-port %4")
                             .arg(safeText(name.text()), safeText(name.name()), safeText(match.captured(1)),
                                  match.captured(2))};
}

} // namespace

Option epmdPortOption()
{
    return {QStringLiteral("epmd-port"), QStringLiteral("PORT"),
            Words::tr("EPMD's port (default: ERL_EPMD_PORT, or 4369)")};
}

Option distPortOption()
{
    return {QStringLiteral("dist-port"), QStringLiteral("PORT"),
            Words::tr("the port of the nodes themselves, where there is no EPMD")};
}

Option cookieFileOption()
{
    return {
        QStringLiteral("cookie-file"), QStringLiteral("[NODE=]FILE"),
        Words::tr("the file that holds the cookie; may be given again for nodes that have another (default: "
                  "the environment variable NODESCOPE_COOKIE, or ~/.erlang.cookie for the hosts that you "
                  "name)")};
}

Option jsonOption()
{
    return {QStringLiteral("json"), {}, Words::tr("JSON instead of text")};
}

Option elixirOption()
{
    return {QStringLiteral("elixir"), {}, Words::tr("terms in Elixir's syntax instead of Erlang's")};
}

Option timeoutOption(const QString &help)
{
    return {QStringLiteral("timeout"), QStringLiteral("SECONDS"), help};
}

base::Result<quint16, QString> epmdPortOf(const Arguments &arguments)
{
    if (arguments.has(QStringLiteral("epmd-port"))) {
        const QString value = arguments.value(QStringLiteral("epmd-port"));
        if (const auto port = portOf(value))
            return *port;
        return base::Failure{
            Words::tr("--epmd-port takes a port from 1 to 65535, not %1").arg(safeText(value))};
    }
    const QString variable = qEnvironmentVariable(EpmdPortVariable);
    if (!variable.isEmpty() && !portOf(variable))
        return base::Failure{
            Words::tr("ERL_EPMD_PORT holds no port from 1 to 65535: %1").arg(safeText(variable))};
    return dist::defaultEpmdPort();
}

base::Result<quint16, QString> distPortOf(const Arguments &arguments)
{
    if (!arguments.has(QStringLiteral("dist-port")))
        return quint16(0);
    const QString value = arguments.value(QStringLiteral("dist-port"));
    if (const auto port = portOf(value))
        return *port;
    return base::Failure{Words::tr("--dist-port takes a port from 1 to 65535, not %1").arg(safeText(value))};
}

base::Result<Ports, QString> portsOf(const Arguments &arguments)
{
    const auto epmd = epmdPortOf(arguments);
    if (!epmd.ok())
        return base::Failure{epmd.error()};
    const auto dist = distPortOf(arguments);
    if (!dist.ok())
        return base::Failure{dist.error()};
    return Ports{*epmd, *dist};
}

base::Result<base::Duration, QString> secondsOf(const Arguments &arguments, const QString &option,
                                                base::Duration otherwise)
{
    constexpr double Year = 365.0 * 86400.0;
    if (!arguments.has(option))
        return otherwise;
    bool ok = false;
    const QString value = arguments.value(option);
    const double seconds = value.toDouble(&ok);
    if (!ok || !(seconds > 0.0) || seconds > Year)
        return base::Failure{
            Words::tr("--%1 takes a number of seconds, not %2").arg(option, safeText(value))};
    return std::chrono::duration_cast<base::Duration>(std::chrono::duration<double>(seconds));
}

base::Result<base::NodeName, QString> nodeOf(const QString &word)
{
    if (const auto name = base::NodeName::parse(word))
        return withoutPort(*name);
    return base::Failure{Words::tr("%1 is no node's name: write name@host").arg(safeText(word))};
}

base::Result<QList<base::NodeName>, QString> nodesOf(const QStringList &words)
{
    QList<base::NodeName> nodes;
    for (const QString &word : words) {
        const auto node = nodeOf(word);
        if (!node.ok())
            return base::Failure{node.error()};
        if (!nodes.contains(*node))
            nodes.append(*node);
    }
    return nodes;
}

} // namespace nodescope::cli
