#pragma once

#include <QObject>

#include "cluster/Profile.h"

class QWidget;

namespace nodescope::widgets {

/// How the files are called that profiles are exported to: `*.nodescope-profile`.
[[nodiscard]] QString profileFilter();
[[nodiscard]] bool isProfileFile(const QString &path);
/// Paths of cookies, keys and secrets in it are not taken: whoever wrote it does not choose which of our
/// files go to which host.
[[nodiscard]] base::Result<cluster::Profile, cluster::ProfileError> readProfileFile(const QString &path);
/// Without paths of this machine. The system's words when it fails; empty: it is written.
[[nodiscard]] QString writeProfileFile(const QString &path, const cluster::Profile &profile);

/// Takes files of profiles that are dropped onto a window.
class ProfileDrop : public QObject
{
    Q_OBJECT

public:
    /// A child of the window.
    explicit ProfileDrop(QWidget &window);
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void dropped(const QString &path);
};

} // namespace nodescope::widgets
