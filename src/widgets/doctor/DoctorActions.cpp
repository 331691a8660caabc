#include "widgets/doctor/DoctorActions.h"

#include "widgets/doctor/ExaminationPage.h"
#include "widgets/doctor/LintPage.h"
#include "widgets/doctor/LogPage.h"
#include "widgets/doctor/PostPage.h"
#include "widgets/handshakes/HandshakePage.h"
#include "widgets/inspector/LinkPage.h"
#include "widgets/style/Icons.h"

namespace nodescope::widgets {

using namespace cluster;

DoctorActions::DoctorActions(const ClusterStore &store, const SelectionModel &selection, DoctorPane &pane,
                             QObject *parent)
    : ActionSet(parent)
    , m_store(store)
    , m_selection(selection)
    , m_pane(pane)
    , m_open(add(QStringLiteral("doctor.open"), QKeySequence(Qt::CTRL | Qt::Key_D)))
    , m_examine(add(QStringLiteral("doctor.examine"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D)))
    , m_pair(add(QStringLiteral("doctor.examinePair"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_D)))
    , m_compare(add(QStringLiteral("doctor.compareSettings"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M)))
    , m_log(add(QStringLiteral("doctor.explainLog"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V)))
    , m_openLog(add(QStringLiteral("doctor.openLog"), QKeySequence::Open))
    , m_listen(add(QStringLiteral("doctor.listen"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_L)))
    , m_handshakes(add(QStringLiteral("doctor.handshakes"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_H)))
    , m_again(add(QStringLiteral("doctor.tryAgain"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R)))
    , m_cancel(add(QStringLiteral("doctor.cancel"), QKeySequence(Qt::CTRL | Qt::Key_Period)))
    , m_older(add(QStringLiteral("doctor.older"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Up)))
    , m_newer(add(QStringLiteral("doctor.newer"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Down)))
    , m_copy(add(QStringLiteral("doctor.copyReport"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_C)))
    , m_save(add(QStringLiteral("doctor.saveReport"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)))
    , m_leave(add(QStringLiteral("doctor.leave"), QKeySequence(Qt::CTRL | Qt::Key_W)))
{
    m_open->setIcon(icon(Glyph::Doctor));
    m_examine->setIcon(icon(Glyph::Doctor));
    m_compare->setIcon(icon(Glyph::List));
    m_openLog->setIcon(icon(Glyph::Open));
    m_again->setIcon(icon(Glyph::Refresh));
    m_copy->setIcon(icon(Glyph::Copy));
    m_save->setIcon(icon(Glyph::Save));
    join();
    update();
}

void DoctorActions::join()
{
    ExaminationPage &page = m_pane.examinations();
    connect(m_open, &QAction::triggered, this, [this, &page] {
        openAt(DoctorPane::Examinations);
        // A question that is half typed, or shown with its answer, stays.
        const Ends ends = page.shown() == 0 ? selectedEnds() : Ends{};
        page.ask(ends.from, ends.to);
    });
    connect(m_examine, &QAction::triggered, this, [this] {
        const Ends ends = selectedEnds();
        examineEnds(ends.from, ends.to);
    });
    connect(m_pair, &QAction::triggered, this, &DoctorActions::askPair);
    connect(m_compare, &QAction::triggered, this, [this] {
        openAt(DoctorPane::Settings);
        m_pane.settings().compare();
    });
    connect(m_log, &QAction::triggered, this, [this] {
        openAt(DoctorPane::Log);
        m_pane.log().focusText();
    });
    connect(m_openLog, &QAction::triggered, this, [this] {
        openAt(DoctorPane::Log);
        m_pane.log().openFile();
    });
    connect(m_listen, &QAction::triggered, this, [this] {
        openAt(DoctorPane::Listening);
        m_pane.listening().focusName();
    });
    connect(m_handshakes, &QAction::triggered, this, [this] {
        openAt(DoctorPane::Handshakes);
        const Ends ends = selectedEnds();
        (void)m_pane.handshakes().showLatestWith(ends.to);
        m_pane.handshakes().askFor(ends.to);
    });
    connect(m_again, &QAction::triggered, &page, &ExaminationPage::tryAgain);
    connect(m_cancel, &QAction::triggered, &page, &ExaminationPage::cancel);
    connect(m_older, &QAction::triggered, &page, [&page] { page.showNeighbour(1); });
    connect(m_newer, &QAction::triggered, &page, [&page] { page.showNeighbour(-1); });
    connect(m_copy, &QAction::triggered, &page, &ExaminationPage::copyReport);
    connect(m_save, &QAction::triggered, &page, &ExaminationPage::saveReport);
    connect(m_leave, &QAction::triggered, &m_pane, &DoctorPane::leaveRequested);
    connect(&page, &ExaminationPage::shownChanged, this, &DoctorActions::update);
    connect(&m_selection, &SelectionModel::changed, this, &DoctorActions::update);
    connect(&m_selection, &SelectionModel::companionChanged, this, &DoctorActions::update);
    connect(&m_store, &ClusterStore::batchEnded, this, &DoctorActions::update);
    connect(&m_store, &ClusterStore::reset, this, &DoctorActions::update);
}

void DoctorActions::retranslate()
{
    describe(
        m_open, tr("&Doctor…"),
        tr("My nodes do not connect: climbs from the name to the first answer, and explains what breaks"));
    describe(m_examine, tr("W&hy Does It Not Connect?"),
             tr("Examines the selected link or node, step by step; nothing is changed on the node"));
    describe(m_compare, tr("Compare &Settings of All Nodes"),
             tr("Finds what will bite later: name modes, tick times, cookies, releases, and more"));
    describe(m_log, tr("&Paste a Log…"),
             tr("Finds in the text of a log what it says about connections, and explains it"));
    describe(m_openLog, tr("Open a Log &File…"),
             tr("Reads a log from a file, and explains what it says about connections"));
    describe(m_listen, tr("Let a Node Call &Us…"),
             tr("Waits to be dialled, shows each step of each call, and which of your cookies it used"));
    describe(m_handshakes, tr("Handsha&kes…"),
             tr("Shows every handshake byte by byte, and steps through one whose fields can be changed"));
    describe(m_again, tr("Examine A&gain"), tr("Examines the same again, and shows what has changed"));
    describe(m_cancel, tr("Ca&ncel the Examination"), tr("Stops it where it is"));
    describe(m_older, tr("O&lder Examination"), tr("Shows the one before"));
    describe(m_newer, tr("N&ewer Examination"), tr("Shows the one after"));
    describe(m_copy, tr("&Copy the Report"), tr("Copies all of it as text, without cookies and digests"));
    describe(m_save, tr("Sa&ve the Report…"),
             tr("Saves all of it as text or HTML, without cookies and digests"));
    describe(m_leave, tr("&Back to the Graph"), tr("Closes the doctor’s room; what was examined is kept"));
    update();
}

void DoctorActions::setPaneShown(bool shown)
{
    m_shown = shown;
    update();
}

DoctorActions::Ends DoctorActions::selectedEnds() const
{
    if (const LinkKey *key = m_selection.link()) {
        const Link *link = m_store.cluster().link(*key);
        if (!link)
            return {};
        const TryAgain ends = tryAgainOf(*key, link->diagnosis.get());
        return {ends.from, ends.to};
    }
    const base::NodeName *name = m_selection.node();
    const Node *node = name ? m_store.cluster().node(*name) : nullptr;
    return node && node->kind != NodeKind::Self ? Ends{selfName(), *name} : Ends{};
}

void DoctorActions::examineEnds(const base::NodeName &from, const base::NodeName &to)
{
    openAt(DoctorPane::Examinations);
    m_pane.examinations().examine(from, to);
}

void DoctorActions::openAt(DoctorPane::Tab tab)
{
    m_pane.showTab(tab);
    Q_EMIT paneRequested();
}

void DoctorActions::askPair()
{
    const base::NodeName *node = m_selection.node();
    if (const base::NodeName *other = m_selection.companion()) {
        examineEnds(base::NodeName(*node), base::NodeName(*other));
        return;
    }
    openAt(DoctorPane::Examinations);
    m_pane.examinations().ask(node ? *node : base::NodeName(), {});
}

void DoctorActions::update()
{
    const ExaminationDesk &desk = m_pane.desk();
    const quint64 id = m_pane.examinations().shown();
    const bool running = desk.isRunning(id);
    const QString none = tr("Nothing has been examined yet");
    const QString busy = tr("The examination has not ended yet");
    const Ends ends = selectedEnds();
    // Two of them, by a click with Ctrl in the graph; or one, and the other is typed.
    if (m_selection.companion())
        describe(m_pair, tr("Why Do These &Two Not Connect?"),
                 tr("Compares the two selected nodes, and says what keeps them apart"));
    else
        describe(m_pair, tr("Why Not to Anothe&r Node?…"),
                 tr("Compares the selected node with another one, and says what keeps the two apart; a click "
                    "with Ctrl in the graph selects the second"));
    setAvailable(m_examine, ends.to.isNull() ? tr("Neither a link nor a node is selected") : QString());
    setAvailable(m_pair, m_selection.node() && !ends.to.isNull() ? QString() : tr("No node is selected"));
    setAvailable(m_again, !desk.entry(id) ? none : (running ? busy : QString()));
    setAvailable(m_cancel, running ? QString() : tr("No examination is under way"));
    const QString noReport = !desk.examination(id) ? none : (running ? busy : QString());
    setAvailable(m_copy, noReport);
    setAvailable(m_save, noReport);
    const bool several = desk.entries().size() > 1;
    setAvailable(m_older, several ? QString() : tr("There is no other examination"));
    setAvailable(m_newer, several ? QString() : tr("There is no other examination"));
    setAvailable(m_leave, m_shown ? QString() : tr("The doctor’s room is not open"));
}

} // namespace nodescope::widgets
