#include "dist/Deadlines.h"

#include "dist/Timing.h"

namespace nodescope::dist {

Deadlines::Deadlines(const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Deadlines::onTimer);
}

void Deadlines::add(quint64 id, base::Instant at)
{
    const Table::iterator entry = m_table.emplace(at, id);
    m_byId.insert(id, entry);
    if (entry == m_table.begin())
        arm();
}

void Deadlines::remove(quint64 id)
{
    // The timer may fire for nothing; that is cheaper than setting it with every answer.
    const auto entry = m_byId.constFind(id);
    if (entry == m_byId.constEnd())
        return;
    m_table.erase(entry.value());
    m_byId.erase(entry);
}

void Deadlines::onTimer()
{
    const base::Instant now = m_clock.now();
    while (!m_table.empty() && m_table.begin()->first <= now) {
        const quint64 id = m_table.begin()->second;
        remove(id);
        Q_EMIT passed(id);
    }
    arm();
}

void Deadlines::arm()
{
    if (m_table.empty())
        m_timer.stop();
    else
        m_timer.start(timerInterval(m_table.begin()->first - m_clock.now()));
}

} // namespace nodescope::dist
