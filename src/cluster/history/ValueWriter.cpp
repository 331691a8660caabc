#include "cluster/history/ValueWriter.h"

namespace nodescope::cluster {

void ValueWriter::restart()
{
    m_numbers.clear();
    m_figures.clear();
    m_traffic.clear();
    m_lastAt = {};
}

bool ValueWriter::write(const Delta &delta)
{
    m_body.clear();
    const DeltaTag tag = std::visit([this](const auto &one) { return put(one); }, delta);
    if (tag == DeltaTag(0))
        return false;
    m_out.byte(static_cast<quint8>(tag));
    m_out.bytes(m_body.written());
    return true;
}

void ValueWriter::write(const Mark &mark)
{
    m_body.clear();
    m_body.number(mark.id);
    m_body.signedNumber(mark.time);
    text(mark.text);
    name(mark.node);
    flag(mark.removed);
    m_out.raw(m_body.written());
}

quint64 ValueWriter::text(const QString &text)
{
    const auto [number, isNew] = m_numbers.numberOf(text);
    if (isNew)
        m_newTexts.append(text);
    m_body.number(number);
    return number;
}

void ValueWriter::names(const QList<base::NodeName> &names)
{
    m_body.number(static_cast<quint64>(names.size()));
    for (const base::NodeName &one : names)
        name(one);
}

void ValueWriter::time(const QDateTime &time)
{
    // 0: none. Others relative, and moved by one away from it.
    if (!time.isValid()) {
        m_body.number(0);
        return;
    }
    const qint64 offset = time.toMSecsSinceEpoch() - m_base;
    m_body.signedNumber(offset >= 0 ? offset + 1 : offset);
}

DeltaTag ValueWriter::put(const NodeChanged &delta)
{
    const Node &node = delta.node;
    name(node.name);
    choice(node.kind);
    choice(node.state);
    choice(node.watched);
    flag(node.hidden);
    text(node.release);
    text(node.elixir);
    text(node.reason);
    text(node.cause == Cause::None ? QString() : identifierOf(node.cause));
    time(node.since);
    m_body.number(node.port);
    text(node.ourNameThere);
    names(node.seenBy);
    flag(node.expected);
    m_body.number(static_cast<quint64>(node.sightings.size()));
    for (const Sighting &sighting : node.sightings) {
        choice(sighting.kind);
        text(sighting.source);
        flag(sighting.present);
        text(sighting.detail);
        time(sighting.since);
    }
    m_body.number(node.preventsPartitions ? 1 + static_cast<quint64>(*node.preventsPartitions) : 0);
    choice(node.certainty);
    return DeltaTag::Node;
}

DeltaTag ValueWriter::put(const NodeRemoved &delta)
{
    name(delta.name);
    return DeltaTag::NodeRemoved;
}

DeltaTag ValueWriter::put(const LinkChanged &delta)
{
    const Link &link = delta.link;
    name(link.key.a);
    name(link.key.b);
    choice(link.state);
    choice(link.aSees);
    choice(link.bSees);
    flag(link.hidden);
    flag(link.tls);
    time(link.since);
    text(link.reason);
    m_body.signedNumber(link.failures);
    flag(link.diagnosis != nullptr);
    if (link.diagnosis)
        put(*link.diagnosis);
    return DeltaTag::Link;
}

DeltaTag ValueWriter::put(const LinkRemoved &delta)
{
    name(delta.key.a);
    name(delta.key.b);
    return DeltaTag::LinkRemoved;
}

DeltaTag ValueWriter::put(const HostChanged &delta)
{
    const Host &host = delta.host;
    text(host.host);
    m_body.number(host.epmdPort);
    text(host.cause == Cause::None ? QString() : identifierOf(host.cause));
    time(host.time);
    m_body.number(static_cast<quint64>(host.entries.size()));
    for (const Host::Entry &entry : host.entries) {
        text(entry.name);
        m_body.number(entry.port);
    }
    return DeltaTag::Host;
}

DeltaTag ValueWriter::put(const EventHappened &delta)
{
    const Event &event = delta.event;
    choice(event.kind);
    time(event.time);
    instant(event.at);
    name(event.source);
    name(event.node);
    text(event.reason);
    text(event.detail);
    m_body.number(event.exchange);
    choice(event.certainty);
    return DeltaTag::Event;
}

DeltaTag ValueWriter::put(const MessageHappened &delta)
{
    const MessageStep &step = delta.step;
    m_body.number(step.exchange);
    choice(step.kind);
    choice(step.form);
    for (const MessageEnd *end : {&step.from, &step.to}) {
        name(end->node);
        text(end->process);
    }
    time(step.time);
    instant(step.at);
    m_body.signedNumber(step.size);
    // Texts of messages are seldom the same: in the table they would only take its room.
    m_body.bytes(step.text.toUtf8());
    text(step.reason);
    return DeltaTag::Message;
}

DeltaTag ValueWriter::put(const SessionChanged &delta)
{
    // Where the practice cookie lies, and whether acting is allowed, is nobody's business later.
    const SessionInfo &info = delta.info;
    choice(info.source);
    text(info.profile);
    flag(info.practiceRunning);
    m_body.signedNumber(info.practiceNodes);
    m_body.number(info.droppedEvents);
    m_body.signedNumber(info.figureSeconds);
    m_body.number(info.droppedMessages);
    return DeltaTag::Session;
}

DeltaTag ValueWriter::put(const FiguresChanged &delta)
{
    const Figures &now = delta.figures;
    Figures &before = m_figures[name(now.node)];
    time(now.time);
    instant(now.at);
    put(now.processes, before.processes);
    put(now.memory, before.memory);
    put(now.runQueue, before.runQueue);
    put(now.reductions, before.reductions);
    put(now.uptime, before.uptime);
    before = now;
    return DeltaTag::Figures;
}

DeltaTag ValueWriter::put(const TrafficChanged &delta)
{
    const Traffic &now = delta.traffic;
    const quint64 a = name(now.key.a);
    Traffic &before = m_traffic[pairOf(a, name(now.key.b))];
    put(now.a, before.a);
    put(now.b, before.b);
    before = now;
    return DeltaTag::Traffic;
}

void ValueWriter::put(const EndTraffic &now, const EndTraffic &before)
{
    // Of two ends mostly one has counted anew.
    flag(!(now == before));
    if (now == before)
        return;
    time(now.time);
    instant(now.at);
    m_body.signedNumber(static_cast<qint64>(now.packetsIn - before.packetsIn));
    m_body.signedNumber(static_cast<qint64>(now.packetsOut - before.packetsOut));
    put(now.bytesIn, before.bytesIn);
    put(now.bytesOut, before.bytesOut);
    put(now.bytesHeld, before.bytesHeld);
}

void ValueWriter::put(const std::optional<quint64> &now, const std::optional<quint64> &before)
{
    // 0: not told. Others as the difference, moved by one away from it.
    if (!now) {
        m_body.number(0);
        return;
    }
    const auto step = static_cast<qint64>(*now - before.value_or(0));
    m_body.signedNumber(step >= 0 && step != std::numeric_limits<qint64>::max() ? step + 1 : step);
}

void ValueWriter::put(const Diagnosis &diagnosis)
{
    name(diagnosis.from);
    name(diagnosis.to);
    text(identifierOf(diagnosis.cause));
    choice(diagnosis.certainty);
    m_body.number(static_cast<quint64>(diagnosis.candidates.size()));
    for (const Cause cause : diagnosis.candidates)
        text(identifierOf(cause));
    m_body.number(static_cast<quint64>(diagnosis.rungs.size()));
    for (const RungResult &result : diagnosis.rungs)
        put(result);
    m_body.number(static_cast<quint64>(diagnosis.excerpts.size()));
    for (const WireExcerpt &excerpt : diagnosis.excerpts)
        put(excerpt);
    text(diagnosis.detail);
    time(diagnosis.time);
    duration(diagnosis.elapsed);
    // Added in a later version: a diagnosis is the last of a link, and this the last of it.
    m_body.number(diagnosis.epmdPort);
}

void ValueWriter::put(const RungResult &result)
{
    choice(result.rung);
    choice(result.state);
    duration(result.elapsed.value_or(base::Duration::zero()));
    text(result.evidence);
}

void ValueWriter::put(const WireExcerpt &excerpt)
{
    flag(excerpt.sent);
    text(excerpt.label);
    m_body.bytes(excerpt.bytes);
    m_body.signedNumber(excerpt.blankedFrom);
    duration(excerpt.at);
    m_body.signedNumber(excerpt.blankedTo);
}

} // namespace nodescope::cluster
