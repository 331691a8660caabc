#include "widgets/practice/PracticeDialog.h"

#include <QEvent>
#include <QPushButton>

#include "ui_PracticeDialog.h"
#include "widgets/common/FittingWindow.h"

namespace nodescope::widgets {

PracticeDialog::PracticeDialog(bool running, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::PracticeDialog>())
{
    m_ui->setupUi(this);
    new FittingWindow(this);
    m_start = m_ui->buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_start->setDefault(true);
    m_ui->restartNote->setVisible(running);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    retranslate();
}

PracticeDialog::~PracticeDialog() = default;

cluster::StartPractice PracticeDialog::wanted() const
{
    return {m_ui->count->value(), m_ui->withHidden->isChecked(), m_ui->withOtherCookie->isChecked()};
}

void PracticeDialog::retranslate()
{
    m_start->setText(tr("Start"));
}

void PracticeDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
    }
    QDialog::changeEvent(event);
}

} // namespace nodescope::widgets
