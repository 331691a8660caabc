#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>
#include <QTreeWidget>

#include "term/Encoder.h"
#include "term/Parser.h"
#include "widgets/terms/BytesView.h"
#include "widgets/terms/CompareDialog.h"
#include "widgets/terms/TermFiles.h"
#include "widgets/terms/TermTextView.h"
#include "widgets/terms/TermTreeModel.h"
#include "widgets/terms/TermView.h"

using namespace nodescope;
using namespace nodescope::widgets;
using term::Term;
using term::TermPath;

namespace {

Term read(const char *text)
{
    const auto parsed = term::parse(QString::fromUtf8(text));
    return parsed.ok() ? *parsed : Term();
}

/// A view that is shown, with a term in it.
struct Shown
{
    TermView view;

    explicit Shown(const Term &term)
    {
        view.resize(900, 400);
        view.show();
        QSignalSpy opened(&view.document(), &TermDocument::opened);
        view.open(term::encode(term));
        if (opened.isEmpty())
            (void)opened.wait(60'000);
    }
    [[nodiscard]] QString text() const { return view.text()->toPlainText(); }
    [[nodiscard]] QString marked() const
    {
        const auto marks = view.text()->extraSelections();
        return marks.isEmpty() ? QString() : marks.constFirst().cursor.selectedText();
    }
};

} // namespace

/// A term from all sides.
class tst_TermView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyViewMarksWhatIsChosenInAnother()
    {
        const Term term = read("{reply, [one, {two, <<\"text\">>}], #{key => 42}}");
        Shown shown(term);
        QTRY_VERIFY_WITH_TIMEOUT(!shown.text().isEmpty(), 30'000);
        // Chosen in the tree: its bytes and its text are marked.
        auto *model = static_cast<TermTreeModel *>(shown.view.tree()->model());
        shown.view.tree()->setCurrentIndex(model->indexOf({1, 1}));
        QCOMPARE(shown.view.document().selection(), (TermPath{1, 1}));
        QTRY_COMPARE(shown.marked(), QStringLiteral("{two,<<\"text\">>}"));
        const QByteArray bytes = shown.view.document().bytes();
        const term::ByteRange range = shown.view.bytes()->marked();
        QCOMPARE(bytes.mid(range.offset, range.size),
                 term::encode(read("{two, <<\"text\">>}"), {false, 0, nullptr}));
        // Chosen among the bytes: the tree goes there.
        shown.view.showForm(TermView::Bytes);
        const qsizetype at = bytes.indexOf("text");
        QTest::mouseClick(shown.view.bytes()->viewport(), Qt::LeftButton, {},
                          shown.view.bytes()->rectOf(at).center());
        QCOMPARE(shown.view.document().selection(), (TermPath{1, 1, 1}));
        QCOMPARE(model->pathOf(shown.view.tree()->currentIndex()), (TermPath{1, 1, 1}));
        // Chosen in the text, in each form.
        for (const TermView::Form form : {TermView::Erlang, TermView::Elixir, TermView::Json}) {
            shown.view.showForm(form);
            const QString begin = form == TermView::Erlang   ? QStringLiteral("{reply")
                                  : form == TermView::Elixir ? QStringLiteral("{:reply")
                                                             : QStringLiteral("{\"$tuple");
            QTRY_VERIFY_WITH_TIMEOUT(shown.text().startsWith(begin), 30'000);
            QTextCursor cursor = shown.view.text()->textCursor();
            for (const qsizetype place : {qsizetype(0), shown.text().indexOf(QStringLiteral("42"))}) {
                cursor.setPosition(static_cast<int>(place));
                shown.view.text()->setTextCursor(cursor);
            }
            QTRY_COMPARE_WITH_TIMEOUT(shown.marked(), QStringLiteral("42"), 30'000);
            QCOMPARE(shown.view.document().selection(), (TermPath{2, 1}));
            QCOMPARE(shown.view.bytes()->marked().size, 2);
        }
    }
    void keysWalkOverBytes()
    {
        Shown shown(read("[1,2,3000]"));
        shown.view.showForm(TermView::Bytes);
        shown.view.bytes()->setFocus();
        QSignalSpy chosen(shown.view.bytes(), &BytesView::byteChosen);
        QTest::keyClick(shown.view.bytes(), Qt::Key_End);
        QCOMPARE(chosen.last().first().toLongLong(), shown.view.document().bytes().size() - 1);
        QTest::keyClick(shown.view.bytes(), Qt::Key_Left);
        QCOMPARE(shown.view.document().selection(), TermPath{2});
        // Who hears instead of seeing is told where the cursor is, and what is marked.
        const QString told = shown.view.bytes()->accessibleDescription();
        QVERIFY2(told.startsWith(QLatin1String("Byte 15 of 16: b8. 5 byte")), qPrintable(told));
        QVERIFY2(told.endsWith(QLatin1String("marked: 62 00 00 0b b8")), qPrintable(told));
        QTest::keyClick(shown.view.bytes(), Qt::Key_Home);
        QCOMPARE(chosen.last().first().toLongLong(), 0);
    }
    void theTreeOpensLazily()
    {
        QList<Term> elements;
        for (int i = 0; i < 1'000'000; ++i)
            elements.append(Term::integer(i));
        Shown shown(Term::list(elements));
        auto *model = static_cast<TermTreeModel *>(shown.view.tree()->model());
        QVERIFY(model->rowCount() == 1);
        QVERIFY(model->rowCount(model->index(0, 0)) <= 2 * TermTreeModel::PageSize);
        QElapsedTimer timer;
        timer.start();
        shown.view.document().select({150'000});
        QCOMPARE(model->pathOf(shown.view.tree()->currentIndex()), TermPath{150'000});
        // Beyond the reach of the tree, the other views still show it.
        shown.view.document().select({999'999});
        const auto range = shown.view.document().selectedBytes();
        QVERIFY(range);
        QCOMPARE(range->size, 5);
        qInfo("two places in a list of a million elements: %lld ms", timer.elapsed());
    }
    void theModelIsSound()
    {
        TermTreeModel model;
        model.setTerm(read("{a, [1,2|t], #{k => #{}}, [], <<>>}"));
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QModelIndex root = model.index(0, 0);
        model.fetchMore(root);
        QCOMPARE(model.rowCount(root), 5);
        const QModelIndex list = model.index(1, 0, root);
        QVERIFY(model.hasChildren(list));
        QVERIFY(!model.hasChildren(model.index(3, 0, root)));
        QCOMPARE(model.pathOf(model.indexOf({1, 2})), (TermPath{1, 2}));
        QCOMPARE(model.indexOf({1, 2}).data(TermTreeModel::LabelRole).toString(), QStringLiteral("|"));
        QCOMPARE(model.indexOf({2, 1}).data(TermTreeModel::LabelRole).toString(), QStringLiteral("k"));
        // A key is the label of its pair.
        QCOMPARE(model.indexOf({2, 0}), model.indexOf({2, 1}));
        model.setTerm(Term());
        QCOMPARE(model.rowCount(), 0);
    }
    void aHugeTermDoesNotHoldUpTheWindow()
    {
        // 20 MiB of bytes in a tuple, beside a list of a hundred thousand pairs.
        QList<Term> pairs;
        for (int i = 0; i < 100'000; ++i)
            pairs.append(Term::tuple({Term::atom(u"pair"), Term::integer(i)}));
        const QByteArray bytes = term::encode(
            Term::tuple({Term::atom(u"reply"), Term::binary(QByteArray(20 << 20, 'x')), Term::list(pairs)}));
        TermView view;
        view.resize(900, 400);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        qint64 longest = 0;
        QElapsedTimer turn;
        turn.start();
        QTimer ticks;
        connect(&ticks, &QTimer::timeout, this, [&] { longest = std::max(longest, turn.restart()); });
        ticks.start(1);
        view.open(bytes);
        QTRY_VERIFY_WITH_TIMEOUT(view.document().term().isValid(), 120'000);
        QTRY_VERIFY_WITH_TIMEOUT(!view.text()->toPlainText().isEmpty(), 120'000);
        view.document().select({2, 80'000, 1});
        QTest::qWait(200);
        view.showForm(TermView::Bytes);
        QTest::qWait(100);
        view.document().selectByte(bytes.size() - 100);
        QTest::qWait(100);
        view.findChild<QLineEdit *>(QStringLiteral("findInTerm"))->setText(QStringLiteral("99999"));
        QTest::keyClick(view.findChild<QLineEdit *>(QStringLiteral("findInTerm")), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(view.document().selection(), (TermPath{2, 99'999, 1}), 120'000);
        qInfo("longest turn of the window's loop: %lld ms", longest);
        // Under load of other programs the figure says little; a stall of seconds would be one of ours.
        QVERIFY2(longest < 3000, qPrintable(QString::number(longest)));
    }
    void findGoesRound()
    {
        Shown shown(read("[apple, {pear, apple}, <<\"an apple\">>, other]"));
        auto *find = shown.view.findChild<QLineEdit *>(QStringLiteral("findInTerm"));
        find->setText(QStringLiteral("apple"));
        QList<TermPath> places;
        for (int i = 0; i < 4; ++i) {
            QSignalSpy found(&shown.view.document(), &TermDocument::found);
            QTest::keyClick(find, Qt::Key_Return);
            QVERIFY(!found.isEmpty() || found.wait(30'000));
            places.append(shown.view.document().selection());
            QCOMPARE(found.last().at(1).toInt(), 3);
        }
        QCOMPARE(places, (QList<TermPath>{{0}, {1, 1}, {2}, {0}}));
        QSignalSpy found(&shown.view.document(), &TermDocument::found);
        shown.view.document().find(QStringLiteral("apple"), true);
        QCOMPARE(shown.view.document().selection(), TermPath{2});
        shown.view.document().find(QStringLiteral("plum"), false);
        QTRY_COMPARE(found.last().at(1).toInt(), 0);
    }
    void longTextBeginsWithWhatIsSelected()
    {
        QList<Term> elements;
        for (int i = 0; i < 50'000; ++i)
            elements.append(Term::tuple({Term::atom(u"element"), Term::integer(i)}));
        Shown shown(Term::list(elements));
        QTRY_VERIFY_WITH_TIMEOUT(!shown.text().isEmpty(), 60'000);
        QVERIFY(shown.text().size() <= TermDocument::MaxText + 1);
        shown.view.document().select({49'999});
        QTRY_COMPARE_WITH_TIMEOUT(shown.text(), QStringLiteral("{element,49999}"), 60'000);
        shown.view.document().select({});
        QTRY_VERIFY_WITH_TIMEOUT(shown.text().startsWith(QStringLiteral("[\n  {element,0}")), 60'000);
    }
    void bytesThatAreNoTermAreSaid()
    {
        TermView view;
        view.show();
        QSignalSpy opened(&view.document(), &TermDocument::opened);
        view.open(QByteArray::fromHex("83ff00"));
        QVERIFY(opened.wait(30'000));
        QVERIFY(view.document().error());
        view.close(QStringLiteral("nothing"));
        QVERIFY(!view.document().error());
    }
    void textFromNodesIsLiteral()
    {
        Shown shown(Term::utf8(u"<b>bold</b>\u202e\x1b[31m"));
        QTRY_VERIFY_WITH_TIMEOUT(shown.text().contains(QStringLiteral("<b>bold</b>")), 30'000);
        QVERIFY(!shown.text().contains(QChar(0x202e)) && !shown.text().contains(QChar(0x1b)));
    }
    void savedTermsAreLoaded()
    {
        QTemporaryDir folder;
        const Term term = read("{a, \"text\", <<1,2,3>>, #{k => [1.5]}, #Pid<a@h.1.2.3>}");
        for (const char *name : {"term.erl", "term.exs", "term.etf"}) {
            const QString path = folder.filePath(QLatin1String(name));
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(termFileBytes(term, termFileKind(path)));
            file.close();
            const auto back = readTermFile(path);
            QVERIFY2(back.ok(), name);
            QVERIFY(*back == term);
        }
        QVERIFY(termFileBytes(term, TermFileKind::Json).contains("$tuple"));
        QFile broken(folder.filePath(QStringLiteral("broken.erl")));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("{a, ");
        broken.close();
        QVERIFY(!readTermFile(broken.fileName()).ok());
        QVERIFY(!readTermFile(folder.filePath(QStringLiteral("missing"))).ok());
    }
    void twoAreCompared()
    {
        CompareDialog dialog(term::encode(read("{reply, #{a => 1, b => 2}, [x,y,z]}")),
                             QStringLiteral("first"), term::encode(read("{reply, #{a => 1, b => 3}, [x,z]}")),
                             QStringLiteral("second"));
        QSignalSpy compared(&dialog, &CompareDialog::compared);
        QVERIFY(!compared.isEmpty() || compared.wait(30'000));
        QCOMPARE(dialog.list()->topLevelItemCount(), 2);
        QCOMPARE(dialog.list()->topLevelItem(0)->text(2), QStringLiteral("2"));
        QCOMPARE(dialog.list()->topLevelItem(0)->text(3), QStringLiteral("3"));
        QCOMPARE(dialog.list()->topLevelItem(1)->text(2), QStringLiteral("y"));
        QCOMPARE(dialog.list()->topLevelItem(1)->text(3), QString());
        CompareDialog same(term::encode(read("a")), {}, term::encode(read("a")), {});
        QSignalSpy told(&same, &CompareDialog::compared);
        QVERIFY(!told.isEmpty() || told.wait(30'000));
        QCOMPARE(same.list()->topLevelItemCount(), 0);
    }
};

QTEST_MAIN(tst_TermView)
#include "tst_TermView.moc"
