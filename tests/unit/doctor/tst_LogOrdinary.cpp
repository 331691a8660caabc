#include <QtTest>

#include <random>

#include "LogRows.h"
#include "NearMisses.h"

using namespace nodescope;

// Lines that have nothing to say about the distribution, however near they come, and bytes that are no text.
namespace {
const char *const Ordinary[] = {
    "",
    "\n\n\n",
    "=INFO REPORT==== 26-Nov-2026::11:18:51.261573 ===\nSIGTERM received - shutting down\n",
    "Eshell V13.1.5  (abort with ^G)\n(r@127.0.0.1)1> *** Terminating erlang ('r@127.0.0.1')\n",
    ("=PROGRESS REPORT==== 26-Nov-2026::11:18:51.261573 ===\n    application: kernel\n    started_at: "
     "'a@127.0.0.1'\n"),
    ("=SUPERVISOR REPORT==== 26-Nov-2026::11:18:51.261573 ===\n    supervisor: {local,my_sup}\n    "
     "errorContext: "
     "child_terminated\n    reason: killed\n    offender: [{pid,<0.90.0>}]\n"),
    ("=CRASH REPORT==== 26-Nov-2026::11:18:51.261573 ===\n  crasher:\n    initial call: foo:init/1\n    "
     "exception exit: "
     "{timeout,{gen_server,call,[bar,x]}}\n"),
    "{net_kernel,{auto_connect,'b@127.0.0.1',{12189032,#Ref<0.849895295.1586888706.61529>}}}",
    "{net_kernel,{'EXIT',<0.87.0>,shutdown}}\n{net_kernel,{net_kernel,1411,nodedown,'b@127.0.0.2'}}",
    "{net_kernel,{disconnect,'b@127.0.0.1'}}",
    "{net_kernel,{setup,'b@127.0.0.1',normal,'a@127.0.0.1',longnames,<0.91.0>}}",
    "{net_kernel,{nodeup,'b@127.0.0.1',<0.92.0>,<0.93.0>}}",
    "{nodeup,'b@127.0.0.1'}",
    "{nodeup,'b@127.0.0.1',[{node_type,visible}]}",
    ("=WARNING REPORT==== 26-Nov-2026::11:20:55.561419 ===\nDescription: \"Server authenticity is not "
     "verified since "
     "certificate path validation is not enabled\"\n     Reason: \"The option {verify, verify_peer} and one "
     "of the "
     "options 'cacertfile' or 'cacerts' are required to enable this.\"\n"),
    "TLS server: In state connection received CLIENT ALERT: Warning - Close Notify\n",
    "pong",
    "pang",
    "iex(nonode@nohost)1> Node.connect(:\"a@b\")\nfalse",
    "10:11:12.123 [info] Running MyAppWeb.Endpoint with cowboy 2.9.0 at 0.0.0.0:4000 (http)",
    "10:11:12.123 [info] GET /cookies\n10:11:12.125 [info] Sent 200 in 2ms",
    "10:11:12.123 [error] GenServer Foo terminating\n** (RuntimeError) boom\nLast message: :tick",
    "10:11:12.123 [info] [libcluster:k8s] connected to :\"app@10.0.0.7\"",
    "2023-02-03 10:11:12.123456+00:00 [info] <0.530.0> rabbit on node 'rabbit@b' up",
    "2023-02-03 10:11:12.123456+00:00 [info] <0.530.0> node 'rabbit@b' up",
    ("2023-02-03 10:11:12.123456+00:00 [info] <0.9.0> accepting AMQP connection <0.9.0> (10.0.0.1:5 -> "
     "10.0.0.2:5672)"),
    ("2023-02-03 10:11:12.123456+00:00 [info] <0.9.0>  * epmd reports node 'rabbit' uses port 25672 for "
     "inter-node"),
    "  * connected to epmd (port 4369) on rabbitmq",
    ("closing AMQP connection <0.9.0> (10.0.0.1:5 -> 10.0.0.2:5672): client unexpectedly closed TCP "
     "connection"),
    "epmd: Thu Nov 26 11:18:17 2026: registering 'b:1', port 34567",
    "epmd: Thu Nov 26 11:18:17 2026: unregistering 'b:1', port 34567",
    "epmd: up and running on port 4369 with data:\nname b at port 34567",
    "epmd: Thu Nov 26 11:18:17 2026: ** got PORT2_REQ\nepmd: ** sent PORT2_RESP (ok) for \"b\"",
    "sshd[812]: Connection attempt from 10.0.0.1 rejected",
    "sshd: Could not connect to a@web: refused",
    "postgres: unable to connect to server at localhost",
    "postfix/smtp: connect to mx.example.com: Connection refused",
    "kernel: node 0 not responding to balance",
    "Node.js v18 is running on a@b.c",
    "Node app@web is ready",
    "Node 'a@web' responding",
    "set-cookie: session=abc; Path=/",
    "Cookie: session=abc",
    "The cookie file is at ~/.erlang.cookie",
    "-name a@127.0.0.1 -setcookie abc",
    "%% {riak_sysmon, [{busy_dist_port, true}]}",
    "sysmon config: busy_port true, busy_dist_port true",
    "The name of a node must be unique. The name is in use by another process.",
    "Protocol 'https' is supported",
    "Protocol error: not supported",
    "Error when reading /etc/passwd: eacces",
    "Failed to change mode: read only",
    "global: leader elected a@web",
    "'global' is an atom at node 'a@web'",
    "{badrpc,{'EXIT',{undef,[{foo,bar,[],[]}]}}}",
    "{error,{already_started,<0.1.0>}}",
    "{inconsistent_database,bad_decision,x}",
    "{shutdown,{failed_to_start_child,my_worker,{'EXIT',badarg}}}",
    "lookup against db failed: :timeout",
    "ALERT: Fatal - disk full",
    "generated SERVER ALERT: Fatal - of no kind that TLS has",
    "{tls_alert,{close_notify,\"\"}}",
    "System running to full capacity",
    "Hostname localhost is legal",
    "Connection attempt from node",
    "Connection attempt from node 'a@web'",
    "Connection attempt from node 'aweb' rejected. Invalid challenge reply. **",
    "Connection attempt from node 'a@web' accepted. Invalid challenge reply.",
    "** Node a@b@c not responding **",
    "no connection to the database",
    "no connection to db:5432",
    "Can't set long header",
    "Multiple -pa given to erl, using all",
};

QByteArray words(std::mt19937 &random, qsizetype size)
{
    // Parts of patterns in disorder, so that every comparison gets far before it fails.
    static const char *const Parts[] = {"Connection attempt from node ",
                                        "'a@web",
                                        "Node ",
                                        "not responding ",
                                        "\n",
                                        "** ",
                                        "{nodedown, ",
                                        "Cookie file ",
                                        "'global' at node ",
                                        "a@b ",
                                        "Protocol '",
                                        "ssl_connect_failed, {",
                                        "[[[[",
                                        "{{{{",
                                        "\"",
                                        "\\n",
                                        "Mnesia(",
                                        "recv_status_failed, ",
                                        "\x1b[",
                                        "\xff\xfe",
                                        "(a@b)",
                                        "      ",
                                        "{\"log\":\"",
                                        "2026-11-26 ",
                                        "@",
                                        "busy_dist_port <0.1.0> [",
                                        "Error when reading "};
    QByteArray text;
    text.reserve(size + 64);
    while (text.size() < size)
        text += Parts[random() % std::size(Parts)];
    return text;
}
} // namespace

