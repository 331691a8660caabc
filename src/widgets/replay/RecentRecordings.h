#pragma once

#include <QObject>
#include <QSettings>
#include <QStringList>

namespace nodescope::widgets {

/// The recordings that the person opened, saved or made last, newest first, by their paths; and which of
/// those that a crash left behind have been spoken of. Kept in the settings.
///
/// Signals: `changed` when the list did. Lives on the window's thread; the settings must outlive it.
class RecentRecordings : public QObject
{
    Q_OBJECT

public:
    static constexpr int Capacity = 8;
    /// Files that were spoken of are remembered as long as they are there, up to so many.
    static constexpr int MaxAnnounced = 200;

    explicit RecentRecordings(QSettings &settings, QObject *parent = nullptr);
    /// Some may not be there any more.
    [[nodiscard]] QStringList files() const;
    void add(const QString &file);
    void clear();

    /// Whether the person knows of that file, which no program writes any more.
    [[nodiscard]] bool isAnnounced(const QString &file) const;
    /// They do now: it is not spoken of again, at no later start either.
    void setAnnounced(const QString &file);

Q_SIGNALS:
    void changed();

private:
    QSettings &m_settings;
};

} // namespace nodescope::widgets
