#pragma once

#include <QProxyStyle>

namespace nodescope::widgets {

/// Fusion, below the style sheet, with what a style sheet cannot say:
/// - focus is shown by the sheet's ring alone, without Fusion's second rectangle inside of it;
/// - the lists of combo boxes have no frame of their own around the sheet's, and their rows take its look;
/// - words with a mnemonic are as wide as they are measured: drawn with an underlined letter they are not
/// kerned,
///   but QLabel and QCheckBox measure them kerned, and would cut the end of "Text size";
/// - icons in fields grow with the text.
class ProgramStyle : public QProxyStyle
{
    Q_OBJECT

public:
    ProgramStyle();
    /// Of text, 1 being 13 pixels. Fields that stand already follow when they are polished again.
    void setTextScale(qreal scale) { m_scale = scale; }

    using QProxyStyle::polish;
    void polish(QWidget *widget) override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                                QStyleHintReturn *returned) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option,
                                  const QWidget *widget) const override;

private:
    qreal m_scale = 1;
};

} // namespace nodescope::widgets
