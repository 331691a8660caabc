#include "widgets/common/LateRefresh.h"

#include <QEvent>

namespace nodescope::widgets {

LateRefresh::LateRefresh(const cluster::ClusterStore &store, QWidget &view, std::function<void()> fill,
                         std::function<bool()> isHeld)
    : m_view(view)
    , m_fill(std::move(fill))
    , m_isHeld(std::move(isHeld))
{
    view.installEventFilter(this);
    connect(&store, &cluster::ClusterStore::batchEnded, this, [this] {
        if (m_stale && m_view.isVisible() && !(m_isHeld && m_isHeld()))
            refresh();
    });
}

void LateRefresh::refresh()
{
    m_stale = false;
    m_fill();
}

bool LateRefresh::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show && m_stale)
        refresh();
    return QObject::eventFilter(watched, event);
}

} // namespace nodescope::widgets
