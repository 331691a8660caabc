#include <QtTest>

#include "protocol/link/FrameReader.h"

using namespace nodescope::protocol;

namespace {

std::vector<frame::Event> read(const QByteArray &bytes, qsizetype slice, const Limits &limits = {})
{
    FrameReader reader(limits);
    std::vector<frame::Event> events;
    for (qsizetype i = 0; i < bytes.size(); i += slice)
        reader.receive(bytes.mid(i, slice), events);
    return events;
}

} // namespace

class tst_FrameReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slicesDoNotMatter()
    {
        const QByteArray stream =
            frameOf("one") + tickFrame() + frameOf(QByteArray(1000, 'x')) + tickFrame() + frameOf("z");
        for (qsizetype slice = 1; slice <= stream.size(); ++slice) {
            const auto events = read(stream, slice);
            QCOMPARE(events.size(), std::size_t(5));
            QCOMPARE(std::get<frame::Body>(events[0]).bytes, QByteArray("one"));
            QVERIFY(std::holds_alternative<frame::Tick>(events[1]));
            QCOMPARE(std::get<frame::Body>(events[2]).bytes, QByteArray(1000, 'x'));
            QVERIFY(std::holds_alternative<frame::Tick>(events[3]));
            QCOMPARE(std::get<frame::Body>(events[4]).bytes, QByteArray("z"));
        }
    }
    void lossesWithinAFrame()
    {
        const QByteArray body(100, 'x');
        for (qsizetype at = 4; at < 104; ++at) {
            for (qsizetype length = 1; length <= 104 - at; ++length) {
                FrameReader reader;
                std::vector<frame::Event> events;
                reader.receive(frameOf(body).left(at), events);
                const FrameReader::Loss loss = reader.lose(quint64(length));
                QVERIFY(loss.framingKept && loss.hit);
                QCOMPARE(loss.hit->length, 100u);
                QCOMPARE(loss.hit->head, body.left(at - 4));
                reader.receive(frameOf(body).mid(at + length).append(frameOf("next")), events);
                QCOMPARE(events.size(), std::size_t(1));
                QCOMPARE(std::get<frame::Body>(events[0]).bytes, QByteArray("next"));
                QCOMPARE(reader.pending(), 0);
            }
        }
    }
    void lossesThatEndTheFraming()
    {
        std::vector<frame::Event> events;
        FrameReader between;
        QVERIFY(!between.lose(1).framingKept);
        FrameReader inTheLength;
        inTheLength.receive(QByteArray(3, '\0'), events);
        QVERIFY(!inTheLength.lose(1).framingKept);
        FrameReader tooFar;
        tooFar.receive(frameOf("abcdef").left(6), events);
        QVERIFY(!tooFar.lose(5).framingKept);
        QVERIFY(events.empty());
    }
    void lossesInAnOversizedFrame()
    {
        Limits limits;
        limits.frame = 10;
        FrameReader reader(limits);
        std::vector<frame::Event> events;
        reader.receive(frameOf(QByteArray(100, 'x')).left(54), events);
        const FrameReader::Loss first = reader.lose(20);
        QVERIFY(first.framingKept && first.hit);
        QCOMPARE(first.hit->head.size(), 50);
        const FrameReader::Loss second = reader.lose(20); // told once
        QVERIFY(second.framingKept && !second.hit);
        reader.receive(QByteArray(10, 'x').append(tickFrame()), events);
        QCOMPARE(events.size(), std::size_t(1));
        QVERIFY(std::holds_alternative<frame::Tick>(events[0]));
    }
    void oversizedFramesAreDrained()
    {
        Limits limits;
        limits.frame = 100;
        const QByteArray body = QByteArray("head") + QByteArray(996, 'x');
        const QByteArray stream =
            frameOf(body) + frameOf(QByteArray(100, 'y')) + frameOf(QByteArray(101, 'z'));
        for (const qsizetype slice : {qsizetype(1), qsizetype(7), qsizetype(500), stream.size()}) {
            const auto events = read(stream, slice, limits);
            QCOMPARE(events.size(), std::size_t(3));
            QCOMPARE(std::get<frame::Oversized>(events[0]).length, 1000u);
            QCOMPARE(std::get<frame::Oversized>(events[0]).head, body);
            QCOMPARE(std::get<frame::Body>(events[1]).bytes.size(), 100);
            QCOMPARE(std::get<frame::Oversized>(events[2]).length, 101u);
        }
    }
    void announcedLengthsTakeNoMemory()
    {
        FrameReader reader;
        std::vector<frame::Event> events;
        reader.receive(QByteArray::fromHex("ffffffff"), events);
        const QByteArray chunk(1 << 20, 'x');
        for (int i = 0; i < 100; ++i)
            reader.receive(chunk, events);
        QVERIFY(events.empty());
        QCOMPARE(reader.pending(), 4 + frame::OversizedHeadBytes);
        // The largest frame that is kept grows only as it comes.
        FrameReader other;
        other.receive(QByteArray::fromHex("04000000"), events);
        QCOMPARE(other.pending(), 4);
    }

    void theRestOfALongFrameIsReadInPlace()
    {
        QByteArray body(300'000, Qt::Uninitialized);
        for (qsizetype i = 0; i < body.size(); ++i)
            body[i] = char(i % 251);
        const QByteArray bytes = frameOf(body);
        FrameReader reader;
        std::vector<frame::Event> events;
        QVERIFY(reader.room().empty()); // nothing is known of any frame
        reader.receive(QByteArrayView(bytes).first(1000), events);
        qsizetype at = 1000;
        for (std::span<char> room = reader.room(); !room.empty(); room = reader.room()) {
            // Memory follows arrival: what is given out is never much more than what came.
            QVERIFY(qsizetype(room.size()) <= qMax(at, qsizetype(72 * 1024)));
            const qsizetype count = qMin(qsizetype(room.size()), qsizetype(50'000));
            std::copy_n(bytes.constData() + at, count, room.data());
            reader.filled(count, events);
            at += count;
        }
        QVERIFY(at > 250'000);
        reader.filled(0, events);
        reader.receive(QByteArrayView(bytes).sliced(at), events);
        QCOMPARE(events.size(), std::size_t(1));
        QCOMPARE(std::get<frame::Body>(events[0]).bytes, body);
        QVERIFY(reader.expectsLong());
    }

    void memoryIsUsedAgainOnceNobodyHoldsIt()
    {
        FrameReader reader;
        const auto next = [&reader](char what) {
            std::vector<frame::Event> events;
            const QByteArray bytes = frameOf(QByteArray(60'000, what));
            reader.receive(QByteArrayView(bytes).first(1000), events); // not whole, so that there is room
            reader.receive(QByteArrayView(bytes).sliced(1000), events);
            return std::get<frame::Body>(std::move(events.at(0))).bytes;
        };
        const char *memory = nullptr;
        {
            const QByteArray first = next('a');
            memory = first.constData();
            reader.reuse(first);
        }
        const QByteArray second = next('b');
        QCOMPARE(static_cast<const void *>(second.constData()), static_cast<const void *>(memory));
        QCOMPARE(second, QByteArray(60'000, 'b'));

        reader.reuse(second); // which is held on to
        const QByteArray third = next('c');
        QVERIFY(third.constData() != second.constData());
        QCOMPARE(second, QByteArray(60'000, 'b'));
        QCOMPARE(third, QByteArray(60'000, 'c'));
    }

    void thereIsNoRoomForWhatIsDropped()
    {
        Limits limits;
        limits.frame = 100'000;
        FrameReader reader(limits);
        std::vector<frame::Event> events;
        reader.receive(frameOf(QByteArray(200'000, 'x')).first(1000), events);
        QVERIFY(reader.room().empty());
    }
};

QTEST_APPLESS_MAIN(tst_FrameReader)
#include "tst_FrameReader.moc"
