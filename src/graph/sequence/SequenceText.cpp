#include "graph/sequence/SequenceText.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "base/SafeText.h"
#include "cluster/Node.h"

namespace nodescope::graph {

using cluster::MessageEnd;

namespace {
QString nodeName(const base::NodeName &node)
{
    return node == cluster::selfName() ? QStringLiteral("nodescope") : node.text();
}

QString nameOf(const MessageEnd &end)
{
    const QString node = nodeName(end.node);
    return base::safeText(end.process.isEmpty() ? node : end.process + QStringLiteral(" on ") + node, 300);
}

QString fateOf(Arrow::Fate fate)
{
    switch (fate) {
    case Arrow::Fate::Arrived:
        return QStringLiteral("arrived");
    case Arrow::Fate::Failed:
        return QStringLiteral("failed");
    case Arrow::Fate::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

QString endName(ArrowEnd end)
{
    return end == ArrowEnd::Send ? QStringLiteral("sent") : QStringLiteral("received");
}

QString stamp(const Sequence &sequence, int row)
{
    return sequence.rows()[size_t(row)].time.toString(Qt::ISODateWithMs);
}

QJsonObject messageAsJson(const Sequence &sequence, const Arrow &arrow)
{
    QJsonObject message{{QStringLiteral("kind"), cluster::identifierOf(arrow.step.kind)},
                        {QStringLiteral("form"), cluster::identifierOf(arrow.step.form)},
                        {QStringLiteral("from"), arrow.from},
                        {QStringLiteral("to"), arrow.to},
                        {QStringLiteral("exchange"), qint64(arrow.step.exchange)},
                        {QStringLiteral("fate"), fateOf(arrow.fate)},
                        {QStringLiteral("term"), arrow.step.text}};
    if (arrow.step.size >= 0)
        message.insert(QStringLiteral("size"), arrow.step.size);
    if (!arrow.reason.isEmpty())
        message.insert(QStringLiteral("reason"), arrow.reason);
    if (arrow.sentRow >= 0)
        message.insert(QStringLiteral("sent"), stamp(sequence, arrow.sentRow));
    if (arrow.receivedRow >= 0)
        message.insert(arrow.fate == Arrow::Fate::Failed ? QStringLiteral("failed")
                                                         : QStringLiteral("received"),
                       stamp(sequence, arrow.receivedRow));
    return message;
}
} // namespace

QByteArray sequenceAsText(const Sequence &sequence)
{
    QByteArray text;
    for (const SequenceRow &row : sequence.rows()) {
        const Arrow &arrow = sequence.arrows()[size_t(row.arrow)];
        QString line = row.time.toString(Qt::ISODateWithMs) + QStringLiteral("  ") +
                       cluster::identifierOf(row.kind).leftJustified(9) + QStringLiteral("  ") +
                       nameOf(arrow.step.from) + QStringLiteral(" -> ") + nameOf(arrow.step.to);
        if (arrow.step.size >= 0)
            line += QStringLiteral("  %1 bytes").arg(arrow.step.size);
        const bool isFate = row.kind == cluster::StepKind::Failed || row.kind == cluster::StepKind::Delivered;
        const QString &what = isFate ? arrow.reason : arrow.step.text;
        if (!what.isEmpty())
            line += QStringLiteral("  ") + base::safeText(what, cluster::MessageStep::MaxText);
        text += line.toUtf8() + '\n';
    }
    return text;
}

QByteArray sequenceAsJson(const Sequence &sequence)
{
    QJsonArray processes;
    for (const Lane &lane : sequence.lanes())
        processes.append(QJsonObject{{QStringLiteral("node"), nodeName(lane.end.node)},
                                     {QStringLiteral("process"), lane.end.process},
                                     {QStringLiteral("rest"), lane.rest}});
    QJsonArray messages;
    for (const Arrow &arrow : sequence.arrows())
        messages.append(messageAsJson(sequence, arrow));
    QJsonArray order;
    for (const CausalOrder::Known &known : CausalOrder(sequence).known())
        order.append(
            QJsonArray{known.before, endName(known.beforeEnd), known.after, endName(known.afterEnd)});
    const QJsonObject file{{QStringLiteral("format"), QStringLiteral("nodescope-messages")},
                           {QStringLiteral("version"), 1},
                           {QStringLiteral("processes"), processes},
                           {QStringLiteral("messages"), messages},
                           {QStringLiteral("order"), order}};
    return QJsonDocument(file).toJson();
}

} // namespace nodescope::graph
