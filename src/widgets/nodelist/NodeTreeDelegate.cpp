#include "widgets/nodelist/NodeTreeDelegate.h"

#include <QGuiApplication>
#include <QPainter>
#include <QTreeView>

#include "models/NodeTreeModel.h"
#include "models/Roles.h"
#include "widgets/common/NodeSign.h"
#include "widgets/style/Icons.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

using models::NodeTreeModel;
using RowKind = NodeTreeModel::RowKind;

namespace {
/// Fills the row behind its text: selected, under the pointer, with the keyboard's focus.
void paintGround(QPainter *painter, const QStyleOptionViewItem &option, const Theme &theme)
{
    const QRectF ground = QRectF(option.rect).adjusted(theme.px(6), 0.5, -theme.px(6), -0.5);
    painter->setPen(Qt::NoPen);
    if (option.state & QStyle::State_Selected)
        painter->setBrush(theme.selected);
    else if (option.state & QStyle::State_MouseOver)
        painter->setBrush(theme.control);
    else
        painter->setBrush(Qt::NoBrush);
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange))
        painter->setPen(QPen(theme.accent, 1));
    painter->drawRoundedRect(ground, theme.px(4), theme.px(4));
}

void drawElided(QPainter *painter, const QRect &rect, int flags, const QFont &font, const QColor &colour,
                const QString &text)
{
    painter->setFont(font);
    painter->setPen(colour);
    painter->drawText(rect, flags | Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width()));
}

/// A text at the left and one at the right; the right one may take up to two thirds.
void drawPair(QPainter *painter, const QRect &rect, const QFont &leftFont, const QColor &leftColour,
              const QString &left, const QFont &rightFont, const QColor &rightColour, const QString &right)
{
    const int needed = QFontMetrics(rightFont).horizontalAdvance(right) + 2;
    const int wanted = QFontMetrics(leftFont).horizontalAdvance(left) + 10;
    const int room = std::max(rect.width() / 3, rect.width() - wanted);
    const int rightWidth = std::min(needed, std::max(0, room));
    drawElided(painter, rect.adjusted(0, 0, -rightWidth - 8, 0), Qt::AlignLeft, leftFont, leftColour, left);
    drawElided(painter, QRect(rect.right() - rightWidth + 1, rect.top(), rightWidth, rect.height()),
               Qt::AlignRight, rightFont, rightColour, right);
}

void paintSection(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                  const Theme &theme)
{
    QRect row = option.rect;
    if (NodeTreeModel::kindOf(index) == RowKind::EpmdSection) {
        painter->setPen(QPen(theme.hairline, 1));
        const int y = row.top() + theme.ipx(10);
        painter->drawLine(row.left() + theme.ipx(12), y, row.right() - theme.ipx(12), y);
        row.setTop(y);
    }
    const QRectF ground = row;
    const auto *view = qobject_cast<const QTreeView *>(option.widget);
    const bool open = !view || view->isExpanded(index.siblingAtColumn(0));
    const qreal side = theme.px(12);
    const QRectF arrow(ground.left() + theme.px(11), ground.center().y() - side / 2, side, side);
    paintGlyph(*painter, open ? Glyph::ChevronDown : Glyph::ChevronRight, arrow, theme.secondary);
    const QRect text = row.adjusted(theme.ipx(26), 0, -theme.ipx(14), 0);
    const bool focused = (option.state & QStyle::State_HasFocus) != 0;
    const bool epmd = NodeTreeModel::kindOf(index) == RowKind::EpmdSection;
    drawElided(painter, text, Qt::AlignLeft, epmd ? theme.smallStrong : theme.strong,
               focused ? theme.text : theme.secondary, index.siblingAtColumn(0).data().toString());
}

void paintNode(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
               const Theme &theme)
{
    paintGround(painter, option, theme);
    const auto node = index.data(models::ValueRole).value<cluster::Node>();
    const qreal side = theme.px(14);
    const QRectF sign(option.rect.left() + theme.px(27), option.rect.center().y() - side / 2 + 0.5, side,
                      side);
    paintNodeSign(*painter, node, sign, theme);
    const bool failed = node.state == cluster::NodeState::Failed;
    const bool absent = node.state == cluster::NodeState::Down ||
                        node.state == cluster::NodeState::Expected || node.state == cluster::NodeState::Known;
    const QRect text = option.rect.adjusted(theme.ipx(50), 0, -theme.ipx(14), 0);
    drawPair(painter, text, theme.font, absent ? theme.secondary : theme.text,
             index.siblingAtColumn(NodeTreeModel::Name).data().toString(), theme.small,
             failed ? theme.failed : theme.secondary,
             index.siblingAtColumn(NodeTreeModel::Remark).data().toString());
}

void paintEntry(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                const Theme &theme)
{
    paintGround(painter, option, theme);
    const QRect text = option.rect.adjusted(theme.ipx(34), 0, -theme.ipx(14), 0);
    drawPair(painter, text, theme.font, theme.secondary,
             index.siblingAtColumn(NodeTreeModel::Name).data().toString(), theme.smallStrong, theme.accent,
             index.siblingAtColumn(NodeTreeModel::Remark).data().toString());
}
} // namespace

NodeTreeDelegate::NodeTreeDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

void NodeTreeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const Theme theme = Theme::current(option.widget);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    switch (NodeTreeModel::kindOf(index)) {
    case RowKind::Node:
        paintNode(painter, option, index, theme);
        break;
    case RowKind::EpmdEntry:
        paintEntry(painter, option, index, theme);
        break;
    case RowKind::Host:
    case RowKind::EpmdSection:
        paintSection(painter, option, index, theme);
        break;
    }
    painter->restore();
}

QSize NodeTreeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    // Asked for every row whenever something is laid out, and always the same for a font.
    if (const QFont font = QGuiApplication::font(); m_scale == 0 || font != m_font) {
        m_font = font;
        m_scale = Theme::current(option.widget).scale;
    }
    const auto pixels = [this](qreal design) { return qRound(design * m_scale); };
    const RowKind kind = NodeTreeModel::kindOf(index);
    const qreal height = kind == RowKind::EpmdSection ? 44 : (kind == RowKind::Host ? 30 : 26);
    return {pixels(80), pixels(height)};
}

} // namespace nodescope::widgets
