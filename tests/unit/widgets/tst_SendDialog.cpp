#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeWidget>
#include <QtTest>

#include "doctor/errands/ErrandPlan.h"
#include "support/DemoCluster.h"
#include "term/Encoder.h"
#include "widgets/send/SendDialog.h"
#include "widgets/terms/BytesView.h"

using namespace nodescope;
using namespace nodescope::cluster;
using namespace nodescope::widgets;

class tst_SendDialog : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<SendMemory> m_memory;
    std::unique_ptr<ClusterStore> m_store;
    std::unique_ptr<SendDialog> m_dialog;
    QList<Intent> m_intents;

    template<class Widget>
    Widget *find(const char *name) const
    {
        return m_dialog->findChild<Widget *>(QLatin1String(name));
    }
    void choose(ErrandKind kind) const
    {
        auto *box = find<QComboBox>("kind");
        box->setCurrentIndex(box->findData(int(kind)));
    }
    /// The last errand that was asked for.
    [[nodiscard]] Errand lastErrand() const
    {
        for (qsizetype i = m_intents.size() - 1; i >= 0; --i) {
            if (const auto *run = std::get_if<RunErrand>(&m_intents.at(i)))
                return run->errand;
        }
        return {};
    }
    /// Sends `hi` to a process; and what the session then says of it.
    ErrandReport sentToEcho()
    {
        m_dialog->setDestination(base::NodeName::literal(u"shop@web2.example"), QStringLiteral("echo"));
        find<QPlainTextEdit>("term")->setPlainText(QStringLiteral(":hi"));
        find<QPushButton>("go")->click();
        ErrandReport report;
        report.errand = lastErrand();
        report.steps = {{ErrandStepKind::Sent, report.errand.node, {}, 5, {}}};
        m_store->apply({ErrandChanged{report}});
        return report;
    }

