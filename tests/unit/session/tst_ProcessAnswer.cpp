#include <QTest>

#include "session/Probes.h"
#include "session/processes/ProcessAnswer.h"
#include "term/Parser.h"

using namespace nodescope;
using namespace nodescope::cluster;
using namespace nodescope::session;
using term::Term;

namespace {

Term read(const char *text)
{
    const auto parsed = term::parse(QString::fromUtf8(text));
    if (!parsed.ok())
        qFatal("not a term: %s", text);
    return *parsed;
}

} // namespace

/// Answers about processes, as nodes give them and as none should.
class tst_ProcessAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theQuestionsAreThere()
    {
        for (const Term &forms :
             {probes::processesForms(), probes::processForms(), probes::supervisionForms()})
            QVERIFY(forms.isList() && !forms.isNil());
    }
    void aPage()
    {
        ProcessPage page;
        QVERIFY(
            readPage(read("{processes, 40, #Pid<a@h.5.0.1>, ["
                          "{#Pid<a@h.1.0.1>, {registered_name, init}, {erl_init, start, 2}, {init, loop, 1},"
                          " 2640, 3, 4, 5},"
                          "{#Port<a@h.7.1>, [], undefined, undefined, -1, -1, -1, -1},"
                          "{#Pid<a@h.5.0.1>, [], {'Elixir.A', '-f/0-fun-0-', 0}, undefined, 1, 0, 0, 0}]}"),
                     page));
        QCOMPARE(page.total, 40);
        QCOMPARE(page.next, QStringLiteral("#Pid<a@h.5.0.1>"));
        QCOMPARE(page.processes.size(), 3);
        const ProcessFacts init{QStringLiteral("#Pid<a@h.1.0.1>"),
                                QStringLiteral("init"),
                                QStringLiteral("erl_init:start/2"),
                                QStringLiteral("init:loop/1"),
                                2640,
                                3,
                                4,
                                5};
        QCOMPARE(page.processes.at(0), init);
        QCOMPARE(page.processes.at(1).pid, QStringLiteral("#Port<a@h.7.1>"));
        QVERIFY(page.processes.at(1).name.isEmpty() && page.processes.at(1).initialCall.isEmpty());
        QCOMPARE(page.processes.at(2).initialCall, QStringLiteral("'Elixir.A':'-f/0-fun-0-'/0"));
    }
    void theLastPage()
    {
        ProcessPage page;
        QVERIFY(readPage(read("{processes, 1, none, []}"), page));
        QVERIFY(page.next.isEmpty() && page.processes.isEmpty());
    }
    void nonsenseIsNoPage_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
             {"ok", "{processes}", "{processes, 1, none, 7}", "{other, 1, none, []}", "[]"})
            QTest::newRow(text) << QByteArray(text);
    }
    void nonsenseIsNoPage()
    {
        QFETCH(QByteArray, text);
        ProcessPage page;
        QVERIFY(!readPage(read(text.constData()), page));
        SupervisionTree tree;
        QVERIFY(!readTree(read(text.constData()), tree));
        ProcessDetail detail;
        QVERIFY(!readDetail(read(text.constData()), detail));
    }
    void rowsThatAreNoneAreLeftOut()
    {
        ProcessPage page;
        QVERIFY(readPage(
            read("{processes, x, y, [a, {1,2,3,4,5,6,7,8}, "
                 "{#Pid<a@h.1.0.1>, \"text\", 1.5, {a,b}, <<1>>, -7, 99999999999999999999, []} | t]}"),
            page));
        QCOMPARE(page.total, -1);
        QCOMPARE(page.processes.size(), 1);
        const ProcessFacts &facts = page.processes.constFirst();
        QVERIFY(facts.memory == -1 && facts.queue == -1 && facts.links == -1 && facts.monitors == -1);
    }
    void aProcessWithItsTies()
    {
        ProcessDetail detail;
        detail.node = base::NodeName::literal(u"a@h");
        QVERIFY(readDetail(read("{process, {#Pid<a@h.1.0.1>, {registered_name, one}, {m,f,1}, {m,g,2}, 10, "
                                "0, 2, 2}, waiting, 99,"
                                " #Pid<a@h.9.0.1>, 7, [{link, #Pid<b@h.3.0.2>, undefined}, {link, "
                                "#Port<a@h.4.1>, {name, \"tcp_inet\"}},"
                                " {monitors, {two, 'b@h'}, undefined}, {monitored_by, #Pid<a@h.8.0.1>, "
                                "{registered_name, eight}},"
                                " nonsense]}"),
                           detail));
        QVERIFY(detail.alive);
        QCOMPARE(detail.status, QStringLiteral("waiting"));
        QCOMPARE(detail.reductions, 99);
        QCOMPARE(detail.groupLeader, QStringLiteral("#Pid<a@h.9.0.1>"));
        QCOMPARE(detail.tiesLeftOut, 8);
        const auto a = detail.node;
        const auto b = base::NodeName::literal(u"b@h");
        const QList<ProcessTie> expected{
            {TieKind::Link, b, QStringLiteral("#Pid<b@h.3.0.2>"), {}},
            {TieKind::Link, a, QStringLiteral("#Port<a@h.4.1>"), QStringLiteral("tcp_inet")},
            {TieKind::Monitors, b, QStringLiteral("two"), {}},
            {TieKind::MonitoredBy, a, QStringLiteral("#Pid<a@h.8.0.1>"), QStringLiteral("eight")}};
        QCOMPARE(detail.ties, expected);
    }
    void aProcessThatIsGone()
    {
        ProcessDetail detail;
        QVERIFY(readDetail(read("gone"), detail));
        QVERIFY(!detail.alive);
    }
    void aTreeInPreorder()
    {
        SupervisionTree tree;
        QVERIFY(readTree(read("{supervision, [{kernel, #Pid<a@h.1.0.1>, supervisor, \"8.5\", "
                              "{registered_name, kernel_sup}, 0, ["
                              "{sup, #Pid<a@h.2.0.1>, supervisor, [sup], [], 3, [{{w,1}, restarting, worker, "
                              "dynamic, [], 0, []}]},"
                              "{undefined, #Pid<a@h.4.0.1>, worker, [m], [], 0, []}, {gone, undefined, "
                              "worker, [m], [], 0, []}]},"
                              "{stdlib, undefined, worker, \"4.3\", [], 0, []}, broken]}"),
                         tree));
        QStringList paths;
        QList<int> parents;
        for (const Supervised &entry : std::as_const(tree.entries)) {
            paths.append(entry.path);
            parents.append(entry.parent);
        }
        QCOMPARE(paths,
                 (QStringList{QStringLiteral("/kernel"), QStringLiteral("/kernel/sup"),
                              QStringLiteral("/kernel/sup/{w,1}"), QStringLiteral("/kernel/#Pid<a@h.4.0.1>"),
                              QStringLiteral("/kernel/gone"), QStringLiteral("/stdlib")}));
        QCOMPARE(parents, (QList<int>{-1, 0, 1, 0, 0, -1}));
        QCOMPARE(tree.leftOut, 1);
        QCOMPARE(tree.entries.at(0).modules, QStringLiteral("8.5"));
        QCOMPARE(tree.entries.at(0).name, QStringLiteral("kernel_sup"));
        QCOMPARE(tree.entries.at(1).childrenLeftOut, 3);
        QVERIFY(tree.entries.at(1).supervisor && !tree.entries.at(2).supervisor);
        QCOMPARE(int(tree.entries.at(2).state), int(Supervised::State::Restarting));
        QCOMPARE(int(tree.entries.at(4).state), int(Supervised::State::Undefined));
    }
    void aDeepTreeIsCut()
    {
        Term entry = read("{w, #Pid<a@h.1.0.1>, worker, [m], [], 0, []}");
        for (int i = 0; i < 200; ++i) {
            entry = Term::tuple({Term::integer(i), Term::atom(u"undefined"), Term::atom(u"supervisor"),
                                 Term::nil(), Term::nil(), Term::integer(0), Term::list({entry})});
        }
        SupervisionTree tree;
        QVERIFY(readTree(Term::tuple({Term::atom(u"supervision"), Term::list({entry})}), tree));
        QCOMPARE(tree.entries.size(), 64);
        QVERIFY(tree.leftOut > 0);
    }
};

QTEST_GUILESS_MAIN(tst_ProcessAnswer)
#include "tst_ProcessAnswer.moc"
