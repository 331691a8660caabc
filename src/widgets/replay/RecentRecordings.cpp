#include "widgets/replay/RecentRecordings.h"

#include <QFileInfo>

namespace nodescope::widgets {

namespace {
QString recentKey()
{
    return QStringLiteral("recordings/recent");
}
QString announcedKey()
{
    return QStringLiteral("recordings/announced");
}
QString pathOf(const QString &file)
{
    return QFileInfo(file).absoluteFilePath();
}
} // namespace

RecentRecordings::RecentRecordings(QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
}

QStringList RecentRecordings::files() const
{
    return m_settings.value(recentKey()).toStringList().mid(0, Capacity);
}

void RecentRecordings::add(const QString &file)
{
    QStringList list = files();
    const QString path = pathOf(file);
    list.removeAll(path);
    list.prepend(path);
    m_settings.setValue(recentKey(), list.mid(0, Capacity));
    Q_EMIT changed();
}

void RecentRecordings::clear()
{
    m_settings.remove(recentKey());
    Q_EMIT changed();
}

bool RecentRecordings::isAnnounced(const QString &file) const
{
    return m_settings.value(announcedKey()).toStringList().contains(pathOf(file));
}

void RecentRecordings::setAnnounced(const QString &file)
{
    // Another window may have written its own meanwhile.
    m_settings.sync();
    QStringList list = m_settings.value(announcedKey()).toStringList();
    const QString path = pathOf(file);
    list.removeIf([&path](const QString &one) { return one == path || !QFileInfo::exists(one); });
    list.prepend(path);
    m_settings.setValue(announcedKey(), list.mid(0, MaxAnnounced));
    // Whatever ends the program next, this is known.
    m_settings.sync();
}

} // namespace nodescope::widgets