private Q_SLOTS:
    void init()
    {
        m_settings =
            std::make_unique<QSettings>(m_home.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        m_settings->clear();
        m_memory = std::make_unique<SendMemory>(*m_settings);
        m_store = std::make_unique<ClusterStore>();
        m_store->apply(test::demoCluster());
        m_dialog = std::make_unique<SendDialog>(*m_store, *m_memory);
        m_intents.clear();
        connect(m_dialog.get(), &SendDialog::intent, this,
                [this](const Intent &intent) { m_intents.append(intent); });
    }
    void cleanup() { m_dialog.reset(); }

    void offersNodesThatAreUp()
    {
        QCOMPARE(find<QComboBox>("node")->count(), 6);
        QCOMPARE(find<QComboBox>("via")->count(), 7);
        ClusterStore empty;
        SendDialog dialog(empty, *m_memory);
        QCOMPARE(dialog.findChild<QComboBox *>(QStringLiteral("node"))->count(), 0);
    }
    void sendsWhatIsTyped()
    {
        m_dialog->setNode(base::NodeName::literal(u"shop@web2.example"));
        auto *go = find<QPushButton>("go");
        find<QPlainTextEdit>("term")->setPlainText(QStringLiteral("{:hello, 42}"));
        QVERIFY(!go->isEnabled());
        find<QComboBox>("process")->setEditText(QStringLiteral("echo"));
        QVERIFY(go->isEnabled());
        QVERIFY(find<QLabel>("summary")->text().contains(
            QLatin1String(":erlang.send({:echo, :\"shop@web2.example\"}, {:hello, 42})")));
        go->click();
        const Errand sent = lastErrand();
        QCOMPARE(sent.kind, ErrandKind::Send);
        QVERIFY(sent.via.isNull());
        QCOMPARE(sent.node.text(), QStringLiteral("shop@web2.example"));
        QCOMPARE(sent.process, QStringLiteral("echo"));
        QCOMPARE(sent.externalTerm,
                 QByteArray::fromHex("8368027705") + "hello" + QByteArray::fromHex("612a"));
        QCOMPARE(m_memory->history().size(), 1);
    }
    void whatWasNotSentIsNotLost()
    {
        m_dialog->reject();
        QVERIFY(m_memory->history().isEmpty());
        m_dialog->show();
        find<QPlainTextEdit>("term")->setPlainText(QStringLiteral("{:half, "));
        QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
        QVERIFY(!m_dialog->isVisible());
        QCOMPARE(m_memory->history().size(), 1);
        QCOMPARE(m_memory->history().constFirst().text, QStringLiteral("{:half, "));
    }
    void aDraftIsThereAgain()
    {
        m_dialog->setVia(base::NodeName::literal(u"mailer@web2.example"));
        m_dialog->setDestination(base::NodeName::literal(u"shop@web2.example"), QStringLiteral("echo"));
        choose(ErrandKind::GenCast);
        find<QPlainTextEdit>("term")->setPlainText(QStringLiteral("{:half, "));
        m_dialog->reject();
        // An answer that was not written after all does not take its place.
        SendDialog reply(*m_store, *m_memory);
        reply.setDestination(base::NodeName::literal(u"shop@web1.example"), QStringLiteral("other"));
        reply.reject();
        m_dialog = std::make_unique<SendDialog>(*m_store, *m_memory);
        QVERIFY(m_dialog->resume());
        QCOMPARE(find<QPlainTextEdit>("term")->toPlainText(), QStringLiteral("{:half, "));
        QCOMPARE(find<QComboBox>("kind")->currentData().toInt(), int(ErrandKind::GenCast));
        QCOMPARE(find<QComboBox>("via")->currentData().toString(), QStringLiteral("mailer@web2.example"));
        QCOMPARE(find<QComboBox>("node")->currentData().toString(), QStringLiteral("shop@web2.example"));
        QCOMPARE(find<QComboBox>("process")->currentText(), QStringLiteral("echo"));
        // What was sent is no draft.
        find<QPlainTextEdit>("term")->setPlainText(QStringLiteral("{:half, 2}"));
        find<QPushButton>("go")->click();
        m_dialog->reject();
        QVERIFY(!SendDialog(*m_store, *m_memory).resume());
    }
    void sendsFromAnotherNode()
    {
        m_dialog->setDestination(base::NodeName::literal(u"shop@web2.example"), QStringLiteral("echo"));
        m_dialog->setVia(base::NodeName::literal(u"mailer@web2.example"));
        find<QPlainTextEdit>("term")->setPlainText(QStringLiteral("{self(), :hi}"));
        find<QPushButton>("go")->click();
        QCOMPARE(lastErrand().via.text(), QStringLiteral("mailer@web2.example"));
        QCOMPARE(doctor::shownTerm(doctor::termOf(lastErrand())), QStringLiteral("{self(),hi}"));
    }
    void calls()
    {
        choose(ErrandKind::Call);
        find<QPlainTextEdit>("term")->setPlainText(QStringLiteral("Enum.sum([1, 2])"));
        find<QPushButton>("go")->click();
        QCOMPARE(lastErrand().module, QStringLiteral("Elixir.Enum"));
        QCOMPARE(lastErrand().function, QStringLiteral("sum"));
        find<QPlainTextEdit>("term")->setPlainText(QStringLiteral(":ok"));
        QVERIFY(!find<QPushButton>("go")->isEnabled());
        QVERIFY(!find<QLabel>("error")->isHidden());
    }
    void tellsErrorsWithTheirPlace()
    {
        auto *error = find<QLabel>("error");
        auto *text = find<QPlainTextEdit>("term");
        QVERIFY(error->isHidden());
        text->setPlainText(QStringLiteral("{:a,\n ]"));
        QVERIFY(!error->isHidden());
        QVERIFY(error->text().contains(u'2'));
        QVERIFY(!text->extraSelections().isEmpty());
        QCOMPARE(text->extraSelections().first().cursor.selectedText(), QStringLiteral("]"));
        text->setPlainText(QStringLiteral("{:a, 1}"));
        QVERIFY(error->isHidden());
    }
    void anotherSyntaxConvertsTheText()
    {
        auto *text = find<QPlainTextEdit>("term");
        text->setPlainText(QStringLiteral("{self(), :hello}"));
        find<QComboBox>("syntax")->setCurrentIndex(1);
        QCOMPARE(text->toPlainText(), QStringLiteral("{self(),hello}"));
        text->undo();
        QCOMPARE(text->toPlainText(), QStringLiteral("{self(), :hello}"));
    }
    void bracketsAndBytesFollowTheCursor()
    {
        auto *text = find<QPlainTextEdit>("term");
        text->setPlainText(QStringLiteral("{:a, 1}"));
        QTextCursor cursor = text->textCursor();
        cursor.setPosition(0);
        text->setTextCursor(cursor);
        QCOMPARE(text->extraSelections().size(), 2);
        auto *bytes = find<BytesView>("bytes");
        QCOMPARE(bytes->marked(), (term::ByteRange{1, 7}));
        // And back: a click on the atom's bytes selects it in the text.
        m_dialog->show();
        QTest::mouseClick(bytes->viewport(), Qt::LeftButton, {}, bytes->rectOf(5).center());
        QCOMPARE(text->textCursor().selectedText(), QStringLiteral(":a"));
        QCOMPARE(bytes->marked(), (term::ByteRange{3, 3}));
    }
    /// Row by row, and from left to right within one.
    void keysFollowTheEye()
    {
        m_dialog->setDestination(base::NodeName::literal(u"shop@web2.example"), QStringLiteral("echo"));
        find<QPlainTextEdit>("term")->setPlainText(QStringLiteral(":ok"));
        m_dialog->show();
        QList<QWidget *> way;
        const QWidget *first = find<QComboBox>("kind");
        for (QWidget *at = find<QComboBox>("kind"); way.isEmpty() || at != first;
             at = at->nextInFocusChain()) {
            if (at->isVisible() && at->isEnabled() && (at->focusPolicy() & Qt::TabFocus) && !at->focusProxy())
                way.append(at);
        }
        QVERIFY(way.size() >= 10);
        for (qsizetype i = 1; i < way.size(); ++i) {
            const QRect before(way[i - 1]->mapTo(m_dialog.get(), QPoint()), way[i - 1]->size());
            const QRect next(way[i]->mapTo(m_dialog.get(), QPoint()), way[i]->size());
            QVERIFY2(next.top() > before.bottom() || next.left() > before.right() || before.contains(next),
                     way[i]->metaObject()->className());
        }
    }
    /// What is typed concerns the text alone: thousands of nodes are not gone through for each key.
    void typingLeavesTheNodesAlone()
    {
        auto *node = find<QComboBox>("node");
        QSignalSpy filled(node->model(), &QAbstractItemModel::rowsInserted);
        m_store->apply(test::largeCluster(2, 5)); // a hidden dialog takes them when it is shown
        const int before = node->count();
        find<QPlainTextEdit>("term")->setPlainText(QStringLiteral(":ok"));
        QCOMPARE(node->count(), before);
        QCOMPARE(filled.size(), 0);
        m_dialog->show();
        QVERIFY(node->count() > before);
    }
    void stepsAreShown()
    {
        ErrandReport report = sentToEcho();
        auto *steps = find<QTreeWidget>("steps");
        QCOMPARE(steps->topLevelItemCount(), 1);
        report.steps.append(
            {ErrandStepKind::Answered, report.errand.node, {}, 5, QStringLiteral("a\u202eb")});
        report.running = false;
        m_store->apply({ErrandChanged{report}});
        QCOMPARE(steps->topLevelItemCount(), 2);
        QVERIFY(steps->topLevelItem(1)->text(3).contains(QLatin1String("U+202E")));
    }
    /// What will run, and what came, are written as what is typed.
    void planAndAnswersFollowTheSyntax()
    {
        ErrandReport report = sentToEcho();
        report.steps = {
            {ErrandStepKind::Answered, report.errand.node, {}, 5, QStringLiteral("{ok,<<\"a\">>}")}};
        m_store->apply({ErrandChanged{report}});
        auto *steps = find<QTreeWidget>("steps");
        QCOMPARE(steps->topLevelItem(0)->text(3), QStringLiteral("{:ok, \"a\"}"));
        find<QComboBox>("syntax")->setCurrentIndex(1);
        QCOMPARE(steps->topLevelItem(0)->text(3), QStringLiteral("{ok,<<\"a\">>}"));
        QVERIFY(find<QLabel>("summary")->text().contains(
            QLatin1String("erlang:send({echo,'shop@web2.example'}, hi)")));
    }
    void nothingIsStoppedAfterTheAnswer()
    {
        ErrandReport report = sentToEcho();
        QVERIFY(!find<QPushButton>("stop")->isHidden());
        // A mailbox stays open for more.
        report.steps.append({ErrandStepKind::Answered, report.errand.node, {}, 5, QStringLiteral("yes")});
        m_store->apply({ErrandChanged{report}});
        QVERIFY(find<QPushButton>("stop")->isHidden());
    }
    /// The pid of the process that sends is not known before: what stands in its place is no byte of it.
    void thePlaceOfTheSenderIsMarkedAsSuch()
    {
        auto *bytes = find<BytesView>("bytes");
        find<QPlainTextEdit>("term")->setPlainText(QStringLiteral("{:hi, 1}"));
        QVERIFY(bytes->unknown().isEmpty());
        QVERIFY(find<QLabel>("place")->isHidden());
        find<QPlainTextEdit>("term")->setPlainText(QStringLiteral("{self(), :hi, self()}"));
        QCOMPARE(bytes->unknown().size(), 2);
        QCOMPARE(bytes->unknown().constFirst().offset, 3);
        QVERIFY(!find<QLabel>("place")->isHidden());
        choose(ErrandKind::Monitor);
        QVERIFY(find<QLabel>("place")->isHidden());
    }
    /// The names of the chosen node are asked for, and offered.
    void namesAreOffered()
    {
        QTRY_VERIFY(doctor::isObserving(lastErrand()));
        ErrandReport report;
        report.errand = lastErrand();
        report.running = false;
        report.answer =
            term::encode(term::Term::list({term::Term::atom(u"echo"), term::Term::atom(u"alpha")}));
        m_store->apply({ErrandChanged{report}});
        QCOMPARE(find<QComboBox>("process")->count(), 2);
        QCOMPARE(find<QComboBox>("process")->itemText(0), QStringLiteral("alpha"));
    }
};

QTEST_MAIN(tst_SendDialog)
#include "tst_SendDialog.moc"
