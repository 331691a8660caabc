#include "doctor/CauseWords.h"
#include "doctor/SettingText.h"

#include "doctor/Quoting.h"
#include "doctor/RemedyParts.h"

namespace nodescope::doctor {

using base::NodeName;
using cluster::Cause;
using cluster::Diagnosis;

namespace {
/// The node whose setting is to be changed: the one that dials.
NodeName dialler(const Diagnosis &diagnosis)
{
    return isOurs(diagnosis) ? NodeName() : diagnosis.from;
}

QString nameOr(const NodeName &node, const QString &placeholder)
{
    return node.isNull() ? placeholder : node.text();
}

QList<Remedy> cookieFile(const Diagnosis &diagnosis)
{
    return {
        {CauseWords::tr(
             "The file belongs to the user whom the node runs as, and only that user may read it:"),
         {shell(onHostOf(diagnosis.to), QStringLiteral("ls -l ~/.erlang.cookie\n"
                                                       "sudo chown \"$USER\" ~/.erlang.cookie\n"
                                                       "chmod 400 ~/.erlang.cookie"))}},
        {CauseWords::tr("Where the home directory is missing or cannot be written, give the service one:"),
         {shell(whenStarting(diagnosis.to), QStringLiteral("export HOME=/var/lib/my_service"))}}};
}

QList<Remedy> crossed(const Diagnosis &diagnosis)
{
    const NodeName from = dialler(diagnosis);
    const QString to = nameOr(diagnosis.to, QStringLiteral("b@host"));
    return {{CauseWords::tr("Take the cookie back on this side, and leave the other as it is:"),
             {elixir(inShellOf(from),
                     QStringLiteral("Node.set_cookie(%1, Node.get_cookie())").arg(elixirAtom(to))),
              erlang(inShellOf(from),
                     QStringLiteral("erlang:set_cookie(%1, erlang:get_cookie()).").arg(erlangAtom(to)))}}};
}

QList<Remedy> truncated(const Diagnosis &diagnosis)
{
    return {
        {CauseWords::tr("Choose a cookie of letters, digits, _ and - only, and set it on every node:"),
         {shell(CauseWords::tr("anywhere"), QStringLiteral("head -c 24 /dev/urandom | base64 | tr -d '+/='")),
          vmArgs(whenStarting(diagnosis.to), QStringLiteral("-setcookie cookie_without_number_sign"))}}};
}

QList<Remedy> otherUser(const Diagnosis &diagnosis)
{
    return {{CauseWords::tr("Run the command as the user of the service, or through the release:"),
             {shell(onHostOf(diagnosis.to), QStringLiteral("ps -o user,args -C beam.smp\n"
                                                           "sudo -u the_service_user %1iex --sname probe\n"
                                                           "bin/my_app remote")
                                                .arg(epmdVariable(diagnosis.epmdPort)))}}};
}

QList<Remedy> nameMode(const Diagnosis &diagnosis)
{
    const NodeName &to = diagnosis.to;
    const QString name = to.isNull() ? QStringLiteral("b") : to.name();
    const QString variable = epmdVariable(diagnosis.epmdPort);
    const QString argument = epmdArgument(diagnosis.epmdPort);
    return {
        {CauseWords::tr("Start both in the same way. With long names, which also work across machines:"),
         {vmArgs(CauseWords::tr("where both are started"),
                 QStringLiteral("-name %1@192.0.2.10").arg(name) + argument),
          shell(CauseWords::tr("where both are started"),
                variable + QStringLiteral("iex --name %1@192.0.2.10").arg(shellWord(name)))}},
        {CauseWords::tr("Or with short names, where each host knows the other by one word:"),
         {vmArgs(CauseWords::tr("where both are started"), QStringLiteral("-sname %1").arg(name) + argument),
          shell(CauseWords::tr("where both are started"),
                variable + QStringLiteral("iex --sname %1").arg(shellWord(name)))}}};
}

QList<Remedy> ownHost(const Diagnosis &diagnosis)
{
    const QString name = diagnosis.to.isNull() ? QStringLiteral("app") : diagnosis.to.name();
    return {{CauseWords::tr("Give the node a name with an address that is certainly its own:"),
             {vmArgs(whenStarting(diagnosis.to),
                     QStringLiteral("-name %1@127.0.0.1").arg(name) + epmdArgument(diagnosis.epmdPort)),
              shell(whenStarting(diagnosis.to),
                    epmdVariable(diagnosis.epmdPort) +
                        QStringLiteral("iex --name %1@127.0.0.1").arg(shellWord(name)))}},
            {CauseWords::tr("See what the machine’s own name leads to:"),
             {shell(onHostOf(diagnosis.to), QStringLiteral("hostname -f\ngetent hosts \"$(hostname)\""))}}};
}

QList<Remedy> forgotten(const Diagnosis &diagnosis)
{
    const quint16 port = diagnosis.epmdPort;
    // The unit that systems bring listens at the usual port.
    const QString start = epmdPortOr(port) == epmdPortOr(0)
                              ? QStringLiteral("systemctl enable --now epmd.socket")
                              : epmdCommand(port, QStringLiteral("-daemon"));
    return {
        {CauseWords::tr(
             "See what EPMD lists, and start the node again where it is missing (before OTP 25 nothing else "
             "helps):"),
         {shell(onHostOf(diagnosis.to), epmdCommand(port, QStringLiteral("-names")))}},
        {CauseWords::tr(
             "Start EPMD with the machine, before any node, so that it is never restarted under them:"),
         {shell(onHostOf(diagnosis.to), start)}}};
}

QList<Remedy> strayEpmd(const Diagnosis &diagnosis)
{
    return {{CauseWords::tr("Keep nodes from starting EPMD, and end the one that nobody uses:"),
             {vmArgs(CauseWords::tr("where the nodes are started"), QStringLiteral("-start_epmd false")),
              shell(onHostOf(diagnosis.to), epmdCommand(diagnosis.epmdPort, QStringLiteral("-names\n")) +
                                                epmdCommand(diagnosis.epmdPort, QStringLiteral("-kill")))}}};
}

QList<Remedy> upgrade(const Diagnosis &diagnosis)
{
    return {{CauseWords::tr("Bring the node to OTP 25.3 or later, or give the port by the environment:"),
             {shell(whenStarting(dialler(diagnosis)),
                    QStringLiteral("export ERL_EPMD_PORT=%1").arg(epmdPortOr(diagnosis.epmdPort))),
              erlang(inShellOf(dialler(diagnosis)), QStringLiteral("erlang:system_info(otp_release)."))}}};
}

QList<Remedy> listening(const Diagnosis &diagnosis)
{
    return {{CauseWords::tr("Let the node dial, or start it without the setting:"),
             {vmArgs(whenStarting(diagnosis.to), QStringLiteral("-dist_listen true")),
              erlang(inShellOf(diagnosis.to), QStringLiteral("init:get_argument(dist_listen)."))}}};
}

QList<Remedy> mesh(quint16 epmdPort)
{
    return {{CauseWords::tr("Exclude EPMD’s port and a pinned port of the nodes from the mesh:"),
             {shell(CauseWords::tr("in the annotations of the pods"),
                    QStringLiteral("traffic.sidecar.istio.io/excludeInboundPorts: \"%1,9100\"\n"
                                   "traffic.sidecar.istio.io/excludeOutboundPorts: \"%1,9100\"\n"
                                   "config.linkerd.io/opaque-ports: \"%1,9100\"")
                        .arg(epmdPortOr(epmdPort))),
              vmArgs(CauseWords::tr("where the nodes are started"),
                     QStringLiteral("-kernel inet_dist_listen_min 9100 inet_dist_listen_max 9100"))}}};
}

QList<Remedy> dns(const Diagnosis &diagnosis)
{
    const QString host = diagnosis.to.isNull() ? QStringLiteral("my-app-headless.default.svc.cluster.local")
                                               : diagnosis.to.host();
    return {{CauseWords::tr("Ask DNS as the nodes do:"),
             {shell(CauseWords::tr("in a pod"), QStringLiteral("getent ahosts %1").arg(shellWord(host))),
              elixir(CauseWords::tr("in any shell"),
                     QStringLiteral(":inet_res.lookup(~c%1, :in, :a)").arg(quotedString(host)))}},
            {CauseWords::tr("Make the service headless, and name its port:"),
             {shell(CauseWords::tr("in the service’s description"),
                    QStringLiteral("clusterIP: None\nports:\n  - name: epmd\n    port: %1")
                        .arg(epmdPortOr(diagnosis.epmdPort)))}}};
}

QList<Remedy> ipVersion()
{
    return {{CauseWords::tr("Start both with the same transport:"),
             {vmArgs(CauseWords::tr("where both are started"), QStringLiteral("-proto_dist inet6_tcp")),
              elixir(CauseWords::tr("in any shell"), QStringLiteral(":init.get_argument(:proto_dist)")),
              erlang(CauseWords::tr("in any shell"), QStringLiteral("init:get_argument(proto_dist)."))}}};
}

QList<Remedy> autoConnect(const Diagnosis &diagnosis)
{
    const NodeName from = dialler(diagnosis);
    const QString to = nameOr(diagnosis.to, QStringLiteral("b@host"));
    return {{CauseWords::tr("Connect by hand, or take the setting away:"),
             {elixir(inShellOf(from), QStringLiteral("Node.connect(%1)").arg(elixirAtom(to))),
              erlang(inShellOf(from), QStringLiteral("net_kernel:connect_node(%1).").arg(erlangAtom(to))),
              erlang(inShellOf(from), QStringLiteral("application:get_env(kernel, dist_auto_connect)."))}}};
}

QList<Remedy> evicted()
{
    return {{CauseWords::tr(
                 "Find the first link that was lost, and repair that one: all others follow from it. To "
                 "switch the prevention off, on every node alike:"),
             {vmArgs(CauseWords::tr("where all nodes are started"),
                     QStringLiteral("-kernel prevent_overlapping_partitions false"))}}};
}

QList<Remedy> hiddenNodes(const Diagnosis &diagnosis)
{
    const NodeName from = dialler(diagnosis);
    return {{CauseWords::tr("List hidden links as well:"),
             {elixir(inShellOf(from), QStringLiteral("Node.list(:connected)")),
              erlang(inShellOf(from), QStringLiteral("nodes(connected)."))}}};
}

QList<Remedy> introductions()
{
    return {
        {CauseWords::tr(
             "Keep the clusters apart: connect them by a hidden node, or switch introductions off:"),
         {vmArgs(CauseWords::tr("where the node between the clusters is started"), QStringLiteral("-hidden")),
          vmArgs(CauseWords::tr("where all nodes are started"),
                 QStringLiteral("-kernel connect_all false"))}}};
}

QList<Remedy> overload(const Diagnosis &diagnosis)
{
    return {{CauseWords::tr("See which process waits, and enlarge the buffer of the distribution:"),
             {erlang(inShellOf(dialler(diagnosis)),
                     QStringLiteral("erlang:system_monitor(self(), [busy_dist_port]).")),
              vmArgs(CauseWords::tr("where both are started"), QStringLiteral("+zdbbl 32768"))}}};
}

QList<Remedy> netKernel(const Diagnosis &diagnosis)
{
    const bool isTheirs = !diagnosis.to.isNull() && diagnosis.detail.contains(diagnosis.to.text());
    const NodeName from = isTheirs ? diagnosis.to : dialler(diagnosis);
    return {{CauseWords::tr("See what it waits for; if it does not come back, start the node again:"),
             {elixir(inShellOf(from),
                     QStringLiteral("Process.info(Process.whereis(:net_kernel), :current_stacktrace)")),
              erlang(inShellOf(from),
                     QStringLiteral("process_info(whereis(net_kernel), current_stacktrace)."))}}};
}

QList<Remedy> distribution()
{
    return {{CauseWords::tr("Start it with a name:"),
             {shell(CauseWords::tr("on the command line"), QStringLiteral("iex --sname b\nerl -sname b")),
              elixir(CauseWords::tr("in its shell"), QStringLiteral("Node.start(:b, :shortnames)")),
              erlang(CauseWords::tr("in its shell"), QStringLiteral("net_kernel:start([b, shortnames])."))}}};
}

QList<Remedy> olderLink(const Diagnosis &diagnosis)
{
    const QString from = nameOr(dialler(diagnosis), QStringLiteral("a@host"));
    return {{CauseWords::tr("Wait for its tick time, or have it drop the old link:"),
             {elixir(inShellOf(diagnosis.to), QStringLiteral("Node.disconnect(%1)").arg(elixirAtom(from))),
              erlang(inShellOf(diagnosis.to),
                     QStringLiteral("erlang:disconnect_node(%1).").arg(erlangAtom(from)))}}};
}

QList<Remedy> tlsOptions(const Diagnosis &diagnosis)
{
    return {
        {CauseWords::tr("Name the authorities in the client’s section of its options file:"),
         {erlang(CauseWords::tr("in the file of -ssl_dist_optfile"),
                 QStringLiteral("{client, [{cacertfile, \"/etc/erlang/ca.pem\"}, {verify, verify_peer}]}")),
          erlang(inShellOf(dialler(diagnosis)), QStringLiteral("init:get_argument(ssl_dist_optfile)."))}}};
}

QList<Remedy> nativeRecord()
{
    return {{CauseWords::tr("Send tuples or maps between releases, or bring all nodes to OTP 29."), {}}};
}
} // namespace

QList<Remedy> remediesOfSetting(const Diagnosis &diagnosis)
{
    switch (diagnosis.cause) {
    case Cause::CookieCrossed:
        return crossed(diagnosis);
    case Cause::CookieTruncated:
        return truncated(diagnosis);
    case Cause::CookieFileMode:
    case Cause::CookieFileUnreadable:
        return cookieFile(diagnosis);
    case Cause::CookieOfOtherUser:
        return otherUser(diagnosis);
    case Cause::ShortDialsLong:
    case Cause::LongDialsShort:
        return nameMode(diagnosis);
    case Cause::NoOwnLongName:
    case Cause::OwnHostChanged:
        return ownHost(diagnosis);
    case Cause::EpmdForgotNode:
        return forgotten(diagnosis);
    case Cause::StrayEpmd:
        return strayEpmd(diagnosis);
    case Cause::EpmdPortDefect:
        return upgrade(diagnosis);
    case Cause::DoesNotListen:
        return listening(diagnosis);
    case Cause::MeshIntercepts:
        return mesh(diagnosis.epmdPort);
    case Cause::DnsWithoutRecord:
        return dns(diagnosis);
    case Cause::IpVersionMixed:
        return ipVersion();
    case Cause::AutoConnectOff:
        return autoConnect(diagnosis);
    case Cause::GlobalEvicted:
        return evicted();
    case Cause::Hidden:
        return hiddenNodes(diagnosis);
    case Cause::GlobalIntroduced:
        return introductions();
    case Cause::LinkOverloaded:
        return overload(diagnosis);
    case Cause::NetKernelStuck:
        return netKernel(diagnosis);
    case Cause::NotDistributed:
        return distribution();
    case Cause::AlreadyConnected:
        return olderLink(diagnosis);
    case Cause::TlsClientOptions:
        return tlsOptions(diagnosis);
    case Cause::NativeRecordSent:
        return nativeRecord();
    default:
        return {};
    }
}

} // namespace nodescope::doctor
