#include "cluster/history/ValueWriter.h"

namespace nodescope::cluster {

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

void ValueWriter::text(const QString &text)
{
    const auto [number, isNew] = m_numbers.numberOf(text);
    if (isNew)
        m_newTexts.append(text);
    m_body.number(number);
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
    m_body.number(link.packetsFromA);
    m_body.number(link.packetsFromB);
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
    m_body.signedNumber(event.at.time_since_epoch().count());
    name(event.source);
    name(event.node);
    text(event.reason);
    text(event.detail);
    return DeltaTag::Event;
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
    return DeltaTag::Session;
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
}

void ValueWriter::put(const RungResult &result)
{
    choice(result.rung);
    choice(result.state);
    duration(result.elapsed);
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
