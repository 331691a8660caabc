#pragma once

#include <QStyledItemDelegate>

namespace nodescope::widgets {

/// Draws a row of a term: which part it is, quietly, then the value.
class TermTreeDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

} // namespace nodescope::widgets
