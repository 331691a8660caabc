#include "widgets/doctor/ExaminationDesk.h"

#include <algorithm>

namespace nodescope::widgets {

using namespace cluster;

namespace {
bool sameEnds(const Examine &a, const Examine &b)
{
    return a.from == b.from && a.to == b.to;
}
} // namespace

ExaminationDesk::ExaminationDesk(const ClusterStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    connect(&store, &ClusterStore::examinationChanged, this, [this](quint64 id) {
        if (find(id))
            Q_EMIT changed(id);
    });
    connect(&store, &ClusterStore::intentFailed, this, &ExaminationDesk::noteRefusal);
    connect(&store, &ClusterStore::reset, this, [this] {
        m_entries.clear();
        Q_EMIT emptied();
    });
}

quint64 ExaminationDesk::begin(Request request)
{
    if (request.from.isNull())
        request.from = selfName();
    for (const Entry &entry : std::as_const(m_entries)) {
        if (sameEnds(entry.request, request) && isRunning(entry.request.id))
            Q_EMIT intent(CancelExamination{entry.request.id});
    }
    request.id = ++m_lastId;
    m_entries.append({request, QDateTime::currentDateTimeUtc(), false, false});
    if (m_entries.size() > MaxEntries)
        m_entries.removeFirst();
    Q_EMIT begun(request.id);
    Q_EMIT intent(request);
    return request.id;
}

quint64 ExaminationDesk::repeat(quint64 id)
{
    const Entry *known = entry(id);
    return known ? begin(Request(known->request)) : 0;
}

void ExaminationDesk::cancel(quint64 id)
{
    if (isRunning(id))
        Q_EMIT intent(CancelExamination{id});
}

ExaminationDesk::Entry *ExaminationDesk::find(quint64 id)
{
    const auto it = std::find_if(m_entries.begin(), m_entries.end(),
                                 [&](const Entry &entry) { return entry.request.id == id; });
    return it == m_entries.end() ? nullptr : &*it;
}

const ExaminationDesk::Entry *ExaminationDesk::entry(quint64 id) const
{
    return const_cast<ExaminationDesk *>(this)->find(id);
}

const Examination *ExaminationDesk::examination(quint64 id) const
{
    const auto it = m_store.cluster().examinations().constFind(id);
    return it == m_store.cluster().examinations().constEnd() ? nullptr : &*it;
}

bool ExaminationDesk::isRunning(quint64 id) const
{
    const Entry *known = entry(id);
    if (!known || known->withdrawn || known->refused)
        return false;
    const Examination *examination = this->examination(id);
    return !examination || examination->running;
}

const Examination *ExaminationDesk::before(quint64 id) const
{
    const Entry *known = entry(id);
    if (!known)
        return nullptr;
    for (auto it = m_entries.crbegin(); it != m_entries.crend(); ++it) {
        if (it->request.id >= id || !sameEnds(it->request, known->request))
            continue;
        const Examination *earlier = examination(it->request.id);
        // One that was given up says nothing of how it was.
        if (earlier && !earlier->running && earlier->diagnosis.cause != Cause::Cancelled)
            return earlier;
    }
    return nullptr;
}

void ExaminationDesk::noteRefusal()
{
    // A refusal does not say what of. An examination tells of itself as soon as it begins: one of which
    // nothing was heard has not begun.
    if (m_entries.isEmpty())
        return;
    Entry &latest = m_entries.last();
    if (!isRunning(latest.request.id) || examination(latest.request.id))
        return;
    latest.refused = true;
    Q_EMIT changed(latest.request.id);
}

void ExaminationDesk::takeBack(const Intent &intent)
{
    const auto *examine = std::get_if<Examine>(&intent);
    Entry *known = examine ? find(examine->id) : nullptr;
    if (!known)
        return;
    if (examine->attempt) {
        known->request.attempt = false;
        Q_EMIT this->intent(Request(known->request));
        return;
    }
    known->withdrawn = true;
    Q_EMIT changed(examine->id);
}

} // namespace nodescope::widgets
