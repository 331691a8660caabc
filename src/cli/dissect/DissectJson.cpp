#include "cli/dissect/DissectJson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "cli/dissect/DissectNames.h"
#include "cli/dissect/DissectText.h"
#include "term/Json.h"

namespace nodescope::cli {

using namespace protocol;
using namespace protocol::dissector_event;
using capture::CaptureEvent;
using capture::CaptureProblem;
using capture::CaptureSummary;
using capture::StreamFound;

namespace {

// A line that is made: an object, and terms, which are JSON already and must not lose anything.
struct Line
{
    QJsonObject fields;
    QByteArray terms; // `,"name":value`

    void set(const char *name, const QJsonValue &value) { fields.insert(QLatin1String(name), value); }
    void setTerm(const char *name, const term::Term &term)
    {
        terms += QByteArray(",\"") + name + "\":" + term::toJson(term);
    }
    void setFlags(Flags flags)
    {
        set("flags", QJsonArray::fromStringList(flagNames(flags)));
        set("flags_bits", QString(QStringLiteral("0x") + QString::number(flags.bits(), 16)));
    }
    void setRegistration(const epmd::Registration &node)
    {
        set("name", node.name);
        set("port", node.port);
        set("type", node.type);
        set("highest_version", node.highestVersion);
        set("lowest_version", node.lowestVersion);
    }
    [[nodiscard]] QByteArray bytes() const
    {
        QByteArray line = QJsonDocument(fields).toJson(QJsonDocument::Compact);
        line.chop(1); // the brace
        return line + terms + "}\n";
    }
};

struct HandshakeFields
{
    Line &line;

    void operator()(const NameMessage &m) const
    {
        line.set("version", int(m.version));
        line.set("name", m.name);
        line.set("creation", qint64(m.creation));
        line.setFlags(m.flags);
    }
    void operator()(const StatusMessage &m) const
    {
        const QByteArray word = m.status == HandshakeStatus::Unknown ? m.unknown : statusWord(m.status);
        line.set("status",
                 m.status == HandshakeStatus::Named ? QStringLiteral("named") : QString::fromLatin1(word));
        if (m.status != HandshakeStatus::Named)
            return;
        line.set("name", m.dynamicName);
        line.set("creation", qint64(m.creation));
    }
    void operator()(const StatusReplyMessage &m) const { line.set("proceed", m.proceed); }
    void operator()(const ChallengeMessage &m) const
    {
        (*this)(NameMessage{m.version, m.flags, m.creation, m.name});
        line.set("challenge", qint64(m.challenge));
    }
    void operator()(const ComplementMessage &m) const
    {
        line.set("creation", qint64(m.creation));
        line.setFlags(Flags(quint64(m.flagsHigh) << 32));
    }
    void operator()(const ReplyMessage &m) const
    {
        line.set("challenge", qint64(m.challenge));
        hideDigest();
    }
    void operator()(const AckMessage &) const { hideDigest(); }

private:
    // It permits to guess the cookie offline.
    void hideDigest() const { line.set("digest", QStringLiteral("not shown")); }
};

struct EpmdFields
{
    Line &line;

    void operator()(const epmd::AliveRequest &r) const { line.setRegistration(r.registration); }
    void operator()(const epmd::PortRequest &r) const { line.set("name", r.name); }
    void operator()(const epmd::StopRequest &r) const { line.set("name", r.name); }
    void operator()(const epmd::NamesRequest &) const {}
    void operator()(const epmd::DumpRequest &) const {}
    void operator()(const epmd::KillRequest &) const {}
    void operator()(const epmd::AliveReply &r) const
    {
        line.set("result", r.result);
        line.set("creation", qint64(r.creation));
    }
    void operator()(const epmd::PortReply &r) const
    {
        line.set("result", r.result);
        if (r.found())
            line.setRegistration(r.registration);
    }
    void operator()(const epmd::NamesReply &r) const { setNames(r.epmdPort, r.names); }
    void operator()(const epmd::DumpReply &r) const { setNames(r.epmdPort, r.lines); }
    void operator()(const epmd::KillReply &r) const { line.set("accepted", r.accepted); }
    void operator()(const epmd::StopReply &r) const { line.set("stopped", r.stopped); }

private:
    template<class Names>
    void setNames(quint32 port, const Names &names) const
    {
        QJsonArray array;
        for (const auto &name : names) {
            array.append(
                QJsonObject{{QStringLiteral("name"), name.name}, {QStringLiteral("port"), name.port}});
        }
        line.set("epmd_port", qint64(port));
        line.set("names", array);
    }
};

struct EventFields
{
    Line &line;

