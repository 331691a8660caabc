#include <QtTest>

#include "lab/Probes.h"
#include "term/Printer.h"
#include "unit/lab/ClusterFixture.h"

using namespace nodescope;
using term::Term;
using test::ClusterFixture;

/// The watch expression on practice nodes: the same messages as a real node's, without evaluation.
class tst_PracticeWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ClusterFixture>();
        QVERIFY(m_fixture->start());
        QVERIFY(m_fixture->connectTo(QStringLiteral("alice")));
        m_process = m_fixture->client->createProcess();
        m_messages.clear();
        m_watcher = {};
        connect(m_process, &dist::LocalProcess::message, this, [this](const Term &message) {
            m_watcher = message.at(1).toPid().value_or(term::Pid());
            m_messages.append(term::toErlang(Term::tuple(
                {message.at(0), message.at(2), message.isTuple(4) ? message.at(3) : Term::nil()})));
        });
    }
    void cleanup() { m_fixture.reset(); }

    void helloAndEvents()
    {
        QSignalSpy spawned(m_process, &dist::LocalProcess::spawned);
        watch(lab::probes::watchForms());
        QVERIFY(spawned.wait());
        QTRY_COMPARE(m_messages.size(), 1);
        const QString ours = m_fixture->client->nameOn(alice()).text();
        QCOMPARE(m_messages.takeFirst(),
                 QStringLiteral("{nodescope_hello,['bob@127.0.0.1','carol@127.0.0.1','dave@127.0.0.1'],"
                                "['heidi@127.0.0.1','%1']}")
                     .arg(ours));
        QCOMPARE(m_watcher.node, QStringLiteral("alice@127.0.0.1"));

        QVERIFY(m_fixture->cluster.stopNode(ClusterFixture::node(QStringLiteral("bob"))));
        QTRY_COMPARE(m_messages.size(), 1);
        QCOMPARE(m_messages.takeFirst(),
                 QStringLiteral("{nodescope_event,{nodedown,'bob@127.0.0.1',[{node_type,visible},"
                                "{nodedown_reason,connection_closed}]},[]}"));

        QVERIFY(m_fixture->cluster.startNode(ClusterFixture::node(QStringLiteral("bob"))));
        QTRY_COMPARE(m_messages.size(), 1);
        QCOMPARE(m_messages.takeFirst(),
                 QStringLiteral("{nodescope_event,{nodeup,'bob@127.0.0.1',[{node_type,visible}]},[]}"));

        QVERIFY(m_fixture->cluster.stopNode(ClusterFixture::node(QStringLiteral("heidi"))));
        QTRY_COMPARE(m_messages.size(), 1);
        QVERIFY(m_messages.first().contains(QStringLiteral("{node_type,hidden}")));
    }
    void linkThatIsCut()
    {
        watch(lab::probes::watchForms());
        QTRY_COMPARE(m_messages.size(), 1);
        m_messages.clear();
        QCOMPARE(m_fixture->call(QStringLiteral("alice"), QStringLiteral("erlang"),
                                 QStringLiteral("disconnect_node"), QStringLiteral("['carol@127.0.0.1']")),
                 QStringLiteral("true"));
        QTRY_COMPARE(m_messages.size(), 1);
        QVERIFY2(m_messages.takeFirst().contains(QStringLiteral("{nodedown_reason,disconnect}")),
                 "the side that disconnects says so");
        QCOMPARE(m_fixture->call(QStringLiteral("alice"), QStringLiteral("net_kernel"),
                                 QStringLiteral("connect_node"), QStringLiteral("['carol@127.0.0.1']")),
                 QStringLiteral("true"));
        QTRY_COMPARE(m_messages.size(), 1);
    }
    void theWatcherEndsWithItsObserver()
    {
        QSignalSpy spawned(m_process, &dist::LocalProcess::spawned);
        watch(lab::probes::watchForms());
        QTRY_COMPARE(m_messages.size(), 1);
        dist::LocalProcess *other = m_fixture->client->createProcess();
        QSignalSpy down(other, &dist::LocalProcess::down);
        other->monitor(m_watcher);
        m_process->exit();
        QVERIFY(down.wait());
        QVERIFY(down.first().at(2).value<Term>().isAtom(u"normal"));
    }
    void otherExpressionsAreRefused()
    {
        QSignalSpy down(m_process, &dist::LocalProcess::down);
        watch(test::erlang(QStringLiteral("[{call,1,{remote,1,{atom,1,init},{atom,1,stop}},[]}]")));
        QVERIFY(down.wait());
        QCOMPARE(term::toErlang(down.first().at(2).value<Term>()),
                 QStringLiteral("{not_evaluated,practice_node}"));
        QVERIFY(m_messages.isEmpty());
    }

private:
    static base::NodeName alice() { return ClusterFixture::node(QStringLiteral("alice")); }
    void watch(const Term &forms)
    {
        const Term self = Term::pid(m_process->pidOn(alice()));
        const Term bindings = Term::list({Term::tuple({Term::atom(u"P"), self})});
        dist::SpawnOptions options;
        options.monitor = true;
        m_process->spawnRequest(alice(), QStringLiteral("erl_eval"), QStringLiteral("exprs"),
                                {forms, bindings}, options);
    }

    std::unique_ptr<ClusterFixture> m_fixture;
    dist::LocalProcess *m_process = nullptr;
    QStringList m_messages;
    term::Pid m_watcher;
};

QTEST_GUILESS_MAIN(tst_PracticeWatch)
#include "tst_PracticeWatch.moc"
