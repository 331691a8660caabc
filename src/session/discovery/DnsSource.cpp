#include "session/discovery/DnsSource.h"

#include <QHostAddress>

namespace nodescope::session {

using cluster::DnsRecord;
using cluster::SourceProblem;

namespace {

constexpr qint64 ResolverPatience = 4500; // ms; its own time-out is 5 s

QDnsLookup::Type typeOf(DnsRecord record)
{
    switch (record) {
    case DnsRecord::A:
        break;
    case DnsRecord::Aaaa:
        return QDnsLookup::AAAA;
    case DnsRecord::Srv:
        return QDnsLookup::SRV;
    }
    return QDnsLookup::A;
}

} // namespace

SourceProblem dnsProblem(QDnsLookup::Error error)
{
    switch (error) {
    case QDnsLookup::NoError:
        return SourceProblem::None;
    case QDnsLookup::NotFoundError:
        return SourceProblem::DnsNotFound;
    case QDnsLookup::ServerRefusedError:
    case QDnsLookup::ServerFailureError:
        return SourceProblem::DnsRefused;
    case QDnsLookup::InvalidReplyError:
    case QDnsLookup::InvalidRequestError:
        return SourceProblem::DnsDefect;
    default:
        break;
    }
    // What the resolver cannot reach it reports in several ways, by release.
    return SourceProblem::DnsUnreachable;
}

DnsSource::DnsSource(cluster::DnsQuery query, QObject *parent)
    : NodeSource(parent)
    , m_query(std::move(query))
    , m_lookup(typeOf(m_query.record), m_query.query)
{
    if (!m_query.nameserver.isEmpty())
        m_lookup.setNameserver(QHostAddress(m_query.nameserver));
    connect(&m_lookup, &QDnsLookup::finished, this, &DnsSource::onFinished);
}

DnsSource::~DnsSource()
{
    m_lookup.disconnect(this);
    m_lookup.abort();
}

void DnsSource::ask()
{
    if (std::exchange(m_asking, true))
        return;
    m_since.start();
    m_lookup.lookup();
}

void DnsSource::take(SourceAnswer &answer) const
{
    const auto append = [&](const QString &host, const QString &detail) {
        if (answer.found.size() >= MaxRecords)
            answer.problem = SourceProblem::TooMany;
        else
            answer.found.append({m_query.basename, host, true, 0, detail});
    };
    const QList<QDnsHostAddressRecord> addresses = m_lookup.hostAddressRecords();
    for (const QDnsHostAddressRecord &record : addresses) {
        const QString address = record.value().toString();
        append(address,
               QStringLiteral("%1 %2").arg(cluster::identifierOf(m_query.record).toUpper(), address));
    }
    const QList<QDnsServiceRecord> services = m_lookup.serviceRecords();
    for (const QDnsServiceRecord &record : services) {
        QString target = record.target();
        if (target.endsWith(u'.'))
            target.chop(1);
        append(target, QStringLiteral("SRV %1:%2").arg(target).arg(record.port()));
    }
}

void DnsSource::onFinished()
{
    m_asking = false;
    SourceAnswer answer;
    answer.problem = dnsProblem(m_lookup.error());
    // Before Qt 6.6 the lack of an answer is called an invalid one; the resolver's patience tells them apart.
    if (answer.problem == SourceProblem::DnsDefect && m_since.elapsed() >= ResolverPatience)
        answer.problem = SourceProblem::DnsUnreachable;
    answer.detail = m_lookup.error() == QDnsLookup::NoError ? QString() : m_lookup.errorString().left(200);
    if (answer.problem == SourceProblem::None)
        take(answer);
    if (answer.problem == SourceProblem::None && answer.found.isEmpty())
        answer.problem = SourceProblem::DnsNotFound;
    // That there is no record is an answer; that there is no answer is not.
    answer.complete = answer.problem == SourceProblem::None || answer.problem == SourceProblem::TooMany ||
                      answer.problem == SourceProblem::DnsNotFound;
    Q_EMIT answered(answer);
}

} // namespace nodescope::session
