#pragma once

#include <QObject>
#include <QSettings>

#include "cluster/Profile.h"

namespace nodescope::widgets {

/// The cluster profiles that the person saved, in the settings: paths of cookie files, never cookies.
///
/// Signal: `changed` after anything did.
class ProfileStore : public QObject
{
    Q_OBJECT

public:
    /// `settings` must outlive it.
    explicit ProfileStore(QSettings &settings, QObject *parent = nullptr);

    /// Those opened last first, then by name.
    [[nodiscard]] QStringList names() const;
    /// Nothing where there is none of this name, or what is saved can no longer be read.
    [[nodiscard]] std::optional<cluster::Profile> profile(const QString &name) const;
    /// Instead of one of the same name.
    void save(const cluster::Profile &profile);
    void remove(const QString &name);
    /// It was opened now.
    void touch(const QString &name);

Q_SIGNALS:
    void changed();

private:
    QSettings &m_settings;
};

} // namespace nodescope::widgets
