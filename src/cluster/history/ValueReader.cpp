#include "cluster/history/ValueReader.h"

#include <QTimeZone>

namespace nodescope::cluster {

namespace {
// What QDateTime can hold by far: no year beyond 9999.
} // namespace

void ValueReader::restart()
{
    m_texts.clear();
    m_figures.clear();
    m_traffic.clear();
    m_lastAt = {};
}

std::optional<Mark> ValueReader::readMark(QByteArrayView bytes)
{
    ByteReader in(bytes);
    Mark mark;
    mark.id = in.number();
    mark.time = in.signedNumber();
    mark.text = text(in).left(Mark::MaxText);
    mark.node = name(in, true);
    mark.removed = flag(in);
    return in.ok() && std::abs(mark.time) <= LastMoment ? std::optional(mark) : std::nullopt;
}

std::optional<Delta> ValueReader::read(quint8 tag, ByteReader &in)
{
    switch (static_cast<DeltaTag>(tag)) {
    case DeltaTag::Node:
        return NodeChanged{node(in)};
    case DeltaTag::NodeRemoved:
        return NodeRemoved{name(in)};
    case DeltaTag::Link:
        return LinkChanged{link(in)};
    case DeltaTag::LinkRemoved:
        return LinkRemoved{key(in)};
    case DeltaTag::Host:
        return HostChanged{host(in)};
    case DeltaTag::Event:
        return EventHappened{event(in)};
    case DeltaTag::Message:
        return MessageHappened{message(in)};
    case DeltaTag::Session:
        return SessionChanged{session(in)};
    case DeltaTag::Figures:
        return FiguresChanged{figures(in)};
    case DeltaTag::Traffic:
        return TrafficChanged{traffic(in)};
    }
    return std::nullopt;
}

QString ValueReader::text(ByteReader &in)
{
    const QString *text = m_texts.text(in.number());
    if (!text) {
        in.fail();
        return {};
    }
    return *text;
}

base::NodeName ValueReader::name(ByteReader &in, bool mayBeNull)
{
    const quint64 number = in.number();
    if (number == 0 && mayBeNull)
        return {};
    const base::NodeName *name = m_texts.name(number);
    if (!name) {
        in.fail();
        return {};
    }
    return *name;
}

LinkKey ValueReader::key(ByteReader &in)
{
    const base::NodeName a = name(in);
    const base::NodeName b = name(in);
    if (a == b) {
        in.fail();
        return {};
    }
    return {a, b};
}

QDateTime ValueReader::time(ByteReader &in) const
{
    const qint64 value = in.signedNumber();
    if (value == 0)
        return {};
    if (std::abs(value / 2) > LastMoment) {
        in.fail();
        return {};
    }
    return QDateTime::fromMSecsSinceEpoch(m_base + (value > 0 ? value - 1 : value), QTimeZone::utc());
}

quint16 ValueReader::port(ByteReader &in)
{
    const quint64 value = in.number();
    return value <= 65535 ? static_cast<quint16>(value) : quint16(0);
}

Cause ValueReader::cause(ByteReader &in)
{
    const QString identifier = text(in);
    return identifier.isEmpty() ? Cause::None : causeFromIdentifier(identifier);
}

Node ValueReader::node(ByteReader &in)
{
    Node node;
    node.name = name(in);
    node.kind = choice(in, NodeKind::Self);
    node.state = choice(in, NodeState::Frozen);
    node.watched = choice(in, Watched::Hearsay);
    node.hidden = flag(in);
    node.release = text(in);
    node.elixir = text(in);
    node.reason = text(in);
    node.cause = cause(in);
    node.since = time(in);
    node.port = port(in);
    node.ourNameThere = text(in);
    const qsizetype count = in.count();
    node.seenBy.reserve(count);
    for (qsizetype i = 0; i < count && in.ok(); ++i)
        node.seenBy.append(name(in));
    node.expected = flag(in);
    const qsizetype sightings = in.count();
    for (qsizetype i = 0; i < sightings && in.ok(); ++i)
        node.sightings.append(sighting(in));
    if (const quint64 prevents = added(in); prevents > 0)
        node.preventsPartitions = prevents > 1;
    node.certainty = addedCertainty(in);
    return node;
}

Link ValueReader::link(ByteReader &in)
{
    Link link;
    link.key = key(in);
    link.state = choice(in, LinkState::Down);
    link.aSees = choice(in, EndView::Up);
    link.bSees = choice(in, EndView::Up);
    link.hidden = flag(in);
    link.tls = flag(in);
    link.since = time(in);
    link.reason = text(in);
    link.failures = static_cast<int>(std::clamp<qint64>(in.signedNumber(), 0, INT_MAX));
    if (flag(in))
        link.diagnosis = std::make_shared<const Diagnosis>(diagnosis(in));
    return link;
}

Host ValueReader::host(ByteReader &in)
{
    Host host;
    host.host = text(in);
    host.epmdPort = port(in);
    host.cause = cause(in);
    host.time = time(in);
    const qsizetype count = in.count();
    for (qsizetype i = 0; i < count && in.ok(); ++i) {
        const QString entry = text(in);
        host.entries.append({entry, port(in)});
    }
    return host;
}

Event ValueReader::event(ByteReader &in)
{
    Event event;
    event.kind = choice(in, EventKind::Notice);
    event.time = time(in);
    event.at = instant(in);
    event.source = name(in, true);
    event.node = name(in, true);
    event.reason = text(in);
    event.detail = text(in);
    event.exchange = added(in);
    event.certainty = addedCertainty(in);
    return event;
}

MessageStep ValueReader::message(ByteReader &in)
{
    MessageStep step;
    step.exchange = in.number();
    step.kind = choice(in, StepKind::Failed);
    step.form = choice(in, MessageForm::Link);
    for (MessageEnd *end : {&step.from, &step.to}) {
        end->node = name(in, true);
        end->process = text(in);
    }
    step.time = time(in);
    step.at = instant(in);
    step.size = std::max<qint64>(in.signedNumber(), -1);
    step.text = QString::fromUtf8(in.bytes()).left(MessageStep::MaxText);
    step.reason = text(in);
    return step;
}

SessionInfo ValueReader::session(ByteReader &in)
{
    SessionInfo info;
    info.source = choice(in, SessionInfo::Source::Simulated);
    info.profile = text(in);
    info.practiceRunning = flag(in);
    info.practiceNodes = static_cast<int>(std::clamp<qint64>(in.signedNumber(), 0, 1'000'000));
    info.droppedEvents = in.number();
    info.figureSeconds = static_cast<int>(std::clamp<qint64>(in.signedNumber(), 0, 86'400));
    info.droppedMessages = added(in);
    return info;
}

Sighting ValueReader::sighting(ByteReader &in)
{
    Sighting sighting;
    sighting.kind = choice(in, SourceKind::Neighbours);
    sighting.source = text(in);
    sighting.present = flag(in);
    sighting.detail = text(in);
    sighting.since = time(in);
    return sighting;
}

std::optional<quint64> ValueReader::counter(ByteReader &in, const std::optional<quint64> &before)
{
    const qint64 value = in.signedNumber();
    if (value == 0)
        return std::nullopt;
    return before.value_or(0) + static_cast<quint64>(value > 0 ? value - 1 : value);
}

base::Instant ValueReader::instant(ByteReader &in)
{
    // Added without a sign: whatever stands there must not overflow.
    const auto step = static_cast<quint64>(in.signedNumber());
    const auto from = static_cast<quint64>(m_lastAt.time_since_epoch().count());
    m_lastAt = base::Instant(base::Duration(static_cast<qint64>(from + step)));
    return m_lastAt;
}

Figures ValueReader::figures(ByteReader &in)
{
    const quint64 number = in.number();
    const base::NodeName *node = m_texts.name(number);
    if (!node) {
        in.fail();
        return {};
    }
    Figures &figures = m_figures[number];
    figures.node = *node;
    figures.time = time(in);
    figures.at = instant(in);
    figures.processes = counter(in, figures.processes);
    figures.memory = counter(in, figures.memory);
    figures.runQueue = counter(in, figures.runQueue);
    figures.reductions = counter(in, figures.reductions);
    figures.uptime = counter(in, figures.uptime);
    return figures;
}

Traffic ValueReader::traffic(ByteReader &in)
{
    ByteReader again = in;
    const quint64 a = again.number();
    const quint64 pair = pairOf(a, again.number());
    const LinkKey link = key(in);
    if (!in.ok())
        return {};
    Traffic &traffic = m_traffic[pair];
    traffic.key = link;
    endTraffic(in, traffic.a);
    endTraffic(in, traffic.b);
    return traffic;
}

void ValueReader::endTraffic(ByteReader &in, EndTraffic &end)
{
    if (!flag(in))
        return;
    end.time = time(in);
    end.at = instant(in);
    end.packetsIn += static_cast<quint64>(in.signedNumber());
    end.packetsOut += static_cast<quint64>(in.signedNumber());
    end.bytesIn = counter(in, end.bytesIn);
    end.bytesOut = counter(in, end.bytesOut);
    end.bytesHeld = counter(in, end.bytesHeld);
}

Diagnosis ValueReader::diagnosis(ByteReader &in)
{
    Diagnosis diagnosis;
    diagnosis.from = name(in, true);
    diagnosis.to = name(in, true);
    diagnosis.cause = causeFromIdentifier(text(in));
    diagnosis.certainty = choice(in, Certainty::CannotDistinguish);
    qsizetype count = in.count();
    for (qsizetype i = 0; i < count && in.ok(); ++i)
        diagnosis.candidates.append(causeFromIdentifier(text(in)));
    count = in.count();
    for (qsizetype i = 0; i < count && in.ok(); ++i)
        diagnosis.rungs.append(rung(in));
    count = in.count();
    for (qsizetype i = 0; i < count && in.ok(); ++i)
        diagnosis.excerpts.append(excerpt(in));
    diagnosis.detail = text(in);
    diagnosis.time = time(in);
    diagnosis.elapsed = duration(in);
    if (const quint64 epmdPort = added(in); epmdPort <= UINT16_MAX)
        diagnosis.epmdPort = static_cast<quint16>(epmdPort);
    return diagnosis;
}

RungResult ValueReader::rung(ByteReader &in)
{
    RungResult result;
    result.rung = choice(in, Rung::CallsAnswered);
    result.state = choice(in, RungState::Uncertain);
    if (const base::Duration elapsed = duration(in); elapsed != base::Duration::zero())
        result.elapsed = elapsed;
    result.evidence = text(in);
    return result;
}

WireExcerpt ValueReader::excerpt(ByteReader &in)
{
    WireExcerpt excerpt;
    excerpt.sent = flag(in);
    excerpt.label = text(in);
    excerpt.bytes = in.bytes().toByteArray();
    excerpt.blankedFrom = std::clamp<qint64>(in.signedNumber(), -1, excerpt.bytes.size());
    excerpt.at = duration(in);
    excerpt.blankedTo = std::clamp<qint64>(in.signedNumber(), -1, excerpt.bytes.size());
    return excerpt;
}

} // namespace nodescope::cluster