    void operator()(const handshake_event::Message &e) const
    {
        line.set("event", QStringLiteral("handshake"));
        line.set("step", nameOf(e.message.body));
        std::visit(HandshakeFields{line}, e.message.body);
    }
    void operator()(const handshake_event::Completed &e) const
    {
        line.set("event", QStringLiteral("up"));
        line.set("initiator", e.result.ownName.text());
        line.set("acceptor", e.result.peer.text());
        line.set("hidden", e.result.hidden());
        line.set("version", int(e.result.version));
        line.setFlags(e.result.agreedFlags);
    }
    void operator()(const HandshakeFailed &e) const;
    void operator()(const HandshakeUnfinished &e) const
    {
        line.set("event", QStringLiteral("handshake_unfinished"));
        line.set("awaited", awaitedAt(e.step));
    }
    void operator()(const channel_event::Received &e) const;
    void operator()(const channel_event::Skipped &e) const
    {
        line.set("event", QStringLiteral("skipped"));
        line.set("bytes", e.skipped.size);
    }
    void operator()(const channel_event::Misunderstood &e) const
    {
        line.set("event", QStringLiteral("misunderstood"));
        setError(e.error);
    }
    void operator()(const channel_event::TickReceived &) const { line.set("event", QStringLiteral("tick")); }
    void operator()(const channel_event::Down &e) const
    {
        line.set("event", QStringLiteral("link_error"));
        if (const auto *error = std::get_if<SignalError>(&e.reason))
            setError(*error);
    }
    void operator()(const Gap &e) const;
    void operator()(const BeganInTheMiddle &) const
    {
        line.set("event", QStringLiteral("began_in_the_middle"));
    }
    void operator()(const Opaque &e) const
    {
        line.set("event", QStringLiteral("opaque"));
        line.set("protocol", nameOf(e.protocol));
    }
    void operator()(const Undecodable &e) const
    {
        line.set("event", QStringLiteral("undecodable"));
        line.set("since", nameOf(e.since));
        line.set("bytes", e.bytes);
    }
    void operator()(const Closed &e) const
    {
        line.set("event", QStringLiteral("closed"));
        line.set("reset", e.reset);
        line.set("unfinished_bytes", e.unfinished);
    }
    void operator()(const epmd::Request &e) const
    {
        line.set("event", QStringLiteral("epmd_request"));
        line.set("request", nameOf(e));
        std::visit(EpmdFields{line}, e);
    }
    void operator()(const epmd::Reply &e) const
    {
        line.set("event", QStringLiteral("epmd_reply"));
        line.set("reply", nameOf(e));
        std::visit(EpmdFields{line}, e);
    }
    void operator()(const epmd::EpmdError &e) const
    {
        line.set("event", QStringLiteral("epmd_error"));
        line.set("reason", nameOf(e.kind));
    }

private:
    void setError(const SignalError &error) const
    {
        line.set("reason", nameOf(error.kind));
        line.set("at_byte", qint64(error.offset));
        line.set("bytes", qint64(error.size));
    }
};

void EventFields::operator()(const HandshakeFailed &e) const
{
    line.set("event", QStringLiteral("handshake_failed"));
    line.set("reason", QLatin1String(reasonName(e.error.reason)));
    line.set("awaited", awaitedAt(e.error.step));
    line.set("waiting", nameOf(e.error.role));
    line.set("since_last_packet_ms", base::toMilliseconds(e.error.sinceLastSend));
    line.set("since_start_ms", base::toMilliseconds(e.error.sinceStart));
    line.set("suggests_wrong_cookie", suggestsWrongCookie(e));
    if (e.closedBy)
        line.set("closed_by", nameOf(*e.closedBy));
    if (const auto *foreign = e.error.as<handshake_failure::NotErlang>()) {
        line.set("looks_like", nameOf(foreign->looksLike));
        if (foreign->tlsAlert >= 0)
            line.set("tls_alert", foreign->tlsAlert);
    }
}

void EventFields::operator()(const channel_event::Received &e) const
{
    const Signal &signal = e.signal;
    line.set("event", QStringLiteral("signal"));
    line.set("operation", operationName(int(signal.operation)));
    line.set("bytes", qint64(signal.size));
    line.set("fragments", signal.fragments);
    line.set("unknown_atoms", signal.unknownAtoms);
    line.setTerm("control", signal.controlTerm());
    if (signal.payload.isNull())
        return;
    if (signal.payload.size() > DissectPayloadBytes) {
        line.set("payload_omitted", true);
        return;
    }
    const auto payload = signal.payload.decode();
    if (payload.ok())
        line.setTerm("payload", *payload);
    else
        line.set("payload_error", term::codeName(payload.error().code));
}

void EventFields::operator()(const Gap &e) const
{
    line.set("event", QStringLiteral("gap"));
    line.set("cause", nameOf(e.cause));
    line.set("bytes", e.length >= 0 ? QJsonValue(e.length) : QJsonValue());
    line.set("framing_kept", e.framingKept);
    line.set("handshake_step_lost", e.handshakeStepLost);
    line.set("atoms_unknown", e.atomsUnknown);
    line.set("messages_lost", e.messagesLost);
}

void setFound(Line &line, const StreamFound &found)
{
    line.set("event", QStringLiteral("stream"));
    line.set("kind",
             found.kind == StreamFound::Kind::Epmd ? QStringLiteral("epmd") : QStringLiteral("distribution"));
    line.set("client", found.client.text());
    line.set("server", found.server.text());
    if (!found.node.isEmpty())
        line.set("node", found.node);
}

void setProblem(Line &line, const CaptureProblem &problem)
{
    line.set("event", QStringLiteral("problem"));
    line.set("reason", nameOf(problem.kind));
    line.set("file_offset", problem.offset);
    line.set("fatal", problem.fatal);
    if (problem.value >= 0)
        line.set("value", problem.value);
}

} // namespace

QByteArray jsonLineOf(const CaptureEvent &event)
{
    Line line;
    if (event.timed)
        line.set("time", timeText(event.at));
    if (event.stream > 0)
        line.set("stream", event.stream);
    if (const auto *found = event.as<StreamFound>()) {
        setFound(line, *found);
    } else if (const auto *problem = event.as<CaptureProblem>()) {
        setProblem(line, *problem);
    } else if (const auto *dissected = event.as<DissectorEvent>()) {
        line.set("from", nameOf(dissected->sender));
        line.set("offset", dissected->offset);
        std::visit(EventFields{line}, dissected->what);
    } else if (const auto *epmd = event.as<EpmdEvent>()) {
        line.set("from",
                 epmd->sender == Role::Initiator ? QStringLiteral("client") : QStringLiteral("server"));
        std::visit(EventFields{line}, epmd->what);
    }
    return line.bytes();
}

QByteArray jsonLineOf(const CaptureSummary &summary)
{
    Line line;
    line.set("event", QStringLiteral("summary"));
    line.set("packets", summary.packets);
    line.set("segments", summary.segments);
    line.set("ip_fragments", summary.ipFragments);
    line.set("unreadable", summary.unreadable);
    line.set("streams", summary.streams);
    line.set("other_streams", summary.otherStreams);
    return line.bytes();
}

} // namespace nodescope::cli
