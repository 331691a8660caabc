#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTreeWidget>
#include <QtTest>

#include "support/DemoCluster.h"
#include "support/DemoExaminations.h"
#include "widgets/doctor/ChangesStrip.h"
#include "widgets/doctor/EvidenceView.h"
#include "widgets/doctor/ExaminationPage.h"
#include "widgets/doctor/FactsPanel.h"
#include "widgets/doctor/HexView.h"
#include "widgets/doctor/RungList.h"
#include "widgets/doctor/SettingsTable.h"
#include "widgets/inspector/RepairView.h"

using namespace nodescope;
using namespace nodescope::cluster;
using namespace nodescope::widgets;
using base::NodeName;

namespace {
const NodeName Cache = NodeName::literal(u"cache@web2.example");
const NodeName Shop = NodeName::literal(u"shop@web2.example");
} // namespace

class tst_DoctorPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void explainsItselfBeforeTheFirst();
    void saysWhatIsWrongWithAName();
    void completesKnownNamesAndThoseOfEpmd();
    void fromIsUsOrWhoAnswersQuestions();
    void ladderGrowsWhileItRuns();
    void aSelectedRungStaysSelected();
    void cancelsWhileItRuns();
    void fieldsAndBytesAreLinked();
    void blankedBytesAreDots();
    void remediesAndCandidatesWaitForTheEnd();
    void tryAgainTellsWhatChanged();
    void pairsShowTheirSettings();
    void historyIsSelectable();
    void reportHasTheVerdictAndNoCookie();
    void textFromNodesIsShownAsItIs();
    void everythingFitsASmallWindow();

private:
    quint64 examine(const NodeName &to = Cache);
    void tell(const Examination &examination) { m_store->apply({ExaminationChanged{examination}}); }
    template<typename T>
    T *find(const QString &name = {})
    {
        return m_page->findChild<T *>(name);
    }
    QString verdict() { return find<QLabel>(QStringLiteral("verdict"))->text(); }
    QLineEdit *node() { return find<QLineEdit>(QStringLiteral("node")); }
    QPushButton *go() { return find<QPushButton>(QStringLiteral("go")); }

    std::unique_ptr<ClusterStore> m_store;
    std::unique_ptr<ExaminationDesk> m_desk;
    std::unique_ptr<ExaminationPage> m_page;
    QList<Intent> m_intents;
};

void tst_DoctorPage::init()
{
    m_page.reset();
    m_desk.reset();
    m_store = std::make_unique<ClusterStore>();
    m_desk = std::make_unique<ExaminationDesk>(*m_store);
    m_page = std::make_unique<ExaminationPage>(*m_store, *m_desk);
    m_intents.clear();
    connect(m_desk.get(), &ExaminationDesk::intent, this,
            [this](const Intent &intent) { m_intents.append(intent); });
    m_page->resize(900, 700);
    m_page->show();
}

quint64 tst_DoctorPage::examine(const NodeName &to)
{
    m_page->examine({}, to);
    return m_page->shown();
}

void tst_DoctorPage::explainsItselfBeforeTheFirst()
{
    QCOMPARE(verdict(), QStringLiteral("Why does a node not connect?"));
    QVERIFY(!find<RungList>()->isVisible());
    QVERIFY(!go()->isEnabled());
    QVERIFY(!go()->toolTip().isEmpty());
}

void tst_DoctorPage::saysWhatIsWrongWithAName()
{
    node()->setText(QStringLiteral("cache"));
    QVERIFY(find<QLabel>(QStringLiteral("nodeError"))->isVisible());
    QVERIFY(!go()->isEnabled());
    QTest::keyClick(node(), Qt::Key_Return);
    QVERIFY(m_intents.isEmpty());
    node()->setText(QStringLiteral("cache@web2.example"));
    QVERIFY(!find<QLabel>(QStringLiteral("nodeError"))->isVisible());
    QTest::keyClick(node(), Qt::Key_Return);
    QCOMPARE(m_intents.size(), 1);
    QCOMPARE(std::get<Examine>(m_intents.first()).to, Cache);
}

