#include "dist/HostLookup.h"

#include <algorithm>

#include "dist/Timing.h"

namespace nodescope::dist {

HostLookup::HostLookup(QString host, base::Duration timeout, QObject *parent)
    : QObject(parent)
    , m_host(std::move(host))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(timerInterval(timeout));
    connect(&m_timer, &QTimer::timeout, this, [this] {
        QHostInfo::abortHostLookup(m_lookupId);
        finish(base::Failure{ResolveFailure{m_host, true, {}}});
    });
}

HostLookup::~HostLookup()
{
    cancel();
}

void HostLookup::start()
{
    // Qt would ask the name service for the name of an address; there is nothing to ask.
    QHostAddress literal;
    if (literal.setAddress(m_host)) {
        QMetaObject::invokeMethod(
            this, [this, literal] { finish(QList<QHostAddress>{literal}); }, Qt::QueuedConnection);
        return;
    }
    m_timer.start();
    m_lookupId = QHostInfo::lookupHost(m_host, this, [this](const QHostInfo &info) { take(info); });
}

void HostLookup::cancel()
{
    if (m_lookupId >= 0)
        QHostInfo::abortHostLookup(m_lookupId);
    m_timer.stop();
    m_over = true;
}

void HostLookup::take(const QHostInfo &info)
{
    QList<QHostAddress> addresses = info.addresses();
    if (info.error() != QHostInfo::NoError || addresses.isEmpty()) {
        finish(base::Failure{ResolveFailure{m_host, false, info.errorString()}});
        return;
    }
    // RFC 6761, 6.3: both loopbacks, whatever the hosts file says; EPMD and nodes listen on either.
    if (m_host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0) {
        for (const auto special : {QHostAddress::LocalHost, QHostAddress::LocalHostIPv6}) {
            if (!addresses.contains(QHostAddress(special)))
                addresses.append(QHostAddress(special));
        }
    }
    std::stable_partition(addresses.begin(), addresses.end(), [](const QHostAddress &address) {
        return address.protocol() == QAbstractSocket::IPv4Protocol;
    });
    finish(addresses);
}

void HostLookup::finish(const ResolveResult &result)
{
    if (m_over)
        return;
    m_over = true;
    m_timer.stop();
    Q_EMIT finished(result);
}

} // namespace nodescope::dist
