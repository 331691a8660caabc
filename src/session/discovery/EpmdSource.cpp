#include "session/discovery/EpmdSource.h"

#include <QFile>

#include "session/discovery/HostsFileText.h"

namespace nodescope::session {

using cluster::SourceProblem;

namespace {

SourceProblem problemOf(const dist::epmd_failure::Reason &reason)
{
    using namespace dist::epmd_failure;
    if (std::holds_alternative<dist::ResolveFailure>(reason))
        return SourceProblem::HostUnresolvable;
    return std::holds_alternative<Unreachable>(reason) ? SourceProblem::EpmdUnreachable
                                                       : SourceProblem::EpmdDefect;
}

} // namespace

EpmdSource::EpmdSource(dist::EpmdClient &client, cluster::EpmdOfHost host, QObject *parent)
    : NodeSource(parent)
    , m_client(client)
    , m_hosts{std::move(host.host)}
    , m_port(host.epmdPort)
{
}

EpmdSource::EpmdSource(dist::EpmdClient &client, cluster::HostsFile file, QObject *parent)
    : NodeSource(parent)
    , m_client(client)
    , m_file(std::move(file.path))
    , m_port(file.epmdPort)
{
}

EpmdSource::~EpmdSource()
{
    for (const QPointer<dist::EpmdQuery> &query : std::as_const(m_open)) {
        if (query) {
            query->disconnect(this);
            query->cancel();
        }
    }
}

void EpmdSource::ask()
{
    if (std::exchange(m_asking, true))
        return;
    m_answer = SourceAnswer();
    m_failed.clear();
    m_next = 0;
    m_open.clear();
    if (m_file.isEmpty() || readFile())
        askNext();
}

bool EpmdSource::readFile()
{
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly)) {
        failLater(SourceProblem::FileUnreadable, file.errorString());
        return false;
    }
    // One byte more than may be tells that there is more.
    const auto hosts = readHostsFile(file.read(MaxHostsFileBytes + 1));
    if (!hosts.ok()) {
        failLater(SourceProblem::FileDefect,
                  QStringLiteral("%1: %2").arg(hosts.error().line).arg(hosts.error().what));
        return false;
    }
    m_hosts = *hosts;
    return true;
}

void EpmdSource::failLater(SourceProblem problem, const QString &detail)
{
    m_answer.problem = problem;
    m_answer.detail = detail;
    m_answer.complete = false;
    QMetaObject::invokeMethod(this, &EpmdSource::finish, Qt::QueuedConnection);
}

void EpmdSource::askNext()
{
    while (m_openCount < MaxOpen && m_next < m_hosts.size()) {
        const QString host = m_hosts.at(m_next++);
        ++m_openCount;
        dist::EpmdQuery *query = m_client.names(host, m_port);
        m_open.append(query);
        connect(query, &dist::EpmdQuery::finished, this,
                [this, host](const dist::EpmdAnswer &answer) { onAnswer(host, answer); });
    }
    // A file without hosts is an answer, too.
    if (m_openCount == 0)
        QMetaObject::invokeMethod(this, &EpmdSource::finish, Qt::QueuedConnection);
}

void EpmdSource::onAnswer(const QString &host, const dist::EpmdAnswer &answer)
{
    --m_openCount;
    if (const protocol::epmd::NamesReply *reply = answer.names()) {
        m_answer.hosts.append(host);
        for (const protocol::epmd::NamePort &one : reply->names) {
            if (m_answer.found.size() >= MaxNames) {
                m_answer.problem = SourceProblem::TooMany;
                break;
            }
            m_answer.found.append({one.name, host, false, one.port, QStringLiteral("port %1").arg(one.port)});
        }
    } else {
        m_failed.append(host);
        if (m_file.isEmpty() && !answer.outcome.ok())
            m_answer.problem = problemOf(answer.outcome.error());
    }
    if (m_openCount == 0 && m_next == m_hosts.size())
        finish();
    else
        askNext();
}

void EpmdSource::finish()
{
    m_asking = false;
    if (!m_failed.isEmpty()) {
        if (!m_file.isEmpty())
            m_answer.problem = SourceProblem::SomeHostsFailed;
        else if (m_answer.problem == SourceProblem::None)
            m_answer.problem = SourceProblem::EpmdDefect;
        m_answer.detail = m_failed.join(QStringLiteral(", ")).left(500);
    }
    // Of those hosts that answered, all is known; only where none did, nothing was told.
    m_answer.complete = m_answer.complete && (m_failed.isEmpty() || !m_answer.hosts.isEmpty());
    Q_EMIT answered(m_answer);
}

} // namespace nodescope::session
