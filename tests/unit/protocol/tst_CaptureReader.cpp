#include <QtTest>

#include "protocol/capture/CaptureReader.h"
#include "support/CaptureWriter.h"

using namespace nodescope::protocol::capture;
using nodescope::base::Duration;
using nodescope::test::CaptureWriter;
using Kind = CaptureProblem::Kind;

namespace {

struct Result
{
    std::vector<Packet> packets;
    std::vector<CaptureProblem> problems;
};

Result readAll(const QByteArray &bytes, qsizetype slice = 1 << 20)
{
    Result result;
    CaptureReader reader;
    const auto drain = [&] {
        while (true) {
            CaptureReader::Next next = reader.next();
            if (auto *packet = std::get_if<Packet>(&next))
                result.packets.push_back(std::move(*packet));
            else if (auto *problem = std::get_if<CaptureProblem>(&next))
                result.problems.push_back(*problem);
            else
                return;
        }
    };
    for (qsizetype at = 0; at < bytes.size(); at += slice) {
        reader.append(bytes.mid(at, slice));
        drain();
    }
    reader.finish();
    drain();
    return result;
}

constexpr qint64 Start = 1'700'000'000'123'456'789;

CaptureWriter sample(CaptureWriter::Options options)
{
    CaptureWriter writer(options);
    for (int i = 0; i < 5; ++i)
        writer.record(QByteArray(i * 7, char('a' + i)), Start + i);
    return writer;
}

qint64 sinceEpoch(const Packet &packet)
{
    return packet.at.time_since_epoch().count();
}

} // namespace

