#include "doctor/explain/LogSentences.h"
#include "doctor/explain/LogWords.h"

namespace nodescope::doctor {

namespace {
using enum LogWording;

QString registerSentence(const QString &reason)
{
    if (reason.startsWith(QLatin1String("econnrefused")))
        return LogWords::tr(
            "The node could not register, since nothing answers at EPMD’s port on its own machine.");
    if (reason.startsWith(QLatin1String("eaddrinuse")))
        return LogWords::tr(
            "The node cannot listen: each port that it may take is in use (inet_dist_listen_min, "
            "inet_dist_listen_max).");
    if (reason.startsWith(QLatin1String("eaddrnotavail")))
        return LogWords::tr(
            "The node cannot listen: the address it was told to use (inet_dist_use_interface) is none "
            "of this machine’s.");
    if (reason.startsWith(QLatin1String("epmd_close")))
        return LogWords::tr(
            "What answers at EPMD’s port closed when the node registered. EPMD does so to whoever is "
            "not local; something else at that port may do so to everyone.");
    return LogWords::tr("The node could not listen or register (%1), and did not start as one.").arg(reason);
}

QString cookieFileSentence(const LogFinding &finding)
{
    switch (finding.wording) {
    case CookieFileMode:
        return LogWords::tr(
                   "The node refuses a cookie file that its group or others may read (%1), and ends.")
            .arg(finding.fact(u"path"));
    case CookieFile:
        return LogWords::tr("The node could not read or make its cookie file (%1), and ended.")
            .arg(finding.fact(u"reason").isEmpty() ? LogWords::tr("no home directory")
                                                   : finding.fact(u"reason"));
    case CookieFileContent:
        return LogWords::tr(
            "What is in the cookie file is no cookie: it is empty, or holds something that is no "
            "printable character. The node ended.");
    default:
        return {};
    }
}
} // namespace

QString startSentence(const LogFinding &finding)
{
    const QString node = nodeWord(finding);
    switch (finding.wording) {
    case NetKernelEnds:
        return LogWords::tr(
                   "net_kernel of %1 ends, and with it all links. What is logged just before says why.")
            .arg(node);
    case NodeNameInvalid:
        return LogWords::tr(
                   "A name is not one that a node can have: one @, before it letters, digits, - and _ (%1).")
            .arg(finding.fact(u"name").isEmpty() ? LogWords::tr("the text does not show it")
                                                 : finding.fact(u"name"));
    case NoLongName:
        return LogWords::tr(
            "The node was started with -name and without a host, and finds no host name of its own "
            "with a dot in it.");
    case NoShortName:
        return LogWords::tr(
            "The node was started with -sname and finds no short host name for itself: the name that it "
            "was given has a dot behind the @, or the machine has no name.");
    case NameTaken:
        return LogWords::tr("EPMD already has a node of this name (%1), so the second one did not start.")
            .arg(finding.node.isNull() ? finding.fact(u"name") : finding.node.text());
    case RegisterError:
        return registerSentence(finding.fact(u"reason"));
    case ProtocolUnknown:
        return LogWords::tr("The node was started with -proto_dist %1, and there is no module %1_dist.")
            .arg(finding.fact(u"protocol"));
    case ArgumentRepeated:
        return LogWords::tr("An argument was given more than once, and the first one holds: %1")
            .arg(finding.fact(u"name"));
    case NoDistribution:
        return LogWords::tr(
            "The node ended because its distribution did not start. Why is in a line before this one: "
            "name in use, no EPMD, no usable own name.");
    case NodesMissing:
        return LogWords::tr("The node waited for others (sync_nodes_mandatory), and they did not come: %1")
            .arg(finding.fact(u"nodes"));
    case NotANodeItself:
        return LogWords::tr("What wanted to connect runs without a name, so it is no node itself.");
    case OwnHostName:
        return LogWords::tr(
                   "The name that this machine has for itself (%1) does not lead to one of its addresses.")
            .arg(finding.fact(u"host"));
    case TlsOptionsFile:
        return LogWords::
            tr("The file for -ssl_dist_optfile cannot be read or understood, so the node did not start: %1")
                .arg(finding.fact(u"path"));
    case EpmdRefusedForeign:
        return LogWords::tr(
            "Something on another machine wanted to register with this EPMD, which takes registrations "
            "of its own machine only. A container or a proxy in between makes a local node look foreign.");
    case EpmdCannotListen:
        return LogWords::tr(
                   "EPMD could not take its port on %1: another EPMD runs, or the address is none of this "
                   "machine’s.")
            .arg(finding.fact(u"address"));
    default:
        return cookieFileSentence(finding);
    }
}

} // namespace nodescope::doctor
