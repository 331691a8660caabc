#include "doctor/handshakes/WireFields.h"

#include <algorithm>

#include <QtEndian>

#include "doctor/DialRungs.h"
#include "protocol/Flags.h"

namespace nodescope::doctor {

using cluster::Diagnosis;
using cluster::Rung;
using cluster::RungState;
using cluster::WireExcerpt;

namespace {
/// Takes fields off the front of a message.
class FieldReader
{
public:
    explicit FieldReader(const WireExcerpt &excerpt)
        : m_excerpt(excerpt)
    {
    }

    [[nodiscard]] qsizetype left() const { return m_excerpt.bytes.size() - m_at; }
    [[nodiscard]] QList<WireField> fields() const { return m_fields; }
    [[nodiscard]] char peek() const { return left() > 0 ? m_excerpt.bytes.at(m_at) : '\0'; }

    quint64 number(const QString &name, qsizetype width, bool hexadecimal = false)
    {
        quint64 value = 0;
        for (qsizetype i = 0; i < width && m_at + i < m_excerpt.bytes.size(); ++i)
            value = value << 8 | quint8(m_excerpt.bytes.at(m_at + i));
        const QString text = hexadecimal ? QStringLiteral("0x%1").arg(value, 0, 16) : QString::number(value);
        add(name, text, width);
        return value;
    }
    void flags(const QString &name, qsizetype width, int shift = 0)
    {
        const quint64 value = number(name, width, true);
        if (!m_fields.isEmpty() && m_fields.last().name == name)
            m_fields.last().parts = protocol::flagNames(protocol::Flags(value << shift));
    }
    void tag() { add(QStringLiteral("tag"), QStringLiteral("'%1'").arg(QLatin1Char(peek())), 1); }
    void text(const QString &name, qsizetype size, bool utf8 = false)
    {
        const QByteArray bytes = m_excerpt.bytes.mid(m_at, size);
        add(name, utf8 ? QString::fromUtf8(bytes) : QString::fromLatin1(bytes), size);
    }
    void bytes(const QString &name, qsizetype size)
    {
        add(name, QString::fromLatin1(m_excerpt.bytes.mid(m_at, size).toHex()), size);
    }

private:
    void add(const QString &name, const QString &value, qsizetype size)
    {
        size = std::min(size, left());
        if (size <= 0)
            return;
        bool blanked = false;
        for (qsizetype i = m_at; i < m_at + size && !blanked; ++i)
            blanked = isBlanked(m_excerpt, i);
        m_fields.append({name, blanked ? QString() : value, m_at, size, blanked, {}});
        m_at += size;
    }

