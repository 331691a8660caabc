#pragma once

#include <QStringList>

namespace nodescope::cli {

/// Lines that were typed at the shell, in a file that only its owner reads. Bounded.
class ShellHistory
{
public:
    static constexpr qsizetype MaxLines = 500;
    static constexpr qsizetype MaxCharacters = 4096; ///< longer lines are not kept

    /// An empty path keeps nothing.
    explicit ShellHistory(const QString &path);
    /// Where it is kept by default.
    [[nodiscard]] static QString defaultPath();
    [[nodiscard]] const QStringList &lines() const { return m_lines; }
    void add(const QString &line);
    /// False if it could not be written.
    bool save() const;

private:
    QString m_path;
    QStringList m_lines;
};

} // namespace nodescope::cli
