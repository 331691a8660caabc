#include "widgets/doctor/ExaminationPage.h"

#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QGuiApplication>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollArea>

#include "doctor/CauseText.h"
#include "doctor/report/Report.h"
#include "widgets/common/Labels.h"
#include "widgets/common/SafeText.h"
#include "widgets/common/Words.h"
#include "widgets/doctor/ChangesStrip.h"
#include "widgets/doctor/DoctorWords.h"
#include "widgets/doctor/EvidenceView.h"
#include "widgets/doctor/ExamineForm.h"
#include "widgets/doctor/FactsPanel.h"
#include "widgets/doctor/RungList.h"
#include "widgets/doctor/SettingsTable.h"
#include "widgets/doctor/VerdictBanner.h"
#include "widgets/inspector/RepairView.h"

namespace nodescope::widgets {

using namespace cluster;
using base::NodeName;

namespace {
constexpr int TwoColumnWidth = 760;
} // namespace

ExaminationPage::ExaminationPage(const ClusterStore &store, ExaminationDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_form(new ExamineForm(store, this))
    , m_history(new QComboBox(this))
    , m_again(new QPushButton(this))
    , m_copy(makeQuietButton(this))
    , m_save(makeQuietButton(this))
    , m_note(makeParagraph(TextRole::Small, this))
    , m_verdict(new VerdictBanner(this))
    , m_changes(new ChangesStrip(this))
    , m_settings(new SettingsTable(this))
    , m_ladderTitle(makeLabel(TextRole::Strong, this))
    , m_ladder(new RungList(this))
    , m_candidates(new CandidatesPanel(this))
    , m_facts(new FactsPanel(this))
    , m_evidence(new EvidenceView(this))
    , m_repair(new RepairView(this))
{
    build();
    join();
    retranslate();
    fillHistory();
    refresh();
}

void ExaminationPage::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(makeHairline(this));
    layout->addWidget(makeBody(), 1);
    arrange();
}

QWidget *ExaminationPage::makeHead()
{
    auto *head = new QWidget(this);
    m_historyRow = new QWidget(head);
    auto *row = new QHBoxLayout(m_historyRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_history->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_history->setMinimumContentsLength(20);
    m_again->setAutoDefault(false);
    row->addWidget(m_history, 1);
    row->addWidget(m_again);
    row->addWidget(m_copy);
    row->addWidget(m_save);
    m_note->hide();
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(16, 12, 16, 10);
    layout->setSpacing(8);
    layout->addWidget(m_form);
    layout->addWidget(m_historyRow);
    layout->addWidget(m_note);
    return head;
}

QWidget *ExaminationPage::makeBody()
{
    const auto column = [this](const QList<QWidget *> &parts) {
        auto *widget = new QWidget(m_body);
        auto *layout = new QVBoxLayout(widget);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(14);
        for (QWidget *part : parts)
            layout->addWidget(part);
        layout->addStretch();
        return widget;
    };
    m_area = new QScrollArea(this);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_body = new QWidget(m_area);
    m_body->setBackgroundRole(QPalette::Base);
    m_area->viewport()->setBackgroundRole(QPalette::Base);
    m_left = column({m_ladderTitle, m_ladder, m_candidates, m_facts});
    m_left->layout()->setSpacing(6);
    m_right = column({m_evidence, m_repair});
    m_grid = new QGridLayout(m_body);
    m_grid->setContentsMargins(16, 14, 16, 16);
    m_grid->setHorizontalSpacing(24);
    m_grid->setVerticalSpacing(14);
    m_area->setWidget(m_body);
    return m_area;
}

void ExaminationPage::join()
{
    connect(m_form, &ExamineForm::examineRequested, this,
            [this](const Examine &request) { m_desk.begin(request); });
    connect(m_form, &ExamineForm::cancelRequested, this, &ExaminationPage::cancel);
    connect(m_history, &QComboBox::activated, this,
            [this](int index) { showExamination(m_history->itemData(index).toULongLong()); });
    connect(m_again, &QPushButton::clicked, this, &ExaminationPage::tryAgain);
    connect(m_copy, &QPushButton::clicked, this, &ExaminationPage::copyReport);
    connect(m_save, &QPushButton::clicked, this, &ExaminationPage::saveReport);
    connect(m_ladder, &RungList::rungSelected, this,
            [this] { m_evidence->setRung(m_ladder->selectedRung()); });
    connect(&m_desk, &ExaminationDesk::begun, this, &ExaminationPage::showExamination);
    connect(&m_desk, &ExaminationDesk::changed, this, [this](quint64 id) {
        fillHistory();
        if (id == m_shown)
            refresh();
    });
    connect(&m_desk, &ExaminationDesk::emptied, this, [this] { showExamination(0); });
}

void ExaminationPage::arrange()
{
    const int columns = width() >= Theme::current(this).ipx(TwoColumnWidth) ? 2 : 1;
    if (columns == m_columns)
        return;
    m_columns = columns;
    m_grid->addWidget(m_verdict, 0, 0, 1, columns);
    m_grid->addWidget(m_changes, 1, 0, 1, columns);
    m_grid->addWidget(m_settings, 2, 0, 1, columns);
    m_grid->addWidget(m_left, 3, 0, Qt::Alignment());
    m_grid->addWidget(m_right, columns == 2 ? 3 : 4, columns == 2 ? 1 : 0);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, columns == 2 ? 1 : 0);
    m_grid->setRowStretch(3, columns == 2 ? 1 : 0);
    m_grid->setRowStretch(4, columns == 2 ? 0 : 1);
}

void ExaminationPage::retranslate()
{
    m_history->setAccessibleName(tr("Examinations of this session"));
    m_history->setToolTip(tr("Examinations of this session, the latest first"));
    m_again->setText(tr("Try again"));
    m_again->setToolTip(tr("Examines the same again, and shows what has changed"));
    m_copy->setText(tr("Copy report"));
    m_copy->setToolTip(tr("Copies all of it as text, without cookies and digests"));
    m_save->setText(tr("Save report…"));
    m_save->setToolTip(tr("Saves all of it as text or HTML, without cookies and digests"));
    m_ladderTitle->setText(tr("Rungs"));
    m_ladderTitle->setMinimumHeight(m_evidence->headHeight());
}

void ExaminationPage::ask(const NodeName &from, const NodeName &to)
{
    if (!from.isNull() || !to.isNull())
        m_form->setEnds(from, to);
    m_form->focusNode();
}

void ExaminationPage::examine(const NodeName &from, const NodeName &to)
{
    m_form->setEnds(from, to);
    m_form->start();
    if (m_desk.entry(m_shown))
        m_ladder->setFocus(Qt::OtherFocusReason);
}

void ExaminationPage::tryAgain()
{
    m_desk.repeat(m_shown);
}

void ExaminationPage::cancel()
{
    m_desk.cancel(m_shown);
}

void ExaminationPage::copyReport() const
{
    if (const Examination *examination = m_desk.examination(m_shown))
        QGuiApplication::clipboard()->setText(doctor::reportText(*examination));
}

void ExaminationPage::saveReport()
{
    const Examination *examination = m_desk.examination(m_shown);
    if (!examination)
        return;
    const QString html = tr("HTML (*.html)");
    QString chosen;
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Save the report"), QStringLiteral("nodescope-report.html"),
                                     html + QStringLiteral(";;") + tr("Text (*.txt)"), &chosen);
    if (path.isEmpty())
        return;
    // It may have gone while the dialog was open.
    examination = m_desk.examination(m_shown);
    if (!examination)
        return;
    const bool asHtml = path.endsWith(QLatin1String(".html"), Qt::CaseInsensitive) ||
                        (chosen == html && !path.endsWith(QLatin1String(".txt"), Qt::CaseInsensitive));
    QSaveFile file(path);
    const QByteArray report =
        (asHtml ? doctor::reportHtml(*examination) : doctor::reportText(*examination)).toUtf8();
    const bool saved =
        file.open(QIODevice::WriteOnly) && file.write(report) == report.size() && file.commit();
    m_note->setText(saved ? tr("Saved as %1.").arg(path)
                          : tr("The report could not be saved as %1: %2").arg(path, file.errorString()));
    m_note->show();
}

