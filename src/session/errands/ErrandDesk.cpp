#include "session/errands/ErrandDesk.h"

namespace nodescope::session {

using namespace cluster;

ErrandDesk::ErrandDesk(dist::LocalNode &self, QObject *parent)
    : QObject(parent)
    , m_self(self)
{
}

ErrandDesk::~ErrandDesk()
{
    // They take their processes with them while our node still lives.
    for (const auto &[id, run] : m_running)
        delete run;
}

void ErrandDesk::run(const Errand &errand)
{
    cancel(errand.id);
    if (m_running.size() >= MaxRunning)
        return refuse(errand, QStringLiteral("too_many"));
    auto *run = new ErrandRun(m_self, errand, this);
    m_running[errand.id] = run;
    connect(run, &ErrandRun::stepped, this,
            [this, errand](const ErrandStep &step) { Q_EMIT stepped(errand, step); });
    connect(run, &ErrandRun::answered, this,
            [this, errand](const term::Term &answer, const term::Pid &from, qint64 size) {
                Q_EMIT answered(errand, answer, from, size);
            });
    connect(run, &ErrandRun::changed, this, [this, run](const ErrandReport &report) {
        if (!report.running && m_running.erase(report.errand.id) > 0)
            run->deleteLater();
        Q_EMIT changed(report);
    });
    run->start();
}

void ErrandDesk::refuse(const Errand &errand, const QString &reason)
{
    ErrandReport report;
    report.errand = errand;
    report.running = false;
    report.steps = {{ErrandStepKind::Failed, {}, {}, 0, reason}};
    Q_EMIT changed(report);
}

void ErrandDesk::cancel(quint64 id)
{
    const auto known = m_running.find(id);
    if (known != m_running.end())
        known->second->cancel();
}

} // namespace nodescope::session
