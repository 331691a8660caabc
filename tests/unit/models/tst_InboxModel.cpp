#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "models/InboxModel.h"
#include "models/Roles.h"

using namespace nodescope;
using namespace nodescope::cluster;
using models::InboxModel;

namespace {

Report mailOf(quint64 id, qsizetype bytes = 10)
{
    Mail mail;
    mail.id = id;
    mail.externalTerm = QByteArray(bytes, 'x');
    mail.excerpt = QString::number(id);
    return MailArrived{mail};
}

Reports mails(quint64 from, quint64 to, qsizetype bytes = 10)
{
    Reports reports;
    for (quint64 id = from; id <= to; ++id)
        reports.append(mailOf(id, bytes));
    return reports;
}

} // namespace

class tst_InboxModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBatchIsOneInsert()
    {
        InboxModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        model.take(mails(1, 100));
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(model.rowCount(), 100);
        QCOMPARE(model.received(), quint64(100));
        QCOMPARE(model.index(4, InboxModel::Message).data().toString(), QStringLiteral("5"));
        QCOMPARE(model.index(4, InboxModel::Size).data().toLongLong(), 10);
        QCOMPARE(model.indexOf(7).row(), 6);
        QVERIFY(!model.indexOf(700).isValid());
        QCOMPARE(model.index(0, 0).data(models::ValueRole).value<Mail>().id, quint64(1));
    }
    void bytesAreBounded()
    {
        InboxModel model;
        model.setLimits(100'000, 1000);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        quint64 last = 0;
        for (int i = 0; i < 100; ++i) {
            model.take(mails(last + 1, last + 10, 1000));
            last += 10;
            QVERIFY(model.heldBytes() <= 100'000);
        }
        QCOMPARE(model.dropped() + quint64(model.rowCount()), model.received());
        QVERIFY(model.rowCount() > 50);
        QCOMPARE(model.mailAt(model.rowCount() - 1).id, last);
        QCOMPARE(reset.size(), 0);
    }
    void rowsAreBounded()
    {
        InboxModel model;
        model.setLimits(InboxModel::DefaultBytes, 100);
        model.take(mails(1, 90));
        model.take(mails(91, 120));
        QVERIFY(model.rowCount() <= 100);
        QCOMPARE(model.mailAt(model.rowCount() - 1).id, quint64(120));
        model.take(mails(121, 1000));
        QVERIFY(model.rowCount() <= 100);
        QCOMPARE(model.mailAt(model.rowCount() - 1).id, quint64(1000));
        QCOMPARE(model.dropped() + quint64(model.rowCount()), quint64(1000));
    }
    void theNewestStaysHoweverLarge()
    {
        InboxModel model;
        model.setLimits(1000, 100);
        model.take(mails(1, 2));
        model.take({mailOf(3, 5000)});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.mailAt(0).id, quint64(3));
        QCOMPARE(model.dropped(), quint64(2));
        model.take({mailOf(4), mailOf(5, 6000)});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.mailAt(0).id, quint64(5));
    }
    void whatWasLostOnTheWayIsCounted()
    {
        InboxModel model;
        QSignalSpy counts(&model, &InboxModel::countsChanged);
        model.take({MailDropped{7, 700}, mailOf(8)});
        QCOMPARE(model.received(), quint64(8));
        QCOMPARE(model.dropped(), quint64(7));
        QCOMPARE(counts.size(), 1);
        model.take({ProcessesTold{}});
        QCOMPARE(counts.size(), 1);
    }
    void sendersAreNamedLater()
    {
        InboxModel model;
        Mail mail;
        mail.id = 1;
        mail.sender = QStringLiteral("#Pid<a@h.1.0.1>");
        Mail other = mail;
        other.id = 2;
        other.sender = QStringLiteral("#Pid<a@h.2.0.1>");
        model.take(
            {MailArrived{mail}, SenderNamed{mail.sender, QStringLiteral("shell")}, MailArrived{other}});
        QCOMPARE(model.index(0, InboxModel::Sender).data().toString(), QStringLiteral("shell"));
        QCOMPARE(model.index(1, InboxModel::Sender).data().toString(), other.sender);
    }
    void clearing()
    {
        InboxModel model;
        model.take(mails(1, 5));
        model.clear();
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.heldBytes(), 0);
        QCOMPARE(model.received(), quint64(5));
        QCOMPARE(model.dropped(), quint64(0));
    }
};

QTEST_GUILESS_MAIN(tst_InboxModel)
#include "tst_InboxModel.moc"
