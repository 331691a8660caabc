#include "doctor/NextTests.h"

#include <QCoreApplication>

#include "doctor/Quoting.h"
#include "doctor/RemedyParts.h"

namespace nodescope::doctor {

using cluster::Cause;
using cluster::Certainty;
using cluster::Diagnosis;

namespace {
class NextTestWords
{
    Q_DECLARE_TR_FUNCTIONS(NextTests)
};

QString registrationTest(Cause cause, const Diagnosis &diagnosis)
{
    const QString host = diagnosis.to.host();
    const QString name = diagnosis.to.name();
    switch (cause) {
    case Cause::NotRegistered:
        return NextTestWords::
            tr("On %1, see whether the node runs: pgrep -af beam. If %2 is not among what it shows, the "
               "node is down or has another name. If it is, and its -epmd_port (without one: 4369) is not "
               "%3, it is registered at that other EPMD: epmd -port THAT_PORT -names.")
                .arg(host, name)
                .arg(epmdPortOr(diagnosis.epmdPort));
    case Cause::EpmdForgotNode:
        return NextTestWords::tr(
            "If it runs, wait a few seconds and try again: nodes of OTP 25 or later register "
            "again by themselves after EPMD was restarted. If epmd is younger than the node (ps -eo "
            "lstart,args), EPMD has forgotten it.");
    case Cause::DoesNotListen:
        return NextTestWords::tr("If it runs, look for -dist_listen false in its command line or vm.args.");
    case Cause::StrayEpmd:
        return NextTestWords::tr(
            "Look in its command line for -start_epmd false, -erl_epmd_port or -epmd_module: then "
            "it does without EPMD, and is dialled at its own port (--dist-port).");
    default:
        return NextTestWords::tr(
                   "On %1 itself, run %2: if it lists the node there and nobody from here, something stands "
                   "between.")
            .arg(host, epmdCommand(diagnosis.epmdPort, QStringLiteral("-names")));
    }
}

QString pathTest(Cause cause, const Diagnosis &diagnosis)
{
    const QString host = diagnosis.to.host();
    switch (cause) {
    case Cause::DistPortBlocked:
        return NextTestWords::tr(
                   "On %1 itself, connect to the node’s port: if that works, something between here and "
                   "there refuses it.")
            .arg(host);
    case Cause::StalePort:
        return NextTestWords::tr(
                   "On %1, see who listens at the port that EPMD names: ss -ltnp. If nobody does, the "
                   "entry is a leftover, or the node lives in another container or network.")
            .arg(host);
    case Cause::EpmdUnreachable:
        return NextTestWords::tr("On %1 itself, run %2: if it answers there, a firewall stands between.")
            .arg(host, epmdCommand(diagnosis.epmdPort, QStringLiteral("-names")));
    case Cause::AddressUnreachable:
        return NextTestWords::tr(
                   "See whether the host can be reached at all: ping %1, and what its name leads to: "
                   "getent ahosts %1.")
            .arg(shellWord(host));
    case Cause::IpVersionMixed:
        return NextTestWords::tr(
                   "On %1, see at which addresses the node listens: ss -ltn. And look for -proto_dist "
                   "inet6_tcp in its command line.")
            .arg(host);
    default:
        return NextTestWords::tr("On %1, see which program holds the port: ss -ltnp.").arg(host);
    }
}

QString answerTest(Cause cause, const Diagnosis &diagnosis)
{
    const QString host = diagnosis.to.host();
    switch (cause) {
    case Cause::TlsPlainMixed:
        return NextTestWords::tr(
            "Look for -proto_dist inet_tls in the node’s command line, and try with --tls-optfile.");
    case Cause::TlsCertificate:
        return NextTestWords::tr("Look into the node’s log for a TLS alert: it names what was wrong with the "
                                 "certificate.");
    case Cause::NameInUse:
    case Cause::Simultaneous:
    case Cause::AlreadyConnected:
        return NextTestWords::tr(
            "Try again in a moment: a second attempt under way passes. On the node, nodes(known) "
            "shows who holds the name.");
    case Cause::PeerSilent:
        return NextTestWords::tr(
                   "On %1, see whether the emulator runs: a state T in ps -o stat means that it is "
                   "stopped. Its shell or rpc must answer.")
            .arg(host);
    case Cause::NetKernelStuck:
        return NextTestWords::tr(
            "In the node’s own shell: erlang:process_info(whereis(net_kernel), [message_queue_len, "
            "current_stacktrace]). A queue that grows means that net_kernel hangs.");
    case Cause::MeshIntercepts:
        return NextTestWords::tr(
            "See whether a proxy of a service mesh (Istio, Linkerd) takes the connections: the port "
            "of EPMD and the node’s must be excluded from it.");
    case Cause::CookieMismatch:
        return NextTestWords::tr(
            "Compare the cookies by a digest on both nodes: erlang:phash2(erlang:get_cookie()).");
    case Cause::CookieTruncated:
        return NextTestWords::tr(
            "In the node’s own shell: erlang:get_cookie(). Compare it with what vm.args says.");
    case Cause::NotAllowedByList:
        return NextTestWords::tr("In the node’s own shell: net_kernel:allowed().");
    case Cause::FlagsMissing:
        return NextTestWords::tr("Compare the releases: erlang:system_info(otp_release).");
    default:
        return {};
    }
}

QString nameTest(Cause cause, const Diagnosis &diagnosis)
{
    const QString host = shellWord(diagnosis.to.host());
    switch (cause) {
    case Cause::HostUnresolvable:
        return NextTestWords::tr(
                   "Ask for the name as the system does: getent hosts %1, and on another machine.")
            .arg(host);
    case Cause::OwnHostChanged:
        return NextTestWords::tr(
            "Compare hostname -f with the hosts file: the machine’s own name must lead to an "
            "address that it has.");
    case Cause::DnsWithoutRecord:
        return NextTestWords::tr(
                   "Ask DNS itself: dig +short %1, and kubectl get service: clusterIP must be None.")
            .arg(host);
    default:
        return {};
    }
}

QString testFor(Cause cause, const Diagnosis &diagnosis)
{
    switch (cause) {
    case Cause::NotRegistered:
    case Cause::EpmdForgotNode:
    case Cause::DoesNotListen:
    case Cause::StrayEpmd:
        return registrationTest(cause, diagnosis);
    case Cause::DistPortBlocked:
    case Cause::StalePort:
    case Cause::EpmdUnreachable:
    case Cause::AddressUnreachable:
    case Cause::IpVersionMixed:
    case Cause::NotANode:
    case Cause::OtherNameAnswers:
    case Cause::EpmdDefect:
        return pathTest(cause, diagnosis);
    case Cause::HostUnresolvable:
    case Cause::OwnHostChanged:
    case Cause::DnsWithoutRecord:
        return nameTest(cause, diagnosis);
    default:
        return answerTest(cause, diagnosis);
    }
}
} // namespace

QStringList nextTestsOf(const Diagnosis &diagnosis)
{
    QStringList tests;
    if (diagnosis.cause == Cause::NoCookie)
        tests.append(
            NextTestWords::tr("Try with the cookie: --cookie-file, or the cookie’s field in the window."));
    if (diagnosis.certainty == Certainty::Certain)
        return tests;
    QList<Cause> causes = diagnosis.candidates;
    if (causes.isEmpty())
        causes.append(diagnosis.cause);
    for (const Cause cause : std::as_const(causes)) {
        const QString test = testFor(cause, diagnosis);
        if (!test.isEmpty() && !tests.contains(test))
            tests.append(test);
    }
    return tests;
}

} // namespace nodescope::doctor
