#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

#include "support/DemoExaminations.h"
#include "widgets/doctor/PostPage.h"
#include "widgets/doctor/RungList.h"
#include "widgets/doctor/VisitWords.h"
#include "widgets/inspector/RepairView.h"

using namespace nodescope;
using namespace nodescope::cluster;
using namespace nodescope::widgets;
using base::NodeName;

namespace {
const NodeName Caller = NodeName::literal(u"app@db1.example");

Visit visitOf(quint64 id, VisitCookie cookie, bool running = false)
{
    Visit visit;
    visit.id = id;
    visit.running = running;
    visit.kind = VisitorKind::Node;
    visit.address = QStringLiteral("127.0.0.1:40112");
    visit.caller = Caller;
    visit.version = 6;
    visit.cookie = cookie;
    visit.cookieLabel = QStringLiteral("staging");
    visit.cookiesCompared = 5;
    const Cause cause = cookie == VisitCookie::NoneOfOurs ? Cause::CookieMismatch : Cause::None;
    visit.diagnosis = test::demoExamination(id, cause, Caller).diagnosis;
    visit.diagnosis.time = QDateTime::currentDateTimeUtc();
    return visit;
}
} // namespace

class tst_DoctorPost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_page = std::make_unique<PostPage>();
        m_page->resize(900, 700);
        m_page->show();
    }
    void asksForAPostWithALegalName()
    {
        QSignalSpy open(m_page.get(), &PostPage::openRequested);
        name()->setText(QStringLiteral("post"));
        QVERIFY(!toggle()->isEnabled());
        name()->setText(QStringLiteral("post@db1.example"));
        toggle()->click();
        QCOMPARE(open.count(), 1);
        QCOMPARE(open.first().first().value<NodeName>().text(), QStringLiteral("post@db1.example"));
        QCOMPARE(open.first().at(1).toString(), QString());
    }
    void mayWantTls()
    {
        QSignalSpy open(m_page.get(), &PostPage::openRequested);
        name()->setText(QStringLiteral("post@db1.example"));
        m_page->findChild<QLineEdit *>(QStringLiteral("tlsOptions"))
            ->setText(QStringLiteral(" /etc/ssl_dist.conf "));
        toggle()->click();
        QCOMPARE(open.first().at(1).toString(), QStringLiteral("/etc/ssl_dist.conf"));
        Post post;
        post.open = post.tls = true;
        post.name = NodeName::literal(u"post@db1.example");
        m_page->setPost(post);
        QVERIFY(!m_page->findChild<QLineEdit *>(QStringLiteral("tlsOptions"))->isEnabled());
        const QList<QLabel *> labels = m_page->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->text().contains(QLatin1String("Callers must speak TLS."));
        }));
    }
    void anOpenPostSaysHowItIsDialledAndCloses()
    {
        QSignalSpy close(m_page.get(), &PostPage::closeRequested);
        Post post;
        post.open = post.registered = true;
        post.name = NodeName::literal(u"post@db1.example");
        post.port = 40001;
        m_page->setPost(post);
        QVERIFY(!name()->isEnabled());
        QCOMPARE(m_page->findChild<RepairView *>()->code(),
                 QStringLiteral("Node.connect(:\"post@db1.example\")"));
        toggle()->click();
        QCOMPARE(close.count(), 1);
    }
    void aCallGrowsAndSaysWhichCookieItUsed()
    {
        m_page->setVisit(visitOf(1, VisitCookie::NotReached, true));
        QCOMPARE(calls()->count(), 1);
        QVERIFY(!verdict().isEmpty());
        m_page->setVisit(visitOf(1, VisitCookie::Known));
        QCOMPARE(calls()->count(), 1);
        QVERIFY2(verdict().contains(QStringLiteral("staging")), qPrintable(verdict()));
        QVERIFY(calls()->item(0)->text().contains(Caller.text()));
    }
    void theLatestIsShownUnlessAnEarlierIsLookedAt()
    {
        m_page->setVisit(visitOf(1, VisitCookie::Known));
        m_page->setVisit(visitOf(2, VisitCookie::NoneOfOurs));
        QCOMPARE(calls()->currentRow(), 0);
        QVERIFY2(verdict().contains(QStringLiteral("none of")), qPrintable(verdict()));
        calls()->setCurrentRow(1);
        m_page->setVisit(visitOf(3, VisitCookie::NoneOfOurs));
        QCOMPARE(calls()->currentRow(), 2);
        QVERIFY(verdict().contains(QStringLiteral("staging")));
    }
    void keepsABoundedNumber()
    {
        m_page->hide(); // laid out once, not five hundred times
        for (quint64 id = 1; id <= PostPage::MaxVisits + 3; ++id)
            m_page->setVisit(visitOf(id, VisitCookie::Known));
        QCOMPARE(calls()->count(), static_cast<int>(PostPage::MaxVisits));
    }
    void whoOnlyKnocksHasNotFailed()
    {
        Visit visit;
        visit.running = false;
        visit.address = QStringLiteral("10.0.0.9:51000");
        visit.kind = VisitorKind::Knock;
        QCOMPARE(outcomeOf(visit), Outcome::GivenUp);
        m_page->setVisit(visit);
        QVERIFY(calls()->item(0)->toolTip().contains(visit.address));
    }

private:
    QLineEdit *name() { return m_page->findChild<QLineEdit *>(QStringLiteral("postName")); }
    QPushButton *toggle() { return m_page->findChild<QPushButton *>(); }
    QListWidget *calls() { return m_page->findChild<QListWidget *>(QStringLiteral("visits")); }
    QString verdict() { return m_page->findChild<QLabel *>(QStringLiteral("verdict"))->text(); }
    std::unique_ptr<PostPage> m_page;
};

QTEST_MAIN(tst_DoctorPost)
#include "tst_DoctorPost.moc"
