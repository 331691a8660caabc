#include <QSignalSpy>
#include <QTest>

#include "dist/IoFormat.h"
#include "dist/LocalNode.h"
#include "dist/StackTrace.h"
#include "term/Parser.h"

using namespace nodescope;
using namespace nodescope::dist;
using term::Term;

namespace {

Term erlang(const QString &text)
{
    const auto parsed = term::parse(text);
    if (!parsed)
        qFatal("no term: %s", qPrintable(text));
    return *parsed;
}

} // namespace

/// What processes elsewhere write to our group leader.
class tst_IoSink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formats_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *format, const char *arguments, const char *text) {
            QTest::addRow("%s", format)
                << QString::fromUtf8(format) << QString::fromUtf8(arguments) << QString::fromUtf8(text);
        };
        // As OTP 25 prints them.
        row("plain", "[]", "plain");
        row("~~ ~n", "[]", "~ \n");
        row("~s and ~s", "[\"abc\", def]", "abc and def");
        row("~ts", "[<<\"h\u00e9\"/utf8>>]", "h\u00e9");
        row("~p ~w", "[\"ab\", \"ab\"]", "\"ab\" [97,98]");
        row("~tp ~0p", "[{a,1}, b]", "{a,1} b");
        row("|~5s|~-5s|~3s|", "[ab, cd, abcdef]", "|   ab|cd   |abc|");
        row("|~10.3s|", "[\"abcdef\"]", "|       abc|");
        row("|~*w|~5..0b|", "[4, 1, 42]", "|   1|00042|");
        row("~b ~.16B ~.16b ~.16# ~.16+", "[10, 255, -255, 255, 255]", "10 FF -ff 16#FF 16#ff");
        row("~.16x ~.2X", "[255, \"0x\", 5, \"b\"]", "0xff b101");
        row("~.2f ~f ~.1e", "[1.005, 2.5, 1.5]", "1.00 2.500000 1.5e+00");
        row("~c~3c", "[97, 98]", "abbb");
        row("~i~p", "[ignored, shown]", "shown");
        row("~P ~W", "[{a,b}, 9, c, 9]", "{a,b} c");
        // What does not fit loses nothing.
        row("~p ~p", "[one]", "~p ~p [one]");
        row("~d", "[1]", "~d [1]");
        row("~b", "[abc]", "~b [abc]");
        row("~", "[]", "~ []");
        row("~99999999s", "[a]", nullptr);
    }
    void formats()
    {
        QFETCH(QString, format);
        QFETCH(QString, arguments);
        QFETCH(QString, text);
        const QString formatted = formatIo(Term::charlist(format), erlang(arguments));
        if (text.isNull())
            QVERIFY(formatted.size() <= 1001);
        else
            QCOMPARE(formatted, text);
    }

    void requests_data()
    {
        QTest::addColumn<QString>("request");
        QTest::addColumn<QString>("reply");
        QTest::addColumn<QString>("output");
        const auto row = [](const char *request, const char *reply, const char *output = "") {
            QTest::addRow("%s", request)
                << QString::fromUtf8(request) << QString::fromUtf8(reply) << QString::fromUtf8(output);
        };
        row("{put_chars, \"old\"}", "ok", "old");
        row("{put_chars, unicode, <<\"h\u00e9\"/utf8>>}", "ok", "h\u00e9");
        row("{put_chars, latin1, [104, <<233>>]}", "ok", "h\u00e9");
        row("{put_chars, unicode, io_lib, format, [\"~p~n\", [{a,1}]]}", "ok", "{a,1}\n");
        row("{put_chars, io_lib, fwrite, [\"~s\", [x]]}", "ok", "x");
        row("{put_chars, unicode, other, thing, [1, 2]}", "ok", "other:thing [1,2]");
        row("{put_chars, unicode, not_chars}", "ok", "not_chars");
        row("{put_chars}", "{error,request}");
        row("{requests, [{put_chars, unicode, \"a\"}, {put_chars, unicode, \"b\"}, {get_line, unicode, "
            "\"\"}]}",
            "eof", "ab");
        row("{requests, [{put_chars, unicode, \"a\"}, {setopts, []}, {put_chars, unicode, \"b\"}]}",
            "{error,enotsup}", "a");
        row("{requests, [{requests, [{put_chars, unicode, \"a\"}]}, {put_chars, unicode, \"b\"}]}", "ok",
            "ab");
        row("{get_line, unicode, \"> \"}", "eof");
        row("{get_chars, unicode, \"> \", 3}", "eof");
        row("{get_until, unicode, \"> \", io_lib, fread, [\"~d\"]}", "eof");
        row("{get_geometry, columns}", "{error,enotsup}");
        row("{setopts, [{encoding, unicode}]}", "{error,enotsup}");
        row("getopts", "{error,enotsup}");
        row("{dance}", "{error,request}");
        row("17", "{error,request}");
    }
    void requests()
    {
        QFETCH(QString, request);
        QFETCH(QString, reply);
        QFETCH(QString, output);
        base::SystemClock clock;
        LocalNode node(NodeIdentity::fixed(base::NodeName::literal(u"a@127.0.0.1"), true), {}, clock);
        QString written;
        connect(&node, &LocalNode::output, this,
                [&](const base::NodeName &, const QString &text) { written += text; });
        LocalProcess *writer = node.createProcess();
        QSignalSpy replies(writer, &LocalProcess::message);
        writer->send(node.groupLeader().pid(),
                     Term::tuple({Term::atom(u"io_request"), Term::pid(writer->pid()), Term::integer(9),
                                  erlang(request)}));
        QTRY_COMPARE(replies.count(), 1);
        QCOMPARE(replies.first().first().value<Term>(),
                 Term::tuple({Term::atom(u"io_reply"), Term::integer(9), erlang(reply)}));
        QCOMPARE(written, output);
    }

    void stackTracesAreValues()
    {
        const auto frames = stackTrace(erlang(QStringLiteral(
            "[{erlang,atom_to_list,[1],[{error_info,#{module => erl_erts_errors}}]},"
            "{lists,map,2,[{file,\"lists.erl\"},{line,1559}]},{fun_,1,[]},nonsense,{a,b,c,d,e}]")));
        QCOMPARE(frames.size(), std::size_t(3));
        QCOMPARE(frames[0].module, QStringLiteral("erlang"));
        QCOMPARE(frames[0].arity, 1);
        QCOMPARE(frames[0].arguments->at(0), Term::integer(1));
        QVERIFY(frames[0].extra.isValid());
        QCOMPARE(frames[1].function, QStringLiteral("map"));
        QCOMPARE(frames[1].arity, 2);
        QVERIFY(!frames[1].arguments);
        QCOMPARE(frames[1].file, QStringLiteral("lists.erl"));
        QCOMPARE(frames[1].line, 1559);
        QVERIFY(stackTrace(Term::atom(u"none")).empty());
        QVERIFY(stackTrace(Term()).empty());
    }
};

QTEST_GUILESS_MAIN(tst_IoSink)
#include "tst_IoSink.moc"
