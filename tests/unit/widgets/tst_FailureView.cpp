#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QtTest>

#include "cluster/Node.h"
#include "support/DemoCluster.h"
#include "widgets/inspector/FailureView.h"
#include "widgets/inspector/LadderView.h"
#include "widgets/inspector/RepairView.h"
#include "widgets/inspector/RungSign.h"

using namespace nodescope;
using namespace nodescope::cluster;
using namespace nodescope::widgets;
using base::NodeName;

namespace {
std::shared_ptr<const Diagnosis> diagnosisOf(Cause cause,
                                             const NodeName &to = NodeName::literal(u"b@web2.example"))
{
    return std::make_shared<Diagnosis>(test::demoDiagnosis(cause, NodeName::literal(u"a@db1.example"), to));
}
} // namespace

class tst_FailureView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCauseCanBeShown()
    {
        FailureView view;
        for (const Cause cause : allCauses()) {
            view.setDiagnosis(diagnosisOf(cause));
            QVERIFY2(!view.findChild<QLabel *>(QStringLiteral("verdict"))->text().isEmpty(),
                     qPrintable(identifierOf(cause)));
            QVERIFY(view.asText().contains(QStringLiteral("a@db1.example")));
        }
    }
    void ladderIsReadOut()
    {
        FailureView view;
        view.setDiagnosis(diagnosisOf(Cause::CookieMismatch));
        const QString description = view.findChild<LadderView *>()->accessibleDescription();
        QCOMPARE(description.count(u'\n'), 11);
        QVERIFY(description.contains(QStringLiteral("’s digest: failed closed, no ack")));
    }
    void repairNamesTheNodesAndNoCookie()
    {
        FailureView view;
        view.setDiagnosis(diagnosisOf(Cause::CookieMismatch));
        auto *repair = view.findChild<RepairView *>();
        QCOMPARE(
            repair->code(),
            QStringLiteral("Node.get_cookie()\nNode.set_cookie(:\"b@web2.example\", :\"the_cookie_of_b\")"));
        auto *tabs = repair->findChild<QTabBar *>();
        QCOMPARE(tabs->count(), 4);
        tabs->setCurrentIndex(1);
        QCOMPARE(repair->code(), QStringLiteral("erlang:get_cookie().\nerlang:set_cookie('b@web2.example', "
                                                "'the_cookie_of_b')."));
    }
    void hostileNamesStayData()
    {
        FailureView view;
        view.setDiagnosis(
            diagnosisOf(Cause::CookieMismatch, NodeName::literal(u"a'b\"#{System.halt}@h;rm -rf $HOME")));
        auto *repair = view.findChild<RepairView *>();
        QVERIFY(repair->code().contains(QStringLiteral(":\"a'b\\\"\\#{System.halt}@h;rm -rf $HOME\"")));
        repair->findChild<QTabBar *>()->setCurrentIndex(2);
        QVERIFY(repair->code().contains(QStringLiteral("scp 'h;rm -rf $HOME':.erlang.cookie")));
        for (const QLabel *label : view.findChildren<QLabel *>())
            QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->objectName()));
    }
    void anotherCookieIsOfferedForOursOnly()
    {
        FailureView view;
        QSignalSpy otherwise(&view, &FailureView::connectOtherwiseClicked);
        view.setDiagnosis(diagnosisOf(Cause::CookieMismatch));
        const auto button = [&] {
            for (QPushButton *one : view.findChildren<QPushButton *>()) {
                if (!one->isHidden() && one->text().contains(QStringLiteral("cookie…")))
                    return one;
            }
            return static_cast<QPushButton *>(nullptr);
        };
        QVERIFY(!button());
        view.setDiagnosis(std::make_shared<Diagnosis>(
            test::demoDiagnosis(Cause::CookieMismatch, selfName(), NodeName::literal(u"b@h"))));
        QVERIFY(button());
        button()->click();
        QCOMPARE(otherwise.first().first().value<NodeName>().text(), QStringLiteral("b@h"));
    }
    /// Where name and evidence have no room side by side, the evidence has lines of its own: nothing is cut.
    void evidenceHasTheRoomThatItNeeds()
    {
        const QFont font = QApplication::font();
        const RungWords words{QStringLiteral("the host is found"), font,
                              QStringLiteral("db1.a-rather-long-domain.example is 192.168.100.200"), font};
        const QFontMetrics metrics(font);
        const int column = metrics.horizontalAdvance(words.title) + 20;
        const int wide = column + metrics.horizontalAdvance(words.evidence) + 40;
        const RungPlaces beside = placesOf(words, 30, 30 + wide, column, 26, 10);
        QCOMPARE(beside.height, 26);
        QVERIFY(beside.evidence.left() > beside.title.right());
        for (int width = wide - 40; width > 60; width -= 17) {
            const RungPlaces below = placesOf(words, 30, 30 + width, column, 26, 10);
            QVERIFY(below.evidence.top() > below.title.top());
            QVERIFY(!below.evidence.intersects(below.title));
            const QRect needed = metrics.boundingRect(
                QRect(0, 0, width, 10'000), evidenceFlags(metrics, words.evidence, width), words.evidence);
            QVERIFY(below.evidence.height() >= needed.height());
            QVERIFY(below.height >= below.evidence.bottom());
        }
        // Words stay whole where they can.
        const int longest = metrics.horizontalAdvance(QStringLiteral("db1.a-rather-long-domain.example"));
        QCOMPARE(evidenceFlags(metrics, words.evidence, longest), int(Qt::TextWordWrap));
        QVERIFY(evidenceFlags(metrics, words.evidence, longest - 1) & Qt::TextWrapAnywhere);
    }
};

QTEST_MAIN(tst_FailureView)
#include "tst_FailureView.moc"
