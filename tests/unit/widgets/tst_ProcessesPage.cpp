#include <QComboBox>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

#include "support/DemoCluster.h"
#include "widgets/processes/ProcessDetailView.h"
#include "widgets/processes/ProcessesPage.h"
#include "widgets/processes/TiesView.h"
#include "widgets/tables/DataTable.h"

using namespace nodescope;
using namespace nodescope::cluster;
using namespace nodescope::widgets;
using base::NodeName;

namespace {

/// A page over the demo cluster, and what it asks.
struct House
{
    ClusterStore store;
    SelectionModel selection;
    ProcessesPage page{store, selection};
    QList<Intent> asked;

    House()
    {
        QObject::connect(&page, &ProcessesPage::intent, &page,
                         [this](const Intent &intent) { asked.append(intent); });
        store.apply(test::demoCluster());
        page.resize(1100, 320);
        page.show();
    }
    template<class T>
    [[nodiscard]] QList<T> all() const
    {
        QList<T> found;
        for (const Intent &intent : asked) {
            if (const auto *one = std::get_if<T>(&intent))
                found.append(*one);
        }
        return found;
    }
    void answer(const QList<ProcessFacts> &processes, const QString &refusal = {})
    {
        const AskProcesses question = all<AskProcesses>().constLast();
        ProcessPage told;
        told.question = question.question;
        told.node = question.node;
        told.scope = question.scope;
        told.processes = processes;
        told.total = 40;
        told.refusal = refusal;
        page.take({ProcessesTold{told}});
    }
};

ProcessFacts facts(int number, const char *name)
{
    ProcessFacts made;
    made.pid = QStringLiteral("#Pid<a@h.%1.0.1>").arg(number);
    made.name = QString::fromLatin1(name);
    made.initialCall = QStringLiteral("gen_server:init_it/6");
    made.memory = 2048;
    made.queue = 0;
    made.links = 2;
    made.monitors = 0;
    return made;
}

} // namespace

