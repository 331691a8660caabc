#include "widgets/common/FoldingGrid.h"

#include <memory>

#include <QEvent>
#include <QGridLayout>

namespace nodescope::widgets {

FoldingGrid::FoldingGrid(int verticalSpacing, int stretched, QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(verticalSpacing);
    m_grid->setColumnStretch(stretched, 1);
}

void FoldingGrid::fold()
{
    const int folds = foldsAt(width());
    if (folds == m_folds)
        return;
    m_folds = folds;
    while (m_grid->count() > 0)
        const std::unique_ptr<QLayoutItem> place(m_grid->takeAt(0)); // its widget stays
    for (qsizetype row = 0; row < rowCount(); ++row)
        placeRow(row);
}

void FoldingGrid::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fold();
}

void FoldingGrid::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fold();
}

} // namespace nodescope::widgets