class tst_LogOrdinary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysNothing_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (std::size_t i = 0; i < std::size(Ordinary); ++i)
            QTest::addRow("%zu", i) << QByteArray(Ordinary[i]);
        for (std::size_t i = 0; i < std::size(test::NearMisses); ++i)
            QTest::addRow("near %zu", i) << QByteArray(test::NearMisses[i]);
    }
    void saysNothing()
    {
        QFETCH(QByteArray, text);
        const auto findings = doctor::explainLog(QByteArrayView(text));
        if (!findings.isEmpty())
            QFAIL(qPrintable(findings.first().excerpt));
    }

    // Whatever the bytes are, it ends soon, and what it finds is within the text and bounded.
    void anyBytesAreSafe()
    {
        std::mt19937 random(1);
        for (int run = 0; run < 300; ++run) {
            QByteArray text = run % 3 == 0 ? QByteArray() : words(random, 3000);
            while (text.size() < 4000)
                text += char(random());
            if (run % 2)
                text[qsizetype(random() % 4000)] = '\0';
            const qsizetype lines = text.count('\n') + 1;
            for (const doctor::LogFinding &finding : doctor::explainLog(QByteArrayView(text))) {
                QVERIFY(finding.firstLine >= 1 && finding.firstLine + finding.lineCount - 1 <= lines);
                QVERIFY(finding.excerpt.size() <= 400);
                QVERIFY(!finding.excerpt.isEmpty());
            }
        }
    }

    void everyTruncationIsSafe()
    {
        const QByteArray whole(
            "{\"log\":\"** 'b@web.x': Connection attempt from node 'a@web.x' rejected since it cannot "
            "handle [\\\"FUN_TAGS\\\",\n \\\"V4_NC\\\"].**\\n\",\"stream\":\"stdout\"}\n"
            "{net_kernel,{conn_own_exit,<0.1.0>,{ssl_connect_failed,{127,0,0,1},4,{error,{options,"
            "x}}},'b@web.x'}}");
        for (qsizetype size = 0; size <= whole.size(); ++size) {
            const QByteArray cut(whole.constData(), size);
            QVERIFY(doctor::explainLog(QByteArrayView(cut)).size() <= 2);
            QVERIFY(doctor::explainLog(QByteArrayView(whole).sliced(size)).size() <= 2);
        }
    }

    // Twice the text takes about twice the time, also where it is made to take long.
    void timeIsLinear_data()
    {
        QTest::addColumn<QByteArray>("text");
        std::mt19937 random(2);
        constexpr qsizetype Size = 4 * 1024 * 1024;
        QTest::newRow("parts of messages") << words(random, Size);
        QTest::newRow("blanks") << QByteArray(Size, ' ');
        QTest::newRow("one letter") << QByteArray(Size, 'C');
        QTest::newRow("line ends") << QByteArray("Node\n\n\n\n\n\n\n").repeated(Size / 11);
        QTest::newRow("paths without end") << QByteArray("Cookie file ").repeated(Size / 12);
        QTest::newRow("names without end") << QByteArray("Node 'aaaa").repeated(Size / 10);
        QTest::newRow("lists without end") << QByteArray("check_dflags_failed,[").repeated(Size / 21);
        QTest::newRow("texts within texts") << QByteArray("{nodedown,a@b,").repeated(Size / 14);
        QTest::newRow("one finding again and again")
            << QByteArray("** Node a@web not responding **\n").repeated(Size / 32);
        QByteArray differing;
        for (int i = 0; differing.size() < Size; ++i)
            differing += "** Node a" + QByteArray::number(i) + "@web not responding **\n";
        QTest::newRow("findings that all differ") << differing;
    }
    void timeIsLinear()
    {
        QFETCH(QByteArray, text);
        QElapsedTimer timer;
        timer.start();
        const auto findings = doctor::explainLog(QByteArrayView(text));
        // An idle machine needs less than a second for the worst of them.
        QVERIFY2(timer.elapsed() < 30'000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(findings.size() <= doctor::MaxFindings);
        qInfo("%lld ms, %lld findings", timer.elapsed(), qint64(findings.size()));
    }
};

QTEST_GUILESS_MAIN(tst_LogOrdinary)
#include "tst_LogOrdinary.moc"
