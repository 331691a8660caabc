#include "widgets/figures/SeriesList.h"

#include <algorithm>

#include <QGridLayout>
#include <QVBoxLayout>

#include "widgets/common/Labels.h"
#include "widgets/figures/Sparkline.h"

namespace nodescope::widgets {

SeriesList::SeriesList(QWidget *parent)
    : FoldingGrid(4, 2, parent)
{
}

void SeriesList::setSeries(const QList<Series> &series)
{
    m_shown = 0;
    for (const Series &one : series) {
        if (one.value.isEmpty())
            continue;
        if (m_shown == m_rows.size())
            addRow();
        const Row &row = m_rows.at(m_shown++);
        row.name->setText(one.name);
        row.name->setToolTip(one.explanation.toHtmlEscaped());
        row.value->setText(one.value);
        row.value->setToolTip(one.explanation.toHtmlEscaped());
        row.value->setAccessibleName(one.name + QStringLiteral(": ") + one.value);
        row.line->setValues(one.recent);
        row.line->setAccessibleName(one.past);
        row.line->setToolTip(one.past.toHtmlEscaped());
        row.peak->setFullText(one.peak);
        row.peak->setVisible(!one.peak.isEmpty());
        row.name->show();
        row.value->show();
        row.past->setVisible(one.recent.size() >= 2);
    }
    for (qsizetype i = m_shown; i < m_rows.size(); ++i) {
        for (QWidget *part : {static_cast<QWidget *>(m_rows.at(i).name),
                              static_cast<QWidget *>(m_rows.at(i).value), m_rows.at(i).past})
            part->hide();
    }
    setVisible(m_shown > 0);
    fold();
}

void SeriesList::addRow()
{
    auto *past = new QWidget(this);
    const Row row{makeLabel(TextRole::Secondary, this), makeLabel(TextRole::Plain, this), past,
                  new Sparkline(past), new ElidedLabel(TextRole::Small, past)};
    row.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row.peak->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *column = new QVBoxLayout(past);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(row.line);
    column->addWidget(row.peak);
    m_rows.append(row);
    placeRow(m_rows.size() - 1);
}

void SeriesList::placeRow(qsizetype index)
{
    const Row &row = m_rows.at(index);
    const int line = 2 * static_cast<int>(index);
    const bool stacked = folds() == Stacked;
    const int below = stacked ? line + 1 : line;
    grid()->addWidget(row.name, line, 0, 1, stacked ? 3 : 1, Qt::AlignVCenter | Qt::AlignLeft);
    grid()->addWidget(row.value, below, stacked ? 0 : 1,
                      Qt::AlignVCenter | (stacked ? Qt::AlignLeft : Qt::AlignRight));
    if (folds() == LinesBelow)
        grid()->addWidget(row.past, line + 1, 0, 1, 3);
    else
        grid()->addWidget(row.past, below, 2, Qt::AlignVCenter);
}

int SeriesList::foldsAt(int width) const
{
    int names = 0;
    int values = 0;
    for (qsizetype i = 0; i < m_shown; ++i) {
        names = std::max(names, m_rows.at(i).name->sizeHint().width());
        values = std::max(values, m_rows.at(i).value->sizeHint().width());
    }
    const int gap = grid()->horizontalSpacing();
    if (width < names + gap + values)
        return Stacked;
    return width < names + values + Sparkline::leastWidth(this) + 2 * gap ? LinesBelow : Beside;
}

QSize SeriesList::minimumSizeHint() const
{
    return {Sparkline::leastWidth(this), QWidget::minimumSizeHint().height()};
}

} // namespace nodescope::widgets
