#include "TermTesting.h"

using namespace nodescope::term;

class tst_Printer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void syntaxes_data()
    {
        QTest::addColumn<Term>("term");
        QTest::addColumn<QString>("erlang");
        QTest::addColumn<QString>("elixir");
        const auto row = [](const Term &term, const char *erlang, const char *elixir) {
            QTest::newRow(erlang) << term << QString::fromUtf8(erlang) << QString::fromUtf8(elixir);
        };
        row(Term::integer(-5), "-5", "-5");
        row(Term::real(1), "1.0", "1.0");
        row(Term::real(1e22), "1.0e22", "1.0e22");
        row(Term::real(-0.0), "-0.0", "-0.0");
        row(Term::real(0.1), "0.1", "0.1");
        row(Term::real(1.25e-7), "1.25e-7", "1.25e-7");
        row(Term::atom(u"ok"), "ok", ":ok");
        row(Term::atom(u"nil"), "nil", "nil");
        row(Term::atom(u"a@b"), "a@b", ":a@b");
        row(Term::atom(u"a@b.c"), "'a@b.c'", ":\"a@b.c\"");
        row(Term::atom(u""), "''", ":\"\"");
        row(Term::atom(u"end"), "'end'", ":end");
        row(Term::atom(u"empty?"), "'empty?'", ":empty?");
        row(Term::atom(u"Elixir.My.App"), "'Elixir.My.App'", "My.App");
        row(Term::atom(u"Elixir.my"), "'Elixir.my'", ":\"Elixir.my\"");
        row(Term::atom(u"it's"), "'it\\'s'", ":\"it's\"");
        row(Term::atom(u"a\u202eb"), "'a\\x{202E}b'", ":\"a\\u{202E}b\"");
        row(Term::charlist(u"hi\n\""), "\"hi\\n\\\"\"", "~c\"hi\\n\\\"\"");
        row(Term::charlist(u"\u00e9"), "\"\u00e9\"", "[233]");
        row(Term::charlist(u"\u65e5"), "[26085]", "[26085]");
        row(Term::utf8(u"hi"), "<<\"hi\">>", "\"hi\"");
        row(Term::utf8(u"\u00e9\u65e5"), "<<\"\u00e9\u65e5\"/utf8>>", "\"\u00e9\u65e5\"");
        row(Term::utf8(u"#{x}"), "<<\"#{x}\">>", "\"\\#{x}\"");
        row(Term::utf8(u""), "<<>>", "\"\"");
        row(Term::binary(QByteArray("\0\xff", 2)), "<<0,255>>", "<<0, 255>>");
        row(Term::bitstring(QByteArray("\x01\xa0", 2), 11), "<<1,5:3>>", "<<1, 5::size(3)>>");
        row(Term::list({Term::integer(1), Term::integer(2)}), "[1,2]", "[1, 2]");
        row(Term::list({Term::integer(1)}, Term::integer(2)), "[1|2]", "[1 | 2]");
        row(Term::tuple({Term::nil(), Term::tuple({})}), "{[],{}}", "{[], {}}");
        row(Term::map({}), "#{}", "%{}");
        row(Term::map({{Term::atom(u"a"), Term::integer(1)}, {Term::atom(u"b c"), Term::integer(2)}}),
            "#{a => 1,'b c' => 2}", "%{a: 1, \"b c\": 2}");
        row(Term::map({{Term::integer(1), Term::integer(2)}, {Term::atom(u"a"), Term::nil()}}),
            "#{1 => 2,a => []}", "%{1 => 2, :a => []}");
        row(Term::map({{Term::atom(u"__struct__"), Term::atom(u"Elixir.Point")},
                       {Term::atom(u"x"), Term::integer(1)}}),
            "#{'__struct__' => 'Elixir.Point',x => 1}", "%Point{x: 1}");
        row(Term::map({{Term::atom(u"__struct__"), Term::integer(1)}}), "#{'__struct__' => 1}",
            "%{__struct__: 1}");
        row(Term::list({Term::tuple({Term::atom(u"a"), Term::integer(1)}),
                        Term::tuple({Term::atom(u"b"), Term::integer(2)})}),
            "[{a,1},{b,2}]", "[a: 1, b: 2]");
        row(Term::list({Term::tuple({Term::atom(u"Elixir.A"), Term::integer(1)})}), "[{'Elixir.A',1}]",
            "[{A, 1}]");
        row(Term::pid({QStringLiteral("a@b"), 1, 2, 3}), "#Pid<a@b.1.2.3>", "#PID<a@b.1.2.3>");
        row(Term::pid({QStringLiteral("a@127.0.0.1"), 1, 2, 3}), "#Pid<'a@127.0.0.1'.1.2.3>",
            "#PID<'a@127.0.0.1'.1.2.3>");
        row(Term::port({QStringLiteral("a@b"), 1, 2}), "#Port<a@b.1.2>", "#Port<a@b.1.2>");
        row(Term::reference(Reference(QStringLiteral("a@b"), 9, {1, 2})), "#Ref<a@b.1.2.9>",
            "#Reference<a@b.1.2.9>");
        row(Term::exportedFunction({QStringLiteral("lists"), QStringLiteral("map"), 2}), "fun lists:map/2",
            "&:lists.map/2");
        row(Term::exportedFunction({QStringLiteral("Elixir.Enum"), QStringLiteral("+"), 2}),
            "fun 'Elixir.Enum':'+'/2", "&Enum.\"+\"/2");
        row(read(u"#shop:item{name = tea}"), "#shop:item{name = tea}", "#Record<:shop, :item, name: :tea>");
    }
    void syntaxes()
    {
        QFETCH(Term, term);
        QFETCH(QString, erlang);
        QFETCH(QString, elixir);
        QVERIFY(term.isValid());
        QCOMPARE(toErlang(term), erlang);
        QCOMPARE(toElixir(term), elixir);
        QCOMPARE(read(erlang), term);
        QCOMPARE(read(elixir, Syntax::Elixir), term);
    }
    /// Nothing that is invisible, or turns the direction of text, reaches the screen as it is.
    void nothingInvisible()
    {
        QString text;
        for (char16_t unit = 1; unit < 0x3000; ++unit)
            text += QChar(unit);
        text += QString::fromUtf8("\u202a\u202e\u2066\u2069\u200f\ufeff\ufff9\U000e0041\ue000");
        for (const Term &term :
             {Term::utf8(text), Term::atom(text.left(200)), Term::charlist(text.left(255))}) {
            for (const QString &printed : {toErlang(term), toElixir(term)}) {
                for (uint point : printed.toUcs4()) {
                    const QChar::Category category = QChar::category(point);
                    QVERIFY2(category != QChar::Other_Control && category != QChar::Other_Format &&
                                 category != QChar::Separator_Line && category != QChar::Separator_Paragraph,
                             qPrintable(QString::number(point, 16)));
                }
            }
        }
    }
    void truncated()
    {
        const Term list = read(QString(u'[' + QStringLiteral("{a,\"b\",<<1>>},").repeated(1000) + u"x]"));
        for (qsizetype most : {1, 7, 100, 1000}) {
            PrintOptions options;
            options.maxCharacters = most;
            const Printed printed = print(list, options);
            QVERIFY(printed.truncated);
            QCOMPARE(printed.text.size(), most + 1);
            QCOMPARE(printed.text, toErlang(list).left(most) + u'\u2026');
        }
        PrintOptions options;
        options.maxCharacters = 5;
        QVERIFY(!print(Term::integer(12345), options).truncated);
        QVERIFY(print(Term::integer(123456), options).truncated);
        const QString smile = QString::fromUtf8("\U0001F600");
        options.maxCharacters = 4; // within a pair of surrogates
        QVERIFY(print(Term::utf8(smile.repeated(9)), options).text.isValidUtf16());
    }
    /// Huge values are printed in part without the time that the whole would take.
    void huge()
    {
        const QByteArray bytes(20'000'000, '\x5a');
        const Term integer = Term::bigInteger(true, bytes);
        QCOMPARE(toErlang(integer, 12), QStringLiteral("-16#5A5A5A5A\u2026"));
        QCOMPARE(toElixir(integer, 12), QStringLiteral("-0x5A5A5A5A5\u2026"));
        QCOMPARE(toErlang(Term::binary(bytes), 8), QStringLiteral("<<\"ZZZZZ\u2026"));
        QCOMPARE(toErlang(Term::binary(QByteArray(20'000'000, '\xff')), 9),
                 QStringLiteral("<<255,255\u2026"));
        const QString whole = toErlang(Term::bigInteger(false, bytes.first(5000)));
        QVERIFY(whole.startsWith(QStringLiteral("16#5A")));
        QCOMPARE(read(whole), Term::bigInteger(false, bytes.first(5000)));
    }
    void asNumbers()
    {
        PrintOptions options;
        options.charlistsAsText = false;
        options.binariesAsText = false;
        QCOMPARE(print(read(u"{\"hi\", <<\"hi\">>}"), options).text,
                 QStringLiteral("{[104,105],<<104,105>>}"));
    }
    void pretty()
    {
        PrintOptions options;
        options.pretty = true;
        QCOMPARE(print(read(u"{a, [b], #{c => d}}"), options).text, QStringLiteral("{a,[b],#{c => d}}"));
        const QString name(60, u'x');
        const Term wide = read(QString(u"#{" + name + u" => [" + name + u", y], k => {z}}"));
        QCOMPARE(print(wide, options).text,
                 QString(u"#{\n  " + name + u" => [\n    " + name + u",\n    y\n  ],\n  k => {z}\n}"));
        options.syntax = Syntax::Elixir;
        QCOMPARE(print(wide, options).text,
                 QString(u"%{\n  " + name + u": [\n    :" + name + u",\n    :y\n  ],\n  k: {:z}\n}"));
    }
    void debug()
    {
        QString text;
        QDebug(&text) << read(u"{ok, \"x\"}");
        QCOMPARE(text.trimmed(), QStringLiteral("{ok,\"x\"}"));
        QCOMPARE(toErlang(Term()), QStringLiteral("#Invalid"));
    }
};

QTEST_APPLESS_MAIN(tst_Printer)
#include "tst_Printer.moc"
