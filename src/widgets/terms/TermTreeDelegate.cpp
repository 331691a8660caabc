#include "widgets/terms/TermTreeDelegate.h"

#include <QApplication>
#include <QPainter>

#include "widgets/style/Theme.h"
#include "widgets/terms/TermTreeModel.h"

namespace nodescope::widgets {

void TermTreeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    QStyleOptionViewItem look = option;
    initStyleOption(&look, index);
    const QString text = look.text;
    look.text.clear();
    const QStyle *style = look.widget ? look.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &look, painter, look.widget);
    const Theme theme = Theme::current(look.widget);
    QRect rest = look.rect.adjusted(theme.ipx(4), 0, -theme.ipx(4), 0);
    painter->save();
    // A term is read from left to right in every language.
    painter->setLayoutDirection(Qt::LeftToRight);
    const QString label =
        index.column() == TermTreeModel::Value ? index.data(TermTreeModel::LabelRole).toString() : QString();
    if (!label.isEmpty()) {
        painter->setFont(theme.monoSmall);
        painter->setPen(theme.secondary);
        const QFontMetrics metrics(theme.monoSmall);
        const int width = std::min(metrics.horizontalAdvance(label), rest.width() / 2);
        painter->drawText(QRect(rest.left(), rest.top(), width, rest.height()),
                          Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(label, Qt::ElideRight, width));
        rest.setLeft(rest.left() + width + theme.ipx(8));
    }
    const bool value = index.column() == TermTreeModel::Value;
    painter->setFont(value ? theme.mono : theme.small);
    painter->setPen(value ? theme.text : theme.secondary);
    painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, rest.width()));
    painter->restore();
}

} // namespace nodescope::widgets