void tst_DoctorPage::completesKnownNamesAndThoseOfEpmd()
{
    m_store->apply(test::demoCluster());
    QAbstractItemModel *completions = node()->completer()->model();
    QStringList all;
    for (int i = 0; i < completions->rowCount(); ++i)
        all.append(completions->index(i, 0).data().toString());
    QVERIFY(all.contains(QStringLiteral("cache@web2.example")));
    QVERIFY(all.contains(QStringLiteral("backup@db1.example")));
    QVERIFY(!all.contains(selfName().text()));
}

void tst_DoctorPage::fromIsUsOrWhoAnswersQuestions()
{
    m_store->apply(test::demoCluster());
    auto *from = find<QComboBox>(QStringLiteral("from"));
    QCOMPARE(from->currentText(), QStringLiteral("this program"));
    QVERIFY(from->findText(QStringLiteral("shop@web2.example")) > 0);
    QVERIFY(from->findText(QStringLiteral("gate@edge3.example")) < 0);
    auto *attempt = find<QWidget>(QStringLiteral("attempt"));
    QVERIFY(!attempt->isVisible());
    from->setCurrentIndex(from->findText(QStringLiteral("shop@web2.example")));
    QVERIFY(attempt->isVisible());
    node()->setText(Cache.text());
    go()->click();
    QCOMPARE(std::get<Examine>(m_intents.first()).from, Shop);
    QVERIFY(!std::get<Examine>(m_intents.first()).attempt);
    // A node that went stays named, since the question was about it.
    m_store->apply({NodeRemoved{Shop}});
    QVERIFY(from->currentText().startsWith(QStringLiteral("shop@web2.example")));
}

void tst_DoctorPage::ladderGrowsWhileItRuns()
{
    const quint64 id = examine();
    QCOMPARE(verdict(), QStringLiteral("Examining…"));
    const LadderModel &ladder = find<RungList>()->ladder();
    QAbstractItemModelTester tester(const_cast<LadderModel *>(&ladder),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&ladder, &QAbstractItemModel::modelReset);
    for (qsizetype rungs = 0; rungs < 12; ++rungs) {
        tell(test::demoRunning(id, rungs, Cache));
        QVERIFY(ladder.runningRow() >= 0);
        QVERIFY(ladder.index(ladder.runningRow())
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(QStringLiteral("under way")));
    }
    tell(test::demoExamination(id, Cause::CookieMismatch, Cache));
    QCOMPARE(ladder.runningRow(), -1);
    QCOMPARE(ladder.rowCount(), 12);
    QCOMPARE(ladder.rowAt(ladder.decisiveRow()).result.rung, Rung::OurDigest);
    QCOMPARE(find<RungList>()->selectedRung()->rung, Rung::OurDigest);
    QCOMPARE(resets.count(), 0);
    QVERIFY(verdict().contains(QStringLiteral("cookie")));
}

void tst_DoctorPage::aSelectedRungStaysSelected()
{
    const quint64 id = examine();
    tell(test::demoRunning(id, 5, Cache));
    auto *list = find<RungList>();
    list->setCurrentIndex(list->ladder().index(1));
    const Rung chosen = list->selectedRung()->rung;
    tell(test::demoRunning(id, 8, Cache));
    QCOMPARE(list->selectedRung()->rung, chosen);
    tell(test::demoExamination(id, Cause::CookieMismatch, Cache));
    QCOMPARE(list->selectedRung()->rung, chosen);
}

void tst_DoctorPage::cancelsWhileItRuns()
{
    const quint64 id = examine();
    QCOMPARE(go()->text(), QStringLiteral("Cancel"));
    go()->click();
    QCOMPARE(std::get<CancelExamination>(m_intents.last()).id, id);
    tell(test::demoExamination(id, Cause::Cancelled, Cache));
    QCOMPARE(go()->text(), QStringLiteral("Examine"));
}