class tst_CaptureReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formats_data()
    {
        QTest::addColumn<bool>("pcapng");
        QTest::addColumn<bool>("bigEndian");
        QTest::addColumn<bool>("nanoseconds");
        for (int i = 0; i < 8; ++i)
            QTest::addRow("%d", i) << bool(i & 1) << bool(i & 2) << bool(i & 4);
    }
    void formats()
    {
        QFETCH(bool, pcapng);
        QFETCH(bool, bigEndian);
        QFETCH(bool, nanoseconds);
        const CaptureWriter writer = sample({pcapng, bigEndian, nanoseconds, 113, 20});
        for (const qsizetype slice : {qsizetype(1), qsizetype(13), qsizetype(100'000)}) {
            const Result result = readAll(writer.bytes, slice);
            QVERIFY(result.problems.empty());
            QCOMPARE(result.packets.size(), std::size_t(5));
            for (int i = 0; i < 5; ++i) {
                const Packet &packet = result.packets[std::size_t(i)];
                QCOMPARE(packet.bytes, QByteArray(qMin(i * 7, 20), char('a' + i)));
                QCOMPARE(packet.length, i * 7);
                QCOMPARE(packet.linkType, 113u);
                QCOMPARE(sinceEpoch(packet), nanoseconds ? Start + i : Start / 1000 * 1000);
            }
        }
    }
    void truncatedEverywhere_data() { formats_data(); }
    void truncatedEverywhere()
    {
        QFETCH(bool, pcapng);
        QFETCH(bool, bigEndian);
        QFETCH(bool, nanoseconds);
        const CaptureWriter writer = sample({pcapng, bigEndian, nanoseconds, 1, 1000});
        const Result whole = readAll(writer.bytes);
        std::size_t before = 0;
        for (qsizetype size = 0; size < writer.bytes.size(); ++size) {
            const Result part = readAll(writer.bytes.left(size));
            QVERIFY(part.packets.size() >= before); // the readable part is read
            before = part.packets.size();
            QVERIFY(before <= whole.packets.size());
            for (std::size_t i = 0; i < before; ++i)
                QCOMPARE(part.packets[i].bytes, whole.packets[i].bytes);
            QVERIFY(part.problems.size() <= 1);
            if (part.problems.empty())
                continue;
            const CaptureProblem &problem = part.problems.front();
            QVERIFY(problem.fatal && problem.offset <= size);
            QCOMPARE(problem.kind, size < 4 ? Kind::NotACapture : Kind::Truncated);
        }
        QCOMPARE(before, std::size_t(pcapng ? 4 : 4));
    }
    void flippedEverywhere_data() { formats_data(); }
    void flippedEverywhere()
    {
        QFETCH(bool, pcapng);
        QFETCH(bool, bigEndian);
        QFETCH(bool, nanoseconds);
        const CaptureWriter writer = sample({pcapng, bigEndian, nanoseconds, 1, 1000});
        for (qsizetype bit = 0; bit < writer.bytes.size() * 8; ++bit) {
            QByteArray changed = writer.bytes;
            changed[bit / 8] = char(changed[bit / 8] ^ (1 << (bit % 8)));
            const Result result = readAll(changed, 64);
            QVERIFY(result.packets.size() <= 5 + 8);
            for (const CaptureProblem &problem : result.problems)
                QVERIFY(problem.offset <= changed.size());
        }
    }
    void absurdLengths()
    {
        for (const bool bigEndian : {false, true}) {
            CaptureWriter pcap({false, bigEndian, false, 1, 100});
            pcap.record("first", Start);
            const qsizetype at = pcap.bytes.size();
            for (const quint32 value : {0u, 0u, 0xffffffffu, 0xffffffffu})
                pcap.put(pcap.bytes, value);
            const Result result = readAll(pcap.bytes);
            QCOMPARE(result.packets.size(), std::size_t(1));
            QCOMPARE(result.problems.front().kind, Kind::AbsurdLength);
            QCOMPARE(result.problems.front().offset, at);
            QCOMPARE(result.problems.front().value, qint64(0xffffffff));
            CaptureWriter pcapng({true, bigEndian, false, 1, 100});
            pcapng.record("first", Start);
            pcapng.put(pcapng.bytes, quint32(6));
            pcapng.put(pcapng.bytes, quint32(0xfffffff0));
            pcapng.bytes += QByteArray(40, 'x');
            const Result blocks = readAll(pcapng.bytes);
            QCOMPARE(blocks.packets.size(), std::size_t(1));
            QCOMPARE(blocks.problems.front().kind, Kind::AbsurdLength);
        }
    }
    void lengthsThatDoNotFit()
    {
        CaptureWriter odd({true, false, false, 1, 100});
        odd.put(odd.bytes, quint32(6));
        odd.put(odd.bytes, quint32(33));
        odd.bytes += QByteArray(40, 'x');
        QCOMPARE(readAll(odd.bytes).problems.front().kind, Kind::BadBlock);
        CaptureWriter differ({true, false, false, 1, 100});
        differ.record("one", Start);
        differ.bytes.back() = 9;
        QCOMPARE(readAll(differ.bytes).problems.front().kind, Kind::BadBlock);
        // A packet that claims more than its block holds: the next one is read.
        CaptureWriter inner({true, false, false, 1, 100});
        QByteArray body;
        for (const quint32 value : {0u, 0u, 0u, 1000u, 1000u})
            inner.put(body, value);
        inner.block(6, body);
        inner.record("next", Start);
        const Result result = readAll(inner.bytes);
        QCOMPARE(result.problems.size(), std::size_t(1));
        QVERIFY(!result.problems.front().fatal);
        QCOMPARE(result.packets.front().bytes, QByteArray("next"));
    }
    void unknownBlocks()
    {
        CaptureWriter writer({true, false, false, 1, 100});
        writer.block(0x0bad, QByteArray(2 * CaptureReader::MaxRecordBytes, 'x')); // too large to be kept
        writer.block(4, QByteArray(8, '\0'));
        writer.record("behind", Start);
        for (const qsizetype slice : {qsizetype(1000), qsizetype(1) << 24}) {
            const Result result = readAll(writer.bytes, slice);
            QVERIFY(result.problems.empty());
            QCOMPARE(result.packets.front().bytes, QByteArray("behind"));
        }
        const Result cut = readAll(writer.bytes.left(1'000'000));
        QCOMPARE(cut.problems.front().kind, Kind::Truncated);
    }
    void sectionsAndInterfaces()
    {
        CaptureWriter first({true, false, false, 1, 100});
        first.record("little", Start);
        CaptureWriter second({true, true, true, 113, 100});
        second.record("big", Start);
        const Result both = readAll(QByteArray(first.bytes + second.bytes + first.bytes));
        QVERIFY(both.problems.empty());
        QCOMPARE(both.packets.size(), std::size_t(3));
        QCOMPARE(both.packets[1].linkType, 113u);
        QCOMPARE(sinceEpoch(both.packets[1]), Start);
        QCOMPARE(both.packets[2].linkType, 1u);
        QCOMPARE(sinceEpoch(both.packets[2]), Start / 1000 * 1000);
        // An interface that nobody described.
        QByteArray body;
        for (const quint32 value : {7u, 0u, 0u, 0u, 0u})
            first.put(body, value);
        first.block(6, body);
        QCOMPARE(readAll(first.bytes).problems.front().kind, Kind::UnknownInterface);
        QCOMPARE(readAll(first.bytes).problems.front().value, 7);
    }
    void olderPackets()
    {
        CaptureWriter writer({true, false, false, 1, 6});
        QByteArray simple;
        writer.put(simple, quint32(10));
        writer.block(3, simple + CaptureWriter::padded("simple"));
        QByteArray obsolete;
        writer.put(obsolete, quint16(0));
        writer.put(obsolete, quint16(3)); // dropped before
        const quint64 units = quint64(Start / 1000);
        for (const quint32 value : {quint32(units >> 32), quint32(units), 3u, 9u})
            writer.put(obsolete, value);
        writer.block(2, obsolete + CaptureWriter::padded("old"));
        const Result result = readAll(writer.bytes);
        QCOMPARE(result.packets.size(), std::size_t(2));
        QCOMPARE(result.packets[0].bytes, QByteArray("simple"));
        QCOMPARE(result.packets[0].length, 10);
        QVERIFY(!result.packets[0].timed);
        QCOMPARE(result.packets[1].bytes, QByteArray("old"));
        QCOMPARE(sinceEpoch(result.packets[1]), Start / 1000 * 1000);
    }
    void timeResolutions_data()
    {
        QTest::addColumn<int>("resolution");
        QTest::addColumn<quint64>("units");
        QTest::addColumn<qint64>("nanoseconds"); // -1: no time
        QTest::newRow("seconds") << 0 << quint64(5) << qint64(5'000'000'000);
        QTest::newRow("milliseconds") << 3 << quint64(5001) << qint64(5'001'000'000);
        QTest::newRow("picoseconds") << 12 << quint64(5'000'000'001'000) << qint64(5'000'000'001);
        QTest::newRow("halves") << 0x81 << quint64(11) << qint64(5'500'000'000);
        QTest::newRow("2^-20") << 0x94 << (quint64(3) << 20 | 1 << 19) << qint64(3'500'000'000);
        QTest::newRow("2^-63") << 0xff << (quint64(1) << 62) << qint64(500'000'000);
        QTest::newRow("10^-19") << 0x13 << quint64(10'000'000'000'000'000'000u) << qint64(1'000'000'000);
        QTest::newRow("absurd") << 0 << ~quint64(0) << qint64(-1);
    }
    void timeResolutions()
    {
        QFETCH(int, resolution);
        QFETCH(quint64, units);
        QFETCH(qint64, nanoseconds);
        CaptureWriter writer({true, false, false, 1, 100});
        QByteArray options;
        writer.put(options, quint16(9));
        writer.put(options, quint16(1));
        options += char(resolution) + QByteArray(3, '\0');
        writer.interface(options);
        QByteArray body;
        for (const quint32 value : {1u, quint32(units >> 32), quint32(units), 0u, 0u})
            writer.put(body, value);
        writer.block(6, body);
        const Result result = readAll(writer.bytes);
        QCOMPARE(result.packets.size(), std::size_t(1));
        QCOMPARE(result.packets[0].timed, nanoseconds >= 0);
        if (nanoseconds >= 0)
            QCOMPARE(sinceEpoch(result.packets[0]), nanoseconds);
    }
    void timeOffset()
    {
        CaptureWriter writer({true, false, false, 1, 100});
        QByteArray options;
        writer.put(options, quint16(14));
        writer.put(options, quint16(8));
        writer.put(options, qint64(100));
        writer.interface(options);
        QByteArray body;
        for (const quint32 value : {1u, 0u, 7u, 0u, 0u})
            writer.put(body, value);
        writer.block(6, body);
        QCOMPARE(sinceEpoch(readAll(writer.bytes).packets.at(0)), 100'000'007'000);
    }
    void manyInterfaces()
    {
        CaptureWriter writer({true, false, false, 1, 100});
        for (std::size_t i = 0; i < CaptureReader::MaxInterfaces; ++i)
            writer.interface({});
        writer.record("packet", Start);
        const Result result = readAll(writer.bytes);
        QCOMPARE(result.problems.size(), std::size_t(1));
        QCOMPARE(result.problems.front().kind, Kind::TooManyInterfaces);
        QCOMPARE(result.packets.size(), std::size_t(1));
    }
    void nothing()
    {
        QCOMPARE(readAll({}).problems.front().kind, Kind::NotACapture);
        QCOMPARE(readAll("#!/bin/sh\necho no capture at all").problems.front().kind, Kind::NotACapture);
        QVERIFY(readAll(CaptureWriter().bytes).problems.empty());
        QVERIFY(readAll(CaptureWriter().bytes).packets.empty());
    }
};

QTEST_APPLESS_MAIN(tst_CaptureReader)
#include "tst_CaptureReader.moc"
