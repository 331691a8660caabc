#include "doctor/handshakes/HandshakeFacts.h"

#include <algorithm>

#include "doctor/handshakes/WireFields.h"
#include "protocol/Flags.h"
#include "protocol/handshake/Digest.h"

namespace nodescope::doctor {

using namespace cluster;
using protocol::Flag;
using protocol::Flags;

namespace {

/// The oldest release that demands the flag; 0: none does.
int mandatorySince(Flags flag)
{
    for (int release = 21; release <= 29; ++release) {
        if (protocol::mandatoryFlags(release).contains(flag))
            return release;
    }
    return 0;
}

Flags said(const std::optional<quint64> &bits)
{
    return protocol::expanded(Flags(bits.value_or(0)));
}

QString valueOf(const HandshakeRecord &record, qsizetype line, QLatin1String name)
{
    const QList<WireField> fields = fieldsOf(record.lines.at(line).wire, record.lengthBytes);
    for (const WireField &field : fields) {
        if (field.name == name)
            return field.value;
    }
    return {};
}

std::optional<quint32> challengeIn(const HandshakeRecord &record, qsizetype line)
{
    bool ok = false;
    const quint32 value = valueOf(record, line, QLatin1String("challenge")).toUInt(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

bool differsAlways(const QString &field)
{
    return field == QLatin1String("challenge") || field == QLatin1String("digest") ||
           field == QLatin1String("creation");
}

void compareFields(LinePair &pair, const HandshakeRecord &a, const HandshakeRecord &b)
{
    const HandshakeLine &left = a.lines.at(pair.a);
    const HandshakeLine &right = b.lines.at(pair.b);
    const QList<WireField> fieldsA = fieldsOf(left.wire, a.lengthBytes);
    const QList<WireField> fieldsB = fieldsOf(right.wire, b.lengthBytes);
    QStringList names;
    for (const QList<WireField> &fields : {fieldsA, fieldsB}) {
        for (const WireField &field : fields) {
            if (!names.contains(field.name))
                names.append(field.name);
        }
    }
    const auto find = [](const QList<WireField> &fields, const QString &name) {
        const auto it = std::find_if(fields.begin(), fields.end(),
                                     [&name](const WireField &field) { return field.name == name; });
        return it == fields.end() ? QString() : it->value;
    };
    for (const QString &name : std::as_const(names)) {
        const bool digest = name == QLatin1String("digest");
        const bool same =
            digest ? left.digest.equals(right.digest) : find(fieldsA, name) == find(fieldsB, name);
        if (!same)
            (differsAlways(name) ? pair.always : pair.differ).append(name);
    }
    if (left.wire.sent != right.wire.sent)
        pair.differ.append(QStringLiteral("direction"));
}

} // namespace

QList<FlagRow> flagRowsOf(const HandshakeRecord &record)
{
    const Flags ours = said(record.ownFlags);
    const Flags theirs = said(record.peerFlags);
    const Flags shown = ours | theirs | protocol::mandatoryFlags(29);
    QList<FlagRow> rows;
    for (int bit = 0; bit < 64; ++bit) {
        const Flags flag(quint64(1) << unsigned(bit));
        if (!shown.contains(flag))
            continue;
        rows.append({protocol::flagNames(flag).value(0), bit, ours.contains(flag), theirs.contains(flag),
                     mandatorySince(flag)});
    }
    return rows;
}

std::optional<quint32> signedChallenge(const HandshakeRecord &record, qsizetype line)
{
    if (line < 0 || line >= record.lines.size())
        return std::nullopt;
    const QString &label = record.lines.at(line).wire.label;
    const bool reply = label == QLatin1String("send_challenge_reply");
    if (!reply && label != QLatin1String("send_challenge_ack"))
        return std::nullopt;
    // A reply signs the challenge of the other side, an ack that of the reply.
    const QLatin1String asked(reply ? "send_challenge" : "send_challenge_reply");
    for (qsizetype i = line - 1; i >= 0; --i) {
        if (record.lines.at(i).wire.label == asked)
            return challengeIn(record, i);
    }
    return std::nullopt;
}

QString digestText(const base::Secret &cookie, quint32 challenge)
{
    const protocol::Digest digest = protocol::Digest::of(cookie, challenge);
    const QByteArrayView bytes = digest.reveal();
    return QString::fromLatin1(QByteArray(bytes.data(), bytes.size()).toHex());
}

bool digestFits(const HandshakeLine &line, const base::Secret &cookie, quint32 challenge)
{
    if (line.digest.isNull() || cookie.isNull() || line.digest.reveal().size() != protocol::Digest::Size)
        return false;
    return protocol::Digest::fromBytes(line.digest.reveal()) == protocol::Digest::of(cookie, challenge);
}

QList<LinePair> comparisonOf(const HandshakeRecord &a, const HandshakeRecord &b)
{
    // Messages come in one order only, so those of one label belong together; what one has not, it lacks.
    QList<LinePair> pairs;
    qsizetype nextB = 0;
    for (qsizetype i = 0; i < a.lines.size(); ++i) {
        qsizetype found = -1;
        for (qsizetype j = nextB; j < b.lines.size() && found < 0; ++j) {
            if (b.lines.at(j).wire.label == a.lines.at(i).wire.label)
                found = j;
        }
        if (found < 0) {
            pairs.append({i, -1, {}, {}});
            continue;
        }
        for (; nextB < found; ++nextB)
            pairs.append({-1, nextB, {}, {}});
        LinePair pair{i, found, {}, {}};
        compareFields(pair, a, b);
        pairs.append(pair);
        nextB = found + 1;
    }
    for (; nextB < b.lines.size(); ++nextB)
        pairs.append({-1, nextB, {}, {}});
    return pairs;
}

} // namespace nodescope::doctor
