#include "widgets/discovery/ProfileStore.h"

#include <QUrl>

namespace nodescope::widgets {

namespace {

constexpr auto Group = "profiles/";
constexpr auto Recent = "profiles-recent";

/// Names may hold what keys may not.
QString keyOf(const QString &name)
{
    return QLatin1String(Group) + QString::fromLatin1(QUrl::toPercentEncoding(name));
}

} // namespace

ProfileStore::ProfileStore(QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
}

QStringList ProfileStore::names() const
{
    m_settings.beginGroup(QStringLiteral("profiles"));
    QStringList rest;
    const QStringList keys = m_settings.childKeys();
    for (const QString &key : keys)
        rest.append(QUrl::fromPercentEncoding(key.toLatin1()));
    m_settings.endGroup();
    rest.sort(Qt::CaseInsensitive);
    QStringList names;
    const QStringList recent = m_settings.value(QLatin1String(Recent)).toStringList();
    for (const QString &name : recent) {
        if (rest.removeOne(name))
            names.append(name);
    }
    return names + rest;
}

std::optional<cluster::Profile> ProfileStore::profile(const QString &name) const
{
    const auto read = cluster::readProfile(m_settings.value(keyOf(name)).toString().toUtf8());
    return read.ok() ? std::optional(*read) : std::nullopt;
}

void ProfileStore::save(const cluster::Profile &profile)
{
    m_settings.setValue(keyOf(profile.name), QString::fromUtf8(cluster::toJson(profile, false)));
    Q_EMIT changed();
}

void ProfileStore::remove(const QString &name)
{
    m_settings.remove(keyOf(name));
    Q_EMIT changed();
}

void ProfileStore::touch(const QString &name)
{
    QStringList recent = m_settings.value(QLatin1String(Recent)).toStringList();
    recent.removeAll(name);
    recent.prepend(name);
    m_settings.setValue(QLatin1String(Recent), recent.mid(0, 20));
    Q_EMIT changed();
}

} // namespace nodescope::widgets
