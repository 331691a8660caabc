#include "widgets/style/SystemMotion.h"

#include <QApplication>
#include <QDir>
#include <QSettings>
#include <QStandardPaths>

namespace nodescope::widgets {

namespace {

bool isOff(const QVariant &value)
{
    const QString text = value.toString().trimmed().toLower();
    return text == QLatin1String("0") || text == QLatin1String("false");
}

QVariant valueIn(const QDir &folder, const QString &file, const QString &key)
{
    const QString path = folder.filePath(file);
    return QFile::exists(path) ? QSettings(path, QSettings::IniFormat).value(key) : QVariant();
}

} // namespace

bool filesReduceMotion(const QString &configFolder)
{
    const QDir folder(configFolder);
    for (const QString &file :
         {QStringLiteral("gtk-4.0/settings.ini"), QStringLiteral("gtk-3.0/settings.ini")}) {
        if (isOff(valueIn(folder, file, QStringLiteral("Settings/gtk-enable-animations"))))
            return true;
    }
    bool isNumber = false;
    const double factor =
        valueIn(folder, QStringLiteral("kdeglobals"), QStringLiteral("KDE/AnimationDurationFactor"))
            .toDouble(&isNumber);
    return isNumber && factor <= 0;
}

bool systemReducesMotion()
{
#ifdef Q_OS_WIN
    return !QApplication::isEffectEnabled(Qt::UI_AnimateMenu);
#else
    return filesReduceMotion(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation));
#endif
}

} // namespace nodescope::widgets
