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
    void partsHaveTheirBytes()
    {
        const QString text = QStringLiteral("{ok, [a, \"b\"], ok}");
        const Composed composed = compose(text, Syntax::Erlang, false);
        const auto bytesAt = [&](qsizetype position) {
            const auto span = term::valueAt(text, Syntax::Erlang, position);
            const auto range = span ? byteRangeOf(text, Syntax::Erlang, false, *span) : std::nullopt;
            return range ? QString::number(range->offset) + u' ' +
                               QString::fromLatin1(composed.bytes.mid(range->offset, range->length).toHex())
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
