#include "widgets/exporting/ExportPictureDialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "widgets/common/FittingWindow.h"

namespace nodescope::widgets {

ExportPictureDialog::ExportPictureDialog(QWidget *parent)
    : QDialog(parent)
    , m_format(new QComboBox(this))
    , m_look(new QComboBox(this))
    , m_scale(new QComboBox(this))
    , m_legend(new QCheckBox(tr("With the &legend"), this))
{
    setObjectName(QStringLiteral("ExportPictureDialog"));
    setWindowTitle(tr("Export the picture"));
    m_format->addItem(tr("SVG, sharp at any size"), QVariant::fromValue(int(PictureFormat::Svg)));
    m_format->addItem(tr("PNG, an image of pixels"), QVariant::fromValue(int(PictureFormat::Png)));
    m_format->addItem(tr("PDF, one page"), QVariant::fromValue(int(PictureFormat::Pdf)));
    m_look->addItems({tr("As it is shown"), tr("Light"), tr("Dark")});
    for (int scale = 1; scale <= 4; ++scale)
        m_scale->addItem(tr("%1 %").arg(100 * scale));
    m_scale->setCurrentIndex(1);
    m_legend->setChecked(true);
    auto *form = new QFormLayout;
    form->addRow(tr("&Format:"), m_format);
    form->addRow(tr("L&ook:"), m_look);
    form->addRow(tr("&Scale:"), m_scale);
    form->addRow(QString(), m_legend);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Save)->setText(tr("Save As…"));
    buttons->button(QDialogButtonBox::Save)->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    new FittingWindow(this);
    layout->addLayout(form);
    layout->addWidget(buttons);
    const auto showScale = [this] {
        const bool pixels = format() == PictureFormat::Png;
        m_scale->setEnabled(pixels);
        m_scale->setToolTip(pixels ? QString() : tr("Only an image of pixels has a scale"));
    };
    connect(m_format, &QComboBox::currentIndexChanged, this, showScale);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    showScale();
}

PictureFormat ExportPictureDialog::format() const
{
    return PictureFormat(m_format->currentData().toInt());
}

qreal ExportPictureDialog::scale() const
{
    return format() == PictureFormat::Png ? m_scale->currentIndex() + 1 : 1;
}

PaintOptions ExportPictureDialog::options() const
{
    PaintOptions options;
    if (m_look->currentIndex() > 0)
        options.dark = m_look->currentIndex() == 2;
    options.legend = m_legend->isChecked();
    return options;
}

} // namespace nodescope::widgets
