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
};

QTEST_APPLESS_MAIN(tst_FrameReader)
#include "tst_FrameReader.moc"
