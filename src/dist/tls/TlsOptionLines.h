#pragma once

#include <QHash>
#include <QString>
#include <QStringView>

namespace nodescope::dist {

/// On which line of an options file each option stands. For TlsOptionFile only: a term has no lines any
/// more.
class TlsOptionLines
{
public:
    explicit TlsOptionLines(QStringView text);

    /// Of `{option, …}` within `{role, …}`; of the role if the option is empty or not found; else 0.
    [[nodiscard]] int lineOf(const QString &role, const QString &option) const;

private:
    void enter(const QString &atom, int depth, int line);

    QString m_role; // while reading
    QHash<QString, int> m_lines;
};

} // namespace nodescope::dist