void ExaminationPage::showExamination(quint64 id)
{
    m_shown = id;
    m_note->hide();
    if (const ExaminationDesk::Entry *entry = m_desk.entry(id))
        m_form->setEnds(entry->request.from, entry->request.to);
    fillHistory();
    refresh();
    m_area->ensureVisible(0, 0);
}

void ExaminationPage::showNeighbour(int step)
{
    const int index = m_history->currentIndex() + step;
    if (index >= 0 && index < m_history->count())
        showExamination(m_history->itemData(index).toULongLong());
}

QString ExaminationPage::historyLine(const ExaminationDesk::Entry &entry) const
{
    const Examination *examination = m_desk.examination(entry.request.id);
    const QString outcome = entry.withdrawn ? tr("not allowed")
                            : entry.refused ? tr("not examined")
                            : examination   ? verdictOf(*examination)
                                            : tr("waiting…");
    return QStringLiteral("%1  %2  %3")
        .arg(timeText(entry.asked), endsOf(entry.request.from, entry.request.to), outcome);
}

void ExaminationPage::fillHistory()
{
    const QList<ExaminationDesk::Entry> &entries = m_desk.entries();
    m_historyRow->setVisible(!entries.isEmpty());
    // Deltas of a running one come often: lines are changed in place.
    while (m_history->count() > entries.size())
        m_history->removeItem(m_history->count() - 1);
    for (int i = 0; i < entries.size(); ++i) {
        const ExaminationDesk::Entry &entry = entries.at(entries.size() - 1 - i);
        const QString line = historyLine(entry);
        if (i >= m_history->count())
            m_history->addItem({});
        if (m_history->itemText(i) != line)
            m_history->setItemText(i, line);
        m_history->setItemData(i, entry.request.id);
        if (entry.request.id == m_shown)
            m_history->setCurrentIndex(i);
    }
}

