#include <zlib.h>

#include "TermTesting.h"

using namespace nodescope::term;
using Code = DecodeError::Code;

Q_DECLARE_METATYPE(Code)

namespace {

QByteArray word(quint32 value)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray compressed(const QByteArray &plain, quint32 stated)
{
    uLongf size = compressBound(static_cast<uLong>(plain.size()));
    QByteArray packed(static_cast<qsizetype>(size), Qt::Uninitialized);
    compress(reinterpret_cast<Bytef *>(packed.data()), &size,
             reinterpret_cast<const Bytef *>(plain.constData()), static_cast<uLong>(plain.size()));
    packed.truncate(static_cast<qsizetype>(size));
    return hex("8350") + word(stated) + packed;
}

} // namespace

class tst_Decoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// One row for each tag, as the format's documentation and real nodes write it.
    void tags_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const char *bytes, const QString &text) {
            QTest::newRow(name) << hex(bytes) << text;
        };
        row("SMALL_INTEGER", "83 61 ff", QStringLiteral("255"));
        row("INTEGER", "83 62 80000000", QStringLiteral("-2147483648"));
        row("SMALL_BIG", "83 6e 08 00 ffffffffffffffff", QStringLiteral("18446744073709551615"));
        row("SMALL_BIG, least", "83 6e 08 01 0000000000000080", QStringLiteral("-9223372036854775808"));
        row("LARGE_BIG", "83 6f 00000009 01 000000000000000001", QStringLiteral("-18446744073709551616"));
        row("FLOAT", "83 63 312e3530303030303030303030303030303030303030652b303000000000 00",
            QStringLiteral("1.5"));
        row("NEW_FLOAT", "83 46 3ff8000000000000", QStringLiteral("1.5"));
        row("ATOM", "83 64 0002 e96b", QStringLiteral("'\u00e9k'"));
        row("SMALL_ATOM", "83 73 02 6f6b", QStringLiteral("ok"));
        row("ATOM_UTF8", "83 76 0002 c3a9", QStringLiteral("'\u00e9'"));
        row("SMALL_ATOM_UTF8", "83 77 02 6f6b", QStringLiteral("ok"));
        row("NIL", "83 6a", QStringLiteral("[]"));
        row("STRING", "83 6b 0003 010203", QStringLiteral("[1,2,3]"));
        row("LIST", "83 6c 00000002 6101 6102 6a", QStringLiteral("[1,2]"));
        row("LIST, improper", "83 6c 00000001 6101 6102", QStringLiteral("[1|2]"));
        row("SMALL_TUPLE", "83 68 02 6101 6102", QStringLiteral("{1,2}"));
        row("LARGE_TUPLE", "83 69 00000001 6101", QStringLiteral("{1}"));
        row("MAP", "83 74 00000001 6101 6102", QStringLiteral("#{1 => 2}"));
        row("BINARY", "83 6d 00000002 01ff", QStringLiteral("<<1,255>>"));
        row("BIT_BINARY", "83 4d 00000002 03 01a0", QStringLiteral("<<1,5:3>>"));
        row("PID", "83 67 64 0003 614062 00000001 00000002 03", QStringLiteral("#Pid<a@b.1.2.3>"));
        row("NEW_PID", "83 58 77 03 614062 00000001 00000002 00000100", QStringLiteral("#Pid<a@b.1.2.256>"));
        row("PORT", "83 66 64 0003 614062 00000007 03", QStringLiteral("#Port<a@b.7.3>"));
        row("NEW_PORT", "83 59 77 03 614062 00000007 00000100", QStringLiteral("#Port<a@b.7.256>"));
        row("V4_PORT", "83 78 77 03 614062 0000010000000000 00000003",
            QStringLiteral("#Port<a@b.1099511627776.3>"));
        row("REFERENCE", "83 65 64 0003 614062 00000007 03", QStringLiteral("#Ref<a@b.7.3>"));
        row("NEW_REFERENCE", "83 72 0002 64 0003 614062 03 00000001 00000002",
            QStringLiteral("#Ref<a@b.1.2.3>"));
        row("NEWER_REFERENCE",
            "83 5a 0005 77 03 614062 00000009 00000001 00000002 00000003 00000004 00000005",
            QStringLiteral("#Ref<a@b.1.2.3.4.5.9>"));
        row("EXPORT", "83 71 77 01 6d 77 01 66 61 02", QStringLiteral("fun m:f/2"));
        row("NEW_FUN",
            "83 70 00000041 01 000102030405060708090a0b0c0d0e0f 00000003 00000001 77016d 6103 6107"
            "58 7703614062 00000001 00000002 00000003 6105",
            QStringLiteral("#Fun<m.3.7>"));
        row("RECORD, exported, from OTP 29",
            "83 43 00000002 01 77046e726563 770470616972 770161 770162 6107 4d0000000103a0",
            QStringLiteral("#nrec:pair{a = 7,b = <<5:3>>}"));
    }
    void tags()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        PrintOptions options;
        options.charlistsAsText = false;
        const auto result = decode(bytes);
        QVERIFY2(result, result ? "" : codeName(result.error().code).data());
        QCOMPARE(result->consumed, bytes.size());
        QCOMPARE(print(result->term, options).text, text);
        QCOMPARE(decoded(encode(result->term)), result->term);
        for (qsizetype size = 0; size < bytes.size(); ++size) {
            const auto cut = decode(bytes.first(size));
            QVERIFY(!cut);
            QVERIFY(cut.error().offset <= size);
        }
        for (qsizetype bit = 0; bit < bytes.size() * 8; ++bit) {
            QByteArray flipped = bytes;
            flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
            if (const auto other = decode(flipped))
                QVERIFY(!encode(other->term).isEmpty());
        }
    }

    /// What binary_to_term/1 takes although it looks odd.
    void accepted_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const char *bytes, const char *text) {
            QTest::newRow(name) << hex(bytes) << QString::fromUtf8(text);
        };
        row("negative zero", "83 46 8000000000000000", "-0.0");
        row("big that is small", "83 6e 0c 00 050000000000000000000000", "5");
        row("big, negative zero", "83 6e 01 01 00", "0");
        row("big without bytes", "83 6e 00 00", "0");
        row("big, sign byte 7", "83 6e 01 07 09", "-9");
        row("bits 8", "83 4d 00000001 08 ff", "<<255>>");
        row("dirty padding", "83 4d 00000001 03 bf", "<<5:3>>");
        row("empty atom", "83 77 00", "''");
        row("atom with NUL", "83 77 01 00", "'\\x{0}'");
        row("node without @", "83 58 7701 61 00000001 00000000 00000000", "#Pid<a.1.0.0>");
        row("list of none", "83 6c 00000000 6105", "5");
        row("list of none, twice", "83 6c 00000000 6c 00000000 6105", "5");
        row("string of none", "83 6b 0000", "[]");
        row("list as tail", "83 6c 00000001 6101 6c 00000001 6102 6103", "[1,2|3]");
        row("string as tail", "83 6c 00000001 61ff 6b 0002 0102", "[255,1,2]");
        row("tails within tails",
            "83 6c00000001 6c00000001 6101 6c00000001 610a 6a 6c00000001 6102 6c00000001 6103 6a",
            "[[1,10],2,3]");
        row("bytes behind", "83 6101 ffff", "1");
        row("1 and 1.0 as keys", "83 74 00000002 6101 6a 46 3ff0000000000000 6a", "#{1 => [],1.0 => []}");
        row("arity as INTEGER", "83 71 770161 770162 62 00000005", "fun a:b/5");
        row("float with plus", "83 63 2b312e35 0000000000000000000000000000000000000000000000000000 00",
            "1.5");
        row("float too small", "83 63 312e30652d343030 0000000000000000000000000000000000000000000000",
            "0.0");
        row("float too small, negative",
            "83 63 2d312e30652d343030 00000000000000000000000000000000000000000000", "-0.0");
        row("float with comma", "83 63 312c35 00000000000000000000000000000000000000000000000000000000",
            "1.5");
        row("fun with numbers as LARGE_BIG",
            "83 70 00000039 00 00112233445566778899aabbccddeeff 00000002 00000000 770161 "
            "6f 00000001 00 05 6f 00000001 00 06 58 7703614062 00000001 00000000 00000001",
            "#Fun<a.5.6>");
        row("fun with wrong size",
            "83 70 00000000 00 000102030405060708090a0b0c0d0e0f 00000003 00000000 77016d 6103 6107"
            "58 7703614062 00000001 00000002 00000003",
            "#Fun<m.3.7>");
    }
    void accepted()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        PrintOptions options;
        options.charlistsAsText = false;
        const auto result = decode(bytes);
        QVERIFY2(result, result ? "" : codeName(result.error().code).data());
        QCOMPARE(print(result->term, options).text, text);
        QCOMPARE(decoded(encode(result->term)), result->term);
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Code>("code");
        QTest::addColumn<int>("offset");
        const auto row = [](const char *name, const QByteArray &bytes, Code code, int offset) {
            QTest::newRow(name) << bytes << code << offset;
        };
        row("nothing", {}, Code::Truncated, 0);
        row("version alone", hex("83"), Code::Truncated, 1);
        row("version 130", hex("82 6101"), Code::BadVersion, 0);
        row("unknown tag", hex("83 68 02 6101 ff"), Code::UnknownTag, 5);
        row("FUN_EXT", hex("83 75 00000000"), Code::UnknownTag, 1);
        row("LOCAL_EXT", hex("83 79 00000000"), Code::UnknownTag, 1);
        row("NaN", hex("83 46 7ff8000000000000"), Code::BadFloat, 1);
        row("infinity", hex("83 46 fff0000000000000"), Code::BadFloat, 1);
        row("float text without digits",
            hex("83 63 312e 0000000000000000000000000000000000000000000000000000000000"), Code::BadFloat, 1);
        row("float text too large",
            hex("83 63 312e30652b343030 0000000000000000000000000000000000000000000000"), Code::BadFloat, 1);
        row("float text inf", hex("83 63 696e66 00000000000000000000000000000000000000000000000000000000"),
            Code::BadFloat, 1);
        row("256 characters", hex("83 76 0100") + QByteArray(256, 'x'), Code::AtomTooLong, 1);
        row("256 Latin-1 characters", hex("83 64 0100") + QByteArray(256, '\xe9'), Code::AtomTooLong, 1);
        row("no UTF-8", hex("83 77 01 ff"), Code::BadAtom, 1);
        row("overlong", hex("83 77 02 c080"), Code::BadAtom, 1);
        row("surrogate", hex("83 77 03 eda080"), Code::BadAtom, 1);
        row("beyond Unicode", hex("83 77 04 f4908080"), Code::BadAtom, 1);
        row("cut character", hex("83 77 01 c3"), Code::BadAtom, 1);
        row("unknown flags of a record", hex("83 43 00000000 02 77016d 77016e"), Code::BadRecord, 1);
        row("equal atoms as keys", hex("83 74 00000002 770161 6101 770161 6102"), Code::DuplicateKey, 1);
        row("equal keys behind a map further in",
            hex("83 6802 6801 74 00000002 6101 6a 6102 6a 74 00000002 6101 6a 6101 6a"), Code::DuplicateKey,
            1);
        row("equal keys in other tags", hex("83 74 00000002 6101 6a 62 00000001 6a"), Code::DuplicateKey, 1);
        row("equal atoms in other tags", hex("83 74 00000002 730161 6a 640001 61 6a"), Code::DuplicateKey, 1);
        row("equal lists as keys", hex("83 74 00000002 6b 0001 01 6a 6c00000001 6101 6a 6a"),
            Code::DuplicateKey, 1);
        row("equal maps as keys",
            hex("83 74 00000002 74 00000002 6101 6a 6102 6a 6a 74 00000002 6102 6a 6101 6a 6a"),
            Code::DuplicateKey, 1);
        row("bits 0", hex("83 4d 00000001 00 ff"), Code::BadBitCount, 1);
        row("bits 9", hex("83 4d 00000001 09 ff"), Code::BadBitCount, 1);
        row("no bits at all, as OTP 27", hex("83 4d 00000000 00"), Code::BadBitCount, 1);
        row("no words", hex("83 5a 0000 7703614062 00000001"), Code::BadReference, 1);
        row("no words, far from the end",
            hex("83 68 02 5a 0000 7703614062 00000001 6d 00000020") + QByteArray(32, 'x'), Code::BadReference,
            3);
        row("no words, old", hex("83 72 0000 64 0003 614062 01"), Code::BadReference, 1);
        row("six words", hex("83 5a 0006 7703614062 00000001") + QByteArray(24, '\0'), Code::BadReference, 1);
        row("node is a number", hex("83 58 6101 00000001 00000000 00000000"), Code::BadIdentifier, 1);
        row("creation of 8 bits above 3", hex("83 67 64 0003 614062 00000001 00000002 04"),
            Code::BadIdentifier, 1);
        row("old reference above 18 bits", hex("83 65 64 0003 614062 00040000 03"), Code::BadIdentifier, 1);
        row("arity 256", hex("83 71 770161 770162 62 00000100"), Code::BadFun, 1);
        row("arity below 0", hex("83 71 770161 770162 62 ffffffff"), Code::BadFun, 1);
        row("export of a number", hex("83 71 6101 770162 6101"), Code::BadFun, 1);
        row("record of a number", hex("83 43 00000000 01 6101 77016e"), Code::BadRecord, 1);
        row("cache reference outside", hex("83 52 00"), Code::BadCacheReference, 1);
        row("compressed within", hex("83 68 01 50 00000001 00"), Code::NestedCompression, 3);
        row("compressed twice", compressed(compressed(hex("6a"), 1).sliced(1), 14), Code::NestedCompression,
            0);
        row("inflates to more", compressed(hex("6101"), 1), Code::InflatedSizeMismatch, 1);
        row("inflates to less", compressed(hex("6101"), 3), Code::InflatedSizeMismatch, 1);
        row("no zlib", hex("83 50 00000002 ffffffff"), Code::BadCompression, 1);
        row("zlib cut", compressed(hex("6101"), 2).chopped(3), Code::Truncated, 1);
        row("2^24 elements, as OTP 27", hex("83 69 01000000") + QByteArray(1 << 24, 'j'), Code::TupleTooLarge,
            1);
        row("trailing comma of a pair", hex("83 74 00000001 6101"), Code::Truncated, 8);
    }
    void refused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(Code, code);
        QFETCH(int, offset);
        const auto result = decode(bytes);
        QVERIFY(!result);
        QCOMPARE(codeName(result.error().code), codeName(code));
        QCOMPARE(result.error().offset, offset);
        QVERIFY(result.error().context.size() <= 16);
    }

    /// Counts beyond the input end before memory is taken.
    void lyingSizes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const char *all = "ffffffff";
        QTest::newRow("list") << hex("83 6c") + hex(all);
        QTest::newRow("tuple") << hex("83 69") + hex(all);
        QTest::newRow("map") << hex("83 74") + hex(all);
        QTest::newRow("binary") << hex("83 6d") + hex(all);
        QTest::newRow("bitstring") << hex("83 4d") + hex(all) + hex("03");
        QTest::newRow("big") << hex("83 6f") + hex(all) + hex("00");
        QTest::newRow("record") << hex("83 43") + hex(all) + hex("01 77016d 77016e");
        QTest::newRow("fun") << hex(
            "83 70 00000000 00 000102030405060708090a0b0c0d0e0f 00000003 ffffffff 77016d "
            "6103 6107 58 7703614062 00000001 00000002 00000003");
    }
    void lyingSizes()
    {
        QFETCH(QByteArray, bytes);
        const auto result = decode(bytes + QByteArray(100, 'j'));
        QVERIFY(!result);
        QCOMPARE(codeName(result.error().code), codeName(Code::CountExceedsInput));
        QCOMPARE(result.error().offset, 1);
        QVERIFY(result.error().declared == 0xffffffff);
    }

    void limits()
    {
        DecodeOptions options;
        options.limits.values = 3;
        QVERIFY(decode(hex("83 68 02 6101 6102"), 0, options));
        QVERIFY(decode(hex("83 6c 00000002 6101 6102 6a"), 0, options));
        QCOMPARE(decode(hex("83 68 03 6101 6102 6103"), 0, options).error().code, Code::TooManyValues);
        QCOMPARE(decode(hex("83 6c 00000002 6101 68 01 6102 6a"), 0, options).error().code,
                 Code::TooManyValues);

        options = {};
        options.limits.frameBytes = 4;
        QVERIFY(decode(hex("83 62 00000000"), 0, options).error().code == Code::FrameTooLarge);
        QVERIFY(decode(hex("ffff 83 61 00"), 2, options));

        options = {};
        options.limits.inflatedBytes = 1000;
        const QByteArray large = hex("6d") + word(5000) + QByteArray(5000, 'x');
        QCOMPARE(decode(compressed(large, 5005), 0, options).error().code, Code::InflatedTooLarge);
        QCOMPARE(decode(compressed(large, 900), 0, options).error().code, Code::InflatedSizeMismatch);
    }
    /// Two million distinct atoms: the table is capped and says so.
    void tooManyAtoms()
    {
        constexpr quint32 Count = 2'000'000;
        QByteArray bytes = hex("83 6c") + word(Count);
        for (quint32 i = 0; i < Count; ++i)
            bytes += hex("77 04") + word((i & 0x7f) | (i & 0x3f80) << 1 | (i & 0x1fc000) << 2);
        bytes += 'j';
        const auto result = decode(bytes);
        QVERIFY(!result);
        QCOMPARE(codeName(result.error().code), codeName(Code::TooManyAtoms));
        DecodeOptions options;
        options.limits.atoms = Count;
        const auto more = decode(bytes, 0, options);
        QVERIFY(more);
        QCOMPARE(encode(more->term), bytes);
    }

    void withoutVersion()
    {
        DecodeOptions options;
        options.versionByte = false;
        const QByteArray message = hex("68 01 6101 6102");
        const auto control = decode(message, 0, options);
        QVERIFY(control);
        QCOMPARE(control->consumed, 4);
        const auto payload = decode(message, control->consumed, options);
        QVERIFY(payload);
        QCOMPARE(payload->term.toInteger(), 2);
        QVERIFY(!decode(message, 6, options));
    }
    /// Atoms of a distribution header; the entries need not outlive the call.
    void headerAtoms()
    {
        QList<QByteArray> entries{"n27@127.0.0.1", "abc", "caf\xc3\xa9"};
        DecodeOptions options;
        options.versionByte = false;
        options.headerAtoms = std::span<const QByteArray>(entries.constData(), 3);
        const auto result =
            decode(hex("68 04 5200 5201 5202 58 5200 00000001 00000000 00000007"), 0, options);
        QVERIFY(result);
        entries.clear();
        QCOMPARE(result->term.at(1).atomText(), QStringLiteral("abc"));
        QCOMPARE(result->term.at(2).atomText(), QString::fromUtf8("caf\u00e9"));
        QCOMPARE(result->term.at(3).toPid()->node, QStringLiteral("n27@127.0.0.1"));
        options.headerAtoms = options.headerAtoms.first(1);
        QVERIFY(!decode(hex("5201"), 0, options));
        QCOMPARE(decode(hex("5201"), 0, options).error().code, Code::BadCacheReference);
    }
    /// The term keeps what it needs of the frame, and a raw view is copied.
    void lifetimeOfFrame()
    {
        std::optional<Term> term;
        {
            char raw[] = "\x83\x68\x02\x77\x02ok\x6d\x00\x00\x00\x03"
                         "abc";
            const auto result = decode(QByteArray::fromRawData(raw, sizeof raw - 1));
            QVERIFY(result);
            term = result->term.at(1);
            std::fill(std::begin(raw), std::end(raw), 'x');
        }
        QCOMPARE(term->toByteArray(), QByteArray("abc"));
        QByteArray frame = hex("83 6d 00000003 616263");
        const Term binary = decode(frame)->term;
        frame[6] = 'x';
        QCOMPARE(binary.toByteArray(), QByteArray("abc"));
        const QByteArray large = hex("83 6d 00020000") + QByteArray(0x20000, 'y');
        QCOMPARE(static_cast<const void *>(decode(large)->term.bytes().data()),
                 static_cast<const void *>(large.constData() + 6)); // no copy
    }

    /// Depth costs no stack, whatever is nested in whatever.
    void deep_data()
    {
        QTest::addColumn<QByteArray>("opening");
        QTest::addColumn<QByteArray>("closing");
        QTest::addColumn<int>("depth");
        QTest::newRow("tuples") << hex("68 01") << QByteArray() << 5'000'000;
        QTest::newRow("tuples of two") << hex("68 02 6a") << QByteArray() << 200'000;
        QTest::newRow("lists") << hex("6c 00000001") << hex("6a") << 200'000;
        QTest::newRow("lists by their tails") << hex("6c 00000001 6101") << QByteArray() << 200'000;
        QTest::newRow("maps by their keys") << hex("74 00000001") << hex("6a") << 200'000;
        QTest::newRow("maps by two keys") << hex("74 00000002 61006a") << hex("6a") << 200'000;
        QTest::newRow("maps by their values") << hex("74 00000001 6a") << QByteArray() << 200'000;
        QTest::newRow("records") << hex("43 00000001 01 770161 770162 770163") << QByteArray() << 200'000;
    }
    void deep()
    {
        QFETCH(QByteArray, opening);
        QFETCH(QByteArray, closing);
        QFETCH(int, depth);
        const QByteArray bytes = hex("83") + opening.repeated(depth) + hex("6a") + closing.repeated(depth);
        const auto result = decode(bytes);
        QVERIFY2(result, result ? "" : codeName(result.error().code).data());
        const Term term = result->term;
        QCOMPARE(result->consumed, bytes.size());
        const Term other = decode(bytes)->term;
        QVERIFY(term == other);
        QCOMPARE(compare(term, other), 0);
        QCOMPARE(qHash(term), qHash(other));
        QCOMPARE(decode(encode(term))->term, term);
        const Printed printed = print(term);
        QVERIFY(!printed.truncated);
        if (depth <= 1'000'000) // reading text takes its time
            QVERIFY(read(printed.text) == term);
        QVERIFY(toErlang(term, 1000).endsWith(u'\u2026'));
        QVERIFY(term.detached() == term);
    }
};

QTEST_APPLESS_MAIN(tst_Decoder)
#include "tst_Decoder.moc"
