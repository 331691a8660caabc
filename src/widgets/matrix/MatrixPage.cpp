#include "widgets/matrix/MatrixPage.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include "widgets/common/Labels.h"
#include "widgets/matrix/MatrixKey.h"
#include "widgets/matrix/MatrixView.h"
#include "widgets/style/Theme.h"
#include "widgets/tables/FilterField.h"

namespace nodescope::widgets {

using Sorting = models::Matrix::Sorting;

MatrixPage::MatrixPage(const cluster::ClusterStore &store, SelectionModel &selection, QWidget *parent)
    : QWidget(parent)
    , m_find(new FilterField(store, this))
    , m_sortLabel(makeLabel(TextRole::Secondary, this))
    , m_sorting(new QComboBox(this))
    , m_size(makeLabel(TextRole::Secondary, this))
    , m_key(new MatrixKey(this))
    , m_view(new MatrixView(store, selection, this))
{
    m_find->setMaximumWidth(Theme::current(this).ipx(320));
    m_find->setMinimumWidth(Theme::current(this).ipx(120));
    for (int i = 0; i < 3; ++i)
        m_sorting->addItem(QString());
    m_sorting->setCurrentIndex(int(Sorting::Host));
    m_sortLabel->setBuddy(m_sorting);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(8);
    row->addWidget(m_find, 2);
    row->addWidget(m_sortLabel);
    row->addWidget(m_sorting);
    row->addSpacing(8);
    row->addWidget(m_key, 3);
    row->addWidget(m_size);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(m_view, 1);
    connect(m_find, &FilterField::filterChanged, m_view, &MatrixView::setFilter);
    connect(m_find, &FilterField::nextRequested, m_view, &MatrixView::selectNext);
    connect(m_sorting, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_view->setSorting(static_cast<Sorting>(index)); });
    connect(m_view, &MatrixView::shown, this, &MatrixPage::tellSize);
    retranslate();
}

void MatrixPage::tellSize(int nodes, int groups)
{
    m_nodes = nodes;
    m_groups = groups;
    const QString square = tr("%n node(s)", nullptr, nodes);
    switch (static_cast<Sorting>(m_sorting->currentIndex())) {
    case Sorting::Host:
        m_size->setText(square + QStringLiteral(" · ") + tr("%n host(s)", nullptr, groups));
        break;
    case Sorting::Partition:
        m_size->setText(square + QStringLiteral(" · ") + tr("%n partition(s)", nullptr, groups));
        break;
    case Sorting::Name:
        m_size->setText(square);
        break;
    }
}

void MatrixPage::retranslate()
{
    m_find->setPlaceholderText(tr("Filter nodes"));
    m_find->setAccessibleName(tr("Filter nodes"));
    m_sortLabel->setText(tr("Order"));
    m_sorting->setAccessibleName(tr("Order of the nodes"));
    m_sorting->setItemText(int(Sorting::Name), tr("By name"));
    m_sorting->setItemText(int(Sorting::Host), tr("By host"));
    m_sorting->setItemText(int(Sorting::Partition), tr("By partition"));
    m_view->setAccessibleName(tr("Who sees whom"));
    m_view->setToolTip(QString());
    m_key->retranslate();
    tellSize(m_nodes, m_groups);
}

void MatrixPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace nodescope::widgets
