#include <QtTest>

#include "TermTesting.h"
#include "support/RandomTerm.h"
#include "term/Decoder.h"
#include "term/Encoder.h"
#include "term/Printer.h"
#include "term/TermBuilder.h"

using namespace nodescope;
using namespace nodescope::term;
using Code = DecodeError::Code;

namespace {

QByteArray bytesOf(const char *hex)
{
    return QByteArray::fromHex(hex);
}

Code codeOf(const QByteArray &bytes, const Limits &limits = {})
{
    const auto decoded = decode(bytes, 0, {true, {}, limits});
    if (decoded)
        qFatal("decoded");
    return decoded.error().code;
}

} // namespace

/// The cases 1 to 9 of the design's robustness.md, each by its number. Their details are in the tests of
/// Decoder, Printer and TermOrder.
class tst_TermCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void case01_declaredCountsTakeNoMemory()
    {
        // Lists, tuples, maps of 2^32-1, binaries and bignums of gigabytes; at the top and within.
        for (const char *hex :
             {"6c ffffffff", "69 ffffffff", "74 ffffffff", "6d ffffffff", "4d ffffffff 08", "6f ffffffff 00",
              "43 ffffffff 01 77016d 77016e", "6b ffff", "77 ff", "5a ffff"}) {
            const QByteArray value = bytesOf(hex);
            for (const QByteArray &before : {QByteArray("\x83", 1), QByteArray("\x83\x68\x02\x6a", 4)}) {
                const Code code = codeOf(before + value);
                QVERIFY2(code == Code::CountExceedsInput || code == Code::Truncated ||
                             code == Code::TupleTooLarge || code == Code::BadReference,
                         hex);
            }
        }
    }

    void case02_aHugeBignumIsPrintedTruncated()
    {
        const qsizetype size = 1 << 20;
        QByteArray bytes = bytesOf("83 6f 00100000 00") + QByteArray(size, '\xff');
        const auto decoded = decode(bytes);
        QVERIFY(decoded);
        QCOMPARE(decoded->term.magnitude().size(), size);
        PrintOptions options;
        options.maxCharacters = 1000;
        const Printed printed = print(decoded->term, options);
        QVERIFY(printed.truncated);
        QVERIFY(printed.text.size() < 1100);
        QVERIFY(printed.text.startsWith(QStringLiteral("16#ffff"), Qt::CaseInsensitive));
    }

    void case03_fiveMillionNestedTuples()
    {
        constexpr qsizetype Depth = 5'000'000;
        QByteArray bytes("\x83", 1);
        bytes.reserve(1 + 2 * Depth + 1);
        for (qsizetype i = 0; i < Depth; ++i)
            bytes.append("\x68\x01", 2);
        bytes.append('\x6a');
        const auto decoded = decode(bytes);
        QVERIFY(decoded);
        const auto again = decode(bytes);
        QCOMPARE(decoded->term, again->term);
        QCOMPARE(qHash(decoded->term), qHash(again->term));
        QCOMPARE(encode(decoded->term), bytes);
        QVERIFY(print(decoded->term, {Syntax::Erlang, 1000}).truncated);
    }

    void case04_compressedTermsAreBounded()
    {
        const auto packed = [](const QByteArray &plain, quint32 said) {
            const QByteArray zlib = qCompress(plain).mid(4);
            QByteArray size(4, '\0');
            qToBigEndian(said, size.data());
            return QByteArray("\x83\x50" + size + zlib);
        };
        // 60 MiB of nothing from 60 kB: within the cap. Then a cap below.
        const QByteArray plain = bytesOf("6d 03c00000") + QByteArray(0x03c00000, '\0');
        const QByteArray bomb = packed(plain, quint32(plain.size()));
        QVERIFY(bomb.size() < 100'000);
        QVERIFY(decode(bomb));
        Limits limits;
        limits.inflatedBytes = 1 << 20;
        QCOMPARE(codeOf(bomb, limits), Code::InflatedTooLarge);
        // Sizes that lie, and one in the other.
        QCOMPARE(codeOf(packed(plain, quint32(plain.size() - 1))), Code::InflatedSizeMismatch);
        QCOMPARE(codeOf(packed(bytesOf("6a"), 100)), Code::InflatedSizeMismatch);
        QCOMPARE(codeOf(packed(bytesOf("6a"), 0xffffffff)), Code::InflatedTooLarge);
        const QByteArray inner = packed(bytesOf("6a"), 1).mid(1);
        QCOMPARE(codeOf(packed(inner, quint32(inner.size()))), Code::NestedCompression);
    }

    void case05_everyVectorCutAndFlipped()
    {
        test::RandomTerm random(5);
        for (int i = 0; i < 60; ++i) {
            const QByteArray bytes = encode(random.next(25));
            for (qsizetype size = 0; size < bytes.size(); ++size)
                QVERIFY(!decode(bytes.first(size)));
            for (qsizetype bit = 0; bit < bytes.size() * 8; ++bit) {
                QByteArray flipped = bytes;
                flipped[bit / 8] = char(flipped[bit / 8] ^ (1 << (bit % 8)));
                if (const auto other = decode(flipped)) // whatever it is now, it can be handled
                    QVERIFY(decode(encode(other->term)));
            }
        }
    }

    void case06_unknownTagsAreTypedErrors()
    {
        const QByteArray known =
            bytesOf("43 46 4d 50 52 58 59 5a 61 62 63 64 65 66 67 68 69 6a 6b 6c 6d 6e 6f 70 "
                    "71 72 73 74 76 77 78");
        for (int tag = 0; tag < 256; ++tag) {
            if (known.contains(char(tag)))
                continue;
            const auto decoded = decode(QByteArray("\x83", 1) + char(tag) + QByteArray(40, '\0'));
            QVERIFY(!decoded);
            QCOMPARE(decoded.error().code, Code::UnknownTag);
            QCOMPARE(decoded.error().tag, quint8(tag));
            QCOMPARE(decoded.error().offset, 1);
        }
    }

    void case07_whatOtpRefuses()
    {
        QCOMPARE(codeOf(bytesOf("83 74 00000002 6101 6a 6101 6a")), Code::DuplicateKey);
        QCOMPARE(codeOf(bytesOf("83 46 7ff8000000000000")), Code::BadFloat);
        QCOMPARE(codeOf(bytesOf("83 77 02 c328")), Code::BadAtom);
        QCOMPARE(codeOf(bytesOf("83 77 03 eda080")), Code::BadAtom);
        QCOMPARE(codeOf(bytesOf("83 76 0100") + QByteArray(256, 'a')), Code::AtomTooLong);
        QVERIFY(decode(bytesOf("83 76 01fe") + QByteArray("\xc3\xa9").repeated(255)));
    }

    void case08_tailsBitsAndIntegersAreExact()
    {
        const auto improper = decode(bytesOf("83 6c 00000001 6101 6102"));
        QVERIFY(improper && !improper->term.isProperList());
        QCOMPARE(improper->term.listTail(), Term::integer(2));
        QCOMPARE(codeOf(bytesOf("83 4d 00000001 09 ff")), Code::BadBitCount);
        QCOMPARE(codeOf(bytesOf("83 4d 00000001 00 ff")), Code::BadBitCount);
        // 2^63-1, 2^63, -2^63, -2^63-1, 2^64-1, 2^64.
        const std::vector<std::pair<const char *, const char *>> integers{
            {"83 6e 08 00 ffffffffffffff7f", "9223372036854775807"},
            {"83 6e 08 00 0000000000000080", "9223372036854775808"},
            {"83 6e 08 01 0000000000000080", "-9223372036854775808"},
            {"83 6e 08 01 0100000000000080", "-9223372036854775809"},
            {"83 6e 08 00 ffffffffffffffff", "18446744073709551615"},
            {"83 6e 09 00 000000000000000001", "18446744073709551616"}};
        for (const auto &[hex, text] : integers) {
            const auto decoded = decode(bytesOf(hex));
            QVERIFY(decoded);
            QCOMPARE(decoded->term.decimalText(), QString::fromLatin1(text));
            QCOMPARE(encode(decoded->term), bytesOf(hex));
        }
    }

    void case09_twoMillionAtoms()
    {
        constexpr int Count = 2'000'000;
        QByteArray bytes = bytesOf("83 6c 001e8480");
        for (int i = 0; i < Count; ++i)
            bytes.append("\x77\x07").append(QByteArray::number(1'000'000 + i));
        bytes.append('\x6a');
        const auto decoded = decode(bytes);
        QVERIFY(!decoded);
        QCOMPARE(decoded.error().code, Code::TooManyAtoms);
        QVERIFY(decoded.error().offset > 0);
    }

    void neverEmitsWhatCrashesAPeer()
    {
        // OTP 27.3 crashes on an exported function of an arity above 255: neither made, nor decoded.
        QVERIFY(Term::exportedFunction({QStringLiteral("m"), QStringLiteral("f"), 255}).isValid());
        const Term wide = Term::exportedFunction({QStringLiteral("m"), QStringLiteral("f"), 256});
        QVERIFY(!wide.isValid());
        QVERIFY(encode(wide).isEmpty());
        QVERIFY(encode(Term::tuple({wide})).isEmpty());
        QCOMPARE(codeOf(bytesOf("83 71 77016d 770166 62 00000100")), Code::BadFun);
        QCOMPARE(codeOf(bytesOf("83 71 77016d 770166 6e 05 00 0000000001")), Code::BadFun);
    }

    void nativeRecordsGoBothWays()
    {
        // protocol.md 9, of OTP 29.
        const QByteArray bytes =
            bytesOf("83 43 00000002 01 77046e726563 770470616972 770161 770162 6107 4d0000000103a0");
        const auto decoded = decode(bytes);
        QVERIFY(decoded);
        QCOMPARE(encode(decoded->term), bytes);
    }
};

QTEST_APPLESS_MAIN(tst_TermCases)
#include "tst_TermCases.moc"
