#include "widgets/connect/TlsOptionField.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace nodescope::widgets {

TlsOptionField::TlsOptionField(QWidget *parent)
    : QWidget(parent)
    , m_path(new QLineEdit(this))
    , m_browse(new QPushButton(this))
{
    m_path->setObjectName(QStringLiteral("tlsOptions"));
    m_browse->setAutoDefault(false);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_path, 1);
    layout->addWidget(m_browse);
    setFocusProxy(m_path);
    connect(m_browse, &QPushButton::clicked, this, &TlsOptionField::choose);
    retranslate();
}

QString TlsOptionField::file() const
{
    return m_path->text().trimmed();
}

void TlsOptionField::setFile(const QString &file)
{
    m_path->setText(file);
}

void TlsOptionField::retranslate()
{
    m_path->setAccessibleName(tr("Options for TLS"));
    m_path->setPlaceholderText(tr("a file for -ssl_dist_optfile; empty: not encrypted"));
    m_browse->setText(tr("Ch&oose…"));
    m_browse->setToolTip(tr("Choose the file that the nodes were started with by -ssl_dist_optfile"));
}

void TlsOptionField::choose()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Options for TLS"), QDir::homePath());
    if (!file.isEmpty())
        setFile(file);
}

void TlsOptionField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace nodescope::widgets
