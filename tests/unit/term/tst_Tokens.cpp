#include "TermTesting.h"
#include "term/Tokens.h"

using namespace nodescope::term;

class tst_Tokens : public QObject
{
    Q_OBJECT

    static QString kinds(const std::vector<Token> &tokens, const QString &text)
    {
        constexpr char Letters[] = "akntiw()mc";
        QStringList words;
        for (const Token &token : tokens)
            words.append(QLatin1Char(Letters[static_cast<int>(token.kind)]) +
                         text.mid(token.start, token.length));
        return words.join(u' ');
    }

private Q_SLOTS:
    void cuts_data()
    {
        QTest::addColumn<Syntax>("syntax");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto erlang = [](const char *text, const char *expected) {
            QTest::newRow(text) << Syntax::Erlang << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        const auto elixir = [](const char *text, const char *expected) {
            QTest::addRow("Elixir: %s", text)
                << Syntax::Elixir << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        erlang("{ok, 'a b'}", "({ aok m, a'a b' )}");
        erlang("#{a => 1.5e-3}", "(#{ aa m= m> n1.5e-3 )}");
        erlang("<<\"x\">> % why", "(<< t\"x\" )>> c% why");
        erlang("[$a, $\\n, 16#ff, -7]", "([ n$a m, n$\\n m, n16#ff m, n-7 )]");
        erlang("#Pid<a@b.1.2.3>", "i#Pid<a@b.1.2.3>");
        erlang("Var", "wVar");
        erlang("\"open", "t\"open");
        elixir("%{a: 1, \"b\" => :c}", "(%{ ka: n1 m, t\"b\" m= m> a:c )}");
        elixir("[Foo.Bar, nil, x]", "([ aFoo.Bar m, anil m, wx )]");
        elixir("~c(a b) # why", "t~c(a b) c# why");
        elixir(":\"q r\"", "a:\"q r\"");
        elixir("{?a, :go!}", "({ n?a m, a:go! )}");
        elixir("'chars'", "t'chars'");
    }
    void cuts()
    {
        QFETCH(Syntax, syntax);
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(kinds(tokensOf(text, syntax), text), expected);
    }
    void textGoesOnInTheNextLine()
    {
        char16_t open = 0;
        QVERIFY(!tokensOf(u"[\"a", Syntax::Erlang, open).empty());
        QCOMPARE(open, u'"');
        const std::vector<Token> next = tokensOf(u"b\", c]", Syntax::Erlang, open);
        QCOMPARE(open, u'\0');
        QCOMPARE(next.front(), (Token{TokenKind::Text, 0, 2}));
    }
    void brackets()
    {
        const std::vector<Token> tokens = tokensOf(u"{[1], <<2>>}", Syntax::Erlang);
        QCOMPARE(matchingBracket(tokens, 0).value(), tokens.size() - 1);
        QCOMPARE(matchingBracket(tokens, tokens.size() - 1).value(), std::size_t(0));
        QVERIFY(!matchingBracket(tokens, 2));
        QVERIFY(!matchingBracket(tokensOf(u"{[", Syntax::Erlang), 0));
        QVERIFY(!matchingBracket(tokensOf(u"]", Syntax::Erlang), 0));
    }
    void valuesAtAPlace()
    {
        const QString text = QStringLiteral("{ok, [1, \"a\"]}");
        const auto at = [&](qsizetype position) {
            const auto span = valueAt(text, Syntax::Erlang, position);
            return span ? text.mid(span->start, span->end - span->start) : QString();
        };
        QCOMPARE(at(0), text);
        QCOMPARE(at(1), QStringLiteral("ok"));
        QCOMPARE(at(3), QString());
        QCOMPARE(at(5), QStringLiteral("[1, \"a\"]"));
        QCOMPARE(at(10), QStringLiteral("\"a\""));
    }
    /// Whatever is typed: tokens follow each other, and none is empty.
    void anything()
    {
        QRandomGenerator random(7);
        const QString marks =
            QStringLiteral("[]{}<>()|,.:#%\"'\\$?~&/=-+0a_Z \n!@") + QChar(0xd800) + QChar(0xe9);
        for (int round = 0; round < 3000; ++round) {
            QString text;
            for (int i = random.bounded(20); i >= 0; --i)
                text += marks.at(random.bounded(int(marks.size())));
            for (Syntax syntax : {Syntax::Erlang, Syntax::Elixir}) {
                qsizetype end = 0;
                for (const Token &token : tokensOf(text, syntax)) {
                    QVERIFY2(token.start >= end && token.length > 0 && token.end() <= text.size(),
                             qPrintable(text));
                    end = token.end();
                }
                static_cast<void>(valueAt(text, syntax, random.bounded(int(text.size()))));
            }
        }
    }
};

QTEST_APPLESS_MAIN(tst_Tokens)
#include "tst_Tokens.moc"