void tst_DoctorPage::fieldsAndBytesAreLinked()
{
    tell(test::demoExamination(examine(), Cause::CookieMismatch, Cache));
    auto *list = find<RungList>();
    list->setCurrentIndex(list->ladder().index(list->ladder().rowOf(Rung::Status)));
    auto *evidence = find<EvidenceView>();
    QTreeWidget *tree = evidence->tree();
    QCOMPARE(tree->topLevelItemCount(), 2);
    QTreeWidgetItem *name = tree->topLevelItem(0);
    QVERIFY(name->text(0).contains(QStringLiteral("send_name")));
    QTreeWidgetItem *flags = name->child(2);
    QCOMPARE(flags->text(0), QStringLiteral("flags"));
    tree->setCurrentItem(flags);
    QVERIFY(!evidence->bytes()->extraSelections().isEmpty());
    QCOMPARE(evidence->bytes()->extraSelections().first().cursor.selectedText().left(2),
             QStringLiteral("00"));
    // And the reverse: the cursor on the byte of the tag.
    QTextCursor cursor = evidence->bytes()->textCursor();
    cursor.setPosition(evidence->bytes()->positionOf(2));
    evidence->bytes()->setTextCursor(cursor);
    QCOMPARE(tree->currentItem()->text(0), QStringLiteral("tag"));
    for (qsizetype byte = 0; byte < 20; ++byte)
        QCOMPARE(evidence->bytes()->byteAt(evidence->bytes()->positionOf(byte)), byte);
    // A rung without messages says so.
    list->setCurrentIndex(list->ladder().index(list->ladder().rowOf(Rung::HostResolves)));
    QVERIFY(!tree->isVisible());
    evidence->findChild<QTabBar *>()->setCurrentIndex(1);
    QCOMPARE(tree->topLevelItemCount(), 5);
}

void tst_DoctorPage::blankedBytesAreDots()
{
    tell(test::demoExamination(examine(), Cause::CookieMismatch, Cache));
    auto *evidence = find<EvidenceView>();
    const QString text = evidence->bytes()->toPlainText();
    QVERIFY(text.contains(QStringLiteral("••")));
    // Each of the twenty twice as digits and once as a character.
    QCOMPARE(text.count(QChar(0x2022)), 60);
}

void tst_DoctorPage::remediesAndCandidatesWaitForTheEnd()
{
    const quint64 id = examine();
    tell(test::demoRunning(id, 6, Cache));
    QVERIFY(!find<RepairView>()->isVisible());
    QVERIFY(!find<CandidatesPanel>()->isVisible());
    tell(test::demoUncertain(id, Cache));
    QVERIFY(find<CandidatesPanel>()->isVisible());
    QVERIFY(find<CandidatesPanel>()->findChildren<QLabel *>().size() >= 4);
    tell(test::demoExamination(id, Cause::CookieMismatch, Cache));
    QVERIFY(find<RepairView>()->isVisible());
    // One cause, which leaves no candidates; what would make it certain may stand there.
    for (const QLabel *label : find<CandidatesPanel>()->findChildren<QLabel *>())
        QVERIFY(!label->text().contains(QStringLiteral("one of these")));
}

void tst_DoctorPage::tryAgainTellsWhatChanged()
{
    tell(test::demoExamination(examine(), Cause::CookieMismatch, Cache));
    auto *strip = find<ChangesStrip>();
    QVERIFY(!strip->isVisible());
    m_page->tryAgain();
    const quint64 second = m_page->shown();
    tell(test::demoRunning(second, 3, Cache));
    QVERIFY(!strip->isVisible());
    tell(test::demoExamination(second, Cause::CookieMismatch, Cache));
    QVERIFY(strip->isVisible());
    QVERIFY(
        strip->findChildren<QLabel *>().first()->text().startsWith(QStringLiteral("Nothing has changed")));
    m_page->tryAgain();
    tell(test::demoExamination(m_page->shown(), Cause::None, Cache));
    QStringList texts;
    for (const QLabel *label : strip->findChildren<QLabel *>())
        texts.append(label->text());
    QVERIFY2(texts.join(u'\n').contains(QStringLiteral("our digest")), qPrintable(texts.join(u'\n')));
}

