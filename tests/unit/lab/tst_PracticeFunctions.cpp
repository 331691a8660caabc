#include <QtTest>

#include <QCryptographicHash>
#include <QRegularExpression>

#include "lab/Probes.h"
#include "term/Printer.h"
#include "unit/lab/ClusterFixture.h"

using namespace nodescope;
using test::ClusterFixture;

/// What practice nodes answer to a client, over the wire and in both ways of calling.
class tst_PracticeFunctions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_fixture = std::make_unique<ClusterFixture>();
        QVERIFY(m_fixture->start());
        QVERIFY(m_fixture->connectTo(QStringLiteral("alice")));
        QVERIFY(m_fixture->connectTo(QStringLiteral("heidi")));
    }
    void cleanupTestCase() { m_fixture.reset(); }

    /// A practice node tells of its processes what it knows, and that it runs no applications.
    void processesAreTold()
    {
        const auto ask = [this](const term::Term &forms, const QString &bindings) {
            return m_fixture->call(
                QStringLiteral("alice"), QStringLiteral("erl_eval"), QStringLiteral("exprs"),
                u'[' + term::toErlang(forms) + u',' + bindings + u']', dist::CallPreference::Best);
        };
        const QString names = ask(lab::probes::processesForms(),
                                  QStringLiteral("[{'Scope',registered},{'After',none},{'Count',100}]"));
        QVERIFY2(names.startsWith(QStringLiteral("{value,{processes,")), qPrintable(names));
        for (const char *name : {"clock", "counter", "echo", "net_kernel", "rex"})
            QVERIFY2(names.contains(QStringLiteral("{registered_name,%1}").arg(QLatin1String(name))), name);
        const QString first =
            ask(lab::probes::processesForms(), QStringLiteral("[{'Scope',all},{'After',none},{'Count',1}]"));
        static const QRegularExpression next(QStringLiteral("^\\{value,\\{processes,\\d+,(#Pid<[^>]+>),"));
        const QString pid = next.match(first).captured(1);
        QVERIFY2(!pid.isEmpty(), qPrintable(first));
        QVERIFY(!ask(lab::probes::processesForms(),
                     QStringLiteral("[{'Scope',all},{'After',%1},{'Count',100}]").arg(pid))
                     .contains(u'{' + pid));
        QVERIFY(ask(lab::probes::processForms(), QStringLiteral("[{'P',%1},{'Most',10}]").arg(pid))
                    .startsWith(QStringLiteral("{value,{process,{") + pid));
        QCOMPARE(ask(lab::probes::processForms(), QStringLiteral("[{'P',self},{'Most',10}]")),
                 QStringLiteral("{value,gone,[]}"));
        QCOMPARE(ask(lab::probes::supervisionForms(), QStringLiteral("[]")),
                 QStringLiteral("{value,{supervision,[]},[]}"));
    }

    /// Who monitors a practice process, and who is linked to it, stands there by the pid that we have there.
    void tiesAreTold()
    {
        const QString pid =
            m_fixture->call(QStringLiteral("alice"), QStringLiteral("erlang"), QStringLiteral("whereis"),
                            QStringLiteral("[counter]"), dist::CallPreference::Best);
        const auto counter = test::erlang(pid).toPid();
        QVERIFY2(counter, qPrintable(pid));
        dist::LocalProcess *ours = m_fixture->client->createProcess();
        const auto told = [&] {
            return m_fixture->call(QStringLiteral("alice"), QStringLiteral("erl_eval"),
                                   QStringLiteral("exprs"),
                                   QStringLiteral("[%1,[{'P',%2},{'Most',10}]]")
                                       .arg(term::toErlang(lab::probes::processForms()), pid),
                                   dist::CallPreference::Best);
        };
        QVERIFY2(told().contains(QStringLiteral("{registered_name,counter},undefined,undefined,-1,0,0,0},")),
                 qPrintable(told()));
        ours->monitor(*counter);
        ours->link(*counter);
        const QString self =
            term::toErlang(term::Term::pid(ours->pidOn(ClusterFixture::node(QStringLiteral("alice")))));
        const QString both = QStringLiteral("[{link,%1,undefined},{monitored_by,%1,undefined}]").arg(self);
        QTRY_VERIFY2(told().contains(both), qPrintable(told()));
        QVERIFY(told().contains(QStringLiteral("{registered_name,counter},undefined,undefined,-1,0,1,0},")));
        ours->exit();
        QTRY_VERIFY2(!told().contains(self), qPrintable(told()));
    }

    void answers_data()
    {
        QTest::addColumn<QString>("module");
        QTest::addColumn<QString>("function");
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *module, const char *function, const char *arguments,
                            const char *expected) {
            QTest::addRow("%s:%s%s", module, function, arguments)
                << QString::fromLatin1(module) << QString::fromLatin1(function)
                << QString::fromLatin1(arguments) << QString::fromLatin1(expected);
        };
        row("erlang", "node", "[]", "'alice@127.0.0.1'");
        row("erlang", "nodes", "[]", "['bob@127.0.0.1','carol@127.0.0.1','dave@127.0.0.1']");
        row("erlang", "nodes", "[[visible]]", "['bob@127.0.0.1','carol@127.0.0.1','dave@127.0.0.1']");
        row("erlang", "nodes", "[this]", "['alice@127.0.0.1']");
        row("erlang", "nodes", "[nonsense]", "raised:badarg");
        row("erlang", "system_info", "[otp_release]", "\"practice\"");
        row("erlang", "system_info", "[nonsense]", "raised:badarg");
        row("erlang", "whereis", "[nobody]", "undefined");
        row("erlang", "registered", "[]",
            "[clock,counter,echo,global_name_server,net_kernel,nodescope_practice,rex]");
        row("erlang", "send", "[nobody, hi]", "raised:badarg");
        row("erlang", "send", "[{nobody,'zoe@127.0.0.1'}, hi, [noconnect]]", "noconnect");
        row("erlang", "send", "[{echo,'bob@127.0.0.1'}, hi]", "hi");
        row("net_kernel", "connect_node", "['bob@127.0.0.1']", "true");
        row("net_kernel", "connect_node", "['alice@127.0.0.1']", "true");
        row("net_kernel", "connect_node", "['mallory@127.0.0.1']", "false");
        row("net_kernel", "connect_node", "['zoe@127.0.0.1']", "false");
        row("net_kernel", "connect_node", "[no_name]", "false");
        row("net_kernel", "get_net_ticktime", "[]", "60");
        row("net_kernel", "allowed", "[]", "{ok,[]}");
        row("net_adm", "ping", "['bob@127.0.0.1']", "pong");
        row("net_adm", "ping", "['zoe@127.0.0.1']", "pang");
        row("erl_epmd", "port_please", "[\"zoe\",\"127.0.0.1\"]", "noport");
        row("inet", "getaddr", "[\"127.0.0.1\",inet]", "{ok,{127,0,0,1}}");
        row("inet", "getaddr", "[{127,0,0,1},inet6]", "{error,nxdomain}");
        row("application", "get_key", "[elixir,vsn]", "undefined");
        row("init", "get_argument", "[hidden]", "error");
        row("init", "get_argument", "[name]", "{ok,[[\"alice@127.0.0.1\"]]}");
        row("lists", "reverse", "[[1,2,3]]", "[3,2,1]");
        row("lists", "reverse", "[no_list]", "raised:function_clause");
        row("erlang", "get_cookie", "[]", "raised:{refused,cookies_stay_here}");
        row("auth", "get_cookie", "['bob@127.0.0.1']", "raised:{refused,cookies_stay_here}");
        row("erl_eval", "exprs", "[[{atom,1,ok}],[]]", "raised:{not_evaluated,practice_node}");
        row("nothing", "here", "[1]", "raised:undef");
    }
    void answers()
    {
        QFETCH(QString, module);
        QFETCH(QString, function);
        QFETCH(QString, arguments);
        QTEST(m_fixture->call(QStringLiteral("alice"), module, function, arguments,
                              dist::CallPreference::SpawnOnly),
              "expected");
    }
    void rexAnswersAsARealOne()
    {
        const auto rex = [&](const char *module, const char *function, const char *arguments) {
            return m_fixture->call(QStringLiteral("alice"), QString::fromLatin1(module),
                                   QString::fromLatin1(function), QString::fromLatin1(arguments),
                                   dist::CallPreference::RexOnly);
        };
        QCOMPARE(rex("erlang", "node", "[]"), QStringLiteral("'alice@127.0.0.1'"));
        QCOMPARE(rex("net_kernel", "connect_node", "['bob@127.0.0.1']"), QStringLiteral("true"));
        QCOMPARE(rex("nothing", "here", "[1]"),
                 QStringLiteral("badrpc:{'EXIT',{undef,[{nothing,here,[1],[]}]}}"));
    }
    void systemVersionSaysWhatWeAre()
    {
        QVERIFY(m_fixture
                    ->call(QStringLiteral("alice"), QStringLiteral("erlang"), QStringLiteral("system_info"),
                           QStringLiteral("[system_version]"))
                    .contains(QStringLiteral("practice node")));
    }
    void aHiddenNodeSaysSo()
    {
        QCOMPARE(m_fixture->call(QStringLiteral("heidi"), QStringLiteral("init"),
                                 QStringLiteral("get_argument"), QStringLiteral("[hidden]")),
                 QStringLiteral("{ok,[[]]}"));
        QCOMPARE(m_fixture->call(QStringLiteral("heidi"), QStringLiteral("erlang"), QStringLiteral("nodes")),
                 QStringLiteral("[]"));
        const QString hidden = m_fixture->call(QStringLiteral("alice"), QStringLiteral("erlang"),
                                               QStringLiteral("nodes"), QStringLiteral("[hidden]"));
        QVERIFY2(hidden.contains(QStringLiteral("'heidi@127.0.0.1'")), qPrintable(hidden));
    }
    void nodesInfoTellsEachLink()
    {
        const QString text = m_fixture->call(QStringLiteral("alice"), QStringLiteral("net_kernel"),
                                             QStringLiteral("nodes_info"));
        for (const char *part : {"{ok,[{'bob@127.0.0.1',", "{state,up}", "{type,normal}", "{type,hidden}"})
            QVERIFY2(text.contains(QString::fromLatin1(part)), qPrintable(text));
    }
    void figuresAreOurOwnCounters()
    {
        // The whole question, as a session asks it.
        const QString text =
            m_fixture->call(QStringLiteral("alice"), QStringLiteral("erl_eval"), QStringLiteral("exprs"),
                            u'[' + term::toErlang(lab::probes::figuresForms()) + QStringLiteral(",[]]"));
        static const QRegularExpression form(
            QStringLiteral("^\\{value,\\{figures,[1-9]\\d*,undefined,undefined,undefined,\\d+,\\[.*"
                           "\\{'bob@127\\.0\\.0\\.1',[1-9]\\d*,[1-9]\\d*,\\{[1-9]\\d*,[1-9]\\d*,0\\}\\}"));
        QVERIFY2(form.match(text).hasMatch(), qPrintable(text));
    }
    void epmdNamesAndPorts()
    {
        const QString names =
            m_fixture->call(QStringLiteral("alice"), QStringLiteral("net_adm"), QStringLiteral("names"));
        QVERIFY2(names.startsWith(QStringLiteral("{ok,[{\"alice\",")), qPrintable(names));
        const QString port =
            m_fixture->call(QStringLiteral("alice"), QStringLiteral("erl_epmd"),
                            QStringLiteral("port_please"), QStringLiteral("[bob,\"127.0.0.1\"]"));
        QVERIFY2(port.startsWith(QStringLiteral("{port,")) && port.endsWith(QStringLiteral(",6}")),
                 qPrintable(port));
    }
    void aCookieIsComparedWithoutMoving()
    {
        const QByteArray nonce("nonce-of-the-test");
        const term::Term bindings = term::Term::list(
            {term::Term::tuple({term::Term::atom(u"Nonce"), term::Term::binary(nonce)}),
             term::Term::tuple({term::Term::atom(u"Peer"), term::Term::atom(u"bob@127.0.0.1")})});
        dist::CallRequest request{ClusterFixture::node(QStringLiteral("alice")),
                                  QStringLiteral("erl_eval"),
                                  QStringLiteral("exprs"),
                                  {lab::probes::cookieDigestForms(), bindings}};
        std::optional<dist::CallResult> result;
        m_fixture->client->call(request, m_fixture->client.get(),
                                [&](const dist::CallResult &end) { result = end; });
        QTRY_VERIFY(result);
        QVERIFY(result->value());
        const base::Secret cookie = m_fixture->info->nodes.front().cookie;
        const QByteArray digested = cookie.reveal().toByteArray() + nonce;
        QCOMPARE(result->value()->at(1).toByteArray(),
                 QCryptographicHash::hash(digested, QCryptographicHash::Md5));
        QCOMPARE(result->value()->at(2), bindings);
    }
    void aCookieThatIsSetRepairsALink()
    {
        const base::Secret own = m_fixture->info->nodes.front().cookie;
        QVERIFY(m_fixture->connectTo(QStringLiteral("mallory")));
        const QString arguments =
            QStringLiteral("['alice@127.0.0.1','%1']").arg(QString::fromLatin1(own.reveal().toByteArray()));
        QCOMPARE(m_fixture->call(QStringLiteral("mallory"), QStringLiteral("erlang"),
                                 QStringLiteral("set_cookie"), arguments),
                 QStringLiteral("true"));
        QCOMPARE(m_fixture->call(QStringLiteral("mallory"), QStringLiteral("net_kernel"),
                                 QStringLiteral("connect_node"), QStringLiteral("['alice@127.0.0.1']")),
                 QStringLiteral("true"));
    }
    void services_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("reply");
        QTest::newRow("echo") << QStringLiteral("echo") << QStringLiteral("hello")
                              << QStringLiteral("{echo,hello}");
        QTest::newRow("counter") << QStringLiteral("counter") << QStringLiteral("increment")
                                 << QStringLiteral("{counter,1}");
        QTest::newRow("add") << QStringLiteral("counter") << QStringLiteral("{add,41}")
                             << QStringLiteral("{counter,42}");
        QTest::newRow("counter, nonsense") << QStringLiteral("counter") << QStringLiteral("nonsense")
                                           << QStringLiteral("{counter,{error,unknown_request}}");
        QTest::newRow("clock") << QStringLiteral("clock") << QStringLiteral("now")
                               << QStringLiteral("{clock,{{20");
    }
    void services()
    {
        QFETCH(QString, name);
        QFETCH(QString, message);
        QFETCH(QString, reply);
        const base::NodeName alice = ClusterFixture::node(QStringLiteral("alice"));
        dist::LocalProcess *process = m_fixture->client->createProcess();
        QStringList received;
        connect(process, &dist::LocalProcess::message, this,
                [&](const term::Term &term) { received.append(term::toErlang(term)); });
        const term::Term self = term::Term::pid(process->pidOn(alice));
        const term::Term pair = term::Term::tuple({self, test::erlang(message)});
        QCOMPARE(process->send(dist::ProcessName{alice, name}, pair), dist::SendResult::Sent);
        QTRY_COMPARE(received.size(), 1);
        QVERIFY2(received.first().startsWith(reply), qPrintable(received.first()));
        const term::Term tag = term::Term::atom(u"tag");
        const term::Term call = term::Term::tuple(
            {term::Term::atom(u"$gen_call"), term::Term::tuple({self, tag}), term::Term::atom(u"get")});
        process->send(dist::ProcessName{alice, name}, call);
        QTRY_COMPARE(received.size(), 2);
        QVERIFY2(received.last().startsWith(QStringLiteral("{tag,{") + name), qPrintable(received.last()));
        process->exit();
    }
    void aServiceCanBeMonitored()
    {
        const base::NodeName alice = ClusterFixture::node(QStringLiteral("alice"));
        dist::LocalProcess *process = m_fixture->client->createProcess();
        QSignalSpy down(process, &dist::LocalProcess::down);
        process->monitor(dist::ProcessName{alice, QStringLiteral("echo")});
        process->monitor(dist::ProcessName{alice, QStringLiteral("nobody")});
        QVERIFY(!down.isEmpty() || down.wait());
        QCOMPARE(down.size(), 1);
        QVERIFY(down.first().at(2).value<term::Term>().isAtom(u"noproc"));
        process->exit();
    }

private:
    std::unique_ptr<ClusterFixture> m_fixture;
};

QTEST_GUILESS_MAIN(tst_PracticeFunctions)
#include "tst_PracticeFunctions.moc"