    const WireExcerpt &m_excerpt;
    qsizetype m_at = 0;
    QList<WireField> m_fields;
};

/// `N` or `n`: a name of who calls, a challenge of who is called.
void readName(FieldReader &read, bool challenge)
{
    const bool old = read.peek() == 'n';
    read.tag();
    if (old)
        read.number(QStringLiteral("version"), 2);
    read.flags(QStringLiteral("flags"), old ? 4 : 8);
    if (challenge)
        read.number(QStringLiteral("challenge"), 4);
    if (old) {
        read.text(QStringLiteral("name"), read.left());
        return;
    }
    read.number(QStringLiteral("creation"), 4);
    const auto size = static_cast<qsizetype>(read.number(QStringLiteral("name length"), 2));
    read.text(QStringLiteral("name"), size);
}

void readStatus(FieldReader &read, const WireExcerpt &excerpt)
{
    read.tag();
    static const QByteArray Named("named:");
    if (!excerpt.bytes.contains(Named)) {
        read.text(QStringLiteral("status"), read.left());
        return;
    }
    read.text(QStringLiteral("status"), Named.size());
    const auto size = static_cast<qsizetype>(read.number(QStringLiteral("name length"), 2));
    read.text(QStringLiteral("name"), size, true);
    read.number(QStringLiteral("creation"), 4);
}

void readBody(FieldReader &read, const WireExcerpt &excerpt)
{
    const QString &label = excerpt.label;
    if (label == QLatin1String("send_name")) {
        readName(read, false);
    } else if (label == QLatin1String("send_challenge")) {
        readName(read, true);
    } else if (label.endsWith(QLatin1String("status")) || label == QLatin1String("status_reply")) {
        readStatus(read, excerpt);
    } else if (label == QLatin1String("send_complement")) {
        read.tag();
        read.flags(QStringLiteral("flags high"), 4, 32);
        read.number(QStringLiteral("creation"), 4);
    } else if (label == QLatin1String("send_challenge_reply")) {
        read.tag();
        read.number(QStringLiteral("challenge"), 4);
        read.bytes(QStringLiteral("digest"), 16);
    } else if (label == QLatin1String("send_challenge_ack")) {
        read.tag();
        read.bytes(QStringLiteral("digest"), 16);
    }
}

/// erl_dist_protocol, "Get the distribution port of a node".
void readEpmd(FieldReader &read, const WireExcerpt &excerpt)
{
    if (excerpt.sent) {
        read.number(QStringLiteral("length"), 2);
        read.number(QStringLiteral("tag"), 1);
        read.text(QStringLiteral("name"), read.left(), true);
        return;
    }
    read.number(QStringLiteral("tag"), 1);
    read.number(QStringLiteral("result"), 1);
    read.number(QStringLiteral("port"), 2);
    read.number(QStringLiteral("node type"), 1);
    read.number(QStringLiteral("protocol"), 1);
    read.number(QStringLiteral("highest version"), 2);
    read.number(QStringLiteral("lowest version"), 2);
    const auto size = static_cast<qsizetype>(read.number(QStringLiteral("name length"), 2));
    read.text(QStringLiteral("name"), size, true);
    const auto extra = static_cast<qsizetype>(read.number(QStringLiteral("extra length"), 2));
    read.bytes(QStringLiteral("extra"), extra);
}

bool isEpmd(const QString &label)
{
    return label == epmdQuestionLabel() || label == epmdReplyLabel();
}

bool isHandshake(const QString &label)
{
    return label.startsWith(QLatin1String("send_")) || label == QLatin1String("recv_status") ||
           label == QLatin1String("status_reply");
}

QList<Rung> rungsOf(const WireExcerpt &excerpt)
{
    const QString &label = excerpt.label;
    if (isEpmd(label))
        return {Rung::EpmdReachable, Rung::NameRegistered};
    if (label == QLatin1String("send_name") || label == QLatin1String("recv_status") ||
        label == QLatin1String("status_reply"))
        return {Rung::Status};
    if (label == QLatin1String("send_challenge"))
        return {Rung::NameAndFlags, Rung::Challenge};
    if (label == QLatin1String("send_complement"))
        return {Rung::NameAndFlags};
    if (label == QLatin1String("send_challenge_reply"))
        return {Rung::OurDigest};
    if (label == QLatin1String("send_challenge_ack"))
        return {Rung::OurDigest, Rung::TheirDigest};
    return {};
}

Rung lastRungOf(const Diagnosis &diagnosis)
{
    if (const auto broken = diagnosis.brokenRung())
        return broken->rung;
    Rung last = Rung::NameWellFormed;
    for (const cluster::RungResult &result : diagnosis.rungs) {
        if (result.state != RungState::NotReached)
            last = result.rung;
    }
    return last;
}
} // namespace

QList<WireField> fieldsOf(const WireExcerpt &excerpt, int lengthBytes)
{
    FieldReader read(excerpt);
    if (isHandshake(excerpt.label)) {
        // Two bytes state the length on TCP, four on TLS; no message is empty or longer than 65,535 bytes.
        const int told = excerpt.bytes.startsWith(QByteArray(2, '\0')) ? 4 : 2;
        read.number(QStringLiteral("length"), lengthBytes > 0 ? lengthBytes : told);
        readBody(read, excerpt);
    } else if (isEpmd(excerpt.label) && (excerpt.sent || excerpt.bytes.startsWith('w'))) {
        readEpmd(read, excerpt);
    }
    read.bytes(read.fields().isEmpty() ? QStringLiteral("bytes") : QStringLiteral("rest"), read.left());
    return read.fields();
}

bool isBlanked(const WireExcerpt &excerpt, qsizetype byte)
{
    return excerpt.blankedFrom >= 0 && byte >= excerpt.blankedFrom &&
           (excerpt.blankedTo < 0 || byte < excerpt.blankedTo);
}

int fieldAt(const QList<WireField> &fields, qsizetype byte)
{
    const auto it = std::find_if(fields.begin(), fields.end(), [&](const WireField &field) {
        return byte >= field.offset && byte < field.offset + field.length;
    });
    return it == fields.end() ? -1 : static_cast<int>(it - fields.begin());
}

QList<qsizetype> excerptsOn(const Diagnosis &diagnosis, Rung rung)
{
    const Rung last = lastRungOf(diagnosis);
    QList<qsizetype> found;
    for (qsizetype i = 0; i < diagnosis.excerpts.size(); ++i) {
        const QList<Rung> rungs = rungsOf(diagnosis.excerpts.at(i));
        if (rungs.contains(rung) || (rungs.isEmpty() && rung == last))
            found.append(i);
    }
    return found;
}

} // namespace nodescope::doctor
