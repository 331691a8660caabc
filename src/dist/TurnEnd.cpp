#include "dist/TurnEnd.h"

#include <utility>

#include <QAbstractEventDispatcher>

namespace nodescope::dist {

TurnEnd::TurnEnd(std::function<void()> callback)
    : m_callback(std::move(callback))
{
}

void TurnEnd::request()
{
    m_requested = true;
    if (m_dispatcher)
        return;
    m_dispatcher = QAbstractEventDispatcher::instance();
    Q_ASSERT(m_dispatcher);
    // Turns that do not wait (events are pending) only say awake().
    connect(m_dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, &TurnEnd::onTurn);
    connect(m_dispatcher, &QAbstractEventDispatcher::awake, this, &TurnEnd::onTurn);
}

void TurnEnd::onTurn()
{
    if (std::exchange(m_requested, false)) {
        m_callback();
        return;
    }
    // A turn without a request: the next one may be far, so we listen no longer.
    m_dispatcher->disconnect(this);
    m_dispatcher = nullptr;
}

} // namespace nodescope::dist
