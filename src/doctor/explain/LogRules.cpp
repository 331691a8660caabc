#include "doctor/explain/LogRules.h"

#include <algorithm>

namespace nodescope::doctor {

using cluster::Cause;
using cluster::Certainty;

namespace {
void set(LogFinding &finding, Cause cause, Certainty certainty)
{
    finding.cause = cause;
    finding.certainty = certainty;
    finding.candidates.clear();
}

void doubt(LogFinding &finding, const QList<Cause> &candidates)
{
    finding.cause = candidates.first();
    finding.certainty = Certainty::CannotDistinguish;
    finding.candidates = candidates;
}

// Why a node could not listen or register: a posix code, or a term of erl_epmd.
void registerError(LogFinding &finding)
{
    const QString reason = finding.fact(u"reason");
    if (reason.startsWith(QLatin1String("econnrefused"))) {
        set(finding, Cause::EpmdUnreachable, Certainty::Certain);
    } else if (reason.startsWith(QLatin1String("etimedout")) || reason.startsWith(QLatin1String("timeout")) ||
               reason.startsWith(QLatin1String("ehostunreach")) ||
               reason.startsWith(QLatin1String("enetunreach"))) {
        set(finding, Cause::EpmdUnreachable, Certainty::AlmostCertain);
    } else if (reason.startsWith(QLatin1String("{garbage_from_epmd")) ||
               reason.startsWith(QLatin1String("no_reg_reply_from_epmd"))) {
        set(finding, Cause::EpmdDefect, Certainty::AlmostCertain);
    } else if (reason.startsWith(QLatin1String("epmd_close"))) {
        doubt(finding, {Cause::EpmdDefect, Cause::MeshIntercepts});
    } else if (reason.startsWith(QLatin1String("eafnosupport"))) {
        set(finding, Cause::IpVersionMixed, Certainty::AlmostCertain);
    } else if (reason.startsWith(QLatin1String("nxdomain"))) {
        set(finding, Cause::HostUnresolvable, Certainty::AlmostCertain);
    }
}

bool isCertificateAlert(const QString &alert)
{
    return alert.contains(QLatin1String("Certificate")) || alert == QLatin1String("Unknown CA");
}

bool isCertificateReason(const QString &reason)
{
    return reason.contains(QLatin1String("bad_cert")) ||
           reason.contains(QLatin1String("hostname_check_failed")) ||
           reason.contains(QLatin1String("certificate")) ||
           reason.contains(QLatin1String("selfsigned_peer")) ||
           reason.contains(QLatin1String("cert_expired"));
}

// An alert alone may be of any service of the node that speaks TLS; within a failed link it is the link's.
void tlsAlert(LogFinding &finding)
{
    const QString alert = finding.fact(u"alert");
    const QString reason = finding.fact(u"reason");
    const Certainty best =
        finding.wording == LogWording::TlsHandshake ? Certainty::Certain : Certainty::AlmostCertain;
    if (isCertificateAlert(alert) || isCertificateReason(reason))
        set(finding, Cause::TlsCertificate, best);
    else if (reason.startsWith(QLatin1String("{unsupported_record_type,0}")))
        set(finding, Cause::TlsPlainMixed, Certainty::AlmostCertain);
    else if (reason.startsWith(QLatin1String("{unsupported_record_type")))
        doubt(finding, {Cause::NotANode, Cause::TlsPlainMixed});
    else if (alert == QLatin1String("Unexpected Message"))
        doubt(finding, {Cause::TlsPlainMixed, Cause::TlsFailed});
    else if (alert == QLatin1String("Handshake Failure") || alert == QLatin1String("Access Denied") ||
             alert.startsWith(QLatin1String("Decrypt")))
        doubt(finding, {Cause::TlsCertificate, Cause::TlsFailed});
    else
        set(finding, Cause::TlsFailed, best);
}

void tlsHandshake(LogFinding &finding)
{
    if (!finding.fact(u"alert").isEmpty())
        tlsAlert(finding);
    else if (isCertificateReason(finding.fact(u"reason")))
        set(finding, Cause::TlsCertificate, Certainty::AlmostCertain);
    else if (finding.fact(u"reason").contains(QLatin1String("unsupported_record_type,0")))
        set(finding, Cause::TlsPlainMixed, Certainty::AlmostCertain);
}

// OTP says this of its allow list since 21 and writes the name bare. Up to 20 it said so of a wrong cookie as
// well, and wrote the name as an atom. Where an atom needs quotes, the two can be told apart.
void disallowed(LogFinding &finding, QByteArrayView written)
{
    const bool quoted = !written.isEmpty() && (written[0] == '\'' || written[0] == '"' || written[0] == ':');
    const QString name = finding.peer.text();
    const bool needsQuotes =
        std::any_of(name.begin(), name.end(),
                    [](QChar c) { return !c.isLetterOrNumber() && c != u'_' && c != u'@'; }) ||
        name.at(0).isUpper() || name.at(0).isDigit();
    if (!quoted && needsQuotes)
        set(finding, Cause::NotAllowedByList, Certainty::Certain);
}

bool isStartFailure(const LogFinding &finding)
{
    switch (finding.wording) {
    case LogWording::NameTaken:
    case LogWording::RegisterError:
    case LogWording::ProtocolUnknown:
    case LogWording::NodeNameInvalid:
    case LogWording::NoLongName:
    case LogWording::NoShortName:
    case LogWording::CookieFileMode:
    case LogWording::CookieFile:
    case LogWording::CookieFileContent:
    case LogWording::TlsOptionsFile:
        return true;
    default:
        return false;
    }
}

bool isEviction(const LogFinding &finding)
{
    return finding.cause == Cause::GlobalEvicted;
}

bool isLostLink(const LogFinding &finding)
{
    return finding.wording == LogWording::NotResponding || finding.wording == LogWording::NodeDown ||
           finding.wording == LogWording::CorruptTerm || finding.wording == LogWording::CorruptFrame ||
           finding.wording == LogWording::Partitioned;
}

// `global` acts within a second or so; a minute leaves room for clocks that differ.
bool canFollow(const LogFinding &lost, const LogFinding &eviction)
{
    constexpr qint64 Window = 60;
    if (lost.firstLine >= eviction.firstLine)
        return false;
    if (!lost.first.at.isValid() || !eviction.first.at.isValid())
        return true;
    const qint64 seconds = lost.first.at.secsTo(eviction.first.at);
    return seconds >= 0 && seconds <= Window;
}

void relateOverload(LogFinding &silent, const QList<LogFinding> &findings)
{
    for (const LogFinding &busy : findings) {
        if (busy.wording != LogWording::BusyDistPort || busy.firstLine > silent.firstLine)
            continue;
        if (!busy.peer.isNull() && busy.peer == silent.peer) {
            set(silent, Cause::LinkOverloaded, Certainty::AlmostCertain);
            return;
        }
        if (busy.peer.isNull())
            silent.candidates = {Cause::LinkOverloaded, Cause::PeerSilent};
    }
}
} // namespace

void applyRules(LogFinding &finding, QByteArrayView written)
{
    switch (finding.wording) {
    case LogWording::RegisterError:
        return registerError(finding);
    case LogWording::TlsAlert:
        return tlsAlert(finding);
    case LogWording::TlsHandshake:
        return tlsHandshake(finding);
    case LogWording::DisallowedNode:
        if (!finding.peer.isNull())
            disallowed(finding, written);
        return;
    default:
        return;
    }
}

void relateFindings(QList<LogFinding> &findings)
{
    // That the distribution did not start is said again, and less exactly, by whoever waited for it.
    if (std::any_of(findings.cbegin(), findings.cend(), isStartFailure))
        findings.removeIf([](const LogFinding &f) { return f.wording == LogWording::NoDistribution; });
    for (LogFinding &finding : findings) {
        if (finding.wording == LogWording::NotResponding)
            relateOverload(finding, findings);
        if (!isEviction(finding))
            continue;
        for (qsizetype i = 0; i < findings.size(); ++i) {
            if (isLostLink(findings.at(i)) && canFollow(findings.at(i), finding))
                finding.after.append(i);
        }
    }
}

} // namespace nodescope::doctor
