#include "widgets/doctor/ChangesStrip.h"

#include <QGridLayout>

#include "widgets/common/Labels.h"
#include "widgets/common/Words.h"
#include "widgets/doctor/DoctorWords.h"

namespace nodescope::widgets {

using cluster::Examination;

ChangesStrip::ChangesStrip(QWidget *parent)
    : QFrame(parent)
    , m_title(makeParagraph(TextRole::Strong, this))
    , m_rows(new QWidget(this))
{
    setProperty("role", QStringLiteral("card"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 8, 14, 10);
    layout->setSpacing(4);
    layout->addWidget(m_title);
    layout->addWidget(m_rows);
    m_grid = new QGridLayout(m_rows);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(14);
    m_grid->setVerticalSpacing(2);
    m_grid->setColumnStretch(1, 1);
    hide();
}

void ChangesStrip::setExaminations(const Examination *before, const Examination &now)
{
    qDeleteAll(m_rows->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    setVisible(before && !now.running);
    if (!before || now.running)
        return;
    const QString then = timeText(before->diagnosis.time);
    const QList<ExaminationChange> changes = changesSince(*before, now);
    const QString verdictThen = verdictOf(*before);
    const QString verdictNow = verdictOf(now);
    m_title->setText(changes.isEmpty() && verdictThen == verdictNow
                         ? tr("Nothing has changed since %1.").arg(then)
                         : tr("What has changed since %1").arg(then));
    if (verdictThen != verdictNow)
        addRow(tr("Verdict"), verdictThen, verdictNow);
    for (const ExaminationChange &change : changes)
        addRow(change.subject, change.before, change.after);
    m_rows->setVisible(m_grid->count() > 0 && !(changes.isEmpty() && verdictThen == verdictNow));
}

void ChangesStrip::addRow(const QString &subject, const QString &before, const QString &after)
{
    const int row = m_grid->rowCount();
    QLabel *name = makeLabel(TextRole::Secondary, m_rows);
    name->setText(subject);
    QLabel *values = makeParagraph(TextRole::Plain, m_rows);
    // The arrow points the way of reading.
    const QString arrow =
        layoutDirection() == Qt::RightToLeft ? QStringLiteral(" ← ") : QStringLiteral(" → ");
    values->setText(before + arrow + after);
    values->setAccessibleName(tr("%1: before %2, now %3").arg(subject, before, after));
    m_grid->addWidget(name, row, 0, Qt::AlignTop);
    m_grid->addWidget(values, row, 1);
    name->show();
    values->show();
}

} // namespace nodescope::widgets
