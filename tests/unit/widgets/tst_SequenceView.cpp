#include <ctime>

#include <QClipboard>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTimeZone>
#include <QtTest>

#include "support/DemoCluster.h"
#include "widgets/inspector/InspectorPane.h"
#include "widgets/sequence/LaneDialog.h"
#include "widgets/sequence/MessageWords.h"
#include "widgets/sequence/SequencePage.h"

using namespace nodescope;
using namespace nodescope::cluster;
using namespace nodescope::widgets;

namespace {
double computed()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

MessageStep step(quint64 exchange, StepKind kind, const MessageEnd &from, const MessageEnd &to)
{
    MessageStep step;
    step.exchange = exchange;
    step.kind = kind;
    step.from = from;
    step.to = to;
    step.text = QStringLiteral("{hello,%1}").arg(exchange);
    step.size = 12;
    step.time = QDateTime::currentDateTimeUtc();
    return step;
}

const MessageEnd Us{selfName(), QStringLiteral("<0.1.0>")};
const MessageEnd A{base::NodeName::literal(u"orders@db1.example"), QStringLiteral("worker")};
const MessageEnd B{base::NodeName::literal(u"billing@db1.example"), QStringLiteral("<9.8.0>")};
} // namespace

class tst_SequenceView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_store = std::make_unique<ClusterStore>();
        m_selection = std::make_unique<SelectionModel>();
        m_view = std::make_unique<SequenceView>(*m_store, *m_selection);
        m_view->resize(900, 300);
        m_view->show();
    }
    void cleanup()
    {
        m_view.reset();
        m_selection.reset();
        m_store.reset();
    }

    void itFollowsWhatHappens()
    {
        QVERIFY(m_view->isEmpty());
        m_store->apply({MessageHappened{step(1, StepKind::Sent, Us, A)}});
        QTRY_COMPARE(m_view->sequence().arrows().size(), size_t(1));
        for (quint64 i = 2; i < 100; ++i)
            m_store->apply({MessageHappened{step(i, StepKind::Sent, Us, A)}});
        QTRY_COMPARE(m_view->sequence().arrows().size(), size_t(99));
        // The newest is in view until somebody scrolls away.
        QVERIFY(m_view->geometryNow().seenRows().second == 98);
        QSignalSpy follows(m_view.get(), &SequenceView::followsChanged);
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        QCOMPARE(m_view->geometryNow().seenRows().first, 0);
        QVERIFY(!m_view->follows());
        m_store->apply({MessageHappened{step(100, StepKind::Sent, Us, A)}});
        QTRY_COMPARE(m_view->sequence().arrows().size(), size_t(100));
        QCOMPARE(m_view->geometryNow().seenRows().first, 0);
        m_view->goToNewest();
        QCOMPARE(m_view->geometryNow().seenRows().second, 99);
        QVERIFY(follows.count() >= 1);
    }
    void aClickSelectsAndTheInspectorTells()
    {
        InspectorPane inspector(*m_store, *m_selection);
        inspector.resize(340, 500);
        inspector.setVisible(true);
        m_store->apply({MessageHappened{step(1, StepKind::Sent, Us, A)},
                        MessageHappened{step(1, StepKind::Answered, A, Us)}});
        m_view->refreshNow();
        const ChartGeometry at = m_view->geometryNow();
        const QPointF between(
            (at.x(m_view->sequence().arrows()[0].from) + at.x(m_view->sequence().arrows()[0].to)) / 2,
            at.y(0));
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, between.toPoint());
        const auto *chosen = std::get_if<ExchangeId>(&m_selection->current());
        QVERIFY(chosen);
        QCOMPARE(chosen->exchange, quint64(1));
        const QList<QLabel *> labels = inspector.currentWidget()->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text().contains(QStringLiteral("it arrived"));
        }));
        QVERIFY(m_view->accessibleDescription().contains(QStringLiteral("worker")));
        // The other way: what is selected elsewhere is marked here.
        m_selection->clear();
        QCOMPARE(m_view->selectedArrow(), -1);
        m_selection->select(ExchangeId{1});
        QCOMPARE(m_view->selectedArrow(), 0);
    }
    void keysGoFromMessageToMessage()
    {
        for (quint64 i = 1; i <= 5; ++i)
            m_store->apply({MessageHappened{step(i, StepKind::Sent, Us, i % 2 == 0 ? A : B)}});
        m_view->refreshNow();
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QCOMPARE(m_view->selectedArrow(), 1);
        QTest::keyClick(m_view.get(), Qt::Key_End);
        QCOMPARE(m_view->selectedArrow(), 4);
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QCOMPARE(m_view->selectedArrow(), 4);
        QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("{hello,5}")));
    }
    void anAnswerIsSelectedAsItself()
    {
        m_store->apply({MessageHappened{step(1, StepKind::Sent, Us, A)},
                        MessageHappened{step(1, StepKind::Answered, A, Us)}});
        m_view->refreshNow();
        QTest::keyClick(m_view.get(), Qt::Key_End);
        QCOMPARE(m_view->selectedArrow(), 1);
    }
    void lanesAreChosen()
    {
        m_store->apply({MessageHappened{step(1, StepKind::Sent, Us, A)},
                        MessageHappened{step(2, StepKind::Sent, Us, B)}});
        m_view->refreshNow();
        QCOMPARE(m_view->allLanes().size(), size_t(3));
        graph::SequenceOptions options;
        options.hidden.insert(graph::Lane{A, false});
        m_view->setOptions(options);
        QCOMPARE(m_view->sequence().arrows().size(), size_t(1));
        QCOMPARE(m_view->sequence().hiddenSteps(), 1);
        QCOMPARE(m_view->allLanes().size(), size_t(3));
        const LaneDialog dialog(m_view->allLanes(), options);
        QCOMPARE(dialog.hidden(), options.hidden);
    }
    void anotherSourceBeginsAnew()
    {
        m_store->apply({MessageHappened{step(1, StepKind::Sent, Us, A)}});
        m_view->refreshNow();
        m_store->clear();
        QVERIFY(m_view->isEmpty());
        m_store->apply({MessageHappened{step(2, StepKind::Sent, Us, A)}});
        m_view->refreshNow();
        QCOMPARE(m_view->sequence().arrows().size(), size_t(1));
    }
    void anotherMomentIsShown()
    {
        for (quint64 i = 1; i <= 200; ++i) {
            MessageStep one = step(i, StepKind::Sent, Us, A);
            one.time = QDateTime::fromMSecsSinceEpoch(qint64(i) * 1000, QTimeZone::utc());
            m_store->apply({MessageHappened{one}});
        }
        m_view->refreshNow();
        const QImage now = m_view->viewport()->grab().toImage();
        m_view->setMoment(50'500);
        const auto [first, last] = m_view->geometryNow().seenRows();
        QVERIFY(first <= 50 && 50 <= last);
        m_view->setMoment(0);
        m_view->goToNewest();
        QCOMPARE(m_view->viewport()->grab().toImage(), now);
    }
    void aFloodIsBoundedAndSmooth()
    {
        double longest = 0;
        for (int batch = 0; batch < 60; ++batch) {
            Deltas deltas;
            for (int i = 0; i < 500; ++i) {
                const auto exchange = quint64(batch) * 500 + quint64(i) + 1;
                deltas.append(MessageHappened{
                    step(exchange, StepKind::Received, {A.node, QString::number(exchange % 300)}, Us)});
            }
            const double begun = computed();
            m_store->apply(deltas);
            m_view->refreshNow();
            m_view->viewport()->grab();
            longest = std::max(longest, computed() - begun);
        }
        qInfo("the longest of 60 rounds of 500 messages, taken and painted: %.1f ms", longest);
        QVERIFY(m_view->sequence().rows().size() <= size_t(SequenceView::MaxSteps * 5 / 4));
        QVERIFY(m_view->sequence().lanes().size() <= 42);
        QVERIFY2(longest < 400, "a round of 500 messages takes far too long");
    }
    void foreignTextIsShownLiterally()
    {
        MessageStep evil = step(1, StepKind::Sent, Us, {A.node, QStringLiteral("<b>x</b>\u202eabc")});
        evil.text = QStringLiteral("<img src=x>\u202e");
        evil.reason = QStringLiteral("<i>\n");
        QVERIFY(!sentenceFor(evil).contains(QChar(0x202e)));
        QVERIFY(!reasonText(evil.reason).contains(u'\n'));
        m_store->apply({MessageHappened{evil}});
        m_view->refreshNow();
        QVERIFY(!m_view->viewport()->grab().isNull());
    }
    void aPictureForAFile()
    {
        for (quint64 i = 1; i <= 30; ++i)
            m_store->apply({MessageHappened{step(i, StepKind::Sent, Us, A)}});
        m_view->refreshNow();
        const QSize size = m_view->pictureSize();
        QVERIFY(size.height() > 30 * 20);
        QImage image(size, QImage::Format_RGB32);
        image.fill(Qt::red);
        QPainter painter(&image);
        m_view->paintTo(painter, QRectF(QPointF(), size));
        painter.end();
        QVERIFY(image.pixelColor(image.width() - 1, image.height() - 1) != QColor(Qt::red));
    }
    void itPaintsNothingAtRest()
    {
        struct Counter : QObject
        {
            int paints = 0;
            bool eventFilter(QObject *, QEvent *event) override
            {
                paints += event->type() == QEvent::Paint ? 1 : 0;
                return false;
            }
        } counter;
        m_store->apply({MessageHappened{step(1, StepKind::Sent, Us, A)}});
        m_view->refreshNow();
        QTest::qWait(100);
        m_view->viewport()->installEventFilter(&counter);
        QTest::qWait(150);
        QCOMPARE(counter.paints, 0);
    }

private:
    std::unique_ptr<ClusterStore> m_store;
    std::unique_ptr<SelectionModel> m_selection;
    std::unique_ptr<SequenceView> m_view;
};

QTEST_MAIN(tst_SequenceView)
#include "tst_SequenceView.moc"
