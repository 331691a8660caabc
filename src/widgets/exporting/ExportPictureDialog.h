#pragma once

#include <QDialog>

#include "widgets/exporting/PictureFile.h"
#include "widgets/graphview/GraphView.h"

class QCheckBox;
class QComboBox;

namespace nodescope::widgets {

/// How the picture is to be written: format, look, and for PNG its scale.
class ExportPictureDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ExportPictureDialog(QWidget *parent = nullptr);

    [[nodiscard]] PictureFormat format() const;
    /// Real pixels to a logical one, 1 to 4.
    [[nodiscard]] qreal scale() const;
    [[nodiscard]] PaintOptions options() const;

private:
    QComboBox *m_format;
    QComboBox *m_look;
    QComboBox *m_scale;
    QCheckBox *m_legend;
};

} // namespace nodescope::widgets
