#include "widgets/practice/PracticeActions.h"

#include "widgets/practice/PracticeDialog.h"
#include "widgets/style/Icons.h"

namespace nodescope::widgets {

using namespace cluster;

PracticeActions::PracticeActions(const ClusterStore &store, QWidget &window)
    : ActionSet(&window)
    , m_store(store)
    , m_window(window)
    , m_start(add(QStringLiteral("practice.start"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)))
    , m_startWith(add(QStringLiteral("practice.startWith")))
    , m_stop(add(QStringLiteral("practice.stop")))
    , m_menu(new QAction(this))
{
    m_start->setIcon(icon(Glyph::Practice));
    connect(m_start, &QAction::triggered, this, [this] { Q_EMIT intent(StartPractice{}); });
    connect(m_startWith, &QAction::triggered, this, &PracticeActions::openDialog);
    connect(m_stop, &QAction::triggered, this, [this] { Q_EMIT intent(StopPractice{}); });
    connect(&store, &ClusterStore::sessionChanged, this, &PracticeActions::update);
    connect(&store, &ClusterStore::reset, this, &PracticeActions::update);
    update();
}

void PracticeActions::retranslate()
{
    describe(m_start, tr("Start the &Practice Cluster"),
             tr("Six nodes inside this program that speak the real protocol; one is hidden, one has another "
                "cookie"));
    describe(m_menu, tr("Practice"), tr("Nodes inside this program, to try things out"));
    describe(m_startWith, tr("Practice Cluster &With…"),
             tr("Choose how many practice nodes, and of which kinds"));
    describe(m_stop, tr("&Stop the Practice Cluster"), tr("Ends the practice nodes"));
    update();
}

void PracticeActions::update()
{
    const bool running = m_store.cluster().session().practiceRunning;
    setAvailable(m_start, running ? tr("The practice cluster runs already") : QString());
    setAvailable(m_stop, running ? QString() : tr("No practice cluster is running"));
}

void PracticeActions::openDialog()
{
    auto *dialog = new PracticeDialog(m_store.cluster().session().practiceRunning, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { Q_EMIT intent(dialog->wanted()); });
    dialog->open();
}

} // namespace nodescope::widgets
