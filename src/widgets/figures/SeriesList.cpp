#include "widgets/figures/SeriesList.h"

#include <QGridLayout>

#include "widgets/common/Labels.h"
#include "widgets/figures/Sparkline.h"

namespace nodescope::widgets {

SeriesList::SeriesList(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(2, 1);
}

void SeriesList::setSeries(const QList<Series> &series)
{
    m_shown = 0;
    for (const Series &one : series) {
        if (one.value.isEmpty())
            continue;
        if (m_shown == m_rows.size())
            m_rows.append(addRow());
        const Row &row = m_rows.at(m_shown++);
        row.name->setText(one.name);
        row.name->setToolTip(one.explanation.toHtmlEscaped());
        row.value->setText(one.value);
        row.value->setToolTip(one.explanation.toHtmlEscaped());
        row.value->setAccessibleName(one.name + QStringLiteral(": ") + one.value);
        row.line->setValues(one.recent);
        row.line->setAccessibleName(one.past);
        row.line->setToolTip(one.past.toHtmlEscaped());
        row.name->show();
        row.value->show();
        row.line->show();
    }
    for (qsizetype i = m_shown; i < m_rows.size(); ++i) {
        for (QWidget *part :
             {static_cast<QWidget *>(m_rows.at(i).name), static_cast<QWidget *>(m_rows.at(i).value),
              static_cast<QWidget *>(m_rows.at(i).line)})
            part->hide();
    }
    setVisible(m_shown > 0);
}

SeriesList::Row SeriesList::addRow()
{
    const int line = static_cast<int>(m_rows.size());
    const Row row{makeLabel(TextRole::Secondary, this), makeLabel(TextRole::Plain, this),
                  new Sparkline(this)};
    row.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_grid->addWidget(row.name, line, 0, Qt::AlignVCenter | Qt::AlignLeft);
    m_grid->addWidget(row.value, line, 1, Qt::AlignVCenter | Qt::AlignRight);
    m_grid->addWidget(row.line, line, 2, Qt::AlignVCenter);
    return row;
}

} // namespace nodescope::widgets
