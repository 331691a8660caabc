#pragma once

#include <QMenu>

#include "widgets/common/ActionSet.h"
#include "widgets/replay/RecentRecordings.h"
#include "widgets/replay/TimeDesk.h"

namespace nodescope::widgets {

/// Recordings: to make one, to open one, to save the past. What was opened, saved or made is remembered among
/// the recent ones.
class RecordingActions : public ActionSet
{
    Q_OBJECT

public:
    /// Dialogs stand over `window`. All must outlive the set.
    RecordingActions(TimeDesk &desk, RecentRecordings &recent, QWidget &window);
    void retranslate() override;

    [[nodiscard]] QAction *record() const { return m_record; }
    [[nodiscard]] QAction *open() const { return m_open; }
    [[nodiscard]] QList<QAction *> files() const { return {m_open, m_save, m_saveRedacted}; }
    /// Fills a menu with the recordings opened last each time it is about to show; those that are gone say
    /// so.
    void keepRecent(QMenu &menu);
    /// Ends a recording in order where it was written, without a question: the program ends. It is among the
    /// recent ones then, and no crash is spoken of at the next start.
    void finish();
    /// Whether a file is called like a recording.
    [[nodiscard]] static bool isRecording(const QString &file);

public Q_SLOTS:
    void openFile(const QString &file);

private:
    void toggle();
    void askForFile();
    void askWhereToSave(bool redacted);
    void refresh();
    void offerLeftovers();

    TimeDesk &m_desk;
    RecentRecordings &m_recent;
    QWidget &m_window;
    QStringList m_offered; ///< by this window
    QString m_own;         ///< the last one that this window wrote: no crash is behind it
    QString m_opened;      ///< the recording that is shown
    QAction *m_record;
    QAction *m_open;
    QAction *m_save;
    QAction *m_saveRedacted;
};

} // namespace nodescope::widgets
