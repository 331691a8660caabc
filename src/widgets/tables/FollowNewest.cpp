#include "widgets/tables/FollowNewest.h"

#include <QPushButton>
#include <QScrollBar>
#include <QTableView>

namespace nodescope::widgets {

FollowNewest::FollowNewest(QTableView &table, QPushButton &back)
    : QObject(&table)
    , m_table(table)
{
    back.hide();
    const QAbstractItemModel *rows = table.model();
    connect(&back, &QPushButton::clicked, &table, &QTableView::scrollToBottom);
    connect(rows, &QAbstractItemModel::rowsAboutToBeInserted, this, [this] { m_wasAtEnd = isAtEnd(); });
    connect(rows, &QAbstractItemModel::rowsInserted, this, [this] {
        if (m_wasAtEnd)
            m_table.scrollToBottom();
    });
    connect(table.verticalScrollBar(), &QScrollBar::valueChanged, this,
            [this, &back] { back.setVisible(!isAtEnd()); });
}

bool FollowNewest::isAtEnd() const
{
    const QScrollBar *bar = m_table.verticalScrollBar();
    return bar->value() >= bar->maximum() - 2;
}

} // namespace nodescope::widgets
