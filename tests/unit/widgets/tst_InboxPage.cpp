#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "term/Encoder.h"
#include "widgets/inbox/InboxPage.h"
#include "widgets/tables/DataTable.h"
#include "widgets/terms/TermView.h"

using namespace nodescope;
using namespace nodescope::cluster;
using namespace nodescope::widgets;
using base::NodeName;
using term::Term;

namespace {

Mail mailOf(quint64 id, const Term &term)
{
    Mail mail;
    mail.id = id;
    mail.time = QDateTime::currentDateTimeUtc();
    mail.node = NodeName::literal(u"alice@h");
    mail.sender = QStringLiteral("#Pid<alice@h.85.0.7>");
    mail.receiver = QStringLiteral("inbox");
    mail.externalTerm = term::encode(term);
    mail.excerpt = term::toErlang(term, 240);
    return mail;
}

Reports mails(quint64 from, quint64 to)
{
    Reports reports;
    for (quint64 id = from; id <= to; ++id)
        reports.append(
            MailArrived{mailOf(id, Term::tuple({Term::atom(u"number"), Term::unsignedInteger(id)}))});
    return reports;
}

} // namespace

class tst_InboxPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMessageIsShownFromAllSides()
    {
        InboxPage page;
        page.resize(1000, 300);
        page.show();
        page.take(mails(1, 3));
        QCOMPARE(page.table()->model()->rowCount(), 3);
        const QString row = page.table()->asText();
        QVERIFY2(row.contains(QStringLiteral("<85.0>")) && row.contains(QStringLiteral("alice@h")) &&
                     row.contains(QStringLiteral("{number,2}")),
                 qPrintable(row));
        QVERIFY(page.select(2));
        QTRY_VERIFY_WITH_TIMEOUT(page.view()->document().term().at(1).toInteger() == 2, 30'000);
        QSignalSpy reply(&page, &InboxPage::replyRequested);
        page.findChild<QToolButton *>(QStringLiteral("replyToMessage"))->click();
        QCOMPARE(reply.size(), 1);
        QCOMPARE(reply.first().at(1).toString(), QStringLiteral("#Pid<alice@h.85.0.7>"));
        // What comes later does not take it away.
        page.take(mails(4, 50));
        QCOMPARE(page.view()->document().term().at(1).toInteger(), std::optional<qint64>(2));
        page.clear();
        QVERIFY(!page.view()->document().term().isValid());
    }
    void itFollowsTheNewestUnlessScrolledAway()
    {
        InboxPage page;
        page.resize(1000, 240);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        page.take(mails(1, 200));
        const auto last = [&] { return page.table()->rowAt(page.table()->viewport()->height() - 4); };
        QTRY_COMPARE(last(), 199);
        page.table()->scrollToTop();
        page.take(mails(201, 300));
        QCOMPARE(page.table()->rowAt(2), 0);
    }
    void whatTheFilterLeavesOutIsNotShown()
    {
        InboxPage page;
        page.resize(1000, 300);
        page.show();
        page.take(mails(1, 3));
        QVERIFY(page.select(2));
        QTRY_VERIFY_WITH_TIMEOUT(page.view()->document().term().isValid(), 30'000);
        auto *find = page.findChild<QLineEdit *>(QStringLiteral("filterInbox"));
        find->setText(QStringLiteral("number,2"));
        QVERIFY(page.view()->document().term().isValid());
        find->setText(QStringLiteral("nothing like that"));
        QCOMPARE(page.table()->model()->rowCount(), 0);
        QVERIFY(!page.view()->document().term().isValid());
        QCOMPARE(page.table()->emptyText(), InboxPage::tr("No message matches"));
    }
    void wordsFilter()
    {
        InboxPage page;
        page.take(mails(1, 30));
        auto *find = page.findChild<QLineEdit *>(QStringLiteral("filterInbox"));
        find->setText(QStringLiteral("alice number,7"));
        QCOMPARE(page.table()->model()->rowCount(), 1);
        find->setText(QStringLiteral("bob"));
        QCOMPARE(page.table()->model()->rowCount(), 0);
        find->clear();
        QCOMPARE(page.table()->model()->rowCount(), 30);
    }
    void whatWasDroppedIsSaid()
    {
        InboxPage page;
        QSignalSpy told(&page, &InboxPage::summaryChanged);
        page.take({MailDropped{12, 3400}});
        QVERIFY(page.summary().contains(QStringLiteral("12")));
        QVERIFY(!told.isEmpty());
    }
    void theWayToWriteIsOffered()
    {
        InboxPage page;
        Mailbox mailbox;
        mailbox.name = QStringLiteral("inbox");
        mailbox.addresses = {{NodeName::literal(u"alice@h"), NodeName::literal(u"3Q2@h"), {}}};
        page.take({MailboxChanged{mailbox}});
        QCOMPARE(sendLine(mailbox, mailbox.addresses.constFirst(), false),
                 QStringLiteral("{inbox,'3Q2@h'} ! hello."));
        QCOMPARE(sendLine(mailbox, mailbox.addresses.constFirst(), true),
                 QStringLiteral("send({:inbox, :\"3Q2@h\"}, :hello)"));
        QMenu *menu = page.findChild<QToolButton *>(QStringLiteral("inboxAddress"))->menu();
        Q_EMIT menu->aboutToShow();
        menu->actions().at(1)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("{inbox,'3Q2@h'} ! hello."));
    }
    void itFitsIntoANarrowWindow()
    {
        InboxPage page;
        page.show();
        QVERIFY2(page.minimumSizeHint().width() <= 640,
                 qPrintable(QString::number(page.minimumSizeHint().width())));
    }
    void shortPids()
    {
        QCOMPARE(shortPid(QStringLiteral("#Pid<alice@127.0.0.1.85.3.7>")), QStringLiteral("<85.3>"));
        QCOMPARE(shortPid(QStringLiteral("#Pid<'odd.name@h'.85.3.7>")), QStringLiteral("<85.3>"));
        QCOMPARE(shortPid(QStringLiteral("nonsense")), QStringLiteral("nonsense"));
    }
};

QTEST_MAIN(tst_InboxPage)
#include "tst_InboxPage.moc"
