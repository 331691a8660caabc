#include <QFile>

#include "TermTesting.h"
#include "support/RandomTerm.h"

using namespace nodescope;
using namespace nodescope::term;

/// What is written can be read again: bytes and both syntaxes, for random terms and for terms that a real
/// node made.
class tst_RoundTrip : public QObject
{
    Q_OBJECT

private:
    static constexpr int Rounds = 600;

private Q_SLOTS:
    void bytes()
    {
        test::RandomTerm random(1);
        for (int i = 0; i < Rounds; ++i) {
            const Term term = random.next();
            QVERIFY(term.isValid());
            const QByteArray encoded = encode(term);
            const auto back = decode(encoded);
            QVERIFY2(back, encoded.toHex().constData());
            QCOMPARE(back->term, term);
            QCOMPARE(back->consumed, encoded.size());
            QCOMPARE(encode(back->term), encoded);
            QCOMPARE(qHash(back->term), qHash(term));
        }
    }
    void compressed()
    {
        test::RandomTerm random(2);
        EncodeOptions options;
        options.compression = 6;
        for (int i = 0; i < 100; ++i) {
            const Term term = random.next(200);
            const QByteArray encoded = encode(term, options);
            QVERIFY(encoded.size() <= encode(term).size());
            const auto back = decode(encoded);
            QVERIFY(back);
            QCOMPARE(back->term, term);
            QCOMPARE(back->consumed, encoded.size());
        }
    }
    void text_data()
    {
        QTest::addColumn<Syntax>("syntax");
        QTest::addColumn<bool>("asText");
        QTest::addColumn<bool>("pretty");
        QTest::newRow("Erlang") << Syntax::Erlang << true << false;
        QTest::newRow("Elixir") << Syntax::Elixir << true << false;
        QTest::newRow("Erlang, numbers") << Syntax::Erlang << false << false;
        QTest::newRow("Elixir, numbers") << Syntax::Elixir << false << false;
        QTest::newRow("Erlang, pretty") << Syntax::Erlang << true << true;
        QTest::newRow("Elixir, pretty") << Syntax::Elixir << true << true;
    }
    void text()
    {
        QFETCH(Syntax, syntax);
        QFETCH(bool, asText);
        QFETCH(bool, pretty);
        PrintOptions options;
        options.syntax = syntax;
        options.charlistsAsText = asText;
        options.binariesAsText = asText;
        options.pretty = pretty;
        test::RandomTerm random(3);
        for (int i = 0; i < Rounds; ++i) {
            const Term term = random.next();
            const Printed printed = print(term, options);
            QVERIFY(!printed.truncated);
            const Term back = read(printed.text, syntax);
            if (back != term)
                qWarning() << printed.text;
            QCOMPARE(back, term);
        }
    }
    /// Ten thousand in each syntax, to the last byte.
    void bytesByWayOfText()
    {
        test::RandomTerm random(20261126);
        for (int i = 0; i < 10'000; ++i) {
            const Term term = random.next(25);
            const QByteArray bytes = encode(term);
            for (Syntax syntax : {Syntax::Erlang, Syntax::Elixir}) {
                PrintOptions options;
                options.syntax = syntax;
                options.pretty = i % 2 == 0;
                const QString text = print(term, options).text;
                const QByteArray back = encode(read(text, syntax));
                if (back != bytes)
                    qWarning() << text;
                QCOMPARE(back, bytes);
            }
        }
    }
    void detached()
    {
        test::RandomTerm random(4);
        for (int i = 0; i < 200; ++i) {
            const Term whole = decoded(encode(random.next(100)));
            const Term copy = whole.detached();
            QCOMPARE(copy, whole);
            QCOMPARE(encode(copy), encode(whole));
            if (whole.isTuple() && whole.size() > 0)
                QCOMPARE(whole.at(0).detached(), whole.at(0));
        }
    }
    /// Cutting at any length is an error, any flipped bit either an error or a term that can be written.
    void damaged()
    {
        test::RandomTerm random(5);
        for (int i = 0; i < 30; ++i) {
            const QByteArray encoded = encode(random.next(15));
            for (qsizetype size = 0; size < encoded.size(); ++size)
                QVERIFY(!decode(encoded.first(size)));
            for (qsizetype bit = 0; bit < encoded.size() * 8; ++bit) {
                QByteArray flipped = encoded;
                flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
                const auto result = decode(flipped);
                if (!result)
                    continue;
                const QByteArray again = encode(result->term);
                const auto back = decode(again);
                QVERIFY2(back, again.toHex().constData());
                QCOMPARE(back->term, result->term);
                QVERIFY(!toElixir(result->term).isEmpty());
            }
        }
    }
    /// Terms written by a real node; see fixtures/term/README.md.
    void fromOtp()
    {
        QFile file(qEnvironmentVariable("NODESCOPE_SOURCE_DIR") +
                   QStringLiteral("/tests/fixtures/term/otp25.etf"));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        const Term cases = decoded(file.readAll());
        QVERIFY(cases.size() > 100);
        for (const Term &entry : cases.elements()) {
            const QByteArray bytes = entry.at(0).toByteArray();
            const QString text = QString::fromUtf8(entry.at(1).toByteArray());
            const Term term = decoded(bytes);
            QVERIFY2(term.isValid(), qPrintable(text));
            if (encode(term) != bytes)
                qWarning() << text;
            QCOMPARE(encode(term).toHex(), bytes.toHex());
            const bool local =
                term.isPid() || term.isPort() || term.isReference() || term.kind() == Kind::Fun;
            if (!local) // these name no node in Erlang's text
                QCOMPARE(read(text), term);
            if (term.kind() != Kind::Fun)
                QCOMPARE(read(toErlang(term)), term);
        }
    }
};

QTEST_APPLESS_MAIN(tst_RoundTrip)
#include "tst_RoundTrip.moc"
