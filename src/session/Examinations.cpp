#include "session/Examinations.h"

namespace nodescope::session {

using cluster::Diagnosis;
using cluster::Examination;
using doctor::Ladder;
using doctor::PairExamination;

Examinations::Examinations(dist::LocalNode &self, QObject *parent)
    : QObject(parent)
    , m_self(self)
{
}

Examinations::~Examinations() = default;

std::shared_ptr<Examinations::Running> Examinations::begin(quint64 id, bool besideOurs)
{
    drop(id);
    auto running = std::make_shared<Running>();
    if (!besideOurs) {
        running->node = std::make_unique<dist::LocalNode>(m_self.identity(), m_self.cookies(), m_self.clock(),
                                                          Ladder::nodeSettings());
        connect(running->node.get(), &dist::LocalNode::dialFinished, this, &Examinations::dialled);
    }
    m_running[id] = running;
    return running;
}

void Examinations::climb(quint64 id, const base::NodeName &target, const doctor::LadderOptions &options)
{
    const std::shared_ptr<Running> running = begin(id, m_self.isConnected(target));
    running->ladder = std::make_unique<Ladder>(running->node ? *running->node : m_self, target, options);
    const Ladder *ladder = running->ladder.get();
    const auto tell = [this, id](const Examination &examination) {
        Examination numbered = examination;
        numbered.id = id;
        Q_EMIT changed(numbered);
    };
    connect(ladder, &Ladder::changed, this, tell);
    connect(ladder, &Ladder::finished, this, [this, id, tell](const Examination &examination) {
        drop(id);
        tell(examination);
    });
    running->ladder->start();
}

void Examinations::compare(quint64 id, const base::NodeName &from, const base::NodeName &to,
                           const doctor::PairOptions &options)
{
    const std::shared_ptr<Running> running = begin(id, m_self.isConnected(from) && m_self.isConnected(to));
    running->pair = new PairExamination(running->node ? *running->node : m_self, from, to, options);
    running->examination.id = id;
    running->examination.from = from;
    running->examination.to = to;
    connect(running->pair, &PairExamination::finished, this,
            [this, id, attempt = options.attempt, examination = running->examination](
                const Diagnosis &diagnosis, const QList<cluster::SettingPair> &settings) {
                drop(id);
                if (attempt)
                    Q_EMIT attempted(diagnosis);
                Examination ended = examination;
                ended.running = false;
                ended.diagnosis = diagnosis;
                ended.settings = settings;
                Q_EMIT changed(ended);
            });
    Q_EMIT changed(running->examination);
    running->pair->start();
}

void Examinations::cancel(quint64 id)
{
    const auto it = m_running.find(id);
    if (it == m_running.end())
        return;
    if (it->second->ladder) {
        it->second->ladder->cancel();
        return;
    }
    Examination ended = it->second->examination;
    ended.running = false;
    ended.diagnosis.from = ended.from;
    ended.diagnosis.to = ended.to;
    ended.diagnosis.cause = cluster::Cause::Cancelled;
    drop(id);
    Q_EMIT changed(ended);
}

void Examinations::drop(quint64 id)
{
    const auto it = m_running.find(id);
    if (it == m_running.end())
        return;
    const std::shared_ptr<Running> running = it->second;
    m_running.erase(it);
    if (running->ladder)
        running->ladder->disconnect(this);
    if (running->pair)
        running->pair->disconnect(this);
    // We may be in its signal.
    QMetaObject::invokeMethod(
        this, [running] {}, Qt::QueuedConnection);
}

} // namespace nodescope::session
