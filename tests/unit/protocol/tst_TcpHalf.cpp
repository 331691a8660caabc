#include <QtTest>

#include <QRandomGenerator>

#include <algorithm>

#include "protocol/capture/TcpHalf.h"

using namespace nodescope::protocol::capture;
using namespace nodescope::protocol::capture::tcp_piece;
using Cause = nodescope::protocol::dissector_event::Gap::Cause;

namespace {

// Bytes as they are, losses as `[n]`, ends as `.` and `!`.
QByteArray textOf(const TcpPieces &pieces)
{
    QByteArray text;
    for (const TcpPiece &piece : pieces) {
        if (const auto *bytes = std::get_if<Bytes>(&piece))
            text += bytes->bytes;
        else if (const auto *lost = std::get_if<Lost>(&piece))
            text += '[' + QByteArray::number(lost->bytes) + ']';
        else
            text += std::get<End>(piece).reset ? '!' : '.';
    }
    return text;
}

struct Half
{
    TcpHalf half;
    TcpPieces pieces;

    explicit Half(quint32 first = 100) { half.start(first, true); }
    void take(quint32 sequence, const QByteArray &bytes, bool fin = false, qint64 missing = 0)
    {
        half.take(sequence, bytes, missing, fin, pieces);
    }
    [[nodiscard]] QByteArray text() const { return textOf(pieces); }
};

} // namespace

