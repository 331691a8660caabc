#include "TermTesting.h"
#include "term/TermBuilder.h"

using namespace nodescope::term;

class tst_Encoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The tags that OTP 26 and later choose.
    void tags_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const QString &text, const char *bytes) {
            QTest::newRow(qPrintable(text)) << text << hex(bytes);
        };
        row(QStringLiteral("0"), "83 6100");
        row(QStringLiteral("255"), "83 61ff");
        row(QStringLiteral("256"), "83 62 00000100");
        row(QStringLiteral("-1"), "83 62 ffffffff");
        row(QStringLiteral("2147483647"), "83 62 7fffffff");
        row(QStringLiteral("2147483648"), "83 6e 04 00 00000080");
        row(QStringLiteral("-2147483648"), "83 62 80000000");
        row(QStringLiteral("-2147483649"), "83 6e 04 01 01000080");
        row(QStringLiteral("-9223372036854775808"), "83 6e 08 01 0000000000000080");
        row(QStringLiteral("18446744073709551616"), "83 6e 09 00 000000000000000001");
        row(QStringLiteral("1.5"), "83 46 3ff8000000000000");
        row(QStringLiteral("-0.0"), "83 46 8000000000000000");
        row(QStringLiteral("ok"), "83 77 02 6f6b");
        row(QStringLiteral("''"), "83 77 00");
        row(QStringLiteral("[]"), "83 6a");
        row(QStringLiteral("\"\""), "83 6a");
        row(QStringLiteral("[1,2]"), "83 6b 0002 0102");
        row(QStringLiteral("[1,256]"), "83 6c 00000002 6101 62 00000100 6a");
        row(QStringLiteral("[1|2]"), "83 6c 00000001 6101 6102");
        row(QStringLiteral("{}"), "83 68 00");
        row(QStringLiteral("{[a]}"), "83 68 01 6c 00000001 77 01 61 6a");
        row(QStringLiteral("#{b => 1,a => 2}"), "83 74 00000002 770162 6101 770161 6102");
        row(QStringLiteral("<<1,2>>"), "83 6d 00000002 0102");
        row(QStringLiteral("<<1,5:3>>"), "83 4d 00000002 03 01a0");
        row(QStringLiteral("#Pid<a@b.1.2.3>"), "83 58 7703614062 00000001 00000002 00000003");
        row(QStringLiteral("#Port<a@b.268435455.3>"), "83 59 7703614062 0fffffff 00000003");
        row(QStringLiteral("#Port<a@b.268435456.3>"), "83 78 7703614062 0000000010000000 00000003");
        row(QStringLiteral("#Ref<a@b.1.2.9>"), "83 5a 0002 7703614062 00000009 00000001 00000002");
        row(QStringLiteral("fun m:f/255"), "83 71 77016d 770166 61ff");
        row(QStringLiteral("#nrec:pair{a = 7,b = <<5:3>>}"),
            "83 43 00000002 01 77046e726563 770470616972 770161 770162 6107 4d0000000103a0");
    }
    void tags()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, bytes);
        QCOMPARE(encode(read(text)).toHex(), bytes.toHex());
    }
    /// Old tags come back as the new ones that mean the same.
    void renewed_data()
    {
        QTest::addColumn<QByteArray>("old");
        QTest::addColumn<QByteArray>("renewed");
        const auto row = [](const char *old, const char *renewed) {
            QTest::newRow(old) << hex(old) << hex(renewed);
        };
        row("83 64 0002 6f6b", "83 77 02 6f6b");
        row("83 73 01 e9", "83 77 02 c3a9");
        row("83 76 0002 6f6b", "83 77 02 6f6b");
        row("83 67 7703614062 00000001 00000002 03", "83 58 7703614062 00000001 00000002 00000003");
        row("83 66 7703614062 00000007 03", "83 59 7703614062 00000007 00000003");
        row("83 78 7703614062 0000000000000007 00000003", "83 59 7703614062 00000007 00000003");
        row("83 65 7703614062 00000007 03", "83 5a 0001 7703614062 00000003 00000007");
        row("83 72 0001 7703614062 03 00000007", "83 5a 0001 7703614062 00000003 00000007");
        row("83 69 00000001 6a", "83 68 01 6a");
        row("83 6f 00000001 00 05", "83 61 05");
        row("83 4d 00000001 08 05", "83 6d 00000001 05");
        row("83 4d 00000001 03 bf", "83 4d 00000001 03 a0");
        row("83 6c 00000001 6101 6b 0001 02", "83 6b 0002 0102");
    }
    void renewed()
    {
        QFETCH(QByteArray, old);
        QFETCH(QByteArray, renewed);
        QCOMPARE(encode(decoded(old)).toHex(), renewed.toHex());
    }
    /// The size of a fun is that of what we write, also for funs within funs.
    void funs()
    {
        const char *inner =
            "70 00000036 01 000102030405060708090a0b0c0d0e0f 00000003 00000000 77016d 6103 6107"
            "58 7703614062 00000001 00000002 00000003";
        const QByteArray innerBytes = hex(inner);
        const QByteArray alone = hex("83") + innerBytes;
        QCOMPARE(encode(decoded(alone)).toHex(), alone.toHex());
        QByteArray outer =
            hex("70 00000000 02 000102030405060708090a0b0c0d0e0f 00000004 00000002 77016d 6104 6108"
                "58 7703614062 00000001 00000002 00000003 77016a") +
            innerBytes;
        outer[4] = static_cast<char>(outer.size() - 1);
        const QByteArray pair = hex("83 68 02") + outer + outer;
        QCOMPARE(encode(decoded(pair)).toHex(), pair.toHex());
    }
    void bounds()
    {
        const QString longAtom(255, u'\u00e9');
        const QByteArray atom = encode(Term::atom(longAtom));
        QCOMPARE(atom.first(4), hex("83 76 01fe"));
        QVERIFY(encode(Term::charlist(QString(65535, u'x'))).startsWith(hex("83 6b ffff")));
        const QByteArray list = encode(Term::charlist(QString(65536, u'x')));
        QVERIFY(list.startsWith(hex("83 6c 00010000 6178")) && list.endsWith(hex("6178 6a")));
        QVERIFY(encode(Term::tuple(QList<Term>(255, Term::nil()))).startsWith(hex("83 68 ff")));
        QVERIFY(encode(Term::tuple(QList<Term>(256, Term::nil()))).startsWith(hex("83 69 00000100")));
        const QByteArray ones(256, '\xff');
        QVERIFY(encode(Term::bigInteger(true, ones.first(255))).startsWith(hex("83 6e ff 01")));
        QVERIFY(encode(Term::bigInteger(true, ones)).startsWith(hex("83 6f 00000100 01")));
    }
    void behindOtherBytes()
    {
        QByteArray frame("head");
        EncodeOptions options;
        options.versionByte = false;
        encodeTo(frame, Term::integer(1), options);
        encodeTo(frame, Term::atom(u"a"), options);
        QCOMPARE(frame, QByteArray("head") + hex("6101 770161"));
        encodeTo(frame, Term(), options);
        QCOMPARE(frame.size(), 9);
        QVERIFY(encode(Term()).isEmpty());
    }
    void compression()
    {
        EncodeOptions options;
        options.compression = 9;
        QCOMPARE(encode(Term::integer(1), options), hex("83 6101")); // would be longer
        const Term term = Term::binary(QByteArray(10'000, 'x'));
        const QByteArray packed = encode(term, options);
        QVERIFY(packed.startsWith(hex("83 50 00002715")));
        QVERIFY(packed.size() < 100);
        QCOMPARE(decoded(packed), term);
    }
};

QTEST_APPLESS_MAIN(tst_Encoder)
#include "tst_Encoder.moc"
