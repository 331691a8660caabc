#include <QtTest>

#include "doctor/errands/ErrandPlan.h"
#include "session/errands/ErrandDesk.h"
#include "term/Encoder.h"
#include "term/Parser.h"
#include "unit/lab/ClusterFixture.h"

using namespace nodescope;
using namespace nodescope::cluster;
using namespace std::chrono_literals;
using test::ClusterFixture;
using Step = ErrandStepKind;

/// Errands between practice nodes: the same steps as between real ones, without evaluation.
class tst_PracticeErrands : public QObject
{
    Q_OBJECT

    std::unique_ptr<ClusterFixture> m_fixture;

    Errand errand(ErrandKind kind, const char *process, const char *text, bool relayed) const
    {
        Errand made;
        made.id = 1;
        made.kind = kind;
        if (relayed)
            made.via = ClusterFixture::node(QStringLiteral("alice"));
        made.node = ClusterFixture::node(QStringLiteral("bob"));
        made.process = QString::fromLatin1(process);
        term::ParseOptions options;
        options.self = doctor::selfPlace();
        made.externalTerm = term::encode(*term::parse(QString::fromLatin1(text), options));
        return made;
    }
    QString run(const Errand &errand, Step enough) const
    {
        session::ErrandDesk desk(*m_fixture->client);
        ErrandReport last;
        connect(&desk, &session::ErrandDesk::changed, &desk,
                [&](const ErrandReport &report) { last = report; });
        desk.run(errand);
        static_cast<void>(QTest::qWaitFor(
            [&] { return !last.running || (!last.steps.isEmpty() && last.steps.last().kind == enough); },
            20'000));
        QStringList words;
        for (const ErrandStep &step : last.steps) {
            if (step.kind != Step::Delivered) // may come before or behind the answer
                words.append(identifierOf(step.kind));
        }
        return words.join(u' ');
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_fixture = std::make_unique<ClusterFixture>();
        QVERIFY(m_fixture->start());
        QVERIFY(m_fixture->connectTo(QStringLiteral("alice")));
        QVERIFY(m_fixture->connectTo(QStringLiteral("bob")));
    }
    void cleanupTestCase() { m_fixture.reset(); }

    void errands_data()
    {
        QTest::addColumn<bool>("relayed");
        QTest::newRow("from us") << false;
        QTest::newRow("from alice to bob") << true;
    }
    void errands()
    {
        QFETCH(bool, relayed);
        const QString sent = QLatin1String(relayed ? "prepared relayed " : "sent ");
        QCOMPARE(run(errand(ErrandKind::Send, "echo", "{self(),hi}", relayed), Step::Answered),
                 sent + u"answered");
        QCOMPARE(run(errand(ErrandKind::Send, "nobody", "hi", relayed), Step::Absent), sent + u"absent");
        Errand call = errand(ErrandKind::Call, "", "[]", relayed);
        call.module = QStringLiteral("erlang");
        call.function = QStringLiteral("node");
        QCOMPARE(run(call, Step::Answered), QStringLiteral("sent answered"));
        call.function = QStringLiteral("no_such");
        QCOMPARE(run(call, Step::Raised), QStringLiteral("sent raised"));
        Errand watched = errand(ErrandKind::Monitor, "echo", "[]", relayed);
        watched.wait = 200ms;
        QCOMPARE(run(watched, Step::StillAlive), sent + u"still_alive");
        QCOMPARE(run(errand(ErrandKind::Monitor, "nobody", "[]", relayed), Step::Absent), sent + u"absent");
    }
};

QTEST_GUILESS_MAIN(tst_PracticeErrands)
#include "tst_PracticeErrands.moc"
