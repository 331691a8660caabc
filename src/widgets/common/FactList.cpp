#include "widgets/common/FactList.h"

#include <QGridLayout>

#include "widgets/common/Labels.h"

namespace nodescope::widgets {

FactList::FactList(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(2);
    m_grid->setColumnStretch(1, 1);
}

void FactList::setFacts(const QList<Fact> &facts)
{
    qsizetype used = 0;
    for (const Fact &fact : facts) {
        if (fact.value.isEmpty())
            continue;
        if (used == m_rows.size())
            m_rows.append(addRow());
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
}

FactList::Row FactList::addRow()
{
    const int line = static_cast<int>(m_rows.size()) * 2;
    const Row row{makeLabel(TextRole::Secondary, this), makeParagraph(TextRole::Plain, this),
                  makeParagraph(TextRole::Small, this)};
    row.value->setContentsMargins(0, 3, 0, 0);
    row.name->setContentsMargins(0, 3, 0, 0);
    m_grid->addWidget(row.name, line, 0, Qt::AlignTop | Qt::AlignLeft);
    m_grid->addWidget(row.value, line, 1);
    m_grid->addWidget(row.explanation, line + 1, 0, 1, 2);
    return row;
}

} // namespace nodescope::widgets
