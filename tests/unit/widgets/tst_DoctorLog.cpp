#include <ctime>

#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "support/DemoCluster.h"
#include "widgets/common/SelectionModel.h"
#include "widgets/doctor/LogEdit.h"
#include "widgets/doctor/LogPage.h"

using namespace nodescope;
using namespace nodescope::cluster;
using namespace nodescope::widgets;

namespace {
const QString Rejected = QStringLiteral(
    "2026-01-02 14:03:07 [error] ** Connection attempt from node 'billing@db1.example' rejected. Invalid "
    "challenge reply. **");
const QString Ordinary = QStringLiteral("2026-01-02 14:03:07 [info] GET / 200 in 3 ms");

/// The time that this thread has computed.
qint64 ownMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return qint64(time.tv_sec) * 1000 + time.tv_nsec / 1000000;
}
} // namespace

class tst_DoctorLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_page.reset();
        m_store = std::make_unique<ClusterStore>();
        m_selection.clear();
        m_page = std::make_unique<LogPage>(*m_store, m_selection);
        m_page->resize(900, 700);
        m_page->show();
    }
    void findingsAppearAsOneTypes()
    {
        text()->setPlainText(Ordinary + u'\n' + Rejected + u'\n');
        QTRY_COMPARE(m_page->findings().size(), 1);
        QCOMPARE(m_page->findings().first().firstLine, qsizetype(2));
        QCOMPARE(list()->count(), 1);
        QCOMPARE(text()->extraSelections().size(), 1);
        text()->setPlainText(Ordinary);
        QTRY_COMPARE(m_page->findings().size(), 0);
        QCOMPARE(list()->count(), 0);
    }
    void theCursorChoosesItsFinding()
    {
        text()->setPlainText(Rejected + u'\n' + Ordinary +
                             QStringLiteral("\n** Node shop@web2.example not responding **\n"
                                            "** Removing (timedout) connection **\n"));
        QTRY_VERIFY(m_page->findings().size() >= 2);
        text()->showLine(3);
        QCOMPARE(list()->currentRow(), 1);
        list()->setCurrentRow(0);
        QCOMPARE(text()->textCursor().blockNumber(), 0);
    }
    void whatIsKnownCanBeShown()
    {
        text()->setPlainText(Rejected);
        QTRY_COMPARE(m_page->findings().size(), 1);
        QPushButton *show = button(QStringLiteral("Show node"));
        QVERIFY(!show->isEnabled());
        QVERIFY(!show->toolTip().isEmpty());
        m_store->apply(test::demoCluster());
        QVERIFY(show->isEnabled());
        QSignalSpy leave(m_page.get(), &LogPage::showRequested);
        show->click();
        QCOMPARE(leave.count(), 1);
        QCOMPARE(m_selection.node()->text(), QStringLiteral("billing@db1.example"));
    }
    void aFileIsOpenedAndOneThatCannotBeIsSaid()
    {
        QTemporaryDir home;
        QFile file(home.filePath(QStringLiteral("erlang.log")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write((Rejected + QStringLiteral("\r\n")).toUtf8());
        file.close();
        QVERIFY(text()->openFile(file.fileName()).isEmpty());
        QTRY_COMPARE(m_page->findings().size(), 1);
        QVERIFY(!text()->openFile(home.filePath(QStringLiteral("none.log"))).isEmpty());
    }
    void tenMegabytesDoNotStallTheWindow()
    {
        QString log;
        log.reserve(10 * 1024 * 1024 + 1000);
        while (log.size() < 10 * 1024 * 1024)
            log += Ordinary + u'\n';
        log += Rejected + u'\n';
        // What one turn of the loop costs this thread itself: the machine may be busy with other things.
        qint64 last = ownMilliseconds();
        qint64 longest = 0;
        QTimer pulse;
        connect(&pulse, &QTimer::timeout, this, [&] {
            const qint64 now = ownMilliseconds();
            longest = std::max(longest, now - last);
            last = now;
        });
        pulse.start(5);
        text()->load(log);
        QTRY_COMPARE_WITH_TIMEOUT(m_page->findings().size(), 1, 60000);
        qInfo() << "longest turn of the loop:" << longest << "ms";
        QVERIFY2(longest < 100, qPrintable(QString::number(longest)));
    }
    void moreThanTheLimitIsCutAndSaid()
    {
        text()->load(QString(LogEdit::MaxCharacters + 10, u'x'));
        QVERIFY(text()->isCut());
        text()->load(Rejected);
        QVERIFY(!text()->isCut());
    }
    void closesWhileItReads()
    {
        text()->setPlainText(Rejected);
        QTest::qWait(160);
        m_page.reset();
    }

private:
    LogEdit *text() { return m_page->findChild<LogEdit *>(); }
    QListWidget *list() { return m_page->findChild<QListWidget *>(); }
    QPushButton *button(const QString &name)
    {
        for (QPushButton *one : m_page->findChildren<QPushButton *>()) {
            if (one->text() == name)
                return one;
        }
        return nullptr;
    }
    std::unique_ptr<ClusterStore> m_store;
    SelectionModel m_selection;
    std::unique_ptr<LogPage> m_page;
};

QTEST_MAIN(tst_DoctorLog)
#include "tst_DoctorLog.moc"
