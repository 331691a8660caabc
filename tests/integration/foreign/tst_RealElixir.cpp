#include "dist/ClusterWatch.h"
#include "dist/GenCall.h"
#include "dist/NetKernel.h"
#include "integration/dist/Bench.h"
#include "term/Parser.h"
#include "term/Printer.h"

using namespace nodescope;
using namespace nodescope::dist;
using term::Term;
using test::Bench;
using test::Peer;

/// Elixir nodes in both roles, by Elixir's own functions.
class tst_RealElixir : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString why = Peer::whyUnavailable(Peer::Language::Elixir); !why.isEmpty())
            QSKIP(qPrintable(why));
        QVERIFY(m_dialler.epmd.start());
        QSignalSpy registered(m_acceptor.node.get(), &LocalNode::registered);
        ListenOptions options;
        options.epmdPort = m_dialler.epmd.port();
        QVERIFY(m_acceptor.node->listen(options).ok());
        QVERIFY(registered.count() == 1 || registered.wait(Bench::Wait));
        m_kernel = std::make_unique<NetKernel>(*m_acceptor.node);
        startServer();
        m_peer = elixir(u"jose@127.0.0.1");
        QVERIFY2(m_peer->start(), qPrintable(m_peer->output()));
    }

    void weDialIt()
    {
        const DialReport report = m_dialler.dial(m_peer->name());
        QVERIFY2(report.connected(), reasonName(report.end));
        const QString name = m_dialler.node->nameOn(m_peer->name()).text();
        // It takes us for connected when it has sent its proof, and a little later lists us.
        QTRY_COMPARE(m_peer->evaluate(QStringLiteral("Node.list(:hidden)")),
                     QString(QStringLiteral("{:ok, [:\"") + name + QStringLiteral("\"]}")));
        QCOMPARE(m_peer->evaluate(QStringLiteral("Node.list()")), QStringLiteral("{:ok, []}"));
    }

    void itDialsUs()
    {
        QSignalSpy up(m_acceptor.node.get(), &LocalNode::linkUp);
        QCOMPARE(m_peer->evaluate(QStringLiteral("Node.connect(:\"carol@127.0.0.1\")")),
                 QStringLiteral("{:ok, true}"));
        QCOMPARE(up.count(), 1);
        QVERIFY(up.first().first().value<LinkInfo>().incoming);
        QCOMPARE(m_peer->evaluate(QStringLiteral(":\"carol@127.0.0.1\" in Node.list(:hidden)")),
                 QStringLiteral("{:ok, true}"));
        QCOMPARE(m_peer->evaluate(QStringLiteral("Node.ping(:\"carol@127.0.0.1\")")),
                 QStringLiteral("{:ok, :pong}"));
    }

    void weCallItsModules()
    {
        for (const Bench *bench : {&m_dialler, &m_acceptor}) {
            const CallResult upper =
                bench->call(call("Elixir.String", "upcase", {Term::utf8(u"gr\u00fc\u00dfe")}));
            QVERIFY2(upper.value(), reasonName(upper.end));
            QCOMPARE(upper.value()->toText(), std::optional<QString>(QStringLiteral("GR\u00dcSSE")));
            const CallResult raised =
                bench->call(call("Elixir.Enum", "fetch!", {Term::nil(), Term::integer(7)}));
            const auto *error = std::get_if<call_end::Raised>(&raised.end);
            QVERIFY2(error, reasonName(raised.end));
            QVERIFY(error->reason.value(u"__struct__").isAtom(u"Elixir.Enum.OutOfBoundsError"));
        }
    }

    void structsComeAsTheyAre()
    {
        const CallResult date = m_dialler.call(
            call("Elixir.Date", "new!", {Term::integer(2024), Term::integer(2), Term::integer(29)}));
        if (const auto *raised = std::get_if<call_end::Raised>(&date.end); raised)
            QSKIP("Date.new!/3 came with Elixir 1.11");
        QVERIFY2(date.value(), reasonName(date.end));
        QVERIFY(date.value()->value(u"__struct__").isAtom(u"Elixir.Date"));
        QCOMPARE(date.value()->value(u"day").toInteger(), std::optional<qint64>(29));
        const CallResult text = m_dialler.call(call("Elixir.Date", "to_string", {*date.value()}));
        QVERIFY2(text.value(), reasonName(text.end));
        QCOMPARE(text.value()->toText(), std::optional<QString>(QStringLiteral("2024-02-29")));
    }

    void itReadsWhatWePrint_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"42", "-1.5", ":ok", ":\"with space\"", "nil", "\"text\"", "~c\"chars\"",
              "{1, [2, 3], %{a: 1}}", "[key: 1, other: nil]", "[1 | 2]", "<<1, 2, 255>>", "<<5::size(3)>>",
              "%{\"k\" => 1.0}", "Elixir.Some.Module", "123456789012345678901234567890"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void itReadsWhatWePrint()
    {
        QFETCH(QString, text);
        term::ParseOptions options;
        options.syntax = term::Syntax::Elixir;
        const auto term = term::parse(text, options);
        QVERIFY(term.ok());
        // What we print is evaluated there, and what comes back over the wire is the term again.
        term::PrintOptions print;
        print.syntax = term::Syntax::Elixir;
        const CallResult evaluated =
            m_dialler.call(call("Elixir.Code", "eval_string", {Term::utf8(term::print(*term, print).text)}));
        if (text.startsWith(u'~') && std::holds_alternative<call_end::Raised>(evaluated.end))
            QSKIP("~c\"\" is read by every release, but not by this one's Code.eval_string");
        QVERIFY2(evaluated.value(), reasonName(evaluated.end));
        QCOMPARE(evaluated.value()->at(0), *term);
    }

    void itCallsAServerOfOurs()
    {
        QCOMPARE(
            m_peer->evaluate(QStringLiteral("GenServer.call({:adder, :\"carol@127.0.0.1\"}, {:add, 1, 2})")),
            QStringLiteral("{:ok, 3}"));
    }

    void itMonitorsAndSendsToAProcessOfOurs()
    {
        LocalProcess *process = m_acceptor.node->createProcess(QStringLiteral("inbox"));
        QSignalSpy heard(process, &LocalProcess::message);
        QCOMPARE(m_peer->evaluate(
                     QStringLiteral("send({:inbox, :\"carol@127.0.0.1\"}, %{hello: \"w\u00f6rld\"})")),
                 QStringLiteral("{:ok, %{hello: \"w\u00f6rld\"}}"));
        QVERIFY(heard.count() == 1 || heard.wait(Bench::Wait));
        QCOMPARE(heard.first().first().value<Term>().value(u"hello").toText(),
                 std::optional<QString>(QStringLiteral("w\u00f6rld")));
        QCOMPARE(m_peer->evaluate(QStringLiteral("ref = Process.monitor({:inbox, :\"carol@127.0.0.1\"}); "
                                                 "Process.put(:ref, ref); is_reference(ref)")),
                 QStringLiteral("{:ok, true}"));
        process->exit(Term::atom(u"done"));
        QCOMPARE(m_peer->evaluate(
                     QStringLiteral("ref = Process.get(:ref); receive do {:DOWN, ^ref, :process, _, why} "
                                    "-> why after 5000 -> :nothing end")),
                 QStringLiteral("{:ok, :done}"));
    }

    void weWatchWhatItSees()
    {
        ClusterWatch watch(*m_dialler.node, m_peer->name());
        QSignalSpy listed(&watch, &ClusterWatch::listed);
        QSignalSpy up(&watch, &ClusterWatch::nodeUp);
        QSignalSpy down(&watch, &ClusterWatch::nodeDown);
        QVERIFY(listed.count() == 1 || listed.wait(Bench::Wait));
        auto second = elixir(u"valim@127.0.0.1");
        QVERIFY2(second->start(), qPrintable(second->output()));
        QCOMPARE(second->evaluate(QStringLiteral("Node.connect(:\"jose@127.0.0.1\")")),
                 QStringLiteral("{:ok, true}"));
        QVERIFY(up.count() == 1 || up.wait(Bench::Wait));
        QCOMPARE(up.first().first().value<SeenNode>().name, second->name());
        second->kill();
        QVERIFY(down.count() == 1 || down.wait(Bench::Wait));
        QCOMPARE(down.first().first().value<SeenNode>().name, second->name());
    }

