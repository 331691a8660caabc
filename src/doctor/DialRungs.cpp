#include "doctor/DialRungs.h"

#include <array>

namespace nodescope::doctor {

using namespace cluster;
using namespace protocol;
using dist::DialReport;
using dist::DialStage;
namespace end = dist::dial_end;

namespace {

constexpr std::array DialRungs{
    Rung::NameWellFormed, Rung::NameMode,      Rung::HostResolves,        Rung::EpmdReachable,
    Rung::NameRegistered, Rung::PortReachable, Rung::TransportAsExpected, Rung::Status,
    Rung::NameAndFlags,   Rung::Challenge,     Rung::OurDigest,           Rung::TheirDigest,
    Rung::LinkUp};
constexpr qsizetype MaxExcerptBytes = 96;

QString addressesText(const DialReport &report)
{
    QStringList texts;
    for (const QHostAddress &address : report.addresses)
        texts.append(address.toString());
    return texts.join(QStringLiteral(", "));
}

QString registrationText(const DialReport &report)
{
    if (!report.registration)
        return {};
    const epmd::Registration &found = *report.registration;
    const QString kind = found.type == quint8(epmd::NodeType::Hidden)   ? QStringLiteral("hidden")
                         : found.type == quint8(epmd::NodeType::Normal) ? QStringLiteral("normal")
                                                                        : QString::number(found.type);
    return QStringLiteral("%1 at %2, %3, versions %4 to %5")
        .arg(found.name)
        .arg(found.port)
        .arg(kind)
        .arg(found.lowestVersion)
        .arg(found.highestVersion);
}

QString endpointText(const DialReport &report)
{
    if (!report.endpoints)
        return {};
    return QStringLiteral("%1:%2")
        .arg(report.endpoints->peerAddress.toString())
        .arg(report.endpoints->peerPort);
}

QString linkText(const DialReport &report)
{
    const auto *connected = report.as<end::Connected>();
    if (!connected || connected->result.ownName.isNull())
        return {};
    return QStringLiteral("as %1%2").arg(connected->result.ownName.text(),
                                         connected->result.hidden() ? QStringLiteral(", hidden") : QString());
}

/// Of rungs that are messages of the peer.
QString messageEvidence(const DialReport &report, Rung rung)
{
    const auto *status = received<StatusMessage>(report);
    const auto *challenge = received<ChallengeMessage>(report);
    switch (rung) {
    case Rung::Status:
        return status ? QString::fromLatin1(statusWord(status->status)) + status->dynamicName : QString();
    case Rung::NameAndFlags:
        return challenge
                   ? QStringLiteral("%1, flags 0x%2").arg(challenge->name).arg(challenge->flags.bits(), 0, 16)
                   : QString();
    case Rung::Challenge:
        return challenge ? QStringLiteral("version %1").arg(int(challenge->version)) : QString();
    case Rung::LinkUp:
        return linkText(report);
    default:
        return {};
    }
}

/// What passed on the way, per rung.
QString passedEvidence(const DialReport &report, Rung rung)
{
    switch (rung) {
    case Rung::NameMode:
        return report.target.isLong() ? QStringLiteral("longnames") : QStringLiteral("shortnames");
    case Rung::HostResolves:
        return addressesText(report);
    case Rung::EpmdReachable:
        return report.epmdPort ? QStringLiteral("port %1").arg(report.epmdPort) : QString();
    case Rung::NameRegistered:
        return registrationText(report);
    case Rung::PortReachable:
        return endpointText(report);
    case Rung::TransportAsExpected:
        return report.tls ? QStringLiteral("%1, %2").arg(report.tls->version, report.tls->cipher)
                          : QStringLiteral("plain");
    default:
        return messageEvidence(report, rung);
    }
}

std::optional<base::Duration> elapsedOfStage(const DialReport &report, DialStage stage)
{
    const dist::DialStep *step = report.step(stage);
    return step && !step->skipped ? std::optional(step->elapsed) : std::nullopt;
}

std::optional<base::Duration> elapsedOn(const DialReport &report, Rung rung)
{
    switch (rung) {
    case Rung::HostResolves:
        return elapsedOfStage(report, DialStage::Resolve);
    case Rung::EpmdReachable:
        return elapsedOfStage(report, DialStage::EpmdConnect);
    case Rung::NameRegistered:
        return elapsedOfStage(report, DialStage::EpmdReply);
    case Rung::PortReachable:
        return elapsedOfStage(report, DialStage::TcpConnect);
    case Rung::TransportAsExpected:
        return elapsedOfStage(report, DialStage::Tls);
    default:
        break;
    }
    base::Instant before = report.began;
    for (const HandshakeMessage &message : report.messages) {
        const bool fromPeer = message.direction == HandshakeMessage::Direction::Received;
        const bool here =
            (rung == Rung::Status && std::holds_alternative<StatusMessage>(message.body)) ||
            (rung == Rung::NameAndFlags && std::holds_alternative<ChallengeMessage>(message.body)) ||
            (rung == Rung::OurDigest && std::holds_alternative<AckMessage>(message.body));
        if (fromPeer && here)
            return message.at - before;
        before = message.at;
    }
    return std::nullopt;
}

bool skipped(const DialReport &report, Rung rung)
{
    const auto stage = [&](DialStage which) {
        const dist::DialStep *step = report.step(which);
        return step && step->skipped;
    };
    return (rung == Rung::EpmdReachable && stage(DialStage::EpmdConnect)) ||
           (rung == Rung::NameRegistered && stage(DialStage::EpmdReply));
}

RungResult passed(const DialReport &report, Rung rung)
{
    RungResult result;
    result.rung = rung;
    result.state = skipped(report, rung) ? RungState::Skipped : RungState::Passed;
    result.evidence = passedEvidence(report, rung);
    result.elapsed = elapsedOn(report, rung);
    return result;
}

bool hasPassed(const DialReport &report, DialStage stage)
{
    const dist::DialStep *step = report.step(stage);
    return step && step->passed;
}

/// Whether who answers is the node that was dialled, and can do what we demand.
bool passesAsTarget(const DialReport &report)
{
    const auto *challenge = received<ChallengeMessage>(report);
    return challenge && challenge->name == report.target.text() &&
           missingFlags(challenge->flags, masks::Required).isEmpty();
}

/// Whether an attempt under way has this rung behind it.
bool isBehind(const DialReport &report, Rung rung)
{
    switch (rung) {
    case Rung::NameWellFormed:
    case Rung::NameMode:
        return hasPassed(report, DialStage::NameCheck);
    case Rung::HostResolves:
        return hasPassed(report, DialStage::Resolve);
    case Rung::EpmdReachable:
        return hasPassed(report, DialStage::EpmdConnect);
    case Rung::NameRegistered:
        return hasPassed(report, DialStage::EpmdReply);
    case Rung::PortReachable:
        return hasPassed(report, DialStage::TcpConnect);
    case Rung::TransportAsExpected:
        return hasPassed(report, DialStage::Tls) || received<StatusMessage>(report);
    case Rung::Status:
        if (const auto *status = received<StatusMessage>(report)) {
            return status->status == HandshakeStatus::Ok ||
                   status->status == HandshakeStatus::OkSimultaneous ||
                   status->status == HandshakeStatus::Named;
        }
        return false;
    case Rung::OurDigest:
    case Rung::TheirDigest:
        return received<AckMessage>(report);
    case Rung::LinkUp:
        return report.connected();
    default:
        return passesAsTarget(report);
    }
}

QString labelOf(const HandshakeMessage &message)
{
    static constexpr std::array Labels{"send_name",         "recv_status",     "status_reply",
                                       "send_challenge",    "send_complement", "send_challenge_reply",
                                       "send_challenge_ack"};
    static_assert(std::variant_size_v<HandshakeBody> == Labels.size());
    return QLatin1String(Labels[message.body.index()]);
}

} // namespace

WireExcerpt excerptOf(const HandshakeMessage &message, base::Instant began)
{
    WireExcerpt excerpt;
    excerpt.sent = message.direction == HandshakeMessage::Direction::Sent;
    excerpt.label = labelOf(message);
    excerpt.bytes = message.packet.left(MaxExcerptBytes);
    excerpt.at = message.at - began;
    if (const auto *challenge = std::get_if<ChallengeMessage>(&message.body)) {
        // Tag, version or flags, then the challenge.
        const qsizetype before = challenge->version == HandshakeVersion::V6 ? 9 : 7;
        excerpt.blankedFrom = qMin<qsizetype>(excerpt.bytes.size(), qsizetype(message.prefix) + before);
        excerpt.blankedTo = qMin<qsizetype>(excerpt.bytes.size(), excerpt.blankedFrom + 4);
    } else if (std::holds_alternative<ReplyMessage>(message.body) ||
               std::holds_alternative<AckMessage>(message.body)) {
        // Whoever has a digest can try cookies against it: neither it nor its challenge leaves.
        excerpt.blankedFrom = qMin<qsizetype>(excerpt.bytes.size(), qsizetype(message.prefix) + 1);
        excerpt.blankedTo = excerpt.bytes.size();
    }
    for (qsizetype i = excerpt.blankedFrom; i >= 0 && i < excerpt.blankedTo; ++i)
        excerpt.bytes[i] = 0;
    return excerpt;
}

base::Duration sinceLastSend(const DialReport &report)
{
    base::Instant last = report.began;
    for (const HandshakeMessage &message : report.messages) {
        if (message.direction == HandshakeMessage::Direction::Sent)
            last = message.at;
    }
    return report.began + report.elapsed - last;
}

QList<RungResult> rungsOf(const DialReport &report, const Verdict &verdict)
{
    QList<RungResult> rungs;
    const bool failed = verdict.cause != Cause::None;
    // What was not begun has nothing behind it.
    bool reached = !report.as<end::OwnName>() && !report.as<end::AlreadyDialling>();
    for (const Rung rung : DialRungs) {
        RungResult result;
        result.rung = rung;
        const bool broken = failed && rung == verdict.rung;
        if (broken) {
            result.state = RungState::Failed;
            result.evidence = verdict.evidence;
            const bool waited = rung == Rung::OurDigest || rung == Rung::Status;
            if (verdict.cause != Cause::NoCookie) // then no digest was sent
                result.elapsed = waited ? sinceLastSend(report) : elapsedOn(report, rung);
            reached = false;
        } else if (reached) {
            result = passed(report, rung);
        }
        if (!failed && rung == verdict.rung)
            reached = false;
        rungs.append(result);
    }
    return rungs;
}

QList<RungResult> rungsSoFar(const DialReport &report)
{
    QList<RungResult> rungs;
    for (const Rung rung : DialRungs) {
        if (!isBehind(report, rung))
            break;
        rungs.append(passed(report, rung));
    }
    return rungs;
}

QList<WireExcerpt> excerptsOf(const DialReport &report, const Verdict &verdict)
{
    QList<WireExcerpt> excerpts;
    if (const dist::DialStep *asked = report.step(DialStage::EpmdReply);
        asked && !report.epmdQuestion.isEmpty()) {
        excerpts.append(WireExcerpt{true, epmdQuestionLabel(), report.epmdQuestion.left(MaxExcerptBytes), -1,
                                    asked->start});
        if (!report.epmdReply.isEmpty())
            excerpts.append(
                WireExcerpt{false, epmdReplyLabel(), report.epmdReply, -1, asked->start + asked->elapsed});
    }
    for (const HandshakeMessage &message : report.messages)
        excerpts.append(excerptOf(message, report.began));
    const auto *failed = report.as<end::HandshakeFailed>();
    const bool closed =
        (failed && failed->error.as<handshake_failure::Closed>()) || report.as<end::TransportFailed>();
    if (closed) {
        excerpts.append(WireExcerpt{false, QStringLiteral("close"), {}, -1, report.elapsed});
    } else if (failed && !failed->error.evidence.isEmpty() && verdict.cause != Cause::None) {
        excerpts.append(WireExcerpt{false, QStringLiteral("unexpected"),
                                    failed->error.evidence.left(MaxExcerptBytes), -1, report.elapsed});
    }
    return excerpts;
}

} // namespace nodescope::doctor
