#include <QtTest>

#include "lab/FunctionTable.h"
#include "lab/Terms.h"
#include "term/Printer.h"

using namespace nodescope;
using lab::atom;
using term::Term;

class tst_FunctionTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_table = {};
        m_table.add("math", "add", 2, [](const lab::FunctionCall &call) {
            const auto a = call.argument(0).toInteger();
            const auto b = call.argument(1).toInteger();
            return a && b ? lab::returned(Term::integer(*a + *b)) : lab::badArgument(call);
        });
    }
    void calls()
    {
        QCOMPARE(answer(QStringLiteral("math"), QStringLiteral("add"), {Term::integer(1), Term::integer(2)}),
                 QStringLiteral("3"));
    }
    void whatIsNotThereIsUndefined()
    {
        QCOMPARE(answer(QStringLiteral("math"), QStringLiteral("add"), {Term::integer(1)}),
                 QStringLiteral("error:undef:[{math,add,[1],[]}]"));
        QVERIFY(!m_table.contains(QStringLiteral("math"), QStringLiteral("add"), 1));
    }
    void errorsCarryTheirStack()
    {
        QCOMPARE(answer(QStringLiteral("math"), QStringLiteral("add"), {atom("x"), Term::integer(2)}),
                 QStringLiteral("error:badarg:[{math,add,[x,2],[]}]"));
    }
    void applyIsLookedThroughOnce()
    {
        const Term numbers = Term::list({Term::integer(4), Term::integer(5)});
        const QString erlang = QStringLiteral("erlang");
        const QString apply = QStringLiteral("apply");
        QCOMPARE(answer(erlang, apply, {atom("math"), atom("add"), numbers}), QStringLiteral("9"));
        QCOMPARE(answer(erlang, apply, {atom("math"), atom("sub"), numbers}),
                 QStringLiteral("error:undef:[{math,sub,[4,5],[]}]"));
        const Term inner = Term::list({atom("math"), atom("add"), numbers});
        QVERIFY(answer(erlang, apply, {atom("erlang"), atom("apply"), inner})
                    .startsWith(QStringLiteral("error:undef")));
    }
    void laterAnswers()
    {
        lab::FunctionReply kept;
        m_table.addLater("slow", "answer", 0,
                         [&](const lab::FunctionCall &, const lab::FunctionReply &reply) { kept = reply; });
        QCOMPARE(answer(QStringLiteral("slow"), QStringLiteral("answer"), {}), QString());
        QVERIFY(kept);
        kept(lab::returned(atom("done")));
        QCOMPARE(m_answer, QStringLiteral("done"));
    }

private:
    QString answer(const QString &module, const QString &function, std::vector<Term> arguments)
    {
        m_answer.clear();
        m_table.call({module, function, std::move(arguments), {}}, [this](const lab::FunctionResult &result) {
            if (const auto *value = std::get_if<dist::call_end::Returned>(&result)) {
                m_answer = term::toErlang(value->value);
                return;
            }
            const auto &raised = *std::get_if<dist::call_end::Raised>(&result);
            m_answer = QStringLiteral("error:") + term::toErlang(raised.reason) + u':' +
                       term::toErlang(raised.stack);
        });
        return m_answer;
    }

    lab::FunctionTable m_table;
    QString m_answer;
};

QTEST_APPLESS_MAIN(tst_FunctionTable)
#include "tst_FunctionTable.moc"
