#include "widgets/exporting/PrintedPage.h"

#include <algorithm>

#include <QApplication>
#include <QLocale>
#include <QPainter>

#include "widgets/common/SafeText.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

using namespace cluster;

namespace {

class PageText
{
    Q_DECLARE_TR_FUNCTIONS(PrintedPage)
};

constexpr qreal TitleHeight = 30;
constexpr qreal SubtitleHeight = 22;
constexpr qreal HeadingGap = 10;

QString titleOf(const SessionInfo &session)
{
    if (session.practiceRunning)
        return PageText::tr("Practice cluster");
    return session.profile.isEmpty() ? PageText::tr("Cluster") : visibleText(session.profile, 100);
}

} // namespace

PageHeading headingOf(const Cluster &cluster, const QDateTime &now)
{
    const bool replay = cluster.session().source == SessionInfo::Source::Replay;
    const QDateTime moment = replay && !cluster.events().empty() ? cluster.events().back().time : now;
    int nodes = 0;
    for (const Node &node : cluster.nodes())
        nodes += node.kind == NodeKind::Self ? 0 : 1;
    int links = 0;
    int failed = 0;
    for (const Link &link : cluster.links()) {
        failed += link.state == LinkState::Failed ? 1 : 0;
        links += link.state == LinkState::Up || link.state == LinkState::OneSided ? 1 : 0;
    }
    QStringList facts{QLocale().toString(moment.toLocalTime(), QLocale::LongFormat),
                      PageText::tr("%n node(s)", nullptr, nodes), PageText::tr("%n link(s)", nullptr, links)};
    if (failed > 0)
        facts.append(PageText::tr("%n failed", nullptr, failed));
    if (replay)
        facts.append(PageText::tr("from a recording"));
    return {titleOf(cluster.session()), facts.join(QStringLiteral(" · "))};
}

void paintPrintedPage(QPainter &painter, const QRectF &page, const PageHeading &heading,
                      const PaintInto &picture)
{
    const Theme theme = Theme::make(false, false, QApplication::font()).inPixels();
    QFont title = theme.title;
    title.setPixelSize(20);
    QFont small = theme.font;
    small.setPixelSize(14);
    painter.setPen(theme.text);
    painter.setFont(title);
    const QRectF titleRow(page.topLeft(), QSizeF(page.width(), TitleHeight));
    painter.drawText(titleRow, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, heading.title);
    painter.setPen(theme.secondary);
    painter.setFont(small);
    const QRectF subtitleRow(titleRow.bottomLeft(), QSizeF(page.width(), SubtitleHeight));
    painter.drawText(subtitleRow, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, heading.subtitle);
    picture(painter, page.adjusted(0, TitleHeight + SubtitleHeight + HeadingGap, 0, 0));
}

} // namespace nodescope::widgets
