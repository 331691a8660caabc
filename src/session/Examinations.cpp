#include "session/Examinations.h"

namespace nodescope::session {

using cluster::Examination;
using doctor::Ladder;

Examinations::Examinations(dist::LocalNode &self, QObject *parent)
    : QObject(parent)
    , m_self(self)
{
}

Examinations::~Examinations() = default;

void Examinations::climb(quint64 id, const base::NodeName &target, const doctor::LadderOptions &options)
{
    drop(id);
    auto climb = std::make_shared<Climb>();
    if (!m_self.isConnected(target)) {
        climb->node = std::make_unique<dist::LocalNode>(m_self.identity(), m_self.cookies(), m_self.clock(),
                                                        Ladder::nodeSettings());
    }
    climb->ladder = std::make_unique<Ladder>(climb->node ? *climb->node : m_self, target, options);
    m_climbs[id] = climb;
    const auto tell = [this, id](const Examination &examination) {
        Examination numbered = examination;
        numbered.id = id;
        Q_EMIT changed(numbered);
    };
    connect(climb->ladder.get(), &Ladder::changed, this, tell);
    connect(climb->ladder.get(), &Ladder::finished, this, [this, id, tell](const Examination &examination) {
        drop(id);
        tell(examination);
    });
    climb->ladder->start();
}

void Examinations::cancel(quint64 id)
{
    if (const auto it = m_climbs.find(id); it != m_climbs.end())
        it->second->ladder->cancel();
}

void Examinations::drop(quint64 id)
{
    const auto it = m_climbs.find(id);
    if (it == m_climbs.end())
        return;
    const std::shared_ptr<Climb> climb = it->second;
    m_climbs.erase(it);
    climb->ladder->disconnect(this);
    // We may be in its signal.
    QMetaObject::invokeMethod(
        this, [climb] {}, Qt::QueuedConnection);
}

} // namespace nodescope::session
