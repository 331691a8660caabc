#include "widgets/common/FactList.h"

#include <algorithm>

#include <QEvent>
#include <QGridLayout>

#include "widgets/common/Labels.h"

namespace nodescope::widgets {

namespace {
/// A value that has room for fewer stands below its name.
constexpr int LeastCharacters = 13;
} // namespace

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
    arrange();
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
    m_grid->addWidget(row.name, line, 0, 1, m_stacked ? 2 : 1, Qt::AlignTop | Qt::AlignLeft);
    if (m_stacked)
        m_grid->addWidget(row.value, line + 1, 0, 1, 2);
    else
        m_grid->addWidget(row.value, line, 1);
    m_grid->addWidget(row.explanation, line + 2, 0, 1, 2);
}

int FactList::leastValueWidth() const
{
    return LeastCharacters * fontMetrics().averageCharWidth();
}

void FactList::arrange()
{
    int names = 0;
    for (qsizetype i = 0; i < m_shown; ++i)
        names = std::max(names, m_rows.at(i).name->sizeHint().width());
    const bool stacked = width() < names + m_grid->horizontalSpacing() + leastValueWidth();
    if (stacked == m_stacked)
        return;
    m_stacked = stacked;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        for (QLabel *label : {m_rows.at(i).name, m_rows.at(i).value, m_rows.at(i).explanation})
            m_grid->removeWidget(label);
        placeRow(i);
    }
}

QSize FactList::minimumSizeHint() const
{
    return {leastValueWidth(), QWidget::minimumSizeHint().height()};
}

void FactList::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void FactList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        arrange();
}

} // namespace nodescope::widgets