class tst_ProcessesPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyIsAskedInARecording()
    {
        House house;
        house.asked.clear();
        SessionInfo session = house.store.cluster().session();
        session.source = SessionInfo::Source::Replay;
        house.store.apply({SessionChanged{session}});
        QVERIFY(house.asked.isEmpty());
        QVERIFY2(house.page.stateText().contains(QStringLiteral("recording")),
                 qPrintable(house.page.stateText()));
        session.source = SessionInfo::Source::Live;
        house.store.apply({SessionChanged{session}});
        QVERIFY(!house.all<AskProcesses>().isEmpty());
    }
    void namesAreAskedForFirst()
    {
        House house;
        const auto questions = house.all<AskProcesses>();
        QVERIFY(!questions.isEmpty());
        QCOMPARE(int(questions.constLast().scope), int(ProcessScope::Registered));
        QCOMPARE(questions.constLast().node, house.page.node());
        house.answer({facts(1, "init"), facts(2, "logger")});
        QCOMPARE(house.page.table()->model()->rowCount(), 2);
        QVERIFY(house.page.table()->asText().contains(QStringLiteral("<1.0>")));
        QVERIFY(house.page.stateText().contains(QStringLiteral("40")));
        house.page.showView(ProcessesPage::All);
        QCOMPARE(int(house.all<AskProcesses>().constLast().scope), int(ProcessScope::All));
        QCOMPARE(house.page.table()->model()->rowCount(), 0);
    }
    void theSelectedProcessIsAskedForItsTies()
    {
        House house;
        house.answer({facts(1, "init"), facts(2, "logger")});
        house.page.table()->selectRow(1);
        const auto asked = house.all<AskProcess>();
        QVERIFY(!asked.isEmpty());
        QCOMPARE(asked.constLast().pid, QStringLiteral("#Pid<a@h.2.0.1>"));
        ProcessDetail detail;
        detail.question = asked.constLast().question;
        detail.node = asked.constLast().node;
        detail.pid = asked.constLast().pid;
        detail.facts = facts(2, "logger");
        detail.status = QStringLiteral("waiting");
        const NodeName far = NodeName::literal(u"far@h");
        detail.ties = {
            {TieKind::Link, detail.node, QStringLiteral("#Pid<a@h.1.0.1>"), QStringLiteral("init")},
            {TieKind::Monitors, detail.node, QStringLiteral("#Pid<a@h.1.0.1>"), QStringLiteral("init")},
            {TieKind::Link, far, QStringLiteral("#Pid<far@h.9.0.2>"), {}},
            {TieKind::MonitoredBy, far, QStringLiteral("watcher"), {}}};
        house.page.take({ProcessTold{detail}});
        const TiesDrawing &drawing = house.page.detail()->ties()->drawing();
        QCOMPARE(drawing.groups.size(), 2);
        QCOMPARE(drawing.groups.constFirst().node, detail.node);
        QCOMPARE(drawing.groups.constFirst().boxes.size(), 1); // two ties, one process
        QCOMPARE(drawing.groups.constFirst().boxes.constFirst().kinds.size(), 2);
        QCOMPARE(drawing.groups.constLast().boxes.size(), 2);
        for (const TieGroup &group : drawing.groups) {
            for (const TieBox &box : group.boxes)
                QVERIFY(group.frame.contains(box.rect));
        }
        // A click on one on another node asks that node.
        QSignalSpy chosen(house.page.detail()->ties(), &TiesView::processChosen);
        const QRectF there = drawing.groups.constLast().boxes.constFirst().rect;
        QTest::mouseClick(house.page.detail()->ties(), Qt::LeftButton, {}, there.center().toPoint());
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(house.all<AskProcess>().constLast().node, far);
        // It can be sent to, by its name.
        QSignalSpy send(&house.page, &ProcessesPage::sendRequested);
        house.page.detail()->send();
        QCOMPARE(send.size(), 1);
        QCOMPARE(send.first().at(1).toString(), QStringLiteral("logger"));
        // Late answers to earlier questions change nothing.
        detail.facts.name = QStringLiteral("late");
        house.page.take({ProcessTold{detail}});
        QVERIFY(house.page.detail()->detail().facts.name != QLatin1String("late"));
    }
    void treesAreWatchedOnlyWhileTheyAreSeen()
    {
        House house;
        house.page.showView(ProcessesPage::Supervision);
        QCOMPARE(house.all<WatchSupervision>().size(), 1);
        SupervisionTree tree;
        tree.node = house.page.node();
        Supervised app;
        app.path = QStringLiteral("/kernel");
        app.id = QStringLiteral("kernel");
        app.pid = QStringLiteral("#Pid<a@h.5.0.1>");
        app.supervisor = true;
        Supervised child = app;
        child.path = QStringLiteral("/kernel/w");
        child.parent = 0;
        child.restarts = 3;
        tree.entries = {app, child};
        house.page.take({SupervisionTold{tree}});
        QCOMPARE(house.page.tree()->model()->rowCount(), 1);
        QVERIFY(house.page.tree()->isExpanded(house.page.tree()->model()->index(0, 0)));
        house.page.hide();
        QCOMPARE(house.all<LeaveSupervision>().size(), 1);
        house.page.show();
        QCOMPARE(house.all<WatchSupervision>().size(), 2);
        house.page.showView(ProcessesPage::Names);
        QCOMPARE(house.all<LeaveSupervision>().size(), 2);
    }
    void aRefusalIsASentence()
    {
        House house;
        house.answer({}, QStringLiteral("not_supported"));
        QVERIFY(house.page.stateText().contains(QStringLiteral("no Erlang code")));
        for (const char *why : {"no_connection", "timed_out", "raised"})
            QVERIFY(!refusalText(QLatin1String(why), house.page.node()).isEmpty());
        SupervisionTree none;
        none.node = house.page.node();
        house.page.showView(ProcessesPage::Supervision);
        house.page.take({SupervisionTold{none}});
        QVERIFY(house.page.stateText().contains(QStringLiteral("no applications")));
    }
    void itFitsIntoANarrowWindow()
    {
        House house;
        QVERIFY2(house.page.minimumSizeHint().width() <= 640,
                 qPrintable(QString::number(house.page.minimumSizeHint().width())));
    }
    void aHiddenPageAsksNothing()
    {
        House house;
        house.page.hide();
        house.asked.clear();
        house.page.showView(ProcessesPage::All);
        QVERIFY(house.all<AskProcesses>().isEmpty());
    }
};

QTEST_MAIN(tst_ProcessesPage)
#include "tst_ProcessesPage.moc"
