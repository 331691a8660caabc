#include "widgets/connect/KnownHosts.h"

#include <QCoreApplication>
#include <QSysInfo>

namespace nodescope::widgets {

namespace {
QString settingsKey()
{
    return QStringLiteral("connect/knownHosts");
}
} // namespace

KnownHosts::KnownHosts(QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
}

bool KnownHosts::isKnown(const QString &host) const
{
    return isLocal(host) ||
           m_settings.value(settingsKey()).toStringList().contains(host, Qt::CaseInsensitive);
}

void KnownHosts::remember(const QString &host)
{
    if (isKnown(host))
        return;
    QStringList hosts = m_settings.value(settingsKey()).toStringList();
    hosts.append(host);
    m_settings.setValue(settingsKey(), hosts);
}

void KnownHosts::forgetAll()
{
    m_settings.remove(settingsKey());
}

bool KnownHosts::isLocal(const QString &host)
{
    const QString machine = QSysInfo::machineHostName();
    const QString shortName = machine.section(u'.', 0, 0);
    return host == QLatin1String("localhost") || host == QLatin1String("::1") ||
           host.startsWith(QLatin1String("127.")) || host.compare(machine, Qt::CaseInsensitive) == 0 ||
           host.compare(shortName, Qt::CaseInsensitive) == 0;
}

QString firstDialWarning()
{
    return QCoreApplication::translate(
        "KnownHosts",
        "To prove that we have the cookie, we answer a challenge that the other side chooses. Whoever "
        "runs that host can keep the answer and try to guess the cookie from it, so connect only to "
        "hosts that you trust, with a cookie that is used for this cluster alone.");
}

} // namespace nodescope::widgets
