#include "widgets/discovery/ProfileFiles.h"

#include <QDropEvent>
#include <QFile>
#include <QMimeData>
#include <QSaveFile>
#include <QUrl>
#include <QWidget>

namespace nodescope::widgets {

namespace {

/// The first file of a profile among what is dragged; empty: there is none.
QString profileIn(const QMimeData *data)
{
    const QList<QUrl> urls = data ? data->urls() : QList<QUrl>();
    for (const QUrl &url : urls) {
        if (url.isLocalFile() && isProfileFile(url.toLocalFile()))
            return url.toLocalFile();
    }
    return {};
}

} // namespace

QString profileFilter()
{
    return ProfileDrop::tr("Profiles") + QStringLiteral(" (*.nodescope-profile)");
}

bool isProfileFile(const QString &path)
{
    return path.endsWith(QLatin1String(".nodescope-profile"), Qt::CaseInsensitive);
}

base::Result<cluster::Profile, cluster::ProfileError> readProfileFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::Failure{cluster::ProfileError{cluster::ProfileFault::NotJson, file.errorString()}};
    // One byte more than may be tells that there is more.
    const auto profile = cluster::readProfile(file.read(cluster::MaxProfileBytes + 1));
    return profile.ok() ? cluster::readProfile(cluster::toJson(*profile, true)) : profile;
}

QString writeProfileFile(const QString &path, const cluster::Profile &profile)
{
    QSaveFile file(path);
    const QByteArray json = cluster::toJson(profile, true);
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit())
        return file.errorString();
    return {};
}

ProfileDrop::ProfileDrop(QWidget &window)
    : QObject(&window)
{
    window.setAcceptDrops(true);
    window.installEventFilter(this);
}

bool ProfileDrop::eventFilter(QObject *watched, QEvent *event)
{
    // A move and an enter are drops that have not happened yet.
    const bool enters = event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove;
    if (!enters && event->type() != QEvent::Drop)
        return QObject::eventFilter(watched, event);
    auto *drop = static_cast<QDropEvent *>(event);
    const QString path = profileIn(drop->mimeData());
    if (path.isEmpty())
        return QObject::eventFilter(watched, event);
    drop->setDropAction(Qt::CopyAction);
    drop->accept();
    if (!enters)
        Q_EMIT dropped(path);
    return true;
}

} // namespace nodescope::widgets