void tst_DoctorPage::pairsShowTheirSettings()
{
    m_page->examine(Shop, Cache);
    tell(test::demoPairExamination(m_page->shown(), Shop, Cache));
    auto *table = find<SettingsTable>();
    QVERIFY(table->isVisible());
    QCOMPARE(table->model().rowCount(), 8);
    QCOMPARE(table->model().item(0, 3)->text(), QStringLiteral("explains it"));
    QCOMPARE(table->model().item(1, 3)->text(), QStringLiteral("differs"));
    QCOMPARE(table->model().item(2, 3)->text(), QStringLiteral("same"));
    QCOMPARE(table->model().item(5, 3)->text(), QStringLiteral("cannot be compared"));
    tell(test::demoExamination(examine(), Cause::NotRegistered, Cache));
    QVERIFY(!table->isVisible());
}

void tst_DoctorPage::historyIsSelectable()
{
    const quint64 first = examine();
    tell(test::demoExamination(first, Cause::CookieMismatch, Cache));
    const quint64 second = examine(Shop);
    tell(test::demoExamination(second, Cause::None, Shop));
    QComboBox *history = nullptr;
    for (QComboBox *box : m_page->findChildren<QComboBox *>()) {
        if (box->accessibleName().contains(QStringLiteral("session")))
            history = box;
    }
    QVERIFY(history);
    QCOMPARE(history->count(), 2);
    QVERIFY(history->itemText(1).contains(QStringLiteral("cache@web2.example")));
    m_page->showNeighbour(1);
    QCOMPARE(m_page->shown(), first);
    QCOMPARE(node()->text(), Cache.text());
    m_page->showNeighbour(1);
    QCOMPARE(m_page->shown(), first);
    m_store->clear();
    QCOMPARE(m_page->shown(), quint64(0));
}

void tst_DoctorPage::reportHasTheVerdictAndNoCookie()
{
    Examine request;
    request.to = Cache;
    request.cookie = base::Secret(QByteArray("topsecret"));
    const quint64 id = m_desk->begin(request);
    tell(test::demoExamination(id, Cause::CookieMismatch, Cache));
    m_page->copyReport();
    const QString report = QGuiApplication::clipboard()->text();
    QVERIFY(report.contains(QStringLiteral("cache@web2.example")));
    QVERIFY(report.contains(QStringLiteral("our digest")));
    QVERIFY(!report.contains(QStringLiteral("topsecret")));
}

void tst_DoctorPage::textFromNodesIsShownAsItIs()
{
    const quint64 id = examine();
    Examination hostile = test::demoExamination(id, Cause::OtherNameAnswers, Cache);
    const QString nasty = QStringLiteral("<b>x</b>\u202Egnp@h<img src=x>");
    hostile.facts.name = nasty;
    hostile.facts.features = {nasty};
    hostile.diagnosis.detail = nasty;
    hostile.diagnosis.rungs[8].evidence = nasty;
    hostile.diagnosis.excerpts[0].label = nasty;
    hostile.settings = {{nasty, nasty, nasty, true, true}};
    tell(hostile);
    m_page->findChild<EvidenceView *>()->findChild<QTabBar *>()->setCurrentIndex(1);
    for (const QLabel *label : m_page->findChildren<QLabel *>()) {
        QVERIFY2(label->textFormat() == Qt::PlainText || label->objectName().endsWith(QLatin1String("Label")),
                 qPrintable(label->objectName() + label->text()));
        QVERIFY2(!label->text().contains(QChar(0x202E)), qPrintable(label->text()));
    }
}

void tst_DoctorPage::everythingFitsASmallWindow()
{
    tell(test::demoExamination(examine(), Cause::CookieMismatch, Cache));
    m_page->resize(560, 400);
    QCoreApplication::processEvents();
    QVERIFY2(m_page->minimumSizeHint().width() <= 640,
             qPrintable(QString::number(m_page->minimumSizeHint().width())));
    const auto *list = find<RungList>();
    const auto *evidence = find<EvidenceView>();
    // One below the other.
    QVERIFY(evidence->mapTo(m_page.get(), QPoint()).y() >
            list->mapTo(m_page.get(), QPoint(0, list->height() - 1)).y());
}

QTEST_MAIN(tst_DoctorPage)
#include "tst_DoctorPage.moc"
