#include "TermTesting.h"
#include "term/PidSubstitution.h"

using namespace nodescope::term;
using Code = ParseError::Code;

Q_DECLARE_METATYPE(Code)

class tst_Parser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// What people write, against the same term as bytes.
    void erlang_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char *text, const char *bytes) {
            QTest::newRow(qPrintable(QString::fromUtf8(text).simplified()))
                << QString::fromUtf8(text) << hex("83") + hex(bytes);
        };
        row(" ok . % done", "77026f6b");
        row("% first\n ok", "77026f6b");
        row("'Ok then'", "7707 4f6b207468656e");
        row("'\\x{e9}\\n\\''", "7704 c3a90a27");
        row("\u00e9t\u00e9@x", "7707 c3a974c3a94078");
        row("16#fF", "61ff");
        row("2#1_01", "6105");
        row("36#z", "6123");
        row("1_000", "62000003e8");
        row("- 1", "");
        row("-1", "62ffffffff");
        row("+1", "6101");
        row("1.5e3", "464097700000000000");
        row("-1.0E-3", "46bf50624dd2f1a9fc");
        row("1.0e-400", "460000000000000000");
        row("$a", "6161");
        row("$\\n", "610a");
        row("$\\x{1F600}", "620001f600");
        row("$\\^A", "6101");
        row("\"a\" \"b\"", "6b00026162");
        row("\"\\101\\x42\\d\\s\"", "6b000441427f20");
        row("\"\u65e5\"", "6c00000001 62000065e5 6a");
        row("[]", "6a");
        row("[1|[2]]", "6b00020102");
        row("{ok, [a|b]}", "6802 77026f6b 6c00000001 770161 770162");
        row("#{1=>2, a => \"\"}", "7400000002 6101 6102 770161 6a");
        row("<<>>", "6d00000000");
        row("<<1, 2:4, 3:4>>", "6d00000002 0123");
        row("<<1,2,3:5>>", "4d00000003 05 010218");
        row("<<-1, 256>>", "6d00000002 ff00");
        row("<<258:16, 258:16/little>>", "6d00000004 01020201");
        row("<<\"ab\", $c>>", "6d00000003 616263");
        row("<<\"\u00e9\"/utf8>>", "6d00000002 c3a9");
        row("<<\"\u00e9\">>", "6d00000001 e9");
        row("<<\"a\":16>>", "6d00000002 0061");
        row("<<1.5/float>>", "6d00000008 3ff8000000000000");
        row("<<1.5:32/float>>", "6d00000004 3fc00000");
        row("<<16#1234:12>>", "4d00000002 04 2340");
        row("<<5:2/unit:8>>", "6d00000002 0005");
        row("fun m:f/1", "71 77016d 770166 6101");
        row("fun 'M':'odd f'/0", "71 77014d 7705 6f64642066 6100");
        row("~\"\u00e9\\n\"", "6d00000003 c3a90a");
        row("~b(a)", "6d00000001 61");
        row("[~s|a\\n|, ~S{a\\n}]", "6c00000002 6b0002610a 6b0003615c6e 6a");
        row("#Pid<a@b.1.2.3>", "58 7703614062 00000001 00000002 00000003");
        row("#Pid<'a@b.c'.1.2.3>", "58 7705614062 2e63 00000001 00000002 00000003");
        row("#Ref<a@b.1.2.9>", "5a0002 7703614062 00000009 00000001 00000002");
        row("#Port<a@b.5.9>", "59 7703614062 00000005 00000009");
    }
    void erlang()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, bytes);
        if (bytes.size() == 1) {
            QVERIFY(!parse(text));
            return;
        }
        QCOMPARE(encode(read(text)).toHex(), bytes.toHex());
    }
    void elixir_data()
    {
        QTest::addColumn<QString>("elixir");
        QTest::addColumn<QString>("erlang");
        const auto row = [](const char *elixir, const char *erlang) {
            QTest::newRow(qPrintable(QString::fromUtf8(elixir).simplified()))
                << QString::fromUtf8(elixir) << QString::fromUtf8(erlang);
        };
        row("nil", "nil");
        row("[true, false]", "[true,false]");
        row(":ok # comment\n", "ok");
        row(":\"with space\"", "'with space'");
        row(":'single'", "single");
        row(":go!", "'go!'");
        row(":===", "'==='");
        row(":<<>>", "'<<>>'");
        row(":+", "'+'");
        row("Foo", "'Elixir.Foo'");
        row("Foo.Bar2", "'Elixir.Foo.Bar2'");
        row("Elixir", "'Elixir'");
        row("Elixir.Foo", "'Elixir.Foo'");
        row("0xFF", "255");
        row("0b1_01", "5");
        row("0o17", "15");
        row("1_000", "1000");
        row("-1.5e-3", "-1.5e-3");
        row("?a", "97");
        row("?\\n", "10");
        row("\"text\"", "<<\"text\">>");
        row("\"\\u00e9\\u{1F600}\\x41\\e\\0\"", "<<195,169,240,159,152,128,65,27,0>>");
        row("\"\\xff\"", "<<255>>");
        row("\"\\#{x}\"", "<<\"#{x}\">>");
        row("\"a#b\"", "<<\"a#b\">>");
        row("\"one \\\ntwo\"", "<<\"one two\">>");
        row("'chars'", "\"chars\"");
        row("~c\"ch\\\"ars\"", "\"ch\\\"ars\"");
        row("~c(a b)", "\"a b\"");
        row("~C'a\\n'", "\"a\\\\n\"");
        row("~s|text|", "<<\"text\">>");
        row("~S(a#{b}\\)c)", "<<\"a#{b})c\">>");
        row("\"\"\"\n  one\n    \\\"two\\n\n  \"\"\"", "<<\"one\\n  \\\"two\\n\\n\">>");
        row("[~S'''\na\\n\n''', ~c\"\"\"\n b\\\n c\n \"\"\"]", "[<<\"a\\\\n\\n\">>,\"bc\\n\"]");
        row("[1, 2 | :c]", "[1,2|c]");
        row("[1, 2,]", "[1,2]");
        row("[a: 1, b: [c: 2]]", "[{a,1},{b,[{c,2}]}]");
        row("[1, a: 2]", "[1,{a,2}]");
        row("[\"odd key\": 1, if: 2, A: 3]", "[{'odd key',1},{'if',2},{'A',3}]");
        row("[+: 1, <<>>: -2]", "[{'+',1},{'<<>>',-2}]");
        row("{1, a: 2, b: 3}", "{1,[{a,2},{b,3}]}");
        row("{}", "{}");
        row("%{}", "#{}");
        row("%{:a => 1, \"b\" => 2}", "#{a => 1,<<\"b\">> => 2}");
        row("%{\"a\" => 1, b: 2}", "#{<<\"a\">> => 1,b => 2}");
        row("%{a: %{b: nil}}", "#{a => #{b => nil}}");
        row("%{[1] => {2}}", "#{[1] => {2}}");
        row("%Range{first: 1, last: 2}", "#{'__struct__' => 'Elixir.Range',first => 1,last => 2}");
        row("%A.B{}", "#{'__struct__' => 'Elixir.A.B'}");
        row("<<1, 2>>", "<<1,2>>");
        row("<<1::5>>", "<<1:5>>");
        row("<<1::size(5), 2::3>>", "<<1:5,2:3>>");
        row("<<258::little-16>>", "<<2,1>>");
        row("<<258::size(2)-unit(8)>>", "<<1,2>>");
        row("<<\"ab\", ?c>>", "<<\"abc\">>");
        row("<<\"\u00e9\">>", "<<\"\u00e9\"/utf8>>");
        row("<<\"\u00e9\"::utf16>>", "<<0,16#e9>>");
        row("<<0x1F600::utf8>>", "<<16#1F600/utf8>>");
        row("<<1.5::float-32>>", "<<1.5:32/float>>");
        row("&Enum.map/2", "fun 'Elixir.Enum':map/2");
        row("&:lists.map/2", "fun lists:map/2");
        row("&:m.\"odd f\"/0", "fun m:'odd f'/0");
        row("#PID<'a@b.c'.1.2.3>", "#Pid<'a@b.c'.1.2.3>");
        row("#Reference<a@b.1.2.9>", "#Ref<a@b.1.2.9>");
        row("[#Port<a@b.5.9>] # why", "[#Port<a@b.5.9>]");
        row("#Record<:m, :n, a: 1>", "#m:n{a = 1}");
    }
    void elixir()
    {
        QFETCH(QString, elixir);
        QFETCH(QString, erlang);
        QCOMPARE(read(elixir, Syntax::Elixir), read(erlang));
    }
    void errors_data()
    {
        QTest::addColumn<Syntax>("syntax");
        QTest::addColumn<QString>("text");
        QTest::addColumn<Code>("code");
        QTest::addColumn<int>("offset");
        const auto both = [](const char *text, Code code, int offset) {
            QTest::addRow("both: %s", text) << Syntax::Erlang << QString::fromUtf8(text) << code << offset;
            QTest::addRow("both, Elixir: %s", text)
                << Syntax::Elixir << QString::fromUtf8(text) << code << offset;
        };
        const auto erlang = [](const char *text, Code code, int offset) {
            QTest::addRow("Erlang: %s", text) << Syntax::Erlang << QString::fromUtf8(text) << code << offset;
        };
        const auto elixir = [](const char *text, Code code, int offset) {
            QTest::addRow("Elixir: %s", text) << Syntax::Elixir << QString::fromUtf8(text) << code << offset;
        };
        both("", Code::Empty, 0);
        both(" \n", Code::Empty, 2);
        both("[1, 2", Code::UnexpectedEnd, 0);
        both("{[1, {2}", Code::UnexpectedEnd, 1);
        both("[1, {2]", Code::UnexpectedCharacter, 6);
        both("[,]", Code::UnexpectedCharacter, 1);
        both("[|1]", Code::UnexpectedCharacter, 1);
        both("[1|2,3]", Code::UnexpectedCharacter, 4);
        both("1 2", Code::TrailingText, 2);
        both("{}}", Code::TrailingText, 2);
        both("{\"abc}", Code::UnterminatedText, 1);
        both("\"\\x{110000}\"", Code::BadEscape, 1);
        both("<<1", Code::UnexpectedEnd, 0);
        both("<<a>>", Code::UnexpectedCharacter, 2);
        both("1.0e999", Code::BadNumber, 0);
        both("_", Code::NotData, 0);
        both("#Pid<0.1.2>", Code::LocalPid, 0);
        both("#Fun<m.1.2>", Code::FunNotReadable, 0);
        both("#Pid<a@b.1.2>", Code::BadIdentifier, 0);
        both("#Port<a@b.1.4294967296>", Code::BadIdentifier, 0);
        both("#Ref<a@b.1.2.3.4.5.6.7>", Code::BadIdentifier, 0);
        both("#Ref<a@b.1>", Code::BadIdentifier, 0);
        both("#Ref<a@b>", Code::BadIdentifier, 0);
        erlang("% only", Code::Empty, 6);
        erlang("<0.1.2>", Code::LocalPid, 0);
        erlang("Var", Code::NotData, 0);
        erlang("{ok, X}", Code::NotData, 5);
        erlang("self()", Code::NotData, 4);
        erlang("[self()]", Code::NotData, 5);
        erlang("'abc", Code::UnterminatedText, 0);
        erlang("[1,]", Code::UnexpectedCharacter, 3);
        erlang("{case}", Code::NotData, 1);
        erlang("37#1", Code::BadNumber, 0);
        erlang("2#2", Code::BadNumber, 0);
        erlang("\"\\x{d800}\"", Code::BadEscape, 1);
        erlang("#{a}", Code::UnexpectedCharacter, 3);
        erlang("#{a => 1, a => 2}", Code::DuplicateKey, 0);
        erlang("#{a => }", Code::UnexpectedCharacter, 7);
        erlang("#rec{a = 1}", Code::BadRecord, 0);
        erlang("#m:r{a}", Code::UnexpectedCharacter, 6);
        erlang("fun(X) -> X end", Code::BadFunction, 0);
        erlang("fun m:f/256", Code::BadFunction, 0);
        erlang("<<\"\u65e5\">>", Code::BadSegment, 2);
        erlang("<<1:a>>", Code::BadSegment, 2);
        erlang("<<1:99999999999>>", Code::BadSegment, 2);
        erlang("<<1:18446744073709551615/unit:256>>", Code::BadSegment, 2);
        erlang("$", Code::BadCharacter, 0);
        elixir("# only", Code::Empty, 6);
        elixir("foo", Code::NotData, 0);
        elixir("\"a#{b}\"", Code::NotData, 2);
        elixir("Foo.bar", Code::NotData, 0);
        elixir("~r/x/", Code::NotData, 0);
        elixir("[a: 1, 2]", Code::UnexpectedCharacter, 7);
        elixir("%{a: 1, a: 2}", Code::DuplicateKey, 0);
        elixir("%{1, 2}", Code::UnexpectedCharacter, 3);
        elixir("%", Code::UnexpectedEnd, 0);
        elixir("%a{}", Code::UnexpectedCharacter, 1);
        elixir("&foo/1", Code::BadFunction, 0);
        elixir("#Record<a: 1>", Code::BadRecord, 0);
        elixir("[#Record<a: 1>]", Code::BadRecord, 1);
        elixir("?", Code::BadCharacter, 0);
    }
    void errors()
    {
        QFETCH(Syntax, syntax);
        QFETCH(QString, text);
        QFETCH(Code, code);
        QFETCH(int, offset);
        ParseOptions options;
        options.syntax = syntax;
        const auto result = parse(text, options);
        QVERIFY2(!result, result ? qPrintable(toErlang(*result)) : "");
        QCOMPARE(codeName(result.error().code), codeName(code));
        QCOMPARE(result.error().offset, offset);
    }
    void position()
    {
        const auto result = parse(u"{ok,\n [1,\n  Var]}");
        QVERIFY(!result);
        QCOMPARE(result.error().line, 3);
        QCOMPARE(result.error().column, 3);
        QCOMPARE(result.error().offset, 12);
    }
    void selfStandsForAProcess()
    {
        const Pid me{QStringLiteral("me@here"), 1, 2, 3};
        for (Syntax syntax : {Syntax::Erlang, Syntax::Elixir}) {
            ParseOptions options;
            options.syntax = syntax;
            options.self = me;
            const auto message = parse(u"{self(), [self()], \"self()\"}", options);
            QVERIFY(message);
            QCOMPARE(message->at(0).toPid(), me);
            QCOMPARE(message->at(1).at(0).toPid(), me);
            QCOMPARE(message->at(2).toText(), QStringLiteral("self()"));
            QCOMPARE(parse(u"{selfish()}", options).error().code, Code::NotData);
            options.self.reset();
            QCOMPARE(parse(u"{self()}", options).error().code, Code::NotData);
        }
    }
    void calls_data()
    {
        QTest::addColumn<Syntax>("syntax");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("function"); ///< module, name and arguments; empty: data
        const auto erlang = [](const char *text, const char *function) {
            QTest::newRow(text) << Syntax::Erlang << QString::fromUtf8(text) << QString::fromUtf8(function);
        };
        const auto elixir = [](const char *text, const char *function) {
            QTest::addRow("Elixir: %s", text)
                << Syntax::Elixir << QString::fromUtf8(text) << QString::fromUtf8(function);
        };
        erlang("lists:sum([1,2])", "lists sum [[1,2]]");
        erlang(" erlang : node ( ) . % why", "erlang node []");
        erlang("'Elixir.Enum':'map!'(a,{b})", "Elixir.Enum map! [a,{b}]");
        erlang("{lists,sum}", "");
        erlang("lists", "");
        erlang("fun lists:sum/1", "");
        elixir("Enum.sum([1, 2])", "Elixir.Enum sum [[1,2]]");
        elixir(":erlang.node()", "erlang node []");
        elixir(":\"odd one\".f(a: 1)", "odd one f [[{a,1}]]");
        elixir("Keyword.get([a: 1], :a, x: nil, y: 2)", "Elixir.Keyword get [[{a,1}],a,[{x,nil},{y,2}]]");
        elixir("Kernel.+(1, 2)", "Elixir.Kernel + [1,2]");
        elixir(":ok", "");
        elixir("&Enum.sum/1", "");
    }
    void calls()
    {
        QFETCH(Syntax, syntax);
        QFETCH(QString, text);
        QFETCH(QString, function);
        const auto result = parseExpression(text, {syntax, {}});
        QVERIFY(result);
        const auto *call = std::get_if<CallExpression>(&*result);
        QCOMPARE(call != nullptr, !function.isEmpty());
        if (call)
            QCOMPARE(call->module + u' ' + call->function + u' ' + toErlang(call->arguments), function);
        else
            QCOMPARE(std::get<Term>(*result), read(text, syntax));
    }
    void wrongCalls_data()
    {
        QTest::addColumn<Syntax>("syntax");
        QTest::addColumn<QString>("text");
        QTest::addColumn<Code>("code");
        QTest::addColumn<int>("offset");
        QTest::newRow("open") << Syntax::Erlang << "lists:sum([1,2]" << Code::UnexpectedEnd << 0;
        QTest::newRow("nested") << Syntax::Erlang << "a:b(c:d())" << Code::UnexpectedCharacter << 5;
        QTest::newRow("local") << Syntax::Erlang << "sum([1])" << Code::NotData << 3;
        QTest::newRow("more") << Syntax::Erlang << "a:b() c" << Code::TrailingText << 6;
        QTest::newRow("comma") << Syntax::Elixir << "A.b(1,)" << Code::UnexpectedCharacter << 6;
        QTest::newRow("variable") << Syntax::Elixir << "A.b(x)" << Code::NotData << 4;
        QTest::newRow("no call") << Syntax::Elixir << "A.b" << Code::NotData << 0;
        QTest::newRow("nothing") << Syntax::Elixir << " " << Code::Empty << 1;
    }
    void wrongCalls()
    {
        QFETCH(Syntax, syntax);
        QFETCH(QString, text);
        QFETCH(Code, code);
        QFETCH(int, offset);
        const auto result = parseExpression(text, {syntax, {}});
        QVERIFY(!result);
        QCOMPARE(codeName(result.error().code), codeName(code));
        QCOMPARE(result.error().offset, offset);
    }
    void placesForAProcess()
    {
        const Pid from{QStringLiteral("place"), 0, 0, 0};
        const Pid to{QStringLiteral("a@b"), 1, 2, 3};
        const Term term = Term::tuple({Term::pid(from), read(u"#{k => [1,2|x], \"s\" => []}"),
                                       Term::list({Term::pid(from), Term::pid(to)}, Term::pid(from))});
        const Term replaced = withPidReplaced(term, from, to);
        QCOMPARE(toErlang(replaced), QStringLiteral("{#Pid<a@b.1.2.3>,#{k => [1,2|x],\"s\" => []},"
                                                    "[#Pid<a@b.1.2.3>,#Pid<a@b.1.2.3>|#Pid<a@b.1.2.3>]}"));
        QCOMPARE(withPidReplaced(replaced, from, to), replaced);
        QCOMPARE(withPidReplaced(Term::pid(from), from, to), Term::pid(to));
    }
    void limits()
    {
        ParseOptions options;
        options.limits.values = 10;
        QVERIFY(parse(u"[1,2,3,4,5,6,7]", options));
        QCOMPARE(parse(u"[1,2,3,4,5,6,7,8,9,10,11]", options).error().code, Code::TooManyValues);
        options = {};
        options.limits.decimalDigits = 20;
        QVERIFY(parse(u"12345678901234567890", options));
        QCOMPARE(parse(u"123456789012345678901", options).error().code, Code::BadNumber);
        QVERIFY(parse(QString(u"16#" + QString(1000, u'f')), options));
        QCOMPARE(parse(QString(256, u'a')).error().code, Code::AtomTooLong);
        QVERIFY(parse(QString(255, u'a')));
    }
    void cutAndChanged()
    {
        const QString erlang =
            QStringLiteral("#{a=>[1,-2.5e3|\"s\\x{e9}\"],'q \\'x'=>{<<1,2:3>>,$a,#Pid<a@b.1.2.3>,"
                           "fun m:f/1,#m:n{k=v}}}. % end");
        const QString elixir =
            QStringLiteral("%S{a: [1, -2.5e3 | ~c\"s\\u00e9\"], \"q x\": {<<1, 2::3>>, ?a, "
                           "#PID<a@b.1.2.3>, &M.f/1, #Record<:m, :n, k: :v>}} # end");
        const QString marks = QStringLiteral("[]{}<>|,.:#%\"'\\$?~&/=-0aZ_ \n") + QChar(0xd800);
        for (Syntax syntax : {Syntax::Erlang, Syntax::Elixir}) {
            const QString text = syntax == Syntax::Erlang ? erlang : elixir;
            ParseOptions options;
            options.syntax = syntax;
            QVERIFY(parse(text, options));
            for (qsizetype i = 0; i <= text.size(); ++i) {
                const auto cut = parse(text.left(i), options);
                QVERIFY(cut || cut.error().offset <= i);
                for (QChar c : marks) {
                    QString changed = text;
                    changed.insert(i, c);
                    const auto result = parse(changed, options);
                    QVERIFY(!result || result->isValid());
                }
            }
        }
    }
    /// Texts over several lines and sigils, cut and changed: an error or a term, and an end.
    void sigilsCutAndChanged()
    {
        const QString elixir =
            QStringLiteral("{\"\"\"\n  a\\n\n   b\n  \"\"\", ~S'''\nx\n''', ~c(a\\)b), [+: 1]}");
        const QString erlang = QStringLiteral("{~\"a\\n\", ~b(a), ~S{b}, ~s|c|}");
        const QString marks = QStringLiteral("\"'\\\n~(){}|#+: ");
        for (Syntax syntax : {Syntax::Erlang, Syntax::Elixir}) {
            const QString text = syntax == Syntax::Erlang ? erlang : elixir;
            QVERIFY(parse(text, {syntax, {}}));
            for (qsizetype i = 0; i <= text.size(); ++i) {
                QVERIFY(i == text.size() || !parse(text.left(i), {syntax, {}}));
                for (QChar c : marks) {
                    QString changed = text;
                    changed.insert(i, c);
                    const auto result = parse(changed, {syntax, {}});
                    QVERIFY(!result || result->isValid());
                    changed = text;
                    changed.replace(i, 1, c);
                    const auto replaced = parseExpression(changed, {syntax, {}});
                    QVERIFY(replaced || replaced.error().offset <= changed.size());
                }
            }
        }
    }
    void deep()
    {
        constexpr int Depth = 300'000;
        for (const char *pair : {"[]", "{}"}) {
            const QString open(Depth, QLatin1Char(pair[0]));
            const QString close(Depth, QLatin1Char(pair[1]));
            for (Syntax syntax : {Syntax::Erlang, Syntax::Elixir}) {
                ParseOptions options;
                options.syntax = syntax;
                const auto result = parse(QString(open + close), options);
                QVERIFY(result);
                QVERIFY(!parse(open, options));
            }
        }
        const QString maps = QStringLiteral("#{a=>1,b=>").repeated(Depth) + u"c" + QString(Depth, u'}');
        QVERIFY(parse(maps));
    }
};

QTEST_APPLESS_MAIN(tst_Parser)
#include "tst_Parser.moc"
