#include "widgets/mainwindow/LiveSign.h"

#include <QEvent>
#include <QPainter>

#include "widgets/style/Theme.h"

namespace nodescope::widgets {

using namespace cluster;

LiveSign::LiveSign(const ClusterStore &store, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    connect(&store, &ClusterStore::batchEnded, this, &LiveSign::refresh);
    connect(&store, &ClusterStore::reset, this, &LiveSign::refresh);
    refresh();
}

bool LiveSign::isLive() const
{
    if (!m_isNow || m_store.cluster().session().source != SessionInfo::Source::Live)
        return false;
    const auto &nodes = m_store.cluster().nodes();
    return std::any_of(nodes.begin(), nodes.end(), [](const Node &node) {
        return node.state == NodeState::Up && node.kind != NodeKind::Self;
    });
}

QString LiveSign::text() const
{
    switch (m_store.cluster().session().source) {
    case SessionInfo::Source::Replay:
        return tr("replay");
    case SessionInfo::Source::Simulated:
        return tr("simulation");
    case SessionInfo::Source::None:
    case SessionInfo::Source::Live:
        break;
    }
    if (!m_isNow)
        return tr("past");
    return isLive() ? tr("live") : tr("not connected");
}

QSize LiveSign::sizeHint() const
{
    const Theme theme = Theme::current(this);
    if (m_brief)
        return {theme.ipx(20), theme.ipx(28)};
    return {QFontMetrics(theme.strong).horizontalAdvance(text()) + theme.ipx(30), theme.ipx(28)};
}

void LiveSign::setLive(bool live)
{
    m_isNow = live;
    refresh();
}

void LiveSign::setBrief(bool brief)
{
    m_brief = brief;
    updateGeometry();
    update();
}

void LiveSign::refresh()
{
    if (accessibleName() == text())
        return;
    setAccessibleName(text());
    setToolTip(isLive()  ? tr("What is shown is happening now")
               : m_isNow ? tr("No node is connected")
                         : tr("What is shown is not now"));
    updateGeometry();
    update();
}

void LiveSign::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal radius = theme.px(4.5);
    const QPointF centre(theme.px(10), height() / 2.0);
    painter.setPen(QPen(isLive() ? theme.up : theme.idle, 1.5));
    painter.setBrush(isLive() ? QBrush(theme.up) : QBrush(Qt::NoBrush));
    painter.drawEllipse(centre, radius, radius);
    if (m_brief)
        return;
    painter.setFont(isLive() ? theme.strong : theme.font);
    painter.setPen(isLive() ? theme.text : theme.secondary);
    painter.drawText(rect().adjusted(theme.ipx(21), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
}

void LiveSign::changeEvent(QEvent *event)
{
    refresh();
    update();
    QWidget::changeEvent(event);
}

} // namespace nodescope::widgets
