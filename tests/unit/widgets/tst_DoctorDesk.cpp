#include <QSignalSpy>
#include <QtTest>

#include "support/DemoCluster.h"
#include "widgets/doctor/ExaminationDesk.h"

using namespace nodescope;
using namespace nodescope::cluster;
using namespace nodescope::widgets;
using base::NodeName;

namespace {
const NodeName A = NodeName::literal(u"a@h");
const NodeName B = NodeName::literal(u"b@h");

Examination ended(quint64 id, Cause cause, const NodeName &from = selfName(), const NodeName &to = B)
{
    Examination examination;
    examination.id = id;
    examination.from = from;
    examination.to = to;
    examination.running = false;
    examination.diagnosis = test::demoDiagnosis(cause, from, to);
    return examination;
}
} // namespace

class tst_DoctorDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk.reset();
        m_store = std::make_unique<ClusterStore>();
        m_desk = std::make_unique<ExaminationDesk>(*m_store);
        m_intents.clear();
        connect(m_desk.get(), &ExaminationDesk::intent, this,
                [this](const Intent &intent) { m_intents.append(intent); });
    }
    void beginsFromThisProgramUnlessSaidOtherwise()
    {
        const quint64 id = begin({}, B);
        QVERIFY(id != 0);
        QCOMPARE(m_intents.size(), 1);
        QCOMPARE(std::get<Examine>(m_intents.first()).id, id);
        QCOMPARE(std::get<Examine>(m_intents.first()).from, selfName());
        QVERIFY(m_desk->isRunning(id));
        m_store->apply({ExaminationChanged{ended(id, Cause::CookieMismatch)}});
        QVERIFY(!m_desk->isRunning(id));
    }
    void oneAtATimeForTheSameTwo()
    {
        const quint64 first = begin({}, B);
        begin(A, B);
        QCOMPARE(m_intents.size(), 2);
        begin({}, B);
        QCOMPARE(m_intents.size(), 4);
        QCOMPARE(std::get<CancelExamination>(m_intents.at(2)).id, first);
    }
    void repeatsWithTheSameCookie()
    {
        Examine request;
        request.to = B;
        request.cookie = base::Secret(QByteArray("secret"));
        const quint64 first = m_desk->begin(request);
        m_store->apply({ExaminationChanged{ended(first, Cause::CookieMismatch)}});
        const quint64 second = m_desk->repeat(first);
        QVERIFY(second != first);
        QCOMPARE(std::get<Examine>(m_intents.last()).cookie.reveal().toByteArray(), QByteArray("secret"));
        QCOMPARE(m_desk->repeat(999), quint64(0));
    }
    void comparesWithTheLastThatEnded()
    {
        const quint64 first = begin({}, B);
        m_store->apply({ExaminationChanged{ended(first, Cause::CookieMismatch)}});
        const quint64 other = begin(A, B);
        m_store->apply({ExaminationChanged{ended(other, Cause::NotRegistered, A)}});
        const quint64 givenUp = begin({}, B);
        m_store->apply({ExaminationChanged{ended(givenUp, Cause::Cancelled)}});
        const quint64 last = begin({}, B);
        QVERIFY(!m_desk->before(first));
        QCOMPARE(m_desk->before(last)->id, first);
    }
    void withoutConsentOnlySettingsAreCompared()
    {
        Examine request;
        request.from = A;
        request.to = B;
        request.attempt = true;
        const quint64 id = m_desk->begin(request);
        m_desk->takeBack(m_intents.first());
        QCOMPARE(m_intents.size(), 2);
        QVERIFY(!std::get<Examine>(m_intents.at(1)).attempt);
        QCOMPARE(std::get<Examine>(m_intents.at(1)).id, id);
        QVERIFY(m_desk->isRunning(id));
        m_desk->takeBack(m_intents.at(1));
        QVERIFY(!m_desk->isRunning(id));
        QVERIFY(m_desk->entry(id)->withdrawn);
    }
    void aRefusalEndsTheOneOfWhichNothingWasHeard()
    {
        const quint64 begun = begin(A, B);
        Examination first = ended(begun, Cause::None, A);
        first.running = true;
        m_store->apply({ExaminationChanged{first}});
        m_store->apply({IntentFailed{QStringLiteral("acting_not_armed"), {}}});
        QVERIFY(m_desk->isRunning(begun));
        const quint64 refused = begin({}, B);
        m_store->apply({IntentFailed{QStringLiteral("tls_options"), {}}});
        QVERIFY(m_desk->isRunning(begun));
        QVERIFY(!m_desk->isRunning(refused));
    }
    void keepsABoundedNumber()
    {
        for (int i = 0; i < ExaminationDesk::MaxEntries + 5; ++i)
            begin({}, NodeName::literal(QStringLiteral("n%1@h").arg(i)));
        QCOMPARE(m_desk->entries().size(), ExaminationDesk::MaxEntries);
        QVERIFY(!m_desk->entry(1));
        m_store->clear();
        QVERIFY(m_desk->entries().isEmpty());
    }

private:
    quint64 begin(const NodeName &from, const NodeName &to)
    {
        Examine request;
        request.from = from;
        request.to = to;
        return m_desk->begin(request);
    }
    std::unique_ptr<ClusterStore> m_store;
    std::unique_ptr<ExaminationDesk> m_desk;
    QList<Intent> m_intents;
};

QTEST_GUILESS_MAIN(tst_DoctorDesk)
#include "tst_DoctorDesk.moc"
