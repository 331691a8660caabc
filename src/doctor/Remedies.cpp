#include "doctor/CauseText.h"
#include "doctor/CauseWords.h"

#include "doctor/Quoting.h"
#include "doctor/RemedyParts.h"
#include "doctor/SettingText.h"

namespace nodescope::doctor {

using base::NodeName;
using cluster::Cause;
using cluster::Diagnosis;

namespace {
QList<Remedy> allowList(const Diagnosis &diagnosis)
{
    // The dialling node has a list, too: it dials nobody who is not on it.
    const bool isOwn = !isOurs(diagnosis) && diagnosis.detail == diagnosis.from.text();
    const NodeName keeper = isOwn ? diagnosis.from : diagnosis.to;
    const QString caller = isOurs(diagnosis) ? QStringLiteral("nodescope_host")
                           : isOwn           ? diagnosis.to.text()
                                             : diagnosis.from.text();
    return {{isOwn ? CauseWords::tr("Add the other node to the list of the dialling one:")
                   : CauseWords::tr(
                         "Add the caller to the list. A node with a dynamic name, as this program, is let "
                         "in by its host:"),
             {elixir(inShellOf(keeper), QStringLiteral(":net_kernel.allow([%1])").arg(elixirAtom(caller))),
              erlang(inShellOf(keeper), QStringLiteral("net_kernel:allow([%1]).").arg(erlangAtom(caller)))}},
            {CauseWords::tr("Show the list:"),
             {elixir(inShellOf(keeper), QStringLiteral(":net_kernel.allowed()")),
              erlang(inShellOf(keeper), QStringLiteral("net_kernel:allowed()."))}}};
}

QList<Remedy> releases(const NodeName &to)
{
    return {{CauseWords::tr("Compare the releases, and bring them within two of each other:"),
             {elixir(inShellOf(to), QStringLiteral("System.otp_release()")),
              erlang(inShellOf(to), QStringLiteral("erlang:system_info(otp_release).")),
              shell(onHostOf(to),
                    QStringLiteral(
                        "erl -noshell -eval 'io:put_chars(erlang:system_info(otp_release)), halt().'"))}}};
}

QList<Remedy> epmd(const NodeName &to, quint16 port)
{
    return {
        {CauseWords::tr(
             "See whether EPMD runs there, and start it where it does not (a starting node does so by "
             "itself):"),
         {shell(onHostOf(to), epmdCommand(port, QStringLiteral("-names || ")) +
                                  epmdCommand(port, QStringLiteral("-daemon"))),
          elixir(inAnyShell(port), QStringLiteral(":erl_epmd.names(~c%1)").arg(quotedString(to.host()))),
          erlang(inAnyShell(port), QStringLiteral("erl_epmd:names(%1).").arg(quotedString(to.host())))}},
        {CauseWords::tr("If it listens at another port than %1, say so to this program (--epmd-port) and to "
                        "every node. This shows the port:")
             .arg(epmdPortOr(port)),
         {shell(onHostOf(to), QStringLiteral("ss -ltnp | grep epmd")),
          shell(CauseWords::tr("before nodes are started"),
                QStringLiteral("export ERL_EPMD_PORT=the_port_of_epmd"))}}};
}

QList<Remedy> host(const NodeName &to, quint16 epmdPort)
{
    return {{CauseWords::tr("See what the name leads to:"),
             {shell(CauseWords::tr("on this machine"),
                    QStringLiteral("getent hosts %1").arg(shellWord(to.host()))),
              elixir(CauseWords::tr("in any shell"),
                     QStringLiteral(":inet.getaddr(~c%1, :inet)").arg(quotedString(to.host()))),
              erlang(CauseWords::tr("in any shell"),
                     QStringLiteral("inet:getaddr(%1, inet).").arg(quotedString(to.host())))}},
            {CauseWords::tr("Or start the node under an address that can be reached:"),
             {vmArgs(whenStarting(to),
                     QStringLiteral("-name %1@192.0.2.10").arg(to.name()) + epmdArgument(epmdPort)),
              shell(whenStarting(to),
                    epmdVariable(epmdPort) +
                        QStringLiteral("iex --name %1")
                            .arg(shellWord(QString(to.name() + QStringLiteral("@192.0.2.10")))))}}};
}

/// To be started so that it registers at that port.
QList<Snippet> startingAt(const NodeName &node, quint16 port)
{
    return {shell(onHostOf(node), epmdVariable(port) + QStringLiteral("iex %1 %2")
                                                           .arg(node.isLong() ? QStringLiteral("--name")
                                                                              : QStringLiteral("--sname"),
                                                                shellWord(node.text()))),
            vmArgs(whenStarting(node),
                   QStringLiteral("%1 %2").arg(
                       node.isLong() ? QStringLiteral("-name") : QStringLiteral("-sname"), node.text()) +
                       epmdArgument(port))};
}

QList<Remedy> registration(const Diagnosis &diagnosis)
{
    const NodeName &to = diagnosis.to;
    const quint16 port = diagnosis.epmdPort;
    if (const quint16 other = otherEpmdPort(diagnosis); other != 0) {
        return {{CauseWords::tr("Start both with one port of EPMD, here the one of %1:").arg(to.text()),
                 startingAt(diagnosis.from, other)},
                {CauseWords::tr("See who is registered there:"),
                 {shell(onHostOf(to), epmdCommand(other, QStringLiteral("-names")))}}};
    }
    return {{CauseWords::tr("List what EPMD knows there, and dial one of those names:"),
             {shell(onHostOf(to), epmdCommand(port, QStringLiteral("-names"))),
              elixir(inAnyShell(port), QStringLiteral(":net_adm.names(~c%1)").arg(quotedString(to.host()))),
              erlang(inAnyShell(port), QStringLiteral("net_adm:names(%1).").arg(quotedString(to.host())))}},
            {CauseWords::tr("Or start the node:"), startingAt(to, port)}};
}

QList<Remedy> port(const NodeName &to, quint16 epmdPort)
{
    return {{CauseWords::tr("Pin the node’s port, and let it through the firewall beside %1:")
                 .arg(epmdPortOr(epmdPort)),
             {vmArgs(whenStarting(to),
                     QStringLiteral("-kernel inet_dist_listen_min 9100\n-kernel inet_dist_listen_max 9109")),
              elixir(CauseWords::tr("in config/runtime.exs it is too late; in rel/env.sh.eex"),
                     QStringLiteral("export ELIXIR_ERL_OPTIONS=\"-kernel inet_dist_listen_min 9100 "
                                    "inet_dist_listen_max 9109\"")),
              shell(onHostOf(to), epmdCommand(epmdPort, QStringLiteral("-names\nss -ltn")))}}};
}

QList<Remedy> whoListens(const NodeName &to, quint16 epmdPort)
{
    return {{CauseWords::tr("Find out who holds the port:"),
             {shell(onHostOf(to), epmdCommand(epmdPort, QStringLiteral("-names\nss -ltnp")))}}};
}

QList<Remedy> transport(const NodeName &to)
{
    return {{CauseWords::tr("See how the node was started, and start both sides alike:"),
             {elixir(inShellOf(to), QStringLiteral(":init.get_argument(:proto_dist)")),
              erlang(inShellOf(to), QStringLiteral("init:get_argument(proto_dist).")),
              vmArgs(CauseWords::tr("where both are started"),
                     QStringLiteral("-proto_dist inet_tls\n-ssl_dist_optfile /etc/erlang/ssl_dist.conf"))}}};
}

QList<Remedy> certificate(const Diagnosis &diagnosis)
{
    const NodeName &to = diagnosis.to;
    if (diagnosis.detail.startsWith(QLatin1String("own_"))) {
        return {{CauseWords::tr(
                     "Give the calling side a certificate that the other side’s authority issued, in the "
                     "client’s section of its options file:"),
                 {erlang(CauseWords::tr("in the file of -ssl_dist_optfile"),
                         QStringLiteral("{client, [{certfile, \"client.pem\"}, {keyfile, \"client.key\"},\n"
                                        "          {cacertfile, \"ca.pem\"}, {verify, verify_peer}]}"))}}};
    }
    return {{CauseWords::tr("See what the certificate says, and for how long:"),
             {shell(onHostOf(to),
                    QStringLiteral(
                        "openssl x509 -in node.pem -noout -subject -issuer -dates -ext subjectAltName"))}},
            {CauseWords::tr("A certificate for a node names the host as it stands behind the @:"),
             {shell(onHostOf(to),
                    QStringLiteral("openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes "
                                   "-keyout node.key -out node.csr \\\n  -subj /CN=%1 -addext "
                                   "subjectAltName=DNS:%1")
                        .arg(shellWord(to.host())))}}};
}

QList<Remedy> ownName(const Diagnosis &diagnosis)
{
    const auto real = NodeName::parse(diagnosis.detail);
    const QString name = real ? real->text() : diagnosis.to.text();
    return {{real ? CauseWords::tr("Dial it by its own name, %1.").arg(name)
                  : CauseWords::tr("Dial it by its own name. This shows it:"),
             {elixir(CauseWords::tr("in the shell of the node"), QStringLiteral("Node.self()")),
              erlang(CauseWords::tr("in the shell of the node"), QStringLiteral("node()."))}},
            {CauseWords::tr("Or give the node the name by which it is called:"),
             {shell(whenStarting(diagnosis.to),
                    QStringLiteral("export RELEASE_DISTRIBUTION=%1\nexport RELEASE_NODE=%2")
                        .arg(diagnosis.to.isLong() ? QStringLiteral("name") : QStringLiteral("sname"),
                             shellWord(diagnosis.to.text()))),
              vmArgs(whenStarting(diagnosis.to),
                     QStringLiteral("%1 %2").arg(diagnosis.to.isLong() ? QStringLiteral("-name")
                                                                       : QStringLiteral("-sname"),
                                                 diagnosis.to.text()))}}};
}

QList<Remedy> silent(const NodeName &to)
{
    return {{CauseWords::tr(
                 "See whether the node’s process runs or is stopped (state T), and whether its machine is "
                 "overloaded:"),
             {shell(onHostOf(to), QStringLiteral("ps -o pid,stat,pcpu,args -C beam.smp"))}}};
}

QList<Remedy> lost(const Diagnosis &diagnosis)
{
    const NodeName from = isOurs(diagnosis) ? diagnosis.to : diagnosis.from;
    return {{CauseWords::tr(
                 "If the reason is net_tick_timeout, the other side was silent for the whole tick time. This "
                 "shows it:"),
             {elixir(inShellOf(from), QStringLiteral(":net_kernel.get_net_ticktime()")),
              erlang(inShellOf(from), QStringLiteral("net_kernel:get_net_ticktime()."))}}};
}

QList<Remedy> nameInUse(const Diagnosis &diagnosis)
{
    const NodeName &to = diagnosis.to;
    if (!diagnosis.from.isNull())
        return silent(to);
    // A node that starts found its own name taken.
    const QString other = to.name() + QStringLiteral("_2@") + to.host();
    const bool isLong = to.isLong();
    return {
        {CauseWords::tr("See who holds the name, and stop that node if it is an old one:"),
         {shell(onHostOf(to), epmdCommand(diagnosis.epmdPort, QStringLiteral("-names\npgrep -af beam.smp"))),
          erlang(inShellOf(to), QStringLiteral("init:stop().")),
          elixir(inShellOf(to), QStringLiteral("System.stop()"))}},
        {CauseWords::tr("Or start the new one under another name:"),
         {shell(onHostOf(to), epmdVariable(diagnosis.epmdPort) +
                                  QStringLiteral("iex %1 %2")
                                      .arg(isLong ? QStringLiteral("--name") : QStringLiteral("--sname"),
                                           shellWord(other))),
          vmArgs(CauseWords::tr("where the new one is started"),
                 QStringLiteral("%1 %2").arg(isLong ? QStringLiteral("-name") : QStringLiteral("-sname"),
                                             other) +
                     epmdArgument(diagnosis.epmdPort))}}};
}

QList<Remedy> remediesOfCause(const Diagnosis &diagnosis)
{
    const NodeName &to = diagnosis.to;
    if (to.isNull())
        return remediesOfSetting(diagnosis);
    switch (diagnosis.cause) {
    case Cause::CookieMismatch:
    case Cause::NoCookie:
        return remediesOfCookie(diagnosis);
    case Cause::NotAllowedByList:
        return allowList(diagnosis);
    case Cause::FlagsMissing:
        return releases(to);
    case Cause::EpmdUnreachable:
        return epmd(to, diagnosis.epmdPort);
    case Cause::HostUnresolvable:
    case Cause::AddressUnreachable:
        return host(to, diagnosis.epmdPort);
    case Cause::NotRegistered:
        return registration(diagnosis);
    case Cause::DistPortBlocked:
        return port(to, diagnosis.epmdPort);
    case Cause::StalePort:
    case Cause::NotANode:
    case Cause::EpmdDefect:
    case Cause::PeerBrokeProtocol:
    case Cause::ReflectionRefused:
        return whoListens(to, diagnosis.epmdPort);
    case Cause::TlsPlainMixed:
        return transport(to);
    case Cause::TlsCertificate:
        return certificate(diagnosis);
    case Cause::TlsFailed:
        return transport(to);
    case Cause::OtherNameAnswers:
        return ownName(diagnosis);
    case Cause::NameInUse:
        return nameInUse(diagnosis);
    case Cause::PeerSilent:
        return silent(to);
    case Cause::ConnectionLost:
        return lost(diagnosis);
    default:
        break;
    }
    return remediesOfSetting(diagnosis);
}
} // namespace

QList<Remedy> remediesOf(const Diagnosis &diagnosis)
{
    QList<Remedy> remedies = remediesOfCause(diagnosis);
    // Nothing to repair, or not known: then what helps against the next that fits.
    Diagnosis other = diagnosis;
    for (const Cause cause : diagnosis.candidates) {
        if (!remedies.isEmpty())
            break;
        other.cause = cause;
        remedies = remediesOfCause(other);
    }
    return remedies;
}

} // namespace nodescope::doctor
