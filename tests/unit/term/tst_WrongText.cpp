#include "TermTesting.h"

using namespace nodescope::term;
using Code = ParseError::Code;

Q_DECLARE_METATYPE(Code)

/// What is wrong with wrong text, and where: `‸` in a row stands before the character at which the error is.
class tst_WrongText : public QObject
{
    Q_OBJECT

    static void row(Syntax syntax, Code code, const char *marked)
    {
        QTest::addRow("%s: %s", syntax == Syntax::Erlang ? "Erlang" : "Elixir", marked)
            << syntax << code << QString::fromUtf8(marked);
    }
    static void erlang(Code code, std::initializer_list<const char *> rows)
    {
        for (const char *marked : rows)
            row(Syntax::Erlang, code, marked);
    }
    static void elixir(Code code, std::initializer_list<const char *> rows)
    {
        for (const char *marked : rows)
            row(Syntax::Elixir, code, marked);
    }
    static void both(Code code, std::initializer_list<const char *> rows)
    {
        erlang(code, rows);
        elixir(code, rows);
    }

private Q_SLOTS:
    void errors_data()
    {
        QTest::addColumn<Syntax>("syntax");
        QTest::addColumn<Code>("code");
        QTest::addColumn<QString>("marked");
        both(Code::Empty, {"‸", "  ‸", "\n\n‸"});
        both(Code::UnexpectedEnd,
             {"‸{", "‸[", "‸[1,", "{1,\n ‸[2", "‸{[1],", "[{},\n\n‸{", "‸<<", "‸<<1,", "‸<<1,\n2"});
        both(Code::UnexpectedCharacter,
             {"‸]", "‸}", "‸)", "‸,", "[1 ‸2]", "{1 ‸2}", "[1,‸,2]", "{‸,1}", "{1‸]", "[1,\n2‸}", "[1|2‸|3]",
              "[‸| 2]", "<<1 ‸2>>", "<<‸,>>", "[‸*]"});
        both(Code::TrailingText, {"1 ‸2", "[] ‸[]", "{1}\n‸{2}", "\"a\" ‸1", "[1]‸]", "1‸,2"});
        both(Code::UnterminatedText, {"‸\"abc", "[1, ‸\"]", "{\n ‸\"a\n}", "‸\"a\\\"", "<<‸\"abc>>"});
        both(Code::BadEscape, {"\"‸\\x{}\"", "\"a‸\\x{110000}\"", "\"‸\\xg\"", "[\"‸\\x{d800}\"]"});
        both(Code::BadNumber, {"‸1.0e400", "[‸-1.0e999]"});
        both(Code::LocalPid, {"‸#Pid<0.1.2>", "[‸#Pid<0.55.0>]"});
        both(Code::BadIdentifier,
             {"‸#Pid<a@b>", "[‸#Pid<a@b.1.2.x>]", "‸#Port<a@b.1>", "‸#Ref<a@b.1>", "‸#Pid<a@b.1.2.3"});
        both(Code::FunNotReadable, {"‸#Fun<m.1.2>", "[1,\n‸#Fun<erl_eval.6.1>]"});
        erlang(Code::Empty, {"% nothing‸", "%\n ‸"});
        erlang(Code::UnexpectedEnd, {"‸#{a => 1", "‸#{a", "‸#{", "[1,\n‸#{b =>"});
        erlang(Code::UnexpectedCharacter,
               {"#{a ‸= 1}", "#{a => 1‸; b => 2}", "#{a => ‸}", "[1,‸]", "{1,‸}", "#{a => 1,‸}", "#{a‸, b}",
                "[‸:a]", "[a‸:b]", "[‸&f/1]", "[‸~c\"a\"]", "‸@a"});
        erlang(Code::TrailingText, {"a‸:b", "ok. ‸ok.", "ok‸; ok", "a ‸=> b"});
        erlang(Code::UnterminatedText, {"‸'abc", "{ok,\n‸'it}", "#{‸'a => 1}"});
        erlang(Code::NotData, {"‸X", "‸_", "{ok, ‸Var}", "[\n  ‸Head]", "f‸(1)", "[g‸()]", "{‸case}",
                               "[‸receive]", "‸when", "#{a => ‸B}"});
        erlang(Code::BadNumber, {"‸1#0", "‸40#1"});
        erlang(Code::BadCharacter, {"‸$"});
        erlang(Code::DuplicateKey, {"‸#{a => 1, a => 2}", "[‸#{1 => x, 1 => y}]"});
        erlang(Code::BadFunction,
               {"‸fun", "‸fun x", "‸fun m:f", "‸fun m:f/a", "‸fun m:f/999", "[‸fun() -> 1 end]"});
        erlang(Code::BadRecord, {"‸#r{}", "[‸#m:r]", "‸#1{}"});
        erlang(Code::BadSegment,
               {"<<‸1:x>>", "<<1,\n‸2/foo>>", "<<‸\"\u20ac\">>", "<<‸1.5>>", "<<‸1/binary>>"});
        elixir(Code::UnexpectedEnd, {"‸%{a: 1", "‸%{", "[1,\n‸%{\"b\" =>", "‸%Foo{a: 1"});
        elixir(Code::UnexpectedCharacter, {"%{a: 1‸; b: 2}", "[a: 1, ‸2]", "%{1‸, 2}", "[‸=> 1]", "%‸a{}",
                                           "%Foo‸.", "[1 ‸=> 2]", "{%‸}", "[1, ‸. ]", "\"\"\"‸a\n\"\"\""});
        elixir(Code::NotData, {"‸x", "{:ok, ‸value}", "‸f(1)", "‸Foo.bar", "‸Foo.bar()", "\"a ‸#{b}\"",
                               "[‸fn -> 1 end]", "‸~r/a/", "‸~w(a b)", "[\n ‸~D[2020-01-01]]", "~s(‸#{x})"});
        elixir(Code::UnterminatedText,
               {"~s‸(abc", "‸'abc", ":‸\"abc", "[~c‸\"a]", "‸\"\"\"\nabc", "[‸\"\"\"\n a\n b]", "~S‸|a"});
        elixir(Code::BadCharacter, {"‸?"});
        elixir(Code::BadNumber, {"‸0x", "‸0b2", "[‸0o]"});
        elixir(Code::DuplicateKey, {"‸%{a: 1, a: 2}", "[‸%{1 => 2, 1 => 3}]"});
        elixir(Code::BadFunction, {"‸&1", "‸&f/1", "‸&Foo.bar", "‸&Foo.bar/x", "[‸&(&1)]"});
        elixir(Code::BadSegment, {"<<‸1::foo>>", "<<1,\n‸2::size(x)>>", "<<‸1::binary>>"});
    }
    void errors()
    {
        QFETCH(Syntax, syntax);
        QFETCH(Code, code);
        QFETCH(QString, marked);
        const qsizetype offset = marked.indexOf(u'‸');
        QVERIFY(offset >= 0);
        const QString text = QString(marked).remove(u'‸');
        const auto result = parse(text, {syntax, {}});
        QVERIFY2(!result, result ? qPrintable(toErlang(*result)) : "");
        const ParseError &error = result.error();
        QCOMPARE(codeName(error.code), codeName(code));
        QCOMPARE(error.offset, offset);
        const QString before = text.left(offset);
        QCOMPARE(error.line, int(before.count(u'\n')) + 1);
        QCOMPARE(error.column, int(offset - (before.lastIndexOf(u'\n') + 1)) + 1);
    }
};

QTEST_APPLESS_MAIN(tst_WrongText)
#include "tst_WrongText.moc"
