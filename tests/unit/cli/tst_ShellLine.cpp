#include <QtTest>

#include "cli/shell/ShellCompletion.h"
#include "cli/shell/ShellHistory.h"
#include "cli/shell/ShellLine.h"
#include "term/Printer.h"

using namespace nodescope;
using namespace nodescope::cli;
using term::Syntax;
using term::Term;

class tst_ShellLine : public QObject
{
    Q_OBJECT

    static QString words(const QString &text, Syntax syntax = Syntax::Erlang)
    {
        const shell_line::Line line = shell_line::read(text, syntax, {QStringLiteral("me@h"), 1, 0, 1});
        if (const auto *term = std::get_if<Term>(&line))
            return QStringLiteral("term ") + term::toErlang(*term);
        if (const auto *call = std::get_if<term::CallExpression>(&line))
            return QStringLiteral("call %1 %2 %3")
                .arg(call->module, call->function, term::toErlang(call->arguments));
        if (const auto *send = std::get_if<shell_line::Send>(&line))
            return QStringLiteral("send %1 %2").arg(send->process, term::toErlang(send->message));
        if (const auto *wrong = std::get_if<shell_line::Wrong>(&line))
            return QStringLiteral("wrong %1:%2").arg(wrong->error.line).arg(wrong->error.column);
        if (std::holds_alternative<shell_line::Incomplete>(line))
            return QStringLiteral("incomplete");
        if (std::holds_alternative<shell_line::Quit>(line))
            return QStringLiteral("quit");
        if (std::holds_alternative<shell_line::Flush>(line))
            return QStringLiteral("flush");
        if (const auto *use = std::get_if<shell_line::UseSyntax>(&line))
            return QLatin1String(use->syntax == Syntax::Elixir ? "use elixir" : "use erlang");
        return std::holds_alternative<shell_line::Help>(line) ? QStringLiteral("help")
                                                              : QStringLiteral("nothing");
    }

private Q_SLOTS:
    void lines_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *text, const char *expected) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        row("lists:seq(1, 3).", "call lists seq [1,3]");
        row("{ok, [1]}", "term {ok,[1]}");
        row("echo ! {self(), hi}", "send echo {#Pid<me@h.1.0.1>,hi}");
        row("'odd one' ! 1.", "send odd one 1");
        row("#Pid<a@b.1.2.3> ! 1", "send #Pid<a@b.1.2.3> 1");
        row("a =/= b", "wrong 1:3");
        row("echo ! X", "wrong 1:8");
        row("{ok,", "incomplete");
        row("\"text", "incomplete");
        row("", "nothing");
        row("% why", "nothing");
        row("q().", "quit");
        row("flush().", "flush");
        row("use elixir", "use elixir");
        row("help", "help");
        row("q", "term q");
        // Calls of the other language are read as they are, terms are not.
        row("Enum.sum([1, 2])", "call Elixir.Enum sum [[1,2]]");
        row(":erlang.node()", "call erlang node []");
        row("Node.alive?()", "call Elixir.Node alive? []");
        row("Enum.sum([1,", "incomplete");
        row("Enum.sum([1}", "wrong 1:12");
        row("%{a: 1}", "nothing");
        row("[a: 1]", "wrong 1:3");
    }
    void lines()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(words(text), expected);
    }
    void elixir()
    {
        QCOMPARE(words(QStringLiteral("Enum.sum([1, 2])"), Syntax::Elixir),
                 QStringLiteral("call Elixir.Enum sum [[1,2]]"));
        QCOMPARE(words(QStringLiteral(":echo ! :hi"), Syntax::Elixir), QStringLiteral("send echo hi"));
        QCOMPARE(words(QStringLiteral("%{a: 1}"), Syntax::Elixir), QStringLiteral("term #{a => 1}"));
        QCOMPARE(words(QStringLiteral("lists:sum([1, 2])."), Syntax::Elixir),
                 QStringLiteral("call lists sum [[1,2]]"));
        QCOMPARE(words(QStringLiteral("'Elixir.Enum':sum([1|[]])"), Syntax::Elixir),
                 QStringLiteral("call Elixir.Enum sum [[1]]"));
        QCOMPARE(words(QStringLiteral("#{a => 1}"), Syntax::Elixir), QStringLiteral("nothing"));
    }
    void completion()
    {
        ShellCompletion completion;
        completion.setAtoms({QStringLiteral("echo"), QStringLiteral("a@h.x")});
        completion.setModules(
            {QStringLiteral("lists"), QStringLiteral("Elixir.Enum"), QStringLiteral("logger")});
        completion.setFunctions(QStringLiteral("lists"),
                                {QStringLiteral("seq"), QStringLiteral("seq"), QStringLiteral("sum")});
        completion.setFunctions(QStringLiteral("Elixir.Enum"), {QStringLiteral("sum")});
        const auto offer = [&](const char *text, Syntax syntax) -> QString {
            const ShellCompletion::Offer found = completion.offer(QLatin1String(text), syntax);
            return QString::number(found.length) + u' ' + found.words.join(u' ');
        };
        QCOMPARE(offer("{l", Syntax::Erlang), QStringLiteral("1 lists: logger:"));
        QCOMPARE(offer("lists:s", Syntax::Erlang), QStringLiteral("1 seq( sum("));
        QCOMPARE(offer("lists:", Syntax::Erlang), QStringLiteral("0 seq( sum("));
        QCOMPARE(offer("'a@", Syntax::Erlang), QStringLiteral("3 'a@h.x'"));
        QCOMPARE(offer("Enum.s", Syntax::Elixir), QStringLiteral("1 sum("));
        QCOMPARE(offer("En", Syntax::Elixir), QStringLiteral("2 Enum."));
        QCOMPARE(offer(":li", Syntax::Elixir), QStringLiteral("3 :lists."));
        QCOMPARE(offer("", Syntax::Erlang), QStringLiteral("0 "));
        QCOMPARE(ShellCompletion::commonBegin({QStringLiteral("seq("), QStringLiteral("seqs(")}),
                 QStringLiteral("seq"));
    }
    void history()
    {
        const QTemporaryDir home;
        const QString path = home.filePath(QStringLiteral("a/history"));
        ShellHistory first(path);
        first.add(QStringLiteral("one"));
        first.add(QStringLiteral("one"));
        first.add(QStringLiteral("two"));
        first.add(QString(5000, u'x'));
        QVERIFY(first.save());
        QCOMPARE(QFileInfo(path).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
                 QFileDevice::Permissions());
        QCOMPARE(ShellHistory(path).lines(), (QStringList{QStringLiteral("one"), QStringLiteral("two")}));
        QVERIFY(ShellHistory(QString()).lines().isEmpty());
    }
};

QTEST_APPLESS_MAIN(tst_ShellLine)
#include "tst_ShellLine.moc"