private:
    [[nodiscard]] CallRequest call(const char *module, const char *function,
                                   std::vector<Term> arguments) const
    {
        CallRequest request;
        request.node = m_peer->name();
        request.module = QString::fromLatin1(module);
        request.function = QString::fromLatin1(function);
        request.arguments = std::move(arguments);
        return request;
    }

    [[nodiscard]] std::unique_ptr<Peer> elixir(QStringView name) const
    {
        Peer::Options options;
        options.name = base::NodeName::literal(name);
        options.epmdPort = m_dialler.epmd.port();
        options.language = Peer::Language::Elixir;
        return std::make_unique<Peer>(options);
    }

    void startServer()
    {
        LocalProcess *adder = m_acceptor.node->createProcess(QStringLiteral("adder"));
        connect(adder, &LocalProcess::message, adder, [adder](const Term &message) {
            const auto call = GenCall::parse(message);
            if (!call)
                return;
            const auto a = call->request.at(1).toInteger();
            const auto b = call->request.at(2).toInteger();
            call->reply(*adder, a && b ? Term::integer(*a + *b) : Term::atom(u"badarg"));
        });
    }

    Bench m_dialler;
    Bench m_acceptor{NodeIdentity::fixed(base::NodeName::literal(u"carol@127.0.0.1"), true)};
    std::unique_ptr<NetKernel> m_kernel;
    std::unique_ptr<Peer> m_peer;
};

QTEST_GUILESS_MAIN(tst_RealElixir)
#include "tst_RealElixir.moc"
