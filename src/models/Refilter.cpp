#include "models/Refilter.h"

#include "models/NodeFilter.h"

namespace nodescope::models {

namespace {
constexpr int Pause = 1000; // ms
} // namespace

Refilter::Refilter(const cluster::ClusterStore &store, std::function<void()> again, QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(Pause);
    connect(&m_timer, &QTimer::timeout, this, std::move(again));
    connect(&store, &cluster::ClusterStore::batchEnded, this, [this] {
        if (m_needed && !m_timer.isActive())
            m_timer.start();
    });
}

void Refilter::follow(const NodeFilter &filter)
{
    m_needed = filter.isVolatile();
    if (!m_needed)
        m_timer.stop();
}

} // namespace nodescope::models
