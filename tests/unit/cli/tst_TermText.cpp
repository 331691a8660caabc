#include <QTest>

#include "cli/TermText.h"

using namespace nodescope;
using term::Syntax;

class tst_TermText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replacesSelf_data();
    void replacesSelf();
    void keepsTheCaretBelowItsPlace();
};

void tst_TermText::replacesSelf_data()
{
    QTest::addColumn<Syntax>("syntax");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("replaced");
    const auto row = [](const char *name, Syntax syntax, const char *text, const char *replaced) {
        QTest::newRow(name) << syntax << QString::fromLatin1(text) << QString::fromLatin1(replaced);
    };
    row("plain", Syntax::Erlang, "{self(), hello}", "{PID, hello}");
    row("twice", Syntax::Erlang, "[self(),self()]", "[PID,PID]");
    row("string", Syntax::Erlang, "{\"self()\", self()}", "{\"self()\", PID}");
    row("escaped quote", Syntax::Erlang, "[\"\\\"self()\", self()]", "[\"\\\"self()\", PID]");
    row("atom", Syntax::Erlang, "'self()'", "'self()'");
    row("part of a name", Syntax::Erlang, "myself()", "myself()");
    row("character", Syntax::Erlang, "[$\", self()]", "[$\", PID]");
    row("escaped character", Syntax::Erlang, "[$\\\", self()]", "[$\\\", PID]");
    row("elixir character", Syntax::Elixir, "[?\", self()]", "[?\", PID]");
    row("end", Syntax::Erlang, "$", "$");
    row("open string", Syntax::Erlang, "\"self()\\", "\"self()\\");
}

void tst_TermText::replacesSelf()
{
    QFETCH(Syntax, syntax);
    QFETCH(QString, text);
    QFETCH(QString, replaced);
    QCOMPARE(cli::withSelf(text, syntax, QStringLiteral("PID")), replaced);
}

void tst_TermText::keepsTheCaretBelowItsPlace()
{
    const QString text = QStringLiteral("%1{ X").arg(QString(200, u' '));
    const auto parsed = term::parse(text);
    QVERIFY(!parsed.ok());
    const QStringList lines = cli::caretOf(parsed.error(), text).split(u'\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines.at(0).size() < 160);
    QCOMPARE(lines.at(0).at(lines.at(1).indexOf(u'^')), QChar(u'X'));
}

QTEST_APPLESS_MAIN(tst_TermText)
#include "tst_TermText.moc"
