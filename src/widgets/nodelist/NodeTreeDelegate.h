#pragma once

#include <QStyledItemDelegate>

namespace nodescope::widgets {

/// Paints the rows of the node list: a node's mark, its name, and at the right what there is to say.
class NodeTreeDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit NodeTreeDelegate(QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    mutable QFont m_font; ///< for which the scale is
    mutable qreal m_scale = 0;
};

} // namespace nodescope::widgets
