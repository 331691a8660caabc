#include "doctor/LintText.h"
#include "doctor/LintWords.h"
#include "doctor/Quoting.h"
#include "doctor/RemedyParts.h"

namespace nodescope::doctor {

using namespace cluster;

namespace {

QString everywhere()
{
    return LintWords::tr("where each node is started");
}

/// The port of EPMD for a command; 0: the usual one, or none that all nodes share.
quint16 epmdPortOf(const LintFinding &finding)
{
    return finding.epmdPorts.size() == 1 ? finding.epmdPorts.front() : quint16(0);
}

/// `nodescope-cli doctor` with these words.
QString doctorCommand(const LintFinding &finding, const QString &words)
{
    const quint16 port = epmdPortOf(finding);
    const QString command = QStringLiteral("nodescope-cli doctor ") + words;
    return epmdPortOr(port) == epmdPortOr(0) ? command
                                             : command + QStringLiteral(" --epmd-port %1").arg(port);
}

/// The first node of the smallest group: the one to be changed.
base::NodeName odd(const LintFinding &finding)
{
    return finding.groups.isEmpty() ? base::NodeName() : finding.groups.back().nodes.value(0);
}

/// The two ends of the first link.
std::pair<QString, QString> ends(const LintFinding &finding)
{
    const QList<base::NodeName> nodes =
        finding.groups.isEmpty() ? QList<base::NodeName>() : finding.groups.front().nodes;
    return {nodes.value(0).text(), nodes.value(1).text()};
}

QList<Remedy> kernelParameter(const QString &text, const QString &parameter)
{
    return {{text, {vmArgs(everywhere(), QStringLiteral("-kernel ") + parameter)}}};
}

QList<Remedy> cookies(const LintFinding &finding)
{
    const QString where = inShellOf(odd(finding));
    return {{LintWords::tr("Start all nodes with one cookie, or give this one the cookie of the others:"),
             {elixir(where, QStringLiteral("Node.set_cookie(:the_cookie_of_the_others)")),
              erlang(where, QStringLiteral("erlang:set_cookie('the_cookie_of_the_others').")),
              vmArgs(everywhere(), QStringLiteral("-setcookie one_cookie_for_all"))}}};
}

QList<Remedy> gap(const LintFinding &finding)
{
    const auto [a, b] = ends(finding);
    const QString where =
        inShellOf(finding.groups.isEmpty() ? base::NodeName() : finding.groups.front().nodes.value(0));
    return {{LintWords::tr("Find out why the two do not connect, and repair the link:"),
             {shell(LintWords::tr("on this machine"),
                    doctorCommand(finding, QStringLiteral("%1 --from %2").arg(shellWord(b), shellWord(a)))),
              elixir(where, QStringLiteral("Node.connect(%1)").arg(elixirAtom(b))),
              erlang(where, QStringLiteral("net_kernel:connect_node(%1).").arg(erlangAtom(b)))}}};
}

QList<Remedy> openEpmd(const LintFinding &finding)
{
    QStringList ports;
    for (const quint16 port : finding.epmdPorts)
        ports.append(QString::number(port));
    if (ports.isEmpty())
        ports.append(QString::number(epmdPortOr(0)));
    return {
        {LintWords::tr("With all nodes on one host, keep EPMD to it; else let only the cluster’s hosts reach "
                       "EPMD’s port (%1) and the ports of the nodes:")
             .arg(ports.join(QStringLiteral(", "))),
         {shell(LintWords::tr("before EPMD is started"), QStringLiteral("export ERL_EPMD_ADDRESS=127.0.0.1")),
          vmArgs(everywhere(),
                 QStringLiteral("-kernel inet_dist_listen_min 9100 inet_dist_listen_max 9109"))}}};
}

QList<Remedy> certificates()
{
    return {{LintWords::tr("Have both roles check, and the server demand a certificate:"),
             {erlang(LintWords::tr("in the file of -ssl_dist_optfile"),
                     QStringLiteral("[{server, [{verify, verify_peer}, {fail_if_no_peer_cert, true},\n"
                                    "           {cacertfile, \"/etc/erlang/ca.pem\"}]},\n"
                                    " {client, [{verify, verify_peer}, {cacertfile, "
                                    "\"/etc/erlang/ca.pem\"}]}]."))}}};
}

QList<Remedy> absent(const LintFinding &finding)
{
    const QString node = odd(finding).text();
    return {{LintWords::tr("See how far a connection comes:"),
             {shell(LintWords::tr("on this machine"), doctorCommand(finding, shellWord(node)))}}};
}

QList<Remedy> oneSided(const LintFinding &finding)
{
    const auto [believer, other] = ends(finding);
    const QString where =
        inShellOf(finding.groups.isEmpty() ? base::NodeName() : finding.groups.front().nodes.value(0));
    return {
        {LintWords::tr("Compare once more after the tick time. If it stays so, have the end that believes in "
                       "the link drop it:"),
         {elixir(where, QStringLiteral("Node.disconnect(%1)").arg(elixirAtom(other))),
          erlang(where, QStringLiteral("erlang:disconnect_node(%1).").arg(erlangAtom(other)))}}};
}

} // namespace

QList<Remedy> remediesOf(const LintFinding &finding)
{
    switch (finding.rule) {
    case LintRule::MixedNameModes:
        return {{LintWords::tr("Start all nodes in one mode, best with long names:"),
                 {vmArgs(everywhere(),
                         QStringLiteral("-name app@host.example.org") + epmdArgument(epmdPortOf(finding))),
                  shell(everywhere(), epmdVariable(epmdPortOf(finding)) +
                                          QStringLiteral("iex --name app@host.example.org"))}}};
    case LintRule::TickTimesDiffer:
        return kernelParameter(LintWords::tr("Set the same time on all nodes:"),
                               QStringLiteral("net_ticktime 60"));
    case LintRule::CookieGroups:
        return cookies(finding);
    case LintRule::ReleasesTooFarApart:
        return {{LintWords::tr("Bring all nodes within two releases. This tells a node’s own:"),
                 {elixir(inShellOf(odd(finding)), QStringLiteral("System.otp_release()")),
                  erlang(inShellOf(odd(finding)), QStringLiteral("erlang:system_info(otp_release)."))}}};
    case LintRule::PreventionWithGaps:
        return gap(finding);
    case LintRule::PreventionDiffers:
        return kernelParameter(LintWords::tr("Set the same on all nodes; for a mesh without holes, true:"),
                               QStringLiteral("prevent_overlapping_partitions true"));
    case LintRule::ConnectAllDiffers:
        return kernelParameter(LintWords::tr("Set the same on all nodes; for a full mesh, true:"),
                               QStringLiteral("connect_all true"));
    case LintRule::EpmdOpen:
        return openEpmd(finding);
    case LintRule::CookieFileReadable:
        return {
            {LintWords::tr("Let the owner alone read it, and change the cookie, since others may know it:"),
             {shell(onHostOf(odd(finding)), QStringLiteral("chmod 400 ~/.erlang.cookie"))}}};
    case LintRule::TlsWithoutVerification:
        return certificates();
    case LintRule::TransportsDiffer:
        return {{LintWords::tr("Start all nodes with the same carrier:"),
                 {vmArgs(everywhere(), QStringLiteral("-proto_dist inet_tls\n"
                                                      "-ssl_dist_optfile /etc/erlang/ssl_dist.conf"))}}};
    case LintRule::AutoConnectOff:
        return {
            {LintWords::tr("Unless it is meant so, take the parameter away; or connect where it is needed:"),
             {elixir(inShellOf(odd(finding)), QStringLiteral("Node.connect(:\"b@host\")")),
              erlang(inShellOf(odd(finding)), QStringLiteral("net_kernel:connect_node('b@host')."))}}};
    case LintRule::CookieWeak:
        return {{LintWords::tr("Make a long random one, and give it to all nodes:"),
                 {shell(LintWords::tr("anywhere"),
                        QStringLiteral("head -c 24 /dev/urandom | base64 | tr -d '+/='"))}}};
    case LintRule::ExpectedAbsent:
        return absent(finding);
    case LintRule::OneSidedLink:
        break;
    }
    return oneSided(finding);
}

} // namespace nodescope::doctor
