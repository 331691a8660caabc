#include "doctor/handshakes/RecordOf.h"

#include <algorithm>
#include <array>

#include "doctor/DialVerdict.h"
#include "protocol/handshake/HandshakeMessage.h"

namespace nodescope::doctor {

using namespace cluster;
using namespace protocol;
using base::NodeName;
namespace failure = handshake_failure;

namespace {

QString labelOf(const HandshakeBody &body)
{
    static constexpr std::array Labels{"send_name",         "recv_status",     "status_reply",
                                       "send_challenge",    "send_complement", "send_challenge_reply",
                                       "send_challenge_ack"};
    static_assert(std::variant_size_v<HandshakeBody> == Labels.size());
    return QLatin1String(Labels[body.index()]);
}

const Digest *digestOf(const HandshakeBody &body)
{
    if (const auto *reply = std::get_if<ReplyMessage>(&body))
        return &reply->digest;
    const auto *ack = std::get_if<AckMessage>(&body);
    return ack ? &ack->digest : nullptr;
}

HandshakeLine lineOf(const HandshakeMessage &message, base::Instant began)
{
    HandshakeLine line;
    line.wire.sent = message.direction == HandshakeMessage::Direction::Sent;
    line.wire.label = labelOf(message.body);
    line.wire.bytes = message.packet;
    line.wire.at = message.at - began;
    if (const Digest *digest = digestOf(message.body)) {
        line.digest = base::Secret(digest->reveal());
        // A challenge of four bytes stands before the digest of a reply.
        const bool reply = std::holds_alternative<ReplyMessage>(message.body);
        const qsizetype from = qsizetype(message.prefix) + (reply ? 5 : 1);
        line.wire.blankedFrom = qMin(from, line.wire.bytes.size());
        line.wire.blankedTo = qMin(from + Digest::Size, line.wire.bytes.size());
        for (qsizetype i = line.wire.blankedFrom; i < line.wire.blankedTo; ++i)
            line.wire.bytes[i] = '\0';
    }
    return line;
}

// What the chart knows of both sides from the messages themselves.
void takeFacts(HandshakeRecord &record, const HandshakeMessage &message)
{
    const bool ours = message.direction == HandshakeMessage::Direction::Sent;
    std::optional<quint64> &flags = ours ? record.ownFlags : record.peerFlags;
    record.lengthBytes = int(message.prefix);
    if (const auto *name = std::get_if<NameMessage>(&message.body)) {
        flags = name->flags.bits();
        if (!ours)
            record.peerSaid = name->name;
    } else if (const auto *challenge = std::get_if<ChallengeMessage>(&message.body)) {
        flags = challenge->flags.bits();
        if (!ours)
            record.peerSaid = challenge->name;
    } else if (const auto *complement = std::get_if<ComplementMessage>(&message.body)) {
        flags = quint64(complement->flagsHigh) << 32 | quint32(flags.value_or(0));
    } else if (const auto *status = std::get_if<StatusMessage>(&message.body)) {
        if (status->status == HandshakeStatus::Named && !ours)
            record.ownName = NodeName::parse(status->dynamicName).value_or(NodeName());
    }
}

void takeEndpoints(HandshakeRecord &record, const dist::Endpoints &endpoints)
{
    record.ownAddress = endpoints.localAddress.toString();
    record.ownPort = endpoints.localPort;
    record.peerAddress = endpoints.peerAddress.toString();
    record.peerPort = endpoints.peerPort;
}

QString dueAt(HandshakeStep step)
{
    switch (step) {
    case HandshakeStep::AwaitStatus:
        return QStringLiteral("recv_status");
    case HandshakeStep::AwaitChallenge:
        return QStringLiteral("send_challenge");
    case HandshakeStep::AwaitAck:
        return QStringLiteral("send_challenge_ack");
    case HandshakeStep::AwaitName:
        return QStringLiteral("send_name");
    case HandshakeStep::AwaitStatusReply:
        return QStringLiteral("status_reply");
    case HandshakeStep::AwaitComplement:
        return QStringLiteral("send_complement");
    case HandshakeStep::AwaitReply:
        return QStringLiteral("send_challenge_reply");
    default:
        return {};
    }
}

/// The fact behind a failure, in the wire's own terms.
struct Detail
{
    QString operator()(const failure::Refused &r) const { return QString::fromLatin1(statusWord(r.status)); }
    QString operator()(const failure::Declined &r) const { return QString::fromLatin1(statusWord(r.status)); }
    QString operator()(const failure::UnknownStatus &r) const { return QString::fromLatin1(r.word); }
    QString operator()(const failure::FlagsMissing &r) const { return flagNames(r.missing).join(u' '); }
    QString operator()(const failure::OtherName &r) const { return r.got; }
    QString operator()(const failure::BadName &r) const { return r.got; }
    QString operator()(const failure::TimedOut &) const { return {}; }
    template<class Other>
    QString operator()(const Other &) const
    {
        return {};
    }
};

/// Whether the failure is the peer's last message itself, rather than what did not come.
bool isOfMessage(const failure::Reason &reason)
{
    return std::holds_alternative<failure::Refused>(reason) ||
           std::holds_alternative<failure::OutOfOrder>(reason) ||
           std::holds_alternative<failure::UnknownStatus>(reason) ||
           std::holds_alternative<failure::FlagsMissing>(reason) ||
           std::holds_alternative<failure::OtherName>(reason) ||
           std::holds_alternative<failure::BadName>(reason) ||
           std::holds_alternative<failure::DynamicName>(reason) ||
           std::holds_alternative<failure::Reflection>(reason) ||
           std::holds_alternative<failure::WrongDigest>(reason) ||
           std::holds_alternative<failure::GaveWay>(reason);
}

/// How long the peer's set-up timer had run: see HandshakeDue::peerSince.
base::Duration peerWaited(const HandshakeRecord &record, const HandshakeError &error)
{
    for (qsizetype i = record.lines.size() - 1; i >= 0; --i) {
        if (!record.lines.at(i).wire.sent)
            return record.elapsed - record.lines.at(i).wire.at;
    }
    return error.sinceStart;
}

void takeError(HandshakeRecord &record, const HandshakeError &error)
{
    record.outcome = QLatin1String(reasonName(error.reason));
    record.detail = std::visit(Detail(), error.reason);
    record.sinceLastSend = error.sinceLastSend;
    record.peerWaited = peerWaited(record, error);
    record.failedAt = record.lines.size();
    record.missing = dueAt(error.step);
    if (isOfMessage(error.reason)) {
        for (qsizetype i = record.lines.size() - 1; i >= 0; --i) {
            if (!record.lines.at(i).wire.sent) {
                record.failedAt = i;
                record.missing.clear();
                return;
            }
        }
    }
    // Bytes that are no message are shown as they came. They hold no digest (HandshakeError::evidence).
    if (!error.evidence.isEmpty() && !error.as<failure::Closed>() && !error.as<failure::TimedOut>()) {
        HandshakeLine line;
        line.wire = {false, QStringLiteral("unexpected"), error.evidence, -1, error.sinceStart, -1};
        record.lines.append(line);
    }
}

/// Why a handshake in steps failed that was done as a node does it. Waiting for a person is no fault.
std::optional<Diagnosis> diagnosisOf(const dist::SteppedReport &report)
{
    const bool changed = std::any_of(report.messages.begin(), report.messages.end(),
                                     [](const SteppedMessage &message) { return !message.changed.empty(); });
    if (report.role != Role::Initiator || changed || report.unreleased || (!report.error && !report.obstacle))
        return std::nullopt;
    dist::DialReport dial;
    dial.target = report.target;
    dial.wall = report.wall;
    dial.began = report.began;
    dial.elapsed = report.elapsed;
    dial.epmdPort = report.epmdPort;
    dial.endpoints = report.endpoints;
    dial.tls = report.tls;
    for (const SteppedMessage &message : report.messages)
        dial.messages.push_back(message.message);
    if (report.obstacle)
        dial.end = *report.obstacle;
    else
        dial.end = dist::dial_end::HandshakeFailed{*report.error};
    return diagnose(dial);
}

} // namespace

std::optional<HandshakeRecord> recordOf(const dist::DialReport &report)
{
    if (!report.endpoints)
        return std::nullopt;
    HandshakeRecord record;
    record.running = false;
    record.probe = report.probe;
    record.peer = report.target;
    record.time = report.wall;
    record.elapsed = report.elapsed;
    takeEndpoints(record, *report.endpoints);
    if (report.tls)
        record.lengthBytes = 4;
    for (const HandshakeMessage &message : report.messages) {
        record.lines.append(lineOf(message, report.began));
        takeFacts(record, message);
    }
    if (const auto *connected = report.as<dist::dial_end::Connected>()) {
        record.outcome = QStringLiteral("up");
        record.ownName = connected->result.ownName;
    } else if (report.as<dist::dial_end::Probed>()) {
        record.outcome = QStringLiteral("probed");
    } else if (const auto *failed = report.as<dist::dial_end::HandshakeFailed>()) {
        takeError(record, failed->error);
    } else {
        record.outcome = QLatin1String(dist::reasonName(report.end));
        record.failedAt = record.lines.size();
    }
    return record;
}

HandshakeRecord recordOf(const dist::AcceptReport &report, const NodeName &ownName, bool running, bool up)
{
    HandshakeRecord record;
    record.running = running;
    record.incoming = true;
    record.ownName = ownName;
    record.time = report.wall;
    record.elapsed = report.elapsed;
    takeEndpoints(record, report.endpoints);
    if (report.tls)
        record.lengthBytes = 4;
    for (const HandshakeMessage &message : report.messages) {
        record.lines.append(lineOf(message, report.began));
        takeFacts(record, message);
    }
    record.peer = NodeName::parse(record.peerSaid).value_or(NodeName());
    if (up)
        record.outcome = QStringLiteral("up");
    else if (!running)
        takeError(record, report.error);
    return record;
}

HandshakeRecord recordOf(const dist::SteppedReport &report)
{
    HandshakeRecord record;
    record.running = !report.over;
    record.stepped = true;
    record.incoming = report.role == Role::Acceptor;
    record.peer = report.target;
    record.ownName = report.ownName;
    record.time = report.wall;
    record.elapsed = report.elapsed;
    record.listening = record.incoming && !report.endpoints && !report.over;
    record.listeningPort = report.port;
    record.ownFlags = report.ownFlags.bits();
    if (report.endpoints)
        takeEndpoints(record, *report.endpoints);
    if (report.tls)
        record.lengthBytes = 4;
    for (const SteppedMessage &message : report.messages) {
        HandshakeLine line = lineOf(message.message, report.began);
        for (const HandshakeField field : message.changed)
            line.changed.append(QLatin1String(fieldName(field)));
        record.lines.append(line);
        takeFacts(record, message.message);
    }
    if (record.incoming)
        record.peer = NodeName::parse(record.peerSaid).value_or(record.peer);
    if (report.proposal) {
        HandshakeDue due;
        const LengthPrefix prefix = LengthPrefix(record.lengthBytes);
        due.line = lineOf({HandshakeMessage::Direction::Sent, report.role, report.proposal->since, prefix,
                           withLength(prefix, encodeHandshake(report.proposal->body)), report.proposal->body},
                          report.began);
        for (const HandshakeField field : changeableFields(report.proposal->body))
            due.fields.append(QLatin1String(fieldName(field)));
        due.since = report.proposal->since;
        due.peerSince = report.proposal->peerSince;
        record.due = due;
    }
    record.framesOut = report.framesOut;
    record.framesIn = report.framesIn;
    record.peerLeft = report.closedAfter.has_value();
    if (report.obstacle) {
        record.outcome = QStringLiteral("unreachable");
        record.detail = QLatin1String(dist::reasonName(*report.obstacle));
    } else if (report.error) {
        takeError(record, *report.error);
        if (report.unreleased) {
            record.unsent = labelOf(report.unreleased->body);
            record.missing.clear(); // it was our turn
        }
    } else if (report.up) {
        record.outcome = QStringLiteral("up");
    } else if (report.over) {
        record.outcome = QStringLiteral("ended");
    }
    record.diagnosis = diagnosisOf(report);
    return record;
}

HandshakeChange changeOf(const HandshakeEdit &edit)
{
    HandshakeChange change;
    change.cookie = edit.cookie;
    if (edit.digest && edit.digest->size() == Digest::Size)
        change.digest = Digest::fromBytes(*edit.digest);
    if (edit.flags)
        change.flags = Flags(*edit.flags);
    change.name = edit.name;
    change.creation = edit.creation;
    change.challenge = edit.challenge;
    if (edit.status)
        change.status = edit.status->toLatin1();
    change.length = edit.length;
    return change;
}

} // namespace nodescope::doctor
