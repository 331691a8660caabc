#pragma once

#include <QMenu>
#include <QSettings>

#include "widgets/common/ActionSet.h"
#include "widgets/replay/TimeDesk.h"

namespace nodescope::widgets {

/// Recordings: to make one, to open one, to save the past. Remembers those opened last by their paths.
class RecordingActions : public ActionSet
{
    Q_OBJECT

public:
    static constexpr int MaxRecent = 8;

    /// Dialogs stand over `window`. All must outlive the set.
    RecordingActions(TimeDesk &desk, QSettings &settings, QWidget &window);
    void retranslate() override;

    [[nodiscard]] QAction *record() const { return m_record; }
    [[nodiscard]] QAction *open() const { return m_open; }
    [[nodiscard]] QList<QAction *> files() const { return {m_open, m_save, m_saveRedacted}; }
    /// Fills a menu with the recordings opened last each time it is about to show; those that are gone say
    /// so.
    void keepRecent(QMenu &menu);
    [[nodiscard]] QStringList recent() const;
    /// Whether a file is called like a recording.
    [[nodiscard]] static bool isRecording(const QString &file);

public Q_SLOTS:
    void openFile(const QString &file);

private:
    void toggle();
    void askForFile();
    void askWhereToSave(bool redacted);
    void remember(const QString &file);
    void refresh();
    void offerLeftovers();

    TimeDesk &m_desk;
    QSettings &m_settings;
    QWidget &m_window;
    QStringList m_offered;
    QAction *m_record;
    QAction *m_open;
    QAction *m_save;
    QAction *m_saveRedacted;
};

} // namespace nodescope::widgets
