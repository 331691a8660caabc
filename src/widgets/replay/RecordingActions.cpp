#include "widgets/replay/RecordingActions.h"

#include <utility>

#include <QDateTime>
#include <QFileDialog>
#include <QFileInfo>

#include "cluster/history/Recording.h"
#include "widgets/common/SafeText.h"
#include "widgets/style/Icons.h"

namespace nodescope::widgets {

using namespace cluster;

RecordingActions::RecordingActions(TimeDesk &desk, RecentRecordings &recent, QWidget &window)
    : ActionSet(&window)
    , m_desk(desk)
    , m_recent(recent)
    , m_window(window)
    , m_record(add(QStringLiteral("recording.record"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_R)))
    , m_open(add(QStringLiteral("recording.open"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_O)))
    , m_save(add(QStringLiteral("recording.save"), QKeySequence(Qt::CTRL | Qt::Key_S)))
    , m_saveRedacted(add(QStringLiteral("recording.saveRedacted")))
{
    m_record->setCheckable(true);
    m_record->setIcon(icon(Glyph::Record));
    m_open->setIcon(icon(Glyph::Open));
    m_save->setIcon(icon(Glyph::Save));
    connect(m_record, &QAction::triggered, this, &RecordingActions::toggle);
    connect(m_open, &QAction::triggered, this, &RecordingActions::askForFile);
    connect(m_save, &QAction::triggered, this, [this] { askWhereToSave(false); });
    connect(m_saveRedacted, &QAction::triggered, this, [this] { askWhereToSave(true); });
    connect(&desk, &TimeDesk::stateChanged, this, &RecordingActions::refresh);
    connect(&desk, &TimeDesk::saved, &recent, &RecentRecordings::add);
}

bool RecordingActions::isRecording(const QString &file)
{
    return QFileInfo(file).suffix().compare(recordingSuffix(), Qt::CaseInsensitive) == 0;
}

void RecordingActions::openFile(const QString &file)
{
    m_desk.ask(OpenRecording{file});
}

void RecordingActions::keepRecent(QMenu &menu)
{
    menu.setToolTipsVisible(true);
    connect(&menu, &QMenu::aboutToShow, this, [this, &menu] {
        menu.clear();
        const QStringList files = m_recent.files();
        for (const QString &file : files) {
            QAction *action = menu.addAction(visibleText(QFileInfo(file).fileName(), 80));
            const bool isThere = QFileInfo::exists(file);
            action->setEnabled(isThere);
            action->setToolTip(isThere ? visibleText(file, 300)
                                       : tr("It is not there any more: %1").arg(visibleText(file, 300)));
            connect(action, &QAction::triggered, this, [this, file] { openFile(file); });
        }
        if (files.isEmpty())
            menu.addAction(tr("None yet"))->setEnabled(false);
    });
}

void RecordingActions::toggle()
{
    if (m_desk.state().recording.isEmpty()) {
        m_desk.ask(StartRecording{});
        return;
    }
    const QString written = m_desk.state().recording;
    auto *dialog = new QFileDialog(&m_window, tr("Keep the Recording"), QString(),
                                   tr("Recordings (*.%1)").arg(recordingSuffix()));
    dialog->setObjectName(QStringLiteral("KeepRecordingDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(recordingSuffix());
    dialog->selectFile(QFileInfo(written).fileName());
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &file) { m_desk.ask(StopRecording{file}); });
    // Who changes their mind goes on recording.
    connect(dialog, &QFileDialog::rejected, this, &RecordingActions::refresh);
    dialog->open();
}

void RecordingActions::finish()
{
    const QString written = m_desk.state().recording;
    if (written.isEmpty())
        return;
    m_recent.add(written);
    m_recent.setAnnounced(written);
    m_desk.ask(StopRecording{});
}

void RecordingActions::askForFile()
{
    auto *dialog = new QFileDialog(&m_window, tr("Open a Recording"), QString(),
                                   tr("Recordings (*.%1);;All files (*)").arg(recordingSuffix()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &RecordingActions::openFile);
    dialog->open();
}

void RecordingActions::askWhereToSave(bool redacted)
{
    auto *dialog = new QFileDialog(&m_window, redacted ? tr("Save Without Names") : tr("Save the Past"),
                                   QString(), tr("Recordings (*.%1)").arg(recordingSuffix()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(recordingSuffix());
    connect(dialog, &QFileDialog::fileSelected, this, [this, redacted](const QString &file) {
        m_desk.ask(SaveHistory{file, redacted});
    });
    dialog->open();
}

/// What an earlier program wrote when it was killed is offered, once.
void RecordingActions::offerLeftovers()
{
    const QStringList files = m_desk.state().leftovers;
    for (const QString &file : files) {
        if (m_offered.contains(file))
            continue;
        m_offered.append(file);
        if (m_recent.isAnnounced(file))
            continue;
        m_recent.add(file);
        m_recent.setAnnounced(file);
        if (file != m_own)
            Q_EMIT m_desk.failed(QStringLiteral("recording_leftover"), QFileInfo(file).fileName());
    }
}

void RecordingActions::refresh()
{
    const TimeState &state = m_desk.state();
    const bool records = !state.recording.isEmpty();
    if (records)
        m_own = state.recording;
    offerLeftovers();
    // Only what could be read is worth to be offered again.
    if (std::exchange(m_opened, state.opened) != state.opened && !state.opened.isEmpty())
        m_recent.add(state.opened);
    m_record->setChecked(records);
    describe(m_record, records ? tr("Stop &Recording…") : tr("&Record"),
             records ? tr("Ends the recording, and asks where to keep it")
                     : tr("Writes what happens from now on to a file, safe against a crash"));
    const QString nothing = state.begin == 0 ? tr("Nothing has happened yet") : QString();
    setAvailable(m_save, nothing);
    setAvailable(m_saveRedacted, nothing);
}

void RecordingActions::retranslate()
{
    describe(m_open, tr("&Open Recording…"), tr("Shows what was recorded; opens no connection"));
    describe(m_save, tr("&Save the Past…"), tr("Writes all that is known of the past to a recording"));
    describe(m_saveRedacted, tr("Save &Without Names…"),
             tr("The same for strangers: names and hosts are replaced, texts are left out"));
    refresh();
}

} // namespace nodescope::widgets
