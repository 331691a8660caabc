#include <thread>

#include <QtTest>

#include "app/ReportMailbox.h"

using namespace nodescope;
using namespace nodescope::app;
using namespace nodescope::cluster;

namespace {

Report mailOf(quint64 id, qsizetype bytes = 10)
{
    Mail mail;
    mail.id = id;
    mail.externalTerm = QByteArray(bytes, 'x');
    return MailArrived{mail};
}

/// What a mailbox delivered.
struct Taken
{
    QList<quint64> ids;
    quint64 dropped = 0;
    quint64 droppedBytes = 0;
    int answers = 0;
    qsizetype largest = 0;

    void take(const Reports &reports)
    {
        largest = std::max(largest, reports.size());
        for (const Report &report : reports) {
            if (const auto *arrived = std::get_if<MailArrived>(&report))
                ids.append(arrived->mail.id);
            if (const auto *lost = std::get_if<MailDropped>(&report)) {
                dropped += lost->messages;
                droppedBytes += lost->bytes;
            }
            answers += std::holds_alternative<ProcessesTold>(report) ? 1 : 0;
        }
    }
};

} // namespace

class tst_ReportMailbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deliversInOrderFromAnotherThread()
    {
        ReportMailbox mailbox;
        Taken taken;
        connect(&mailbox, &ReportMailbox::delivered, this, [&](const Reports &some) { taken.take(some); });
        constexpr quint64 Count = 3000;
        std::thread poster([&] {
            for (quint64 i = 1; i <= Count; ++i)
                mailbox.post({mailOf(i)});
        });
        poster.join();
        QTRY_COMPARE_WITH_TIMEOUT(taken.ids.size(), qsizetype(Count), 10'000);
        QVERIFY(std::is_sorted(taken.ids.begin(), taken.ids.end()));
        QCOMPARE(taken.dropped, quint64(0));
        QVERIFY(taken.largest <= ReportMailbox::AtOnce + 1);
    }
    void aFloodIsBoundedAndCounted()
    {
        ReportMailbox mailbox;
        Taken taken;
        connect(&mailbox, &ReportMailbox::delivered, this, [&](const Reports &some) { taken.take(some); });
        constexpr quint64 Count = 5 * ReportMailbox::MaxWaiting;
        mailbox.post({ProcessesTold{}});
        for (quint64 i = 1; i <= Count; ++i)
            mailbox.post({mailOf(i)});
        QTRY_VERIFY_WITH_TIMEOUT(!taken.ids.isEmpty() && taken.ids.last() == Count, 10'000);
        QVERIFY(taken.dropped > 0);
        QCOMPARE(taken.dropped + quint64(taken.ids.size()), Count);
        QVERIFY(taken.droppedBytes > taken.dropped);
        QCOMPARE(taken.answers, 1);
    }
    void bytesAreBoundedAndTheNewestStays()
    {
        ReportMailbox mailbox;
        Taken taken;
        connect(&mailbox, &ReportMailbox::delivered, this, [&](const Reports &some) { taken.take(some); });
        const QByteArray shared(qsizetype(100) << 20, 'x');
        for (quint64 i = 1; i <= 6; ++i) {
            Mail mail;
            mail.id = i;
            mail.externalTerm = shared;
            mailbox.post({MailArrived{mail}});
        }
        QTRY_VERIFY_WITH_TIMEOUT(!taken.ids.isEmpty(), 10'000);
        QCOMPARE(taken.ids, QList<quint64>{6});
        QCOMPARE(taken.dropped, quint64(5));
    }
};

QTEST_GUILESS_MAIN(tst_ReportMailbox)
#include "tst_ReportMailbox.moc"