class tst_TcpHalf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inOrder()
    {
        Half h;
        h.take(100, "abc");
        h.take(103, "def");
        h.take(106, "", true);
        QCOMPARE(h.text(), QByteArray("abcdef."));
        QVERIFY(h.half.isOver());
        h.take(107, "more");
        QCOMPARE(h.text(), QByteArray("abcdef."));
    }
    void outOfOrder()
    {
        Half h;
        h.take(106, "ghi", true);
        h.take(103, "def");
        QCOMPARE(h.text(), QByteArray());
        QVERIFY(h.half.held() > 6);
        h.take(100, "abc");
        QCOMPARE(h.text(), QByteArray("abcdefghi."));
        QCOMPARE(h.half.held(), 0);
    }
    void repeatedAndOverlapping()
    {
        Half h;
        h.take(100, "abc");
        h.take(100, "xyz"); // again
        h.take(101, "xyz"); // two of them again
        h.take(99, "k");    // keep-alive
        h.take(110, "klm");
        h.take(108, "ijKL");
        h.take(110, "k"); // shorter than what is held
        h.take(104, "efgh");
        QCOMPARE(h.text(), QByteArray("abczefghijKLm"));
        QCOMPARE(h.half.held(), 0);
    }
    void wrapsAround()
    {
        Half h(0xfffffffe);
        h.take(0xfffffffe, "ab");
        h.take(3, "fg");
        h.take(0, "cde");
        h.take(5, "", true);
        QCOMPARE(h.text(), QByteArray("abcdefg."));
    }
    void manyBytes()
    {
        // More than twice the range of sequence numbers.
        Half h(7);
        quint32 sequence = 7;
        for (int i = 0; i < 10; ++i) {
            h.half.take(sequence, "x", (qint64(1) << 30) - 1, false, h.pieces);
            sequence += quint32(1) << 30;
        }
        QCOMPARE(h.pieces.size(), std::size_t(20));
    }
    void shuffled()
    {
        QByteArray bytes(5000, '\0');
        QRandomGenerator random(4);
        for (char &byte : bytes)
            byte = char('a' + random.bounded(26));
        for (int round = 0; round < 200; ++round) {
            std::vector<std::pair<qsizetype, qsizetype>> segments;
            for (qsizetype at = 0; at < bytes.size();) {
                const qsizetype size = qMin(qsizetype(random.bounded(1, 300)), bytes.size() - at);
                segments.push_back({at, size});
                if (random.bounded(3) == 0) // overlapping
                    segments.push_back({qMax(qsizetype(0), at - random.bounded(200)), size});
                at += size;
            }
            std::shuffle(segments.begin(), segments.end(), random);
            Half h(quint32(0) - 2000);
            for (const auto &[at, size] : segments)
                h.take(quint32(0) - 2000 + quint32(at), bytes.mid(at, size));
            QCOMPARE(h.text(), bytes);
            QCOMPARE(h.half.held(), 0);
        }
    }
    void holes()
    {
        Half h;
        h.take(100, "abc");
        h.take(110, "xyz");
        // Acknowledged: the receiver has what we have not. But a capture may swap packets.
        for (int i = 1; i < TcpHalf::Patience; ++i)
            h.half.acknowledged(113, h.pieces);
        QCOMPARE(h.text(), QByteArray("abc"));
        h.half.acknowledged(113, h.pieces);
        QCOMPARE(h.text(), QByteArray("abc[7]xyz"));
        h.take(103, "too late");
        h.take(113, "!");
        QCOMPARE(h.text(), QByteArray("abc[7]xyz!"));
    }
    void holesThatAreFilled()
    {
        Half h;
        h.take(110, "k");
        for (int i = 0; i < 3; ++i)
            h.half.acknowledged(111, h.pieces);
        h.take(100, "abcdefghij");
        QCOMPARE(h.text(), QByteArray("abcdefghijk"));
        // What is not acknowledged may come again.
        h.take(120, "z");
        for (int i = 0; i < 100; ++i)
            h.half.acknowledged(111, h.pieces);
        QCOMPARE(h.text(), QByteArray("abcdefghijk"));
    }
    void holesAtTheEnd()
    {
        Half h;
        h.take(103, "d");
        h.take(110, "k", true);
        h.half.flush(h.pieces);
        QCOMPARE(h.text(), QByteArray("[3]d[6]k."));
        Half unseen; // bytes that were acknowledged and never captured
        unseen.take(100, "abc");
        unseen.half.acknowledged(120, unseen.pieces);
        unseen.half.flush(unseen.pieces);
        QCOMPARE(unseen.text(), QByteArray("abc[17]"));
        Half fin; // one that may be the FIN
        fin.take(100, "abc");
        fin.half.acknowledged(104, fin.pieces);
        fin.half.flush(fin.pieces);
        QCOMPARE(fin.text(), QByteArray("abc"));
    }
    void bounded()
    {
        Half h;
        const QByteArray megabyte(1 << 20, 'x');
        quint32 sequence = 200;
        for (int i = 0; i < 20; ++i, sequence += quint32(megabyte.size())) {
            h.take(sequence, megabyte);
            QVERIFY(h.half.held() <= TcpHalf::MaxHeld + megabyte.size());
        }
        const auto *lost = std::get_if<Lost>(&h.pieces.front());
        QVERIFY(lost);
        QCOMPARE(lost->cause, Cause::HeldTooMuch);
        QCOMPARE(lost->bytes, 100);
        Half tiny;
        for (quint32 i = 0; i < 200'000; ++i) {
            tiny.take(200 + 2 * i, "x");
            QVERIFY(tiny.half.held() <= TcpHalf::MaxHeld + 1000);
        }
    }
    void cutShort()
    {
        Half h;
        h.take(100, "abc", false, 7);
        h.take(110, "k");
        QCOMPARE(h.text(), QByteArray("abc[7]k"));
        QCOMPARE(std::get<Lost>(h.pieces[1]).cause, Cause::CutShort);
        h.take(101, "bc", false, 20); // again, and further
        QCOMPARE(h.text(), QByteArray("abc[7]k[12]"));
    }
    void resets()
    {
        Half h;
        h.take(100, "abc");
        h.take(110, "x");
        h.half.reset(h.pieces);
        QCOMPARE(h.text(), QByteArray("abc[7]x!"));
        h.half.reset(h.pieces);
        h.half.flush(h.pieces);
        QCOMPARE(h.text(), QByteArray("abc[7]x!"));
    }
    void nonsense()
    {
        Half h;
        h.take(100, "abc");
        h.take(100u + 0x7fffffffu, "far");
        h.half.acknowledged(100u - 0x7fffff00u, h.pieces);
        h.half.flush(h.pieces);
        QCOMPARE(h.text(), QByteArray("abc"));
    }
    void startsInTheMiddle()
    {
        TcpHalf half;
        TcpPieces pieces;
        half.take(5000, "abc", 0, false, pieces);
        QVERIFY(!half.fromTheBeginning());
        QCOMPARE(textOf(pieces), QByteArray("abc"));
    }
};

QTEST_APPLESS_MAIN(tst_TcpHalf)
#include "tst_TcpHalf.moc"
