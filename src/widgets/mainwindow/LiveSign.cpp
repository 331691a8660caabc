#include "widgets/mainwindow/LiveSign.h"

#include <QEvent>
#include <QPainter>

#include "widgets/style/Theme.h"

namespace nodescope::widgets {

LiveSign::LiveSign(const cluster::ClusterStore &store, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    connect(&store, &cluster::ClusterStore::batchEnded, this, &LiveSign::refresh);
    connect(&store, &cluster::ClusterStore::reset, this, &LiveSign::refresh);
    refresh();
}

SessionState LiveSign::state() const
{
    return sessionStateOf(m_store.cluster(), m_isNow);
}

QString LiveSign::text() const
{
    return wordFor(state());
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
    const SessionState now = state();
    setToolTip(now == SessionState::Live           ? tr("What is shown is happening now")
               : now == SessionState::NotConnected ? tr("No node is connected")
                                                   : tr("What is shown is not now"));
    updateGeometry();
    update();
}

void LiveSign::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isLive = state() == SessionState::Live;
    const qreal radius = theme.px(4.5);
    const QPointF centre(theme.px(10), height() / 2.0);
    painter.setPen(QPen(isLive ? theme.up : theme.idle, 1.5));
    painter.setBrush(isLive ? QBrush(theme.up) : QBrush(Qt::NoBrush));
    painter.drawEllipse(centre, radius, radius);
    if (m_brief)
        return;
    painter.setFont(isLive ? theme.strong : theme.font);
    painter.setPen(isLive ? theme.text : theme.secondary);
    painter.drawText(rect().adjusted(theme.ipx(21), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
}

void LiveSign::changeEvent(QEvent *event)
{
    refresh();
    update();
    QWidget::changeEvent(event);
}

} // namespace nodescope::widgets
