#include "widgets/style/ProgramStyle.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QStyledItemDelegate>

namespace nodescope::widgets {

namespace {

constexpr qreal FieldIconSize = 16;

/// Whether a widget shows a mnemonic underlined. A label gets its buddy when the form is made, before it is
/// shown.
bool hasMnemonic(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return label->buddy() != nullptr;
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    return button && !button->inherits("QToolButton");
}

} // namespace

ProgramStyle::ProgramStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

void ProgramStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (hasMnemonic(widget) && widget->font().kerning()) {
        QFont font = widget->font();
        // Of this widget nothing but the kerning is its own: the rest goes on following the application's
        // font.
        font.setResolveMask(QFont::KerningResolved |
                            (widget->testAttribute(Qt::WA_SetFont) ? widget->font().resolveMask() : 0U));
        font.setKerning(false);
        widget->setFont(font);
    }
    auto *box = qobject_cast<QComboBox *>(widget);
    if (box && box->itemDelegate() && box->itemDelegate()->inherits("QComboBoxDelegate"))
        box->setItemDelegate(new QStyledItemDelegate(box));
}

void ProgramStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    if (element == PE_FrameFocusRect && qobject_cast<const QAbstractButton *>(widget))
        return;
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

int ProgramStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                            QStyleHintReturn *returned) const
{
    if (hint == SH_ComboBox_Popup)
        return 0;
    if (hint == SH_ComboBox_PopupFrameStyle)
        return QFrame::NoFrame;
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

int ProgramStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    if (metric == PM_LineEditIconSize)
        return qRound(FieldIconSize * m_scale);
    return QProxyStyle::pixelMetric(metric, option, widget);
}

} // namespace nodescope::widgets
