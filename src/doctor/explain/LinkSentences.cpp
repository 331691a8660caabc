#include "doctor/explain/LogSentences.h"
#include "doctor/explain/LogWords.h"

namespace nodescope::doctor {

namespace {
using enum LogWording;

QString globalSentence(const LogFinding &finding)
{
    const QString node = nodeWord(finding);
    const QString peer = peerWord(finding);
    switch (finding.wording) {
    case GlobalDisconnected:
        return LogWords::tr(
                   "global at %1 dropped the link to %2: somewhere a link of the mesh was lost, and rather "
                   "than leave a mesh with a gap, global separates those that no longer see all. Look for "
                   "the link that was lost just before.")
            .arg(node, peer);
    case GlobalRequested:
        return LogWords::
            tr("global at %1 heard that %2 lost a link to another node, and had %2 drop the link to %1, so "
               "that no overlapping partitions come about.")
                .arg(node, peer);
    case GlobalOldVersion:
        return LogWords::tr("global of %1 is of a version that global at %2 cannot synchronise with.")
            .arg(peer, node);
    case GlobalCannotConnect:
        return LogWords::tr(
                   "Another node told %1 of %2, so global tried to connect to it, and failed. Nodes of a "
                   "mesh introduce each other: if %2 belongs to another cluster, somebody connects the two.")
            .arg(node, peer);
    case GlobalNameConflict:
        return LogWords::tr(
            "Two parts of a cluster that met had registered the same global name, and one of the two "
            "processes was ended. They had been apart before.");
    default:
        return {};
    }
}
} // namespace

QString linkSentence(const LogFinding &finding)
{
    const QString node = nodeWord(finding);
    const QString peer = peerWord(finding);
    switch (finding.wording) {
    case NotResponding:
        return LogWords::tr(
                   "%1 had no byte of %2 for its tick time (60 s by default, give or take a quarter), and "
                   "dropped the link. %2 was frozen, the net between them broke, or the link was so full "
                   "that ticks did not come through.")
            .arg(node, peer);
    case TicksMissed:
        return LogWords::
            tr("%1 has had no byte of %2 for one or more tick intervals. If that goes on, it drops the link.")
                .arg(node, peer);
    case NodeDown:
        return LogWords::tr("The link of %1 to %2 went down (%3).")
            .arg(node, peer,
                 finding.fact(u"reason").isEmpty() ? LogWords::tr("no reason given")
                                                   : finding.fact(u"reason"));
    case NoConnection:
        return LogWords::tr(
                   "Something of %1 was meant for %2, there was no link, and none came about. These words do "
                   "not say why; the log of %2 may.")
            .arg(node, peer);
    case Partitioned:
        return LogWords::tr(
                   "%1 and %2 were apart for a while, each went on alone, and they met again. Look for the "
                   "link that was lost before.")
            .arg(node, peer);
    case CorruptTerm:
        return LogWords::
            tr("%1 could not read a term that %2 sent, and dropped the link. OTP 29 sends native records "
               "to older nodes as if they could read them; otherwise something changed the bytes on their "
               "way, or %2 is not OTP’s.")
                .arg(node, peer);
    case CorruptFrame:
        return LogWords::tr("%1 could not read what came over a link, and dropped it.").arg(node);
    case BusyDistPort:
        return LogWords::tr(
                   "A process of %1 had to wait, since more was sent over a link than it carried. If it "
                   "happens often, senders stall, and ticks may come too late.")
            .arg(node);
    default:
        return globalSentence(finding);
    }
}

} // namespace nodescope::doctor
