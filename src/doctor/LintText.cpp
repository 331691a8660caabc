#include "doctor/LintText.h"

#include "doctor/LintWords.h"

namespace nodescope::doctor {

using namespace cluster;

LintText textOf(const LintFinding &finding)
{
    return {titleOf(finding.rule), explanationOf(finding), remediesOf(finding)};
}

QString titleOf(LintRule rule)
{
    switch (rule) {
    case LintRule::MixedNameModes:
        return LintWords::tr("Short and long names are mixed.");
    case LintRule::TickTimesDiffer:
        return LintWords::tr("The nodes have different tick times.");
    case LintRule::CookieGroups:
        return LintWords::tr("Not all nodes hold the same cookie for each other.");
    case LintRule::ReleasesTooFarApart:
        return LintWords::tr("The OTP releases are too far apart.");
    case LintRule::PreventionWithGaps:
        return LintWords::tr("Links of the mesh are missing, and overlapping partitions are prevented.");
    case LintRule::PreventionDiffers:
        return LintWords::tr("Some nodes prevent overlapping partitions, others do not.");
    case LintRule::ConnectAllDiffers:
        return LintWords::tr("Some nodes connect to all others, some do not.");
    case LintRule::EpmdOpen:
        return LintWords::tr("EPMD answers to other hosts.");
    case LintRule::CookieFileReadable:
        return LintWords::tr("A cookie file may be read by others than its owner.");
    case LintRule::TlsWithoutVerification:
        return LintWords::tr("TLS links whose certificates nobody checks.");
    case LintRule::TransportsDiffer:
        return LintWords::tr("Some nodes use TLS, others do not.");
    case LintRule::AutoConnectOff:
        return LintWords::tr("Nodes that do not connect by themselves.");
    case LintRule::CookieWeak:
        return LintWords::tr("A cookie that can be guessed.");
    case LintRule::ExpectedAbsent:
        return LintWords::tr("Nodes that should be there are not.");
    case LintRule::OneSidedLink:
        break;
    }
    return LintWords::tr("Links that only one end believes in.");
}

QString titleOf(LintSeverity severity)
{
    switch (severity) {
    case LintSeverity::Note:
        return LintWords::tr("note");
    case LintSeverity::Warning:
        return LintWords::tr("warning");
    case LintSeverity::Danger:
        break;
    }
    return LintWords::tr("danger");
}

QString valueText(const LintFinding &finding, const LintGroup &group)
{
    switch (finding.rule) {
    case LintRule::CookieGroups:
        return LintWords::tr("cookie %1").arg(group.value);
    case LintRule::PreventionWithGaps:
        return LintWords::tr("missing");
    case LintRule::OneSidedLink:
        return LintWords::tr("up at one end");
    case LintRule::ExpectedAbsent:
        return LintWords::tr("absent");
    case LintRule::TickTimesDiffer:
        return LintWords::tr("%1 s").arg(group.value);
    case LintRule::ReleasesTooFarApart:
        return LintWords::tr("OTP %1").arg(group.value);
    case LintRule::CookieWeak:
        return group.value == QLatin1String("well known") ? LintWords::tr("well known")
                                                          : LintWords::tr("below 8 characters");
    default:
        break;
    }
    return group.value;
}

QString explanationOf(const LintFinding &finding)
{
    switch (finding.rule) {
    case LintRule::MixedNameModes:
        return LintWords::tr(
            "A node with a short name (-sname) and one with a long name (-name) refuse to dial "
            "each other. Each set of nodes will stay a cluster of its own.");
    case LintRule::TickTimesDiffer:
        return LintWords::tr(
            "A node sends a sign of life every quarter of its own net_ticktime, and gives a peer "
            "up that was silent for its own. The node with the short time will take one with the "
            "long time for dead when nothing else is sent. OTP demands the same value everywhere.");
    case LintRule::CookieGroups:
        return LintWords::tr(
            "Links that stand were set up with the cookies of that moment. These nodes will not "
            "connect again after the next loss, or have never connected.");
    case LintRule::ReleasesTooFarApart:
        return LintWords::tr(
            "OTP promises that nodes at most two releases apart understand each other. Beyond "
            "that, a node may lack what another demands, and be refused.");
    case LintRule::PreventionWithGaps:
        return LintWords::tr("From OTP 25 on, global takes a mesh with a missing link for a partition, and "
                             "disconnects more nodes until what is left is a full mesh again.");
    case LintRule::PreventionDiffers:
        return LintWords::tr(
            "When a link is lost, the nodes that prevent overlapping partitions disconnect, "
            "and the others do not understand why. The parameter "
            "prevent_overlapping_partitions must be the same on all nodes of a cluster; OTP 25 "
            "changed its default to true.");
    case LintRule::ConnectAllDiffers:
        return LintWords::tr(
            "With connect_all false a node takes no part in global: names that are registered "
            "there, and locks, are not the same on all nodes.");
    case LintRule::EpmdOpen:
        return LintWords::tr(
            "Nodes of several hosts need that. Whoever can reach it learns the names and ports "
            "of all nodes there; only the cookie stands before them then.");
    case LintRule::CookieFileReadable:
        return LintWords::tr(
            "Whoever holds the cookie can run anything on the nodes. The node will also refuse "
            "to start the next time: it demands that only the owner may read the file.");
    case LintRule::TlsWithoutVerification:
        return LintWords::tr(
            "Encryption alone keeps listeners out. Who is at the other end is known only if "
            "certificates are checked: on the server’s side it must be asked for, and on the "
            "client’s it is the default from OTP 26 on.");
    case LintRule::TransportsDiffer:
        return LintWords::tr(
            "Whether a link is encrypted is not negotiated. A node that speaks TLS and one that "
            "does not will never connect to each other.");
    case LintRule::AutoConnectOff:
        return LintWords::tr(
            "With dist_auto_connect set to never, or to once after a loss, messages to nodes "
            "that are not connected are dropped without a word.");
    case LintRule::CookieWeak:
        return LintWords::tr(
            "Whoever reaches the nodes can try cookies, and whoever sees one handshake can try "
            "them without being seen. Short ones, and those of books and examples, come first.");
    case LintRule::ExpectedAbsent:
        return LintWords::tr("No node that was asked is connected to them, and we could not connect either.");
    case LintRule::OneSidedLink:
        break;
    }
    return LintWords::tr(
        "One end will find out when the tick time has passed; until then, what it sends is lost, "
        "and the other end cannot connect anew under the same name. It may also have been a link "
        "in the moment of its change.");
}

} // namespace nodescope::doctor
