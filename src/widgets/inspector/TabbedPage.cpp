#include "widgets/inspector/TabbedPage.h"

#include <QScopedValueRollback>
#include <QScrollArea>
#include <QVBoxLayout>

#include "widgets/common/Labels.h"
#include "widgets/common/PageStack.h"
#include "widgets/common/TabBar.h"

namespace nodescope::widgets {

TabbedPage::TabbedPage(QWidget *parent)
    : InspectorPage(parent)
    , m_tabs(new TabBar(this))
    , m_bodies(new PageStack(this))
{
    auto *tabRow = new QHBoxLayout;
    tabRow->setContentsMargins(8, 0, 8, 0);
    tabRow->addWidget(m_tabs);
    tabRow->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(tabRow);
    layout->addWidget(makeHairline(this));
    layout->addWidget(m_bodies, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_bodies, &QStackedWidget::setCurrentIndex);
    connect(m_tabs, &QTabBar::currentChanged, this, [this] { m_chosen = m_chosen || !m_switching; });
}

int TabbedPage::addTab(QWidget *content)
{
    auto *area = new QScrollArea(m_bodies);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *body = new PageBody(area);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(14, 12, 14, 14);
    layout->setSpacing(12);
    layout->addWidget(content);
    layout->addStretch();
    area->setWidget(body);
    area->viewport()->setBackgroundRole(QPalette::Base);
    body->setBackgroundRole(QPalette::Base);
    m_bodies->addWidget(area);
    const QScopedValueRollback switching(m_switching, true);
    return m_tabs->addTab(QString());
}

void TabbedPage::setTabText(int tab, const QString &text)
{
    m_tabs->setTabText(tab, text);
    m_tabs->updateGeometry(); // a bar that is not seen does not say that it has grown
}

void TabbedPage::setTabShown(int tab, bool shown)
{
    if (shown == m_tabs->isTabVisible(tab))
        return;
    const QScopedValueRollback switching(m_switching, true);
    m_tabs->setTabVisible(tab, shown);
    m_tabs->updateGeometry(); // QTabBar would keep the room that it had
}

bool TabbedPage::isTabShown(int tab) const
{
    return m_tabs->isTabVisible(tab);
}

void TabbedPage::showTab(int tab)
{
    const QScopedValueRollback switching(m_switching, true);
    m_tabs->setCurrentIndex(tab);
    m_chosen = false;
}

int TabbedPage::currentTab() const
{
    return m_tabs->currentIndex();
}

} // namespace nodescope::widgets
