#include "widgets/doctor/ChangesStrip.h"

#include <QGridLayout>

#include "widgets/common/Labels.h"
#include "widgets/common/SafeText.h"
#include "widgets/common/Words.h"
#include "widgets/style/Icons.h"

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
    m_grid->setHorizontalSpacing(8);
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
    const QList<doctor::ExaminationChange> changes = doctor::changesBetween(*before, now);
    m_title->setText(changes.isEmpty() ? tr("Nothing has changed since %1.").arg(then)
                                       : tr("What has changed since %1").arg(then));
    m_rows->setVisible(!changes.isEmpty());
    for (const doctor::ExaminationChange &change : changes)
        addRow(change);
}

void ChangesStrip::addRow(const doctor::ExaminationChange &change)
{
    const Theme theme = Theme::current(this);
    const int row = m_grid->rowCount();
    auto *sign = new QLabel(m_rows);
    const int side = theme.ipx(14);
    sign->setPixmap(change.better ? icon(Glyph::Check, theme.up).pixmap(side, side)
                                  : icon(Glyph::Refresh, theme.secondary).pixmap(side, side));
    sign->setAccessibleName(change.better ? tr("better") : tr("otherwise"));
    QLabel *text = makeParagraph(
        change.kind == doctor::ExaminationChange::Kind::Verdict ? TextRole::Strong : TextRole::Plain, m_rows);
    text->setText(visibleText(change.text, 600));
    m_grid->addWidget(sign, row, 0, Qt::AlignTop);
    m_grid->addWidget(text, row, 1);
    sign->show();
    text->show();
}

} // namespace nodescope::widgets
