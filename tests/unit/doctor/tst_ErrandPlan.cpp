#include <QtTest>

#include "doctor/errands/ErrandPlan.h"
#include "term/Encoder.h"
#include "term/Parser.h"

using namespace nodescope;
using namespace nodescope::cluster;
using namespace nodescope::doctor;

class tst_ErrandPlan : public QObject
{
    Q_OBJECT

    static Errand errand(ErrandKind kind, const char *process, const char *text, bool relayed)
    {
        term::ParseOptions options;
        options.self = selfPlace();
        Errand made;
        made.kind = kind;
        if (relayed)
            made.via = base::NodeName::literal(u"a@h");
        made.node = base::NodeName::literal(u"b@h");
        made.process = QString::fromLatin1(process);
        made.module = QStringLiteral("lists");
        made.function = QStringLiteral("sum");
        made.externalTerm = term::encode(*term::parse(QString::fromLatin1(text), options));
        return made;
    }
    static QString words(const Errand &errand)
    {
        QStringList lines;
        for (const PlannedStep &step : planOf(errand))
            lines.append((step.where.isNull() ? QStringLiteral("here") : step.where.text()) + u' ' +
                         step.code);
        return lines.join(u'|');
    }

private Q_SLOTS:
    void plans_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("process");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("relayed");
        QTest::addColumn<QString>("plan");
        const auto row = [](ErrandKind kind, const char *process, const char *text, bool relayed,
                            const char *plan) {
            QTest::addRow("%s %s%s", qPrintable(identifierOf(kind)), process, relayed ? " via" : "")
                << int(kind) << QByteArray(process) << QByteArray(text) << relayed
                << QString::fromLatin1(plan);
        };
        row(ErrandKind::Send, "echo", "{self(),x}", false,
            "here erlang:send({echo,b@h}, {self(),x})|b@h erlang:whereis(echo)|here self()");
        row(ErrandKind::Send, "echo", "x", true,
            "a@h spawn(erl_eval, exprs, [Relay, Self])|a@h erlang:send({echo,b@h}, x)|"
            "a@h rpc:call(b@h, erlang, whereis, [echo], 2000)|a@h self()");
        row(ErrandKind::Send, "#Pid<b@h.1.2.3>", "x", false,
            "here erlang:send(#Pid<b@h.1.2.3>, x)|b@h erlang:is_process_alive(#Pid<b@h.1.2.3>)|here self()");
        row(ErrandKind::Send, "#Ref<b@h.1.2.3>", "x", false,
            "here erlang:send(#Ref<b@h.1.2.3>, x)|here self()");
        row(ErrandKind::GenCall, "srv", "get", true, "a@h gen_server:call({srv,b@h}, get, 5000)");
        row(ErrandKind::Call, "", "[[1,2]]", false, "b@h lists:sum([1,2])");
        row(ErrandKind::Call, "", "[[1,2]]", true, "a@h erpc:call(b@h, lists, sum, [[1,2]], 5000)");
        row(ErrandKind::Exit, "srv", "kill", false, "b@h Pid = erlang:whereis(srv)|here exit(Pid, kill)");
        row(ErrandKind::Monitor, "srv", "x", true,
            "a@h spawn(erl_eval, exprs, [Relay, Self])|a@h erlang:monitor(process, {srv,b@h})");
    }
    void plans()
    {
        QFETCH(int, kind);
        QFETCH(QByteArray, process);
        QFETCH(QByteArray, text);
        QFETCH(bool, relayed);
        QFETCH(QString, plan);
        QCOMPARE(words(errand(static_cast<ErrandKind>(kind), process, text, relayed)), plan);
    }
    void targets()
    {
        QVERIFY(targetOf(errand(ErrandKind::Send, "echo", "x", false)));
        QVERIFY(!targetOf(errand(ErrandKind::Send, "", "x", false)));
        QVERIFY(!targetOf(errand(ErrandKind::Send, "#Pid<0.1.2>", "x", false)));
        QVERIFY(!targetOf(errand(ErrandKind::Send, "#Port<a@b.1.2>", "x", false)));
        QVERIFY(targetOf(errand(ErrandKind::Send, "#Pid<b@h.1.2.3>", "x", false)));
        // A pid of another node than the one that may be acted on.
        QVERIFY(!targetOf(errand(ErrandKind::Send, "#Pid<c@h.1.2.3>", "x", false)));
    }
    void onlyTheQuestionForNamesIsNoAct()
    {
        Errand names = askForNames(base::NodeName::literal(u"b@h"), 1);
        QVERIFY(isObserving(names));
        names.via = base::NodeName::literal(u"a@h");
        QVERIFY(!isObserving(names));
        names = askForNames(base::NodeName::literal(u"b@h"), 1);
        names.function = QStringLiteral("halt");
        QVERIFY(!isObserving(names));
    }
};

QTEST_APPLESS_MAIN(tst_ErrandPlan)
#include "tst_ErrandPlan.moc"
