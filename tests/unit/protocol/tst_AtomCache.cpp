#include <QtTest>

#include <QRandomGenerator>

#include "protocol/link/AtomCache.h"

using namespace nodescope::protocol;
using Kind = HeaderError::Kind;

namespace {

struct Entry
{
    std::size_t slot;
    QByteArray text; // null: refers to what is there
};

QByteArray headerOf(const std::vector<Entry> &entries, bool longAtoms = false)
{
    QByteArray out(1, char(entries.size()));
    if (entries.empty())
        return out;
    QByteArray flags(qsizetype(entries.size() / 2 + 1), '\0');
    const auto set = [&flags](std::size_t nibble, unsigned value) {
        char &byte = flags[qsizetype(nibble / 2)];
        byte = char(quint8(byte) | (nibble % 2 ? value << 4 : value));
    };
    for (std::size_t i = 0; i < entries.size(); ++i)
        set(i, unsigned(entries[i].slot / 256) | (entries[i].text.isNull() ? 0u : 8u));
    set(entries.size(), longAtoms ? 1u : 0u);
    out += flags;
    for (const Entry &entry : entries) {
        out += char(entry.slot % 256);
        if (entry.text.isNull())
            continue;
        if (longAtoms)
            out += char(entry.text.size() >> 8);
        out += char(entry.text.size() & 0xff);
        out += entry.text;
    }
    return out;
}

} // namespace

class tst_AtomCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void vectorFromARealNode()
    {
        // OTP 27: three new atoms, then the same three from the cache, in another order.
        AtomCache cache;
        const QByteArray name(23, 'r');
        const QByteArray first = QByteArray::fromHex("03e9088f0d6e3237403132372e302e302e31b217") + name +
                                 QByteArray::fromHex("2103616263") + "body";
        const auto one = cache.read(first);
        QVERIFY(one);
        QCOMPARE(one->atoms, (HeaderAtoms{"n27@127.0.0.1", name, "abc"}));
        QCOMPARE(one->size, first.size() - 4);
        const auto two = cache.read(QByteArray::fromHex("0361008fb2216803"));
        QVERIFY(two);
        QCOMPARE(two->atoms, one->atoms);
        QCOMPARE(two->size, 6);
    }
    void emptyHeader()
    {
        AtomCache cache;
        const auto header = cache.read(QByteArrayView("\0rest", 5));
        QVERIFY(header);
        QCOMPARE(header->size, 1);
        QVERIFY(header->atoms.empty());
    }
    void everySlot()
    {
        AtomCache cache;
        for (const bool longAtoms : {false, true}) {
            for (std::size_t slot = 0; slot < AtomCache::Slots; ++slot) {
                const QByteArray text = QByteArray::number(qulonglong(slot)) + (longAtoms ? "long" : "");
                const auto header = cache.read(headerOf({{slot, text}, {slot, {}}}, longAtoms));
                QVERIFY(header);
                QCOMPARE(header->atoms, (HeaderAtoms{text, text}));
                QCOMPARE(cache.slot(slot).value(), text);
            }
        }
        std::vector<Entry> most;
        for (std::size_t i = 0; i < 255; ++i)
            most.push_back({i * 8, {}});
        QCOMPARE(cache.read(headerOf(most))->atoms.size(), std::size_t(255));
        QVERIFY(!cache.slot(AtomCache::Slots));
    }
    void emptySlotIsAnError()
    {
        AtomCache cache;
        QVERIFY(cache.read(headerOf({{5, "five"}})));
        const auto header = cache.read(headerOf({{5, {}}, {6, {}}}));
        QVERIFY(!header);
        QCOMPARE(header.error(), (HeaderError{Kind::EmptySlot, 4}));
    }
    void theEmptyAtomIsNoEmptySlot()
    {
        AtomCache cache;
        QVERIFY(cache.read(headerOf({{5, QByteArray("")}})));
        QVERIFY(cache.read(headerOf({{5, {}}})));
    }
    void badAtoms()
    {
        AtomCache cache;
        QCOMPARE(cache.read(headerOf({{1, "\xff\xfe"}})).error().kind, Kind::BadAtom);
        QCOMPARE(cache.read(headerOf({{1, QByteArray(256, 'x')}}, true)).error().kind, Kind::BadAtom);
        QVERIFY(cache.read(headerOf({{1, QByteArray("\xc3\xa9").repeated(255)}}, true)));
    }
    void forgottenSlotsGivePlaceholders()
    {
        AtomCache cache;
        QVERIFY(cache.read(headerOf({{1, "one"}, {300, "two"}})));
        cache.forget();
        QVERIFY(!cache.slot(1));
        const auto after = cache.read(headerOf({{1, {}}, {300, "fresh"}, {7, {}}}));
        QVERIFY(after);
        QCOMPARE(after->unknownAtoms, 2);
        QCOMPARE(after->atoms, (HeaderAtoms{"?unknown-atom-in-slot-1", "fresh", "?unknown-atom-in-slot-7"}));
        // Known again once it is set again.
        const auto again = cache.read(headerOf({{1, "one"}, {300, {}}, {1, {}}}));
        QVERIFY(again);
        QCOMPARE(again->unknownAtoms, 0);
        QCOMPARE(again->atoms, (HeaderAtoms{"one", "fresh", "one"}));
    }
    void truncatedEverywhere()
    {
        const QByteArray bytes = headerOf({{1, "one"}, {300, "two"}, {1, {}}});
        for (qsizetype size = 0; size < bytes.size(); ++size) {
            AtomCache cache;
            const auto header = cache.read(bytes.left(size));
            QVERIFY(!header);
            QCOMPARE(header.error().kind, Kind::Truncated);
        }
    }
    void randomBytes()
    {
        QRandomGenerator random(3);
        AtomCache cache;
        for (int round = 0; round < 50000; ++round) {
            QByteArray bytes(random.bounded(1, 80), '\0');
            for (char &byte : bytes)
                byte = char(random.generate());
            bytes[0] = char(random.bounded(6));
            const auto header = cache.read(bytes);
            if (header)
                QVERIFY(header->size <= bytes.size());
        }
    }
};

QTEST_APPLESS_MAIN(tst_AtomCache)
#include "tst_AtomCache.moc"