void ExaminationPage::showNothing()
{
    const ExaminationDesk::Entry *entry = m_desk.entry(m_shown);
    if (!entry) {
        m_verdict->setSentence(tr("Why does a node not connect?"),
                               tr("Type its name, or choose it from the list that opens. Every step from the "
                                  "name to the first answer "
                                  "is tried, and the first that breaks is shown with what was seen, why, how "
                                  "certain that is, and "
                                  "what to paste to repair it. Nothing is changed on the node, and none of "
                                  "its links is dropped."));
    } else if (entry->withdrawn) {
        m_verdict->setSentence(tr("Nothing was done."),
                               tr("You did not agree to connect to that host. “Try again” asks once more."));
    } else if (entry->refused) {
        m_verdict->setSentence(tr("It was not examined."),
                               tr("The message at the top of the window says why."));
    } else {
        m_verdict->setSentence(tr("Examining…"), tr("Nothing has been seen yet."));
    }
    m_left->hide();
    m_right->hide();
    m_settings->setExamination({});
    m_changes->hide();
}

void ExaminationPage::refresh()
{
    const bool running = m_desk.isRunning(m_shown);
    const Examination *examination = m_desk.examination(m_shown);
    const ExaminationDesk::Entry *entry = m_desk.entry(m_shown);
    m_form->setRunning(running);
    m_again->setEnabled(entry && !running);
    m_copy->setEnabled(examination && !running);
    m_save->setEnabled(examination && !running);
    if (examination && !(entry && entry->withdrawn))
        refreshBody(*examination);
    else
        showNothing();
    Q_EMIT shownChanged();
}

void ExaminationPage::refreshBody(const Examination &examination)
{
    const Diagnosis &diagnosis = examination.diagnosis;
    m_verdict->setExamination(examination);
    m_changes->setExaminations(m_desk.before(examination.id), examination);
    m_settings->setExamination(examination);
    m_evidence->setDiagnosis(diagnosis);
    m_ladder->setExamination(examination);
    m_facts->setFacts(examination.facts);
    // While it runs its cause means nothing yet.
    m_candidates->setDiagnosis(examination.running ? Diagnosis() : diagnosis);
    m_repair->setRemedies(examination.running ? QList<doctor::Remedy>() : doctor::remediesOf(diagnosis));
    m_left->show();
    m_right->show();
}

void ExaminationPage::setReducedMotion(bool reduced)
{
    m_ladder->setReducedMotion(reduced);
}

void ExaminationPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ExaminationPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        fillHistory();
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace nodescope::widgets
