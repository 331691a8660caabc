#include "cluster/history/DeltaStream.h"

namespace nodescope::cluster {

namespace {
/// Beyond so many texts the table begins anew, long before a reader would refuse more.
constexpr qsizetype ManyTexts = 100'000;
} // namespace

void DeltaStreamWriter::entry(EntryTag tag, QByteArrayView head, QByteArrayView body)
{
    m_out.byte(static_cast<quint8>(tag));
    m_out.number(static_cast<quint64>(head.size() + body.size()));
    m_out.raw(head);
    m_out.raw(body);
}

void DeltaStreamWriter::texts()
{
    const QList<QString> fresh = m_values.takeNewTexts();
    for (const QString &text : fresh)
        entry(EntryTag::Text, text.toUtf8(), {});
}

void DeltaStreamWriter::keyframe(qint64 time, quint64 position, const Cluster &cluster)
{
    m_values.restart();
    m_values.setBase(time);
    for (const Node &node : cluster.nodes())
        m_values.write(NodeChanged{node});
    for (const Link &link : cluster.links())
        m_values.write(LinkChanged{link});
    for (const Host &host : cluster.hosts())
        m_values.write(HostChanged{host});
    for (const Figures &figures : cluster.allFigures())
        m_values.write(FiguresChanged{figures});
    for (const Traffic &traffic : cluster.allTraffic())
        m_values.write(TrafficChanged{traffic});
    m_values.write(SessionChanged{cluster.session()});
    entry(EntryTag::Restart, {}, {});
    texts();
    ByteWriter head;
    head.signedNumber(time);
    head.number(position);
    entry(EntryTag::Keyframe, head.written(), m_values.takeValues());
    m_time = time;
}

bool DeltaStreamWriter::batch(qint64 time, const Deltas &deltas)
{
    if (m_values.textCount() > ManyTexts) {
        m_values.restart();
        entry(EntryTag::Restart, {}, {});
    }
    m_values.setBase(time);
    bool any = false;
    for (const Delta &delta : deltas)
        any = m_values.write(delta) || any;
    if (!any)
        return false;
    texts();
    ByteWriter head;
    head.signedNumber(time - m_time);
    entry(EntryTag::Batch, head.written(), m_values.takeValues());
    m_time = time;
    return true;
}

void DeltaStreamWriter::mark(const Mark &mark)
{
    m_values.write(mark);
    texts();
    entry(EntryTag::Mark, {}, m_values.takeValues());
}

std::optional<StreamEntry> DeltaStreamReader::next(ByteReader &in)
{
    while (m_ok && !in.atEnd()) {
        const auto tag = static_cast<EntryTag>(in.byte());
        const QByteArrayView body = in.bytes();
        if (!in.ok()) {
            m_ok = false;
            break;
        }
        switch (tag) {
        case EntryTag::Text:
            m_ok = m_values.addText(body);
            break;
        case EntryTag::Restart:
            m_values.restart();
            break;
        case EntryTag::Keyframe:
        case EntryTag::Batch:
        case EntryTag::Mark:
            return open(tag, body);
        }
    }
    return std::nullopt;
}

bool DeltaStreamReader::isNextLater(ByteReader in, qint64 time) const
{
    while (!in.atEnd()) {
        const auto tag = static_cast<EntryTag>(in.byte());
        const QByteArrayView body = in.bytes();
        if (!in.ok() || tag == EntryTag::Keyframe)
            return false;
        if (tag == EntryTag::Batch)
            return m_time + ByteReader(body).signedNumber() > time;
    }
    return false;
}

std::optional<StreamEntry> DeltaStreamReader::open(EntryTag tag, QByteArrayView body)
{
    StreamEntry entry;
    entry.tag = tag;
    ByteReader head(body);
    if (tag == EntryTag::Keyframe) {
        m_time = head.signedNumber();
        entry.position = head.number();
    } else if (tag == EntryTag::Batch) {
        const qint64 step = head.signedNumber();
        // Added without a sign: whatever stands there must not overflow.
        m_time = static_cast<qint64>(static_cast<quint64>(m_time) + static_cast<quint64>(step));
    }
    if (!head.ok() || m_time < 0 || m_time > LastMoment) {
        m_ok = false;
        return std::nullopt;
    }
    entry.time = m_time;
    entry.body = body.sliced(head.position());
    return entry;
}

bool DeltaStreamReader::deltasOf(const StreamEntry &entry, Deltas &into)
{
    m_values.setBase(entry.time);
    return m_values.readAll(entry.body, [&into](Delta &&delta) { into.append(std::move(delta)); });
}

bool DeltaStreamReader::apply(const StreamEntry &entry, Cluster &state)
{
    m_values.setBase(entry.time);
    return m_values.readAll(entry.body, [&state](Delta &&delta) {
        if (!isMoment(delta))
            (void)state.apply(delta);
    });
}

std::optional<Mark> DeltaStreamReader::markOf(const StreamEntry &entry)
{
    return m_values.readMark(entry.body);
}

} // namespace nodescope::cluster
