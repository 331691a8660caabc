#include "widgets/graphview/GraphTips.h"

#include "doctor/CauseText.h"
#include "widgets/common/SafeText.h"
#include "widgets/common/Words.h"
#include "widgets/figures/FigureWords.h"
#include "widgets/graphview/GraphText.h"

namespace nodescope::widgets {

namespace {

constexpr qsizetype LongestName = 120;

QString heading(const QString &text)
{
    return QStringLiteral("<b>%1</b>").arg(visibleRichText(text, 2 * LongestName));
}

QString lines(const QStringList &parts)
{
    return QStringLiteral("<p style='white-space:pre'>") + parts.join(QStringLiteral("<br>")) +
           QStringLiteral("</p>");
}

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

} // namespace

QString tipOf(const cluster::Node &node, const models::Trends *trends)
{
    if (node.kind == cluster::NodeKind::Self)
        return lines(
            {heading(GraphText::tr("This program")),
             GraphText::tr("Connected hidden, so that no node counts it as a member of the cluster.")});
    QStringList parts{heading(node.name.text())};
    parts << joined(
        {wordFor(node.kind), wordFor(node.state), node.hidden ? GraphText::tr("hidden") : QString()});
    QStringList versions;
    if (!node.release.isEmpty())
        versions << GraphText::tr("OTP %1").arg(visibleRichText(node.release, 20));
    if (!node.elixir.isEmpty())
        versions << GraphText::tr("Elixir %1").arg(visibleRichText(node.elixir, 20));
    if (node.port != 0)
        versions << GraphText::tr("port %1").arg(node.port);
    if (!versions.isEmpty())
        parts << joined(versions);
    if (node.state == cluster::NodeState::Up)
        parts << GraphText::tr("watched: %1").arg(wordFor(node.watched));
    if (trends) {
        using models::Figure;
        parts << joined({briefOf(Figure::Processes, trends->now(node.name, Figure::Processes)),
                         briefOf(Figure::Memory, trends->now(node.name, Figure::Memory)),
                         briefOf(Figure::RunQueue, trends->now(node.name, Figure::RunQueue))});
        parts.removeAll(QString());
    }
    if (node.cause != cluster::Cause::None)
        parts << doctor::sentenceOf(node.cause, node.certainty).toHtmlEscaped();
    if (!node.reason.isEmpty())
        parts << visibleRichText(node.reason, LongestName);
    if (node.since.isValid())
        parts << GraphText::tr("since %1").arg(timeText(node.since));
    return lines(parts);
}

QString tipOf(const cluster::Link &link, const models::Trends *trends, int silent)
{
    QStringList parts{heading(nameFor(link))};
    parts << joined({wordFor(link.state), link.hidden ? GraphText::tr("hidden", "link") : QString(),
                     link.tls ? GraphText::tr("TLS") : QString()});
    if (link.state == cluster::LinkState::Failed && link.diagnosis) {
        parts << doctor::sentenceOf(link.diagnosis->cause, link.diagnosis->certainty).toHtmlEscaped();
        if (link.failures > 1)
            parts << GraphText::tr("failed %n time(s)", nullptr, link.failures);
    } else if (!link.key.contains(cluster::selfName())) {
        for (const auto &[end, view] : {std::pair{link.key.a, link.aSees}, std::pair{link.key.b, link.bSees}})
            parts << GraphText::tr("%1: %2").arg(visibleRichText(end.name(), LongestName), wordFor(view));
    }
    if (!link.reason.isEmpty())
        parts << visibleRichText(link.reason, LongestName);
    if (const auto packets = trends ? trends->rate(link.key).packets() : std::nullopt)
        parts << joined({GraphText::tr("%1 packets").arg(packetRateText(packets)),
                         byteRateText(trends->rate(link.key).bytes())});
    if (silent > 0)
        parts << GraphText::tr("nothing has come in for more than %n second(s): a node that lives ticks",
                               nullptr, 15 * silent);
    if (link.since.isValid())
        parts << GraphText::tr("since %1").arg(timeText(link.since));
    return lines(parts);
}

QString spokenText(const cluster::Node &node)
{
    if (node.kind == cluster::NodeKind::Self)
        return GraphText::tr("This program");
    QStringList parts{visibleText(node.name.text(), LongestName), wordFor(node.state), remarkFor(node)};
    if (node.hidden)
        parts << GraphText::tr("hidden");
    parts.removeAll(QString());
    parts.removeDuplicates();
    return parts.join(QStringLiteral(", "));
}

} // namespace nodescope::widgets
