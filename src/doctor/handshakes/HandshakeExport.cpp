#include "doctor/handshakes/HandshakeExport.h"

#include <QJsonArray>
#include <QLocale>
#include <QTextStream>

#include "doctor/handshakes/HandshakeFacts.h"
#include "doctor/handshakes/HandshakeText.h"
#include "doctor/handshakes/HandshakeWords.h"
#include "doctor/handshakes/WireFields.h"

namespace nodescope::doctor {

using namespace cluster;

namespace {

constexpr qsizetype BytesInRow = 16;

/// What comes from a node is data: controls and marks of direction are shown by their numbers.
QString plain(const QString &text)
{
    QString out;
    for (const QChar c : text) {
        const bool odd = c.category() == QChar::Other_Control || c.category() == QChar::Other_Format ||
                         c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph;
        if (odd)
            out += QStringLiteral("\\x{%1}").arg(uint(c.unicode()), 0, 16);
        else
            out += c;
    }
    return out;
}

double milliseconds(base::Duration duration)
{
    return double(std::chrono::duration_cast<std::chrono::microseconds>(duration).count()) / 1000.0;
}

QString hexOf(const base::Secret &digest)
{
    return QString::fromLatin1(QByteArray(digest.reveal().data(), digest.reveal().size()).toHex());
}

QByteArray shownBytes(const HandshakeLine &line, Digests digests)
{
    QByteArray bytes = line.wire.bytes;
    if (digests == Digests::Shown && !line.digest.isNull() && line.wire.blankedFrom >= 0)
        bytes.replace(line.wire.blankedFrom, line.digest.reveal().size(),
                      QByteArray(line.digest.reveal().data(), line.digest.reveal().size()));
    return bytes;
}

QString valueOf(const WireField &field, const HandshakeLine &line, Digests digests)
{
    if (!field.blanked)
        return plain(field.value);
    return digests == Digests::Shown && !line.digest.isNull() ? hexOf(line.digest)
                                                              : HandshakeWords::tr("(held back)");
}

void writeLine(QTextStream &out, const HandshakeRecord &record, qsizetype index, Digests digests)
{
    const HandshakeLine &line = record.lines.at(index);
    out << QStringLiteral("%1 ms %2 %3%4\n")
               .arg(milliseconds(line.wire.at), 10, 'f', 3)
               .arg(line.wire.sent ? QStringLiteral("->") : QStringLiteral("<-"), line.wire.label,
                    index == record.failedAt ? QStringLiteral("   [%1]").arg(record.outcome) : QString());
    const QList<WireField> fields = fieldsOf(line.wire, record.lengthBytes);
    for (const WireField &field : fields) {
        const bool changed = line.changed.contains(field.name);
        out << QStringLiteral("               %1 %2%3\n")
                   .arg(field.name, -12)
                   .arg(valueOf(field, line, digests), changed ? QStringLiteral("   [changed]") : QString());
        for (const QString &part : field.parts)
            out << QStringLiteral("               %1 %2\n").arg(QString(), -12).arg(part);
    }
    const QByteArray bytes = shownBytes(line, digests);
    for (qsizetype at = 0; at < bytes.size(); at += BytesInRow)
        out << QStringLiteral("               %1  %2\n")
                   .arg(at, 4, 16, QLatin1Char('0'))
                   .arg(QLatin1String(bytes.mid(at, BytesInRow).toHex(' ')));
}

QJsonObject lineAsJson(const HandshakeRecord &record, qsizetype index, Digests digests)
{
    const HandshakeLine &line = record.lines.at(index);
    QJsonArray fields;
    const QList<WireField> wire = fieldsOf(line.wire, record.lengthBytes);
    for (const WireField &field : wire) {
        QJsonObject one{{QStringLiteral("name"), field.name},
                        {QStringLiteral("offset"), field.offset},
                        {QStringLiteral("length"), field.length}};
        if (!field.blanked)
            one.insert(QStringLiteral("value"), field.value);
        else if (digests == Digests::Shown && !line.digest.isNull())
            one.insert(QStringLiteral("value"), hexOf(line.digest));
        else
            one.insert(QStringLiteral("held_back"), true);
        if (!field.parts.isEmpty())
            one.insert(QStringLiteral("flags"), QJsonArray::fromStringList(field.parts));
        fields.append(one);
    }
    return {{QStringLiteral("label"), line.wire.label},
            {QStringLiteral("sent"), line.wire.sent},
            {QStringLiteral("at_ms"), milliseconds(line.wire.at)},
            {QStringLiteral("bytes"), QString::fromLatin1(shownBytes(line, digests).toHex())},
            {QStringLiteral("changed"), QJsonArray::fromStringList(line.changed)},
            {QStringLiteral("fields"), fields}};
}

QJsonArray flagsAsJson(const HandshakeRecord &record)
{
    QJsonArray rows;
    const QList<FlagRow> all = flagRowsOf(record);
    for (const FlagRow &row : all) {
        QJsonObject one{{QStringLiteral("name"), row.name},
                        {QStringLiteral("bit"), row.bit},
                        {QStringLiteral("ours"), row.ours},
                        {QStringLiteral("theirs"), row.theirs}};
        if (row.mandatorySince > 0)
            one.insert(QStringLiteral("mandatory_since"), row.mandatorySince);
        rows.append(one);
    }
    return rows;
}

} // namespace

QString handshakeAsText(const HandshakeRecord &record, Digests digests)
{
    QString text;
    QTextStream out(&text);
    const QString own = record.ownName.isNull() ? QStringLiteral("nodescope") : plain(record.ownName.text());
    const QString other = plain(otherSideOf(record));
    out << (record.incoming ? HandshakeWords::tr("%1 dials %2").arg(other, own)
                            : HandshakeWords::tr("%1 dials %2").arg(own, other))
        << '\n';
    out << record.time.toString(Qt::ISODateWithMs);
    if (!record.peerAddress.isEmpty())
        out << QStringLiteral("  %1:%2 - %3:%4")
                   .arg(record.ownAddress)
                   .arg(record.ownPort)
                   .arg(record.peerAddress)
                   .arg(record.peerPort);
    out << "\n\n";
    for (qsizetype i = 0; i < record.lines.size(); ++i)
        writeLine(out, record, i, digests);
    if (!record.framesOut.isEmpty())
        out << HandshakeWords::tr("From here on, lengths have four bytes. First sent: %1")
                   .arg(QLatin1String(record.framesOut.toHex(' ')))
            << '\n';
    if (!record.framesIn.isEmpty())
        out << HandshakeWords::tr("First received: %1").arg(QLatin1String(record.framesIn.toHex(' ')))
            << '\n';
    out << '\n' << plain(outcomeText(record)) << '\n';
    const QList<StepFinding> findings = findingsOf(record);
    for (const StepFinding &finding : findings)
        out << QStringLiteral("%1, %2: %3\n")
                   .arg(record.lines.at(finding.line).wire.label, finding.field, plain(finding.text));
    QStringList missing;
    const QList<FlagRow> rows = flagRowsOf(record);
    for (const FlagRow &row : rows) {
        if (row.missing() && record.peerFlags && record.ownFlags)
            missing.append(row.name);
    }
    if (!missing.isEmpty())
        out << HandshakeWords::tr("Demanded by nodes of today, and missing on a side: %1")
                   .arg(missing.join(QStringLiteral(", ")))
            << '\n';
    return text;
}

QJsonObject handshakeAsJson(const HandshakeRecord &record, Digests digests)
{
    QJsonArray messages;
    for (qsizetype i = 0; i < record.lines.size(); ++i)
        messages.append(lineAsJson(record, i, digests));
    QJsonArray findings;
    const QList<StepFinding> found = findingsOf(record);
    for (const StepFinding &finding : found)
        findings.append(
            QJsonObject{{QStringLiteral("message"), finding.line},
                        {QStringLiteral("field"), finding.field},
                        {QStringLiteral("reaction"), QLatin1String(identifierOf(finding.reaction))},
                        {QStringLiteral("text"), finding.text}});
    QJsonObject object{{QStringLiteral("peer"), otherSideOf(record)},
                       {QStringLiteral("own_name"), record.ownName.text()},
                       {QStringLiteral("incoming"), record.incoming},
                       {QStringLiteral("time"), record.time.toString(Qt::ISODateWithMs)},
                       {QStringLiteral("elapsed_ms"), milliseconds(record.elapsed)},
                       {QStringLiteral("length_bytes"), record.lengthBytes},
                       {QStringLiteral("outcome"), record.outcome},
                       {QStringLiteral("detail"), record.detail},
                       {QStringLiteral("text"), outcomeText(record)},
                       {QStringLiteral("messages"), messages},
                       {QStringLiteral("flags"), flagsAsJson(record)},
                       {QStringLiteral("findings"), findings}};
    if (record.failed()) {
        object.insert(QStringLiteral("failed_at"), record.failedAt);
        object.insert(QStringLiteral("missing"), record.missing);
        object.insert(QStringLiteral("unsent"), record.unsent);
        object.insert(QStringLiteral("since_last_send_ms"), milliseconds(record.sinceLastSend));
        object.insert(QStringLiteral("peer_waited_ms"), milliseconds(record.peerWaited));
    }
    return object;
}

} // namespace nodescope::doctor
