#include "dist/DialDesk.h"

namespace nodescope::dist {

DialDesk::DialDesk(const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

DialDesk::~DialDesk() = default;

void DialDesk::start(std::unique_ptr<Dialler> owned)
{
    Dialler *dialler = owned.release();
    dialler->setParent(this);
    const AttemptId id = dialler->id();
    m_diallers.insert(id, dialler);
    connect(dialler, &Dialler::stepped, this, [this, id](const DialStep &step) { Q_EMIT stepped(id, step); });
    connect(dialler, &Dialler::handshakeMessage, this,
            [this, id](const protocol::HandshakeMessage &message) { Q_EMIT handshakeMessage(id, message); });
    connect(dialler, &Dialler::connected, this, [this, dialler] { Q_EMIT connected(dialler); });
    connect(dialler, &Dialler::finished, this, [this, id, dialler](const DialReport &report) {
        m_diallers.remove(id);
        dialler->deleteLater();
        Q_EMIT finished(report);
    });
    dialler->start();
}

void DialDesk::refuse(AttemptId id, const base::NodeName &node, bool probe, const dial_end::Reason &why)
{
    DialReport report;
    report.id = id;
    report.target = node;
    report.wall = m_clock.wall();
    report.began = m_clock.now();
    report.probe = probe;
    report.steps.push_back({DialStage::NameCheck, false, false, {}, {}});
    report.end = why;
    QMetaObject::invokeMethod(
        this, [this, report] { Q_EMIT finished(report); }, Qt::QueuedConnection);
}

void DialDesk::cancel(AttemptId id)
{
    if (Dialler *dialler = m_diallers.value(id))
        QMetaObject::invokeMethod(
            dialler, [dialler] { dialler->cancel(); }, Qt::QueuedConnection);
}

const DialReport *DialDesk::reportOf(AttemptId id) const
{
    const Dialler *dialler = m_diallers.value(id);
    return dialler ? &dialler->report() : nullptr;
}

Dialler *DialDesk::diallerTo(const base::NodeName &node) const
{
    for (Dialler *dialler : m_diallers) {
        if (dialler->report().target == node && !dialler->report().probe)
            return dialler;
    }
    return nullptr;
}

} // namespace nodescope::dist
