#include "widgets/send/StepsView.h"

#include <QEvent>
#include <QHeaderView>

#include "widgets/common/SafeText.h"
#include "widgets/common/Words.h"
#include "widgets/send/ErrandWords.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

StepsView::StepsView(QWidget *parent)
    : QTreeWidget(parent)
{
    setColumnCount(4);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    header()->setStretchLastSection(true);
    setMinimumHeight(Theme::current(this).ipx(96)); // three rows
    retranslate();
}

void StepsView::setSyntax(term::Syntax syntax)
{
    m_syntax = syntax;
    setSteps(m_steps);
}

void StepsView::setSteps(const QList<cluster::ErrandStep> &steps)
{
    m_steps = steps;
    while (topLevelItemCount() > steps.size())
        delete takeTopLevelItem(topLevelItemCount() - 1);
    for (int i = 0; i < steps.size(); ++i) {
        QTreeWidgetItem *row = topLevelItem(i);
        if (!row)
            row = new QTreeWidgetItem(this);
        fill(*row, steps.at(i));
    }
    for (int column = 0; column < 3; ++column)
        resizeColumnToContents(column);
    scrollToBottom();
}

void StepsView::fill(QTreeWidgetItem &row, const cluster::ErrandStep &step) const
{
    row.setText(0, timeAfter(step.after));
    row.setText(1, wordFor(step.kind));
    row.setText(2, step.where.isNull() ? tr("This program") : visibleText(step.where.text(), 100));
    row.setText(3, detailOf(step, m_syntax));
    row.setToolTip(3, visibleRichText(step.detail));
}

void StepsView::retranslate()
{
    setHeaderLabels({tr("After"), tr("Step"), tr("Where"), tr("Detail")});
    setAccessibleName(tr("Steps"));
    for (int i = 0; i < m_steps.size(); ++i)
        fill(*topLevelItem(i), m_steps.at(i));
}

void StepsView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QTreeWidget::changeEvent(event);
}

} // namespace nodescope::widgets
