#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "models/ProcessTableModel.h"
#include "models/Roles.h"

using namespace nodescope;
using namespace nodescope::cluster;
using models::ProcessTableModel;

namespace {

const base::NodeName A = base::NodeName::literal(u"a@h");

QString pid(int number)
{
    return QStringLiteral("#Pid<a@h.%1.0.1>").arg(number);
}

/// A node that answers from a list of processes.
struct Node
{
    ProcessTableModel model;
    QList<int> pids;
    QHash<int, qint64> memory;
    QList<AskProcesses> questions;

    Node()
    {
        QObject::connect(&model, &ProcessTableModel::wanted, &model,
                         [this](const Intent &intent) { questions.append(std::get<AskProcesses>(intent)); });
    }
    /// Answers the open question.
    void answer()
    {
        const AskProcesses question = questions.constLast();
        ProcessPage page;
        page.question = question.question;
        page.node = question.node;
        page.scope = question.scope;
        page.after = question.after;
        page.total = pids.size();
        for (const int number : std::as_const(pids)) {
            if (!question.after.isEmpty() && number <= question.after.section(u'.', 1, 1).toInt())
                continue;
            if (page.processes.size() == question.count) {
                page.next = page.processes.constLast().pid;
                break;
            }
            ProcessFacts facts;
            facts.pid = pid(number);
            facts.memory = memory.value(number, 100);
            page.processes.append(facts);
        }
        model.take({ProcessesTold{page}});
    }
    [[nodiscard]] QList<int> shown() const
    {
        QList<int> numbers;
        for (int row = 0; row < model.rowCount(); ++row)
            numbers.append(
                model.index(row, ProcessTableModel::Pid).data().toString().section(u'.', 1, 1).toInt());
        return numbers;
    }
};

QList<int> range(int from, int to)
{
    QList<int> numbers;
    for (int i = from; i <= to; ++i)
        numbers.append(i);
    return numbers;
}

} // namespace

class tst_ProcessTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesAreLoadedAsOneScrolls()
    {
        Node node;
        node.pids = range(1, 450);
        // Without a tester: it fetches by itself.
        node.model.show(A, ProcessScope::All);
        QVERIFY(node.model.isAsking());
        node.answer();
        QCOMPARE(node.model.rowCount(), ProcessTableModel::PageSize);
        QCOMPARE(node.model.total(), 450);
        QVERIFY(node.model.hasMore() && node.model.canFetchMore({}));
        node.model.fetchMore({});
        QVERIFY(!node.model.canFetchMore({})); // one question at a time
        node.answer();
        node.model.fetchMore({});
        node.answer();
        QCOMPARE(node.shown(), node.pids);
        QVERIFY(!node.model.hasMore());
        QCOMPARE(node.questions.size(), 3);
    }
    void allAreLoadedWhenPeopleSortOrFilter()
    {
        Node node;
        node.pids = range(1, 900);
        node.model.show(A, ProcessScope::All);
        node.answer();
        node.model.loadAll();
        while (node.model.isAsking())
            node.answer();
        QCOMPARE(node.model.rowCount(), 900);
    }
    void aRefreshResetsNothing()
    {
        Node node;
        node.pids = range(1, 500);
        node.model.show(A, ProcessScope::All);
        node.answer();
        node.model.loadAll();
        while (node.model.isAsking())
            node.answer();
        QSignalSpy reset(&node.model, &QAbstractItemModel::modelReset);
        const QAbstractItemModelTester tester(&node.model,
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QPersistentModelIndex kept = node.model.indexOf(pid(321));
        // Some end, some begin, one grows.
        for (const int gone : {1, 2, 200, 201, 202, 400, 499, 500})
            node.pids.removeOne(gone);
        node.pids.append({501, 502});
        node.memory[321] = 4242;
        node.model.refresh();
        while (node.model.isAsking())
            node.answer();
        QCOMPARE(node.shown(), node.pids);
        QCOMPARE(reset.size(), 0);
        QVERIFY(kept.isValid());
        QCOMPARE(QModelIndex(kept).siblingAtColumn(ProcessTableModel::Pid).data().toString(), pid(321));
        QCOMPARE(QModelIndex(kept).siblingAtColumn(ProcessTableModel::Memory).data().toLongLong(), 4242);
    }
    void manyRefreshes()
    {
        Node node;
        node.pids = range(1, 300);
        node.model.show(A, ProcessScope::All);
        node.answer();
        QRandomGenerator random(7);
        int next = 301;
        for (int i = 0; i < 100; ++i) {
            for (int k = 0; k < 20; ++k) {
                node.pids.removeAt(random.bounded(int(node.pids.size())));
                node.pids.append(next++);
            }
            node.model.refresh();
            while (node.model.isAsking())
                node.answer();
            const QList<int> shown = node.shown();
            QVERIFY(std::is_sorted(shown.begin(), shown.end()));
            QCOMPARE(QSet<int>(shown.begin(), shown.end()).size(), shown.size());
            QCOMPARE(shown, node.pids.first(shown.size()));
        }
    }
    void aRefusalKeepsWhatWasThere()
    {
        Node node;
        node.pids = range(1, 3);
        node.model.show(A, ProcessScope::All);
        node.answer();
        node.model.refresh();
        ProcessPage refused;
        refused.question = node.questions.constLast().question;
        refused.node = A;
        refused.refusal = QStringLiteral("no_connection");
        node.model.take({ProcessesTold{refused}});
        QCOMPARE(node.model.refusal(), QStringLiteral("no_connection"));
        QCOMPARE(node.model.rowCount(), 3);
        QVERIFY(!node.model.isAsking());
        node.model.refresh();
        node.answer();
        QVERIFY(node.model.refusal().isEmpty());
    }
    void answersToOldQuestionsAreNoAnswers()
    {
        Node node;
        node.pids = range(1, 3);
        node.model.show(A, ProcessScope::All);
        ProcessPage old;
        old.question = node.questions.constLast().question + 5;
        old.node = A;
        old.processes = {ProcessFacts{}};
        node.model.take({ProcessesTold{old}});
        QCOMPARE(node.model.rowCount(), 0);
        QVERIFY(node.model.isAsking());
        node.model.show({}, ProcessScope::All);
        node.answer();
        QCOMPARE(node.model.rowCount(), 0);
    }
    void whatIsNotKnownIsNoNumber()
    {
        Node node;
        node.pids = {1};
        node.memory[1] = -1;
        node.model.show(A, ProcessScope::Registered);
        QCOMPARE(int(node.questions.constLast().scope), int(ProcessScope::Registered));
        node.answer();
        QVERIFY(!node.model.index(0, ProcessTableModel::Memory).data().isValid());
        QVERIFY(!node.model.index(0, ProcessTableModel::Memory).data(models::SortRole).isValid());
    }
};

QTEST_GUILESS_MAIN(tst_ProcessTableModel)
#include "tst_ProcessTableModel.moc"
