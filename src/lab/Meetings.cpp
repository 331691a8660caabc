#include "lab/Meetings.h"

#include <QPointer>

#include "lab/PracticeNode.h"

namespace nodescope::lab {

void Meetings::add(PracticeNode &from, const base::NodeName &to,
                   std::optional<dist::DialTarget::Explicit> address)
{
    m_waiting.push_back({++m_lastId, &from, to, std::move(address)});
}

void Meetings::start()
{
    m_active = true;
    pumpLater();
}

void Meetings::forget(const PracticeNode *node)
{
    const auto isOf = [node](const Meeting &meeting) { return meeting.from == node; };
    std::erase_if(m_waiting, isOf);
    std::erase_if(m_running, isOf);
    if (m_active)
        pumpLater();
}

void Meetings::pumpLater()
{
    // Answers may come from within connectTo(): going on in a later turn keeps the stack flat.
    if (std::exchange(m_pumpQueued, true))
        return;
    QMetaObject::invokeMethod(this, &Meetings::pump, Qt::QueuedConnection);
}

void Meetings::pump()
{
    m_pumpQueued = false;
    while (!m_waiting.empty() && m_running.size() < AtOnce) {
        m_running.push_back(m_waiting.front());
        m_waiting.pop_front();
        const Meeting meeting = m_running.back();
        const QPointer<Meetings> self = this;
        meeting.from->connectTo(
            meeting.to,
            [self, id = meeting.id](bool) {
                if (self)
                    self->done(id);
            },
            meeting.address);
    }
    if (m_active && m_waiting.empty() && m_running.empty()) {
        m_active = false;
        Q_EMIT finished();
    }
}

void Meetings::done(quint64 id)
{
    std::erase_if(m_running, [id](const Meeting &meeting) { return meeting.id == id; });
    pumpLater();
}

} // namespace nodescope::lab
