#include "widgets/doctor/DoctorPane.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QTabBar>

#include "widgets/common/Labels.h"
#include "widgets/common/PageStack.h"
#include "widgets/common/TabBar.h"
#include "widgets/doctor/ExaminationPage.h"
#include "widgets/doctor/LintPage.h"
#include "widgets/doctor/LogPage.h"
#include "widgets/doctor/PostPage.h"
#include "widgets/handshakes/HandshakePage.h"
#include "widgets/style/Icons.h"

namespace nodescope::widgets {

DoctorPane::DoctorPane(const cluster::ClusterStore &store, SelectionModel &selection, QWidget *parent)
    : QWidget(parent)
    , m_desk(store)
    , m_back(makeQuietButton(this))
    , m_tabs(new TabBar(this))
    , m_pages(new PageStack(this))
    , m_examinations(new ExaminationPage(store, m_desk, m_pages))
    , m_settings(new LintPage(store, selection, m_pages))
    , m_log(new LogPage(store, selection, m_pages))
    , m_listening(new PostPage(m_pages))
    , m_handshakes(new HandshakePage(store, m_pages))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    // The docks beside it go only once it is shown.
    setMinimumWidth(Theme::current(this).ipx(320));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(makeHairline(this));
    layout->addWidget(m_pages, 1);
    for (QWidget *page : QList<QWidget *>{m_examinations, m_settings, m_log, m_listening, m_handshakes}) {
        m_pages->addWidget(page);
        m_tabs->addTab({});
    }
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_tabs, &QTabBar::currentChanged, this, &DoctorPane::tabChanged);
    connect(m_back, &QPushButton::clicked, this, &DoctorPane::leaveRequested);
    connect(&m_desk, &ExaminationDesk::intent, this, &DoctorPane::intent);
    connect(m_settings, &LintPage::intent, this, &DoctorPane::intent);
    connect(m_settings, &LintPage::showRequested, this, &DoctorPane::leaveRequested);
    connect(m_log, &LogPage::showRequested, this, &DoctorPane::leaveRequested);
    connect(m_handshakes, &HandshakePage::intent, this, &DoctorPane::intent);
    connect(&selection, &SelectionModel::changed, m_handshakes, [this, &selection] {
        m_handshakes->setPreferred(selection.node() ? *selection.node() : base::NodeName());
    });
    joinListening(store);
    retranslate();
}

QWidget *DoctorPane::makeHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(8, 2, 8, 0);
    row->setSpacing(8);
    row->addWidget(m_back);
    row->addWidget(m_tabs, 1);
    return head;
}

void DoctorPane::joinListening(const cluster::ClusterStore &store)
{
    using cluster::ClusterStore;
    connect(&store, &ClusterStore::postChanged, m_listening,
            [this, &store] { m_listening->setPost(store.cluster().post()); });
    connect(&store, &ClusterStore::visitChanged, m_listening, &PostPage::setVisit);
    connect(m_listening, &PostPage::openRequested, this,
            [this](const base::NodeName &name, const QString &tlsOptionFile) {
                Q_EMIT intent(cluster::OpenPost{name, {}, tlsOptionFile});
            });
    connect(m_listening, &PostPage::closeRequested, this, [this] { Q_EMIT intent(cluster::ClosePost{}); });
}

void DoctorPane::retranslate()
{
    m_back->setIcon(icon(layoutDirection() == Qt::RightToLeft ? Glyph::ChevronRight : Glyph::ChevronLeft));
    m_back->setText(m_graphThere ? tr("Graph") : tr("Start"));
    m_back->setToolTip(m_graphThere ? tr("Back to the graph (Esc)") : tr("Back to the welcome page (Esc)"));
    m_back->setAccessibleName(m_graphThere ? tr("Back to the graph") : tr("Back to the welcome page"));
    m_tabs->setAccessibleName(tr("Parts of the doctor"));
    m_tabs->setTexts(Examinations, tr("Why does it not connect?"), tr("Why not?"));
    m_tabs->setTexts(Settings, tr("Settings of all nodes"), tr("Settings"));
    m_tabs->setTexts(Log, tr("What a log says"), tr("Log"));
    m_tabs->setTexts(Listening, tr("Who calls us"), tr("Callers"));
    m_tabs->setTexts(Handshakes, tr("Handshakes"), tr("Handshakes"));
}

void DoctorPane::setGraphThere(bool there)
{
    m_graphThere = there;
    retranslate();
}

void DoctorPane::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

DoctorPane::Tab DoctorPane::tab() const
{
    return static_cast<Tab>(m_tabs->currentIndex());
}

void DoctorPane::setReducedMotion(bool reduced)
{
    m_examinations->setReducedMotion(reduced);
    m_listening->setReducedMotion(reduced);
}

void DoctorPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT leaveRequested();
        return;
    }
    QWidget::keyPressEvent(event);
}

void DoctorPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace nodescope::widgets
