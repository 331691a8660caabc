#include "widgets/mainwindow/MainToolBar.h"

#include <QCoreApplication>
#include <QResizeEvent>
#include <QStyle>

#include "widgets/style/Theme.h"

namespace nodescope::widgets {

namespace {
constexpr double NarrowBelow = 900; // units of 13 px text
} // namespace

MainToolBar::MainToolBar(QWidget *parent)
    : QToolBar(parent)
{
    setObjectName(QStringLiteral("toolBar"));
    setMovable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
}

void MainToolBar::resizeEvent(QResizeEvent *event)
{
    setNarrow(event->size().width() < Theme::current(this).ipx(NarrowBelow));
    QToolBar::resizeEvent(event);
}

void MainToolBar::setNarrow(bool narrow)
{
    if (m_narrow == narrow)
        return;
    m_narrow = narrow;
    setProperty("narrow", narrow);
    // The style sheet looks at a property only when a widget is polished.
    QList<QWidget *> changed = findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    changed.prepend(this);
    for (QWidget *widget : std::as_const(changed)) {
        style()->unpolish(widget);
        style()->polish(widget);
    }
    QEvent margins(QEvent::StyleChange); // its layout keeps those of before
    QCoreApplication::sendEvent(this, &margins);
    Q_EMIT narrowChanged(narrow);
}

} // namespace nodescope::widgets
