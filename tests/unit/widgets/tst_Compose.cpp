#include <QtTest>

#include "widgets/send/Compose.h"
#include "widgets/send/SendMemory.h"

using namespace nodescope;
using namespace nodescope::widgets;
using term::Syntax;

class tst_Compose : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void converts_data()
    {
        QTest::addColumn<QString>("erlang");
        QTest::addColumn<QString>("elixir");
        const auto row = [](const char *erlang, const char *elixir) {
            QTest::newRow(erlang) << QString::fromUtf8(erlang) << QString::fromUtf8(elixir);
        };
        row("{self(),hello}", "{self(), :hello}");
        row("#{a => <<\"x\">>}", "%{a: \"x\"}");
        row("lists:seq(1, 3)", ":lists.seq(1, 3)");
        row("'Elixir.Enum':sum([1,2])", "Enum.sum([1, 2])");
        row("erlang:node()", ":erlang.node()");
    }
    void converts()
    {
        QFETCH(QString, erlang);
        QFETCH(QString, elixir);
        QCOMPARE(converted(erlang, Syntax::Erlang, Syntax::Elixir).value(), elixir);
        QCOMPARE(converted(elixir, Syntax::Elixir, Syntax::Erlang).value(), erlang);
        QVERIFY(!converted(QStringLiteral("{"), Syntax::Erlang, Syntax::Elixir));
    }
    void bytesHaveTheirParts_data()
    {
        QTest::addColumn<Syntax>("syntax");
        QTest::addColumn<bool>("call");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("byte");
        QTest::addColumn<QString>("part");
        const auto row = [](const char *name, Syntax syntax, bool call, const char *text, int byte,
                            const char *part) {
            QTest::newRow(name) << syntax << call << QString::fromUtf8(text) << byte
                                << QString::fromUtf8(part);
        };
        // 83 68 03 | 77 02 o k | 68 02 | 77 01 a | 61 01 | 6d 00 00 00 01 x
        const char *tuple = "{ok, {a, 1}, <<\"x\">>}";
        row("version", Syntax::Erlang, false, tuple, 0, "");
        row("outermost", Syntax::Erlang, false, tuple, 1, tuple);
        row("atom", Syntax::Erlang, false, tuple, 5, "ok");
        row("inner tuple", Syntax::Erlang, false, tuple, 8, "{a, 1}");
        row("number", Syntax::Erlang, false, tuple, 13, "1");
        row("binary", Syntax::Erlang, false, tuple, 19, "<<\"x\">>");
        row("beyond", Syntax::Erlang, false, tuple, 99, "");
        // 83 74 00000001 77 01 a | 6d 00 00 00 01 x
        row("value of a key", Syntax::Elixir, false, "%{a: \"x\"}", 14, "\"x\"");
        row("bytes of a list", Syntax::Erlang, false, "[1, 2, 3]", 5, "[1, 2, 3]");
        // The arguments are a list.
        row("argument", Syntax::Elixir, true, "Enum.sum([:a, :b])", 12, ":a");
        row("self", Syntax::Elixir, false, "{self(), :hello}", 2, "{self(), :hello}");
    }
    void bytesHaveTheirParts()
    {
        QFETCH(const Syntax, syntax);
        QFETCH(const bool, call);
        QFETCH(const QString, text);
        QFETCH(const int, byte);
        const auto part = partOfByte(text, syntax, call, byte);
        QTEST(part ? text.mid(part->start, part->end - part->start) : QString(), "part");
    }
    /// Halving finds the way in a long list, and what it costs is bounded.
    void bytesOfALongListHaveTheirParts()
    {
        QStringList atoms;
        for (int i = 0; i < 500; ++i)
            atoms.append(QStringLiteral("a%1").arg(i, 3, 10, QLatin1Char('0')));
        const QString text = u'[' + atoms.join(u',') + u']';
        const Composed composed = compose(text, Syntax::Erlang, false);
        const auto part = partOfByte(text, Syntax::Erlang, false, composed.bytes.indexOf("a417"));
        QVERIFY(part);
        QCOMPARE(text.mid(part->start, part->end - part->start), QStringLiteral("a417"));
    }
    void partsHaveTheirBytes()
    {
        const QString text = QStringLiteral("{ok, [a, \"b\"], ok}");
        const Composed composed = compose(text, Syntax::Erlang, false);
        const auto bytesAt = [&](qsizetype position) {
            const auto span = term::valueAt(text, Syntax::Erlang, position);
            const auto range = span ? byteRangeOf(text, Syntax::Erlang, false, *span) : std::nullopt;
            return range ? QString::number(range->offset) + u' ' +
                               QString::fromLatin1(composed.bytes.mid(range->offset, range->size).toHex())
                         : QString();
        };
        QCOMPARE(bytesAt(0), QStringLiteral("1 ") + QString::fromLatin1(composed.bytes.mid(1).toHex()));
        QCOMPARE(bytesAt(1), QStringLiteral("3 77026f6b"));
        QCOMPARE(bytesAt(6), QStringLiteral("12 770161"));
        QCOMPARE(bytesAt(10), QStringLiteral("15 6b000162"));
        QCOMPARE(bytesAt(15), QStringLiteral("20 77026f6b")); // the second `ok`, not the first
        QCOMPARE(bytesAt(3), QString());
    }
    void callsAreToldFromData()
    {
        QVERIFY(compose(QStringLiteral("ok"), Syntax::Erlang, true).notACall);
        QVERIFY(compose(QStringLiteral("a:b(1)"), Syntax::Erlang, false).error);
        QCOMPARE(compose(QStringLiteral("a:b(1)"), Syntax::Erlang, true).function, QStringLiteral("b"));
    }
    void memory()
    {
        const QTemporaryDir home;
        QSettings settings(home.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        SendMemory memory(settings);
        const SendMemory::Entry one{{},
                                    cluster::ErrandKind::GenCall,
                                    Syntax::Elixir,
                                    QStringLiteral("srv"),
                                    QStringLiteral("{:get,\n 1}")};
        memory.remember(one);
        memory.remember(one);
        QCOMPARE(memory.history().size(), 1);
        QCOMPARE(memory.history().first(), one);
        for (int i = 0; i < 60; ++i) {
            SendMemory::Entry more = one;
            more.text = QString::number(i);
            memory.remember(more);
        }
        QCOMPARE(memory.history().size(), SendMemory::MaxHistory);
        QCOMPARE(memory.history().first().text, QStringLiteral("59"));
        SendMemory::Entry kept = one;
        QVERIFY(!memory.keep(kept));
        kept.name = QStringLiteral("b");
        QVERIFY(memory.keep(kept));
        kept.name = QStringLiteral("a");
        QVERIFY(memory.keep(kept));
        QVERIFY(memory.keep(kept));
        QCOMPARE(memory.snippets().size(), 2);
        QCOMPARE(memory.snippets().first().name, QStringLiteral("a"));
        memory.drop(QStringLiteral("a"));
        QCOMPARE(SendMemory(settings).snippets().size(), 1);
        memory.clearHistory();
        QVERIFY(memory.history().isEmpty());
    }
};

QTEST_MAIN(tst_Compose)
#include "tst_Compose.moc"
