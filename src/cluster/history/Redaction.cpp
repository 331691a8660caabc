#include "cluster/history/Redaction.h"

#include <algorithm>

namespace nodescope::cluster {

namespace {
QString numbered(QHash<QString, QString> &known, const QString &text, QChar prefix)
{
    const auto at = known.constFind(text);
    if (at != known.constEnd())
        return *at;
    const QString replacement = prefix + QString::number(known.size() + 1);
    known.insert(text, replacement);
    return replacement;
}

bool isWord(QChar character)
{
    return (character >= u'a' && character <= u'z') || (character >= u'0' && character <= u'9') ||
           character == u'_';
}
} // namespace

QString Redaction::host(const QString &host)
{
    return numbered(m_hosts, host, u'h');
}

QString Redaction::local(const QString &name)
{
    return numbered(m_locals, name, u'n');
}

QString Redaction::process(const QString &process)
{
    return process.isEmpty() ? process : numbered(m_processes, process, u'p');
}

QString Redaction::reason(const QString &reason)
{
    // The protocol's own words are atoms; a term may hold anything.
    const bool plain = reason.size() <= 40 && std::all_of(reason.begin(), reason.end(), isWord);
    return plain ? reason : QStringLiteral("other");
}

base::NodeName Redaction::redacted(const base::NodeName &name)
{
    if (name.isNull() || name == selfName())
        return name;
    const auto known = m_names.constFind(name);
    if (known != m_names.constEnd())
        return *known;
    const base::NodeName replacement =
        base::NodeName::literal(QString(local(name.name()) + u'@' + host(name.host())));
    m_names.insert(name, replacement);
    return replacement;
}

LinkKey Redaction::redacted(const LinkKey &key, bool &swapped)
{
    const base::NodeName a = redacted(key.a);
    const LinkKey replacement(a, redacted(key.b));
    swapped = replacement.a != a;
    return replacement;
}

Deltas Redaction::redacted(const Deltas &deltas)
{
    Deltas result = deltas;
    for (Delta &delta : result)
        std::visit([this](auto &one) { redact(one); }, delta);
    return result;
}

Mark Redaction::redacted(const Mark &mark)
{
    Mark result = mark;
    result.text.clear();
    result.node = redacted(mark.node);
    return result;
}

void Redaction::redact(NodeChanged &delta)
{
    Node &node = delta.node;
    node.name = redacted(node.name);
    node.reason = reason(node.reason);
    node.port = 0;
    // Only whether we are connected stays.
    if (!node.ourNameThere.isEmpty())
        node.ourNameThere = QStringLiteral("nodescope");
    for (base::NodeName &name : node.seenBy)
        name = redacted(name);
    std::sort(node.seenBy.begin(), node.seenBy.end());
    // A source's name holds paths, hosts and records.
    for (Sighting &sighting : node.sightings) {
        sighting.source = identifierOf(sighting.kind);
        sighting.detail.clear();
    }
}

void Redaction::redact(NodeRemoved &delta)
{
    delta.name = redacted(delta.name);
}

void Redaction::redact(LinkChanged &delta)
{
    Link &link = delta.link;
    bool swapped = false;
    link.key = redacted(link.key, swapped);
    if (swapped)
        std::swap(link.aSees, link.bSees);
    link.reason = reason(link.reason);
    if (!link.diagnosis)
        return;
    Diagnosis diagnosis = *link.diagnosis;
    diagnosis.from = redacted(diagnosis.from);
    diagnosis.to = redacted(diagnosis.to);
    diagnosis.detail.clear();
    diagnosis.epmdPort = 0;
    diagnosis.excerpts.clear();
    for (RungResult &result : diagnosis.rungs)
        result.evidence.clear();
    link.diagnosis = std::make_shared<const Diagnosis>(std::move(diagnosis));
}

void Redaction::redact(LinkRemoved &delta)
{
    bool swapped = false;
    delta.key = redacted(delta.key, swapped);
}

void Redaction::redact(HostChanged &delta)
{
    Host &value = delta.host;
    value.host = host(value.host);
    for (Host::Entry &entry : value.entries)
        entry = {local(entry.name), 0};
}

void Redaction::redact(EventHappened &delta)
{
    Event &event = delta.event;
    event.source = redacted(event.source);
    event.node = redacted(event.node);
    const bool ofMessage = event.kind == EventKind::Sent || event.kind == EventKind::Received;
    event.reason = ofMessage ? process(event.reason) : reason(event.reason);
    event.detail.clear();
}

void Redaction::redact(MessageHappened &delta)
{
    MessageStep &step = delta.step;
    for (MessageEnd *end : {&step.from, &step.to})
        *end = {redacted(end->node), process(end->process)};
    step.reason = reason(step.reason);
    step.text.clear();
}

void Redaction::redact(FiguresChanged &delta)
{
    delta.figures.node = redacted(delta.figures.node);
}

void Redaction::redact(TrafficChanged &delta)
{
    bool swapped = false;
    delta.traffic.key = redacted(delta.traffic.key, swapped);
    if (swapped)
        std::swap(delta.traffic.a, delta.traffic.b);
}

void Redaction::redact(SessionChanged &delta)
{
    delta.info.profile.clear();
    delta.info.practiceCookieFile.clear();
    delta.info.practiceEpmdPort = 0;
}

} // namespace nodescope::cluster
