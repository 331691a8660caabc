#include "widgets/common/FittingWindow.h"

#include <QEvent>
#include <QLayout>
#include <QScreen>
#include <QWidget>

namespace nodescope::widgets {

FittingWindow::FittingWindow(QWidget *window)
    : QObject(window)
    , m_window(window)
{
    window->installEventFilter(this);
}

bool FittingWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
        // What the request is about is laid out first.
        QMetaObject::invokeMethod(this, &FittingWindow::fit, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

void FittingWindow::fit()
{
    QLayout *layout = m_window->layout();
    if (!layout || !m_window->isVisible())
        return;
    layout->activate();
    const QSize least = layout->totalMinimumSize();
    const int width = qMax(m_window->width(), least.width());
    // Where words wrap, the hint is the height that they would have in a column as narrow as a label likes to
    // be.
    const int wanted = layout->hasHeightForWidth() ? qMax(least.height(), layout->totalHeightForWidth(width))
                                                   : layout->totalSizeHint().height();
    const QRect screen = m_window->screen()->availableGeometry();
    const int most = screen.height();
    const int height = qMin(most, wanted);
    if (width > m_window->width() || height > m_window->height())
        m_window->resize(width, qMax(height, m_window->height()));
    // What has grown beyond the screen could not be reached.
    if (const int beyond = m_window->frameGeometry().bottom() - screen.bottom(); beyond > 0)
        m_window->move(m_window->x(), qMax(screen.top(), m_window->y() - beyond));
}

} // namespace nodescope::widgets
