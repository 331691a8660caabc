#include "widgets/mainwindow/DockTitle.h"

#include <QDockWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include "widgets/common/Labels.h"
#include "widgets/style/Icons.h"

namespace nodescope::widgets {

DockTitle::DockTitle(QDockWidget *dock)
    : QWidget(dock)
    , m_title(makeLabel(TextRole::Strong, this))
    , m_remark(makeLabel(TextRole::Small, this))
    , m_close(new QToolButton(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_close->setIcon(icon(Glyph::Close));
    m_close->setProperty("quiet", true);
    m_close->setAutoRaise(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 6, 6, 2);
    layout->setSpacing(6);
    layout->addWidget(m_title);
    layout->addStretch();
    layout->addWidget(m_remark);
    layout->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, dock, &QDockWidget::close);
    dock->setTitleBarWidget(this);
}

void DockTitle::setTexts(const QString &title, const QString &closeTip)
{
    m_title->setText(title);
    m_close->setToolTip(closeTip);
    m_close->setAccessibleName(closeTip);
}

void DockTitle::setContent(QWidget *content, int closeBelow)
{
    m_title->hide();
    m_remark->hide();
    auto *row = static_cast<QHBoxLayout *>(layout());
    row->setContentsMargins(8, 0, 6, 0);
    row->insertWidget(0, content, 1);
    row->removeWidget(m_close);
    auto *corner = new QVBoxLayout;
    corner->addSpacing(closeBelow);
    corner->addWidget(m_close);
    corner->addStretch();
    row->addLayout(corner);
}

void DockTitle::setRemark(const QString &remark)
{
    m_remark->setText(remark);
}

} // namespace nodescope::widgets
