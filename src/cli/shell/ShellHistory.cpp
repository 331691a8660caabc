#include "cli/shell/ShellHistory.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

namespace nodescope::cli {

namespace {
constexpr qint64 MaxFile = 4 * 1024 * 1024;
}

ShellHistory::ShellHistory(const QString &path)
    : m_path(path)
{
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return;
    const QString text = QString::fromUtf8(file.read(MaxFile));
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts))
        add(line);
}

QString ShellHistory::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
           QStringLiteral("/shell_history");
}

void ShellHistory::add(const QString &line)
{
    if (line.size() > MaxCharacters || line.contains(u'\n') || (!m_lines.isEmpty() && m_lines.last() == line))
        return;
    m_lines.append(line);
    if (m_lines.size() > MaxLines)
        m_lines.removeFirst();
}

bool ShellHistory::save() const
{
    if (m_path.isEmpty())
        return true;
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(m_lines.join(u'\n').toUtf8() + '\n');
    return file.commit();
}

} // namespace nodescope::cli
