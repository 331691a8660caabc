#include <QtTest>

#include <QRandomGenerator>

#include "protocol/link/AtomCache.h"
#include "protocol/link/AtomCacheWriter.h"

using namespace nodescope::protocol;

namespace {

// The header of a message with these atoms; what the peer makes of it must be the atoms that were
// referred to, at their numbers.
HeaderAtoms through(AtomCacheWriter &writer, AtomCache &peer, const QList<QByteArray> &atoms)
{
    writer.begin();
    HeaderAtoms referred;
    for (const QByteArray &atom : atoms) {
        const int number = writer.referTo(atom);
        if (number < 0)
            continue;
        if (std::size_t(number) == referred.size())
            referred.push_back(atom);
        else if (referred.at(std::size_t(number)) != atom)
            qFatal("another atom under the same number");
    }
    QByteArray header;
    writer.appendHeader(header);
    const auto read = peer.read(QByteArray(header + "body"));
    if (!read || read->size != header.size())
        qFatal("header not read");
    if (read->atoms != referred)
        qFatal("other atoms read");
    return read->atoms;
}

} // namespace

/// Headers with cached atoms, read by our own receiver.
class tst_AtomCacheWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAtomsThereIsOneByte()
    {
        AtomCacheWriter writer;
        writer.begin();
        QByteArray header;
        writer.appendHeader(header);
        QCOMPARE(header, QByteArray("\0", 1));
    }

    void theVectorOfARealNode()
    {
        // protocol.md 9: three new atoms take their texts, and three bytes with the next message.
        AtomCacheWriter writer;
        writer.begin();
        const QList<QByteArray> atoms{"n27@127.0.0.1", QByteArray(23, 'r'), "abc"};
        QList<int> numbers;
        for (const QByteArray &atom : atoms)
            numbers << writer.referTo(atom);
        QCOMPARE(numbers, QList<int>({0, 1, 2}));
        QByteArray first;
        writer.appendHeader(first);
        QCOMPARE(first.size(), 1 + 2 + 3 * 2 + 13 + 23 + 3);
        QCOMPARE(first.at(0), '\3');
        for (const int nibble : {first.at(1) & 0xf, (first.at(1) >> 4) & 0xf, first.at(2) & 0xf})
            QVERIFY(nibble & 0x8);             // new
        QCOMPARE((first.at(2) >> 4) & 0xf, 0); // no long atoms
        QCOMPARE(quint8(first.at(4)), quint8(13));
        QCOMPARE(first.mid(5, 13), atoms[0]);

        writer.begin();
        for (const QByteArray &atom : atoms)
            QVERIFY(writer.referTo(atom) >= 0);
        QByteArray second;
        writer.appendHeader(second);
        QCOMPARE(second.size(), 1 + 2 + 3);
        QCOMPARE(quint8(second.at(1) & 0x88), quint8(0));
        QCOMPARE(second.at(3), first.at(3)); // the same slot
    }

    void longAtomsWidenAllLengths()
    {
        AtomCacheWriter writer;
        AtomCache peer;
        const QByteArray longest = QByteArray("\xf0\x9f\x98\x80").repeated(255);
        QCOMPARE(through(writer, peer, {"short", longest}).size(), std::size_t(2));
        QCOMPARE(through(writer, peer, {longest, "other", ""}).size(), std::size_t(3));
    }

    void atMost255Entries()
    {
        AtomCacheWriter writer;
        AtomCache peer;
        QList<QByteArray> atoms;
        for (int i = 0; i < 2000; ++i)
            atoms << QByteArray::number(i);
        for (int round = 0; round < 3; ++round)
            QCOMPARE(through(writer, peer, atoms).size(), std::size_t(255));
    }

    void churnNeverGivesAStaleName()
    {
        AtomCacheWriter writer;
        AtomCache peer;
        QRandomGenerator random(4);
        for (int message = 0; message < 3000; ++message) {
            QList<QByteArray> atoms;
            for (int i = random.bounded(40); i >= 0; --i)
                atoms << QByteArray::number(random.bounded(8000));
            (void)through(writer, peer, atoms);
        }
    }

    void aMessageThatDoesNotLeaveIsForgotten()
    {
        AtomCacheWriter writer;
        AtomCache peer;
        (void)through(writer, peer, {"known"});
        writer.begin();
        QCOMPARE(writer.referTo("known"), 0);
        QCOMPARE(writer.referTo("fresh"), 1);
        writer.forget();
        QCOMPARE(through(writer, peer, {"fresh", "known"}).size(), std::size_t(2));
    }
};

QTEST_APPLESS_MAIN(tst_AtomCacheWriter)
#include "tst_AtomCacheWriter.moc"
