#include "widgets/common/FactList.h"

#include <algorithm>

#include <QGridLayout>

#include "widgets/common/Labels.h"

namespace nodescope::widgets {

namespace {
/// A value that has room for fewer stands below its name.
constexpr int LeastCharacters = 13;
} // namespace

FactList::FactList(QWidget *parent)
    : FoldingGrid(2, 1, parent)
{
}

void FactList::setFacts(const QList<Fact> &facts)
{
    qsizetype used = 0;
    for (const Fact &fact : facts) {
        if (fact.value.isEmpty())
            continue;
        if (used == m_rows.size())
            addRow();
        const Row &row = m_rows.at(used++);
        row.name->setText(fact.name);
        row.value->setText(fact.value);
        row.value->setAccessibleName(fact.name + QStringLiteral(": ") + fact.value);
        row.explanation->setText(fact.explanation);
        row.name->show();
        row.value->show();
        row.explanation->setVisible(!fact.explanation.isEmpty());
    }
    for (qsizetype i = used; i < m_rows.size(); ++i) {
        for (QLabel *label : {m_rows.at(i).name, m_rows.at(i).value, m_rows.at(i).explanation})
            label->hide();
    }
    m_shown = used;
    fold();
}

void FactList::addRow()
{
    const Row row{makeLabel(TextRole::Secondary, this), makeParagraph(TextRole::Plain, this),
                  makeParagraph(TextRole::Small, this)};
    row.value->setContentsMargins(0, 3, 0, 0);
    row.name->setContentsMargins(0, 3, 0, 0);
    m_rows.append(row);
    placeRow(m_rows.size() - 1);
}

void FactList::placeRow(qsizetype index)
{
    const Row &row = m_rows.at(index);
    const int line = 3 * static_cast<int>(index);
    const bool stacked = folds() > 0;
    grid()->addWidget(row.name, line, 0, 1, stacked ? 2 : 1, Qt::AlignTop | Qt::AlignLeft);
    if (stacked)
        grid()->addWidget(row.value, line + 1, 0, 1, 2);
    else
        grid()->addWidget(row.value, line, 1);
    grid()->addWidget(row.explanation, line + 2, 0, 1, 2);
}

int FactList::leastValueWidth() const
{
    return LeastCharacters * fontMetrics().averageCharWidth();
}

int FactList::foldsAt(int width) const
{
    int names = 0;
    for (qsizetype i = 0; i < m_shown; ++i)
        names = std::max(names, m_rows.at(i).name->sizeHint().width());
    return width < names + grid()->horizontalSpacing() + leastValueWidth() ? 1 : 0;
}

QSize FactList::minimumSizeHint() const
{
    return {leastValueWidth(), QWidget::minimumSizeHint().height()};
}

} // namespace nodescope::widgets
